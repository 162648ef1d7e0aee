package wirebook.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The script that adds to what the markup already shows: the same files in a page and in the renderer extension. */
final class Script {
    /** Theme and linked fields. */
    static final String BASE = read("base.js");

    /** The replay player. */
    static final String PLAYER = read("player.js");

    private static final String WAKE = "window.wirebookViews.wakeAll(" + Json.of(Look.table()) + ");";

    private Script() {}

    /** The script element of a view without a player. */
    static String linking() {
        return "<script>" + BASE + WAKE + "</script>";
    }

    /** The script elements of a player: its data, which nothing runs, and the bundle. */
    static String playing(String json) {
        return "<script type=\"application/json\" class=\"wirebook-data\">" + json + "</script>\n<script>" + BASE
                + PLAYER + WAKE + "</script>";
    }

    /** A resource without its comments and indents: they are for those who read the source. */
    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + Script.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
