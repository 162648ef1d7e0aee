package wirebook.view;

import java.util.ServiceLoader;
import wirebook.field.Shown;
import wirebook.field.Studio;

/** Hands out views as documents that stand for themselves. */
public final class Gallerist implements Studio {
    /** Made by the service loader. */
    public Gallerist() {}

    @Override
    public String svg(Shown value) {
        return Posters.svg(value) + "\n";
    }

    @Override
    public String html(Shown value) {
        return Sheet.page(value);
    }

    @Override
    public byte[] png(Shown value, double scale) {
        return ServiceLoader.load(Painter.class, Painter.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException(
                        "nothing at hand can paint a PNG: the Wirebook kernel can; svg(file) needs no painter"))
                .png(svg(value), scale);
    }
}
