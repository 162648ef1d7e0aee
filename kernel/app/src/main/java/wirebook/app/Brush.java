package wirebook.app;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import wirebook.view.Painter;

/** Paints SVG with Java2D, which needs typefaces and no screen. */
public final class Brush implements Painter {
    /** How many pixels a picture may have: what a gigabyte of memory holds. */
    private static final double MOST = 250e6;

    @Override
    public byte[] png(String svg, double scale) {
        var document = read(svg);
        Dimension2D size = document.size();
        double width = Math.ceil(size.getWidth() * scale);
        double height = Math.ceil(size.getHeight() * scale);
        if (width * height > MOST) {
            throw new IllegalArgumentException(String.format(
                    "a PNG of %.0f × %.0f pixels is too large; a smaller scale or a range of the view is not",
                    width, height));
        }
        try {
            return paint(document, (int) Math.max(1, width), (int) Math.max(1, height), scale);
        } catch (LinkageError | RuntimeException broken) {
            throw new UnsupportedOperationException(
                    "this Java cannot paint: " + broken + "; it needs typefaces (Debian: apt install fontconfig"
                            + " fonts-dejavu-core) and a JDK with java.desktop; svg(file) needs neither",
                    broken);
        }
    }

    private static SVGDocument read(String svg) {
        var document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalArgumentException("this is no SVG document");
        }
        return document;
    }

    private static byte[] paint(SVGDocument document, int width, int height, double scale) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, null);
        } finally {
            graphics.dispose();
        }
        return Renderers.octets(image, "png").orElseThrow();
    }
}
