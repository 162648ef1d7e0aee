package wirebook.view;

import java.util.Arrays;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.field.Hexdump;
import wirebook.field.Part;
import wirebook.field.Text;

/** A hexdump as a drawing: the octets on the tint of their layer, those of every second field underlined. */
final class HexPicture {
    private static final int ROW = 16;
    private static final double SIGN = Poster.SIGN;
    private static final double HEX = 6 * SIGN;
    private static final double ASCII = HEX + (3 * ROW + 2) * SIGN;

    private final Octets octets;
    private final Leaf[] owners;

    private HexPicture(Hexdump dump) {
        this.octets = dump.octets();
        this.owners = new Leaf[octets.length()];
        List<Leaf> leaves = Leaf.of(dump.layout());
        leaves.reversed().forEach(leaf -> {
            Part part = leaf.part();
            Arrays.fill(
                    owners, Math.min(part.firstOctet(), owners.length), Math.min(part.endOctet(), owners.length), leaf);
        });
    }

    /** Puts a dump on a poster, section by section; a long one is cut and the rest counted. */
    static void draw(Poster poster, Hexdump dump) {
        HexPicture picture = new HexPicture(dump);
        for (Part section : dump.sections()) {
            int end = Math.min(section.endOctet(), section.firstOctet() + ROW * Hex.MOST);
            poster.chip(Look.of(section), section.name(), Text.count(section.bits() / 8, "octet"));
            for (int at = section.firstOctet(); at < end; at += ROW) {
                int from = at;
                poster.picture(
                        ASCII + ROW * SIGN, Poster.LINE, out -> picture.row(out, from, Math.min(from + ROW, end)));
            }
            if (end < section.endOctet()) {
                poster.note("… " + Text.count(section.endOctet() - end, "octet") + " more", Look.FAINT);
            }
            poster.gap();
        }
    }

    private void row(Drawing out, int from, int end) {
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int at = from; at < end; at++) {
            tint(out, at, from);
            hex.append(octets.slice(at, at + 1).hex()).append(at == from + ROW / 2 - 1 ? "  " : " ");
            text.append(Text.printable(octets.at(at)));
        }
        out.mono(0, 12, Look.FAINT, String.format(java.util.Locale.ROOT, "%04x", from), SIGN);
        out.mono(HEX, 12, Look.INK, hex.toString().stripTrailing(), SIGN);
        out.mono(ASCII, 12, Look.INK, text.toString(), SIGN);
    }

    private void tint(Drawing out, int at, int from) {
        Leaf leaf = owners[at];
        int column = at - from;
        double x = HEX + (3 * column + (column >= ROW / 2 ? 1 : 0)) * SIGN;
        boolean more = column != ROW / 2 - 1
                && column != ROW - 1
                && at + 1 < owners.length
                && owners[at + 1].number() == leaf.number();
        double width = (more ? 3 : 2) * SIGN;
        out.fill("M" + Drawing.px(x) + " 0h" + Drawing.px(width) + "v15h" + Drawing.px(-width) + "z", leaf.look());
        out.fill(
                "M" + Drawing.px(ASCII + column * SIGN) + " 0h" + Drawing.px(SIGN) + "v15h" + Drawing.px(-SIGN) + "z",
                leaf.look());
        if (leaf.number() % 2 == 1) {
            out.line("M" + Drawing.px(x) + " 15h" + Drawing.px(width), Look.LINE, 1, "");
        }
    }
}
