package wirebook.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import wirebook.field.Part;

/**
 * The colours and sizes of every view.
 *
 * <p>Each colour is a pair: markup carries the light one, always with its own background, and the script puts the dark one in
 * its place where the page is dark. Tints are told apart by eyes of every kind of colour vision (after Okabe and Ito), and ink
 * on any of them has a contrast of at least 4.5 : 1; a test computes it.
 */
enum Look {
    PAPER("#ffffff", "#111111"),
    INK("#1b1f24", "#e6e9ed"),
    FAINT("#57606a", "#a5aeb8"),
    LINE("#8c959f", "#6b7580"),
    GRID("#d8dee4", "#333b44"),
    /** What the cursor, the hover and the focus mark. */
    ACCENT("#0b57a4", "#8cbcf5"),
    MARKED("#ffe27a", "#6b5600"),
    CHANGED("#fff3c4", "#463c0c"),
    ALARM("#b3261e", "#ff9c92"),
    ALARMED("#fbdfdb", "#54211c"),
    LINK("#ece4f5", "#3b3049"),
    NETWORK("#d8e8f7", "#1c3a54"),
    TRANSPORT("#fce4c8", "#4c3418"),
    APPLICATION("#d2eee1", "#16402f"),
    DATA("#f3efcf", "#3d3a1f"),
    /** Lines of plots and strips that need more weight than a tint. */
    BLUE("#0b5cad", "#79b4f2"),
    ORANGE("#a65200", "#f2a65a"),
    GREEN("#00714f", "#5cc9a3"),
    PURPLE("#8a3a7a", "#dd9ccf");

    /** The type scale: small print, text, and numbers that stand alone; pixels. */
    static final int SMALL = 11;

    static final int TEXT = 13;

    /** How much wider bold letters are. */
    static final double BOLD = 1.13;

    /** The one step of spacing; pixels. */
    static final int GAP = 8;

    static final String SANS = "system-ui,-apple-system,sans-serif";
    static final String MONO = "ui-monospace,Menlo,Consolas,monospace";

    private final String light;
    private final String dark;

    Look(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The name that the script knows it by. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }

    /** Every colour as the script wants it: its name, its light and its dark value. */
    static List<List<String>> table() {
        return Arrays.stream(values())
                .map(look -> List.of(look.key(), look.light, look.dark))
                .toList();
    }

    /** The tint of a section's layer, by the protocol that its name begins with. */
    static Look of(Part section) {
        String name = section.name();
        int space = name.indexOf(' ');
        return switch (space < 0 ? name : name.substring(0, space)) {
            case "Ethernet" -> LINK;
            case "IPv4", "IPv6", "ICMP", "ICMPv6", "Fragment" -> NETWORK;
            case "TCP", "UDP" -> TRANSPORT;
            case "HTTP", "start-line", "header", "empty", "trailer" -> APPLICATION;
            default -> DATA;
        };
    }

    /** How wide a text in small print is at most, whichever sans-serif typeface a machine has; pixels. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Look::width).sum();
    }

    private static double width(int point) {
        if (point >= 128 || "mwMW@".indexOf(point) >= 0) {
            return 10;
        }
        if (Character.isUpperCase(point) || point == '+') {
            return 7.8;
        }
        if (" .,:;|'!()[]/fijlrt".indexOf(point) >= 0) {
            return 4.2;
        }
        return 6.8;
    }

    /** A text in small print that is at most {@code room} pixels wide, with an ellipsis where it was cut. */
    static String clip(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        double at = width("…");
        int kept = 0;
        while (kept < points.length && at + width(points[kept]) <= room) {
            at += width(points[kept++]);
        }
        return new String(points, 0, kept).stripTrailing() + "…";
    }

    @Override
    public String toString() {
        return light;
    }
}
