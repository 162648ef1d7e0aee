package wirebook.view;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value as a front end is to show it.
 *
 * @param text {@code text/plain}: complete by itself
 * @param html {@code text/html}: a fragment whose markup is complete without its script; empty where text says it all
 * @param more further MIME types and their data: text, or what JSON is made of
 */
public record View(String text, String html, Map<String, Object> more) {
    /** A view of two forms. */
    public View(String text, String html) {
        this(text, html, Map.of());
    }

    /** Its forms by MIME type: what a front end is handed. */
    public Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("text/plain", text);
        if (!html.isEmpty()) {
            data.put("text/html", html);
        }
        data.putAll(more);
        return data;
    }
}
