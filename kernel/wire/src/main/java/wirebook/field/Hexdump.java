package wirebook.field;

import java.util.List;
import wirebook.bytes.Octets;

/**
 * Octets in hexadecimal, sixteen a row, divided where the layout's sections begin.
 *
 * @param layout the names of the octets
 * @param octets what is shown
 */
public record Hexdump(Part layout, Octets octets) implements Shown {
    private static final int ROW = 16;

    /** The sections of the layout, or the layout itself if it has none. */
    public List<Part> sections() {
        return layout.parts().isEmpty() ? List.of(layout) : layout.parts();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Part section : sections()) {
            out.append(section.name())
                    .append(", ")
                    .append(Text.count(section.bits() / 8, "octet"))
                    .append('\n');
            for (int at = section.firstOctet(); at < section.endOctet(); at += ROW) {
                row(out, at, Math.min(at + ROW, section.endOctet()));
            }
        }
        return out.toString().stripTrailing();
    }

    private void row(StringBuilder out, int from, int end) {
        String offset = Integer.toHexString(from);
        out.append("  ")
                .append("0".repeat(Math.max(0, 4 - offset.length())))
                .append(offset)
                .append("  ");
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + ROW; i++) {
            if (i < end) {
                String octet = octets.slice(i, i + 1).hex();
                out.append(octet).append(i == from + ROW / 2 - 1 ? "  " : " ");
                text.append(Text.printable(octets.at(i)));
            } else {
                out.append(i == from + ROW / 2 - 1 ? "    " : "   ");
            }
        }
        out.append(' ').append(text).append('\n');
    }
}
