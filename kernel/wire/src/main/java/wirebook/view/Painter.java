package wirebook.view;

/** Who paints SVG as pixels: a service, since painting needs more than {@code java.base}. */
public interface Painter {
    /** An SVG document as a PNG, with {@code scale} pixels for each of its own. */
    byte[] png(String svg, double scale);
}
