package wirebook.view;

import java.util.Map;

/**
 * A value as a front end is to show it.
 *
 * @param text {@code text/plain}: complete by itself
 * @param html {@code text/html}: a fragment whose markup is complete without its script; empty where text says it all
 * @param more further MIME types and their data; types that end in {@code +json} hold JSON text
 */
public record View(String text, String html, Map<String, String> more) {
    /** A view of two forms. */
    public View(String text, String html) {
        this(text, html, Map.of());
    }
}
