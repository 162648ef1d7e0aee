package wirebook.tcp;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Field;
import wirebook.field.Format;
import wirebook.field.Part;

/** TCP options: their tables, from octets and to parts (RFC 9293, 3.1; RFC 2018; RFC 7323). */
final class OptionCodec {
    static final Field KIND = field("Kind", 0, 8, "which option this is");
    static final Field LENGTH = field("Length", 8, 8, "the option's length in octets, kind and length included");
    static final Field MSS = field("MSS", 16, 16, "the most data octets that the sender takes in one segment");
    static final Field SHIFT = field("Shift", 16, 8, "by how many bits the sender's windows are shifted to the left");
    static final Field LEFT_EDGE = field("Left Edge", 16, 32, "the first sequence number of a block that arrived");
    static final Field RIGHT_EDGE = field("Right Edge", 48, 32, "the sequence number behind that block");
    static final Field TSVAL = field("TSval", 16, 32, "the sender's timestamp clock");
    static final Field TSECR = field("TSecr", 48, 32, "the timestamp that is echoed; means something if ACK is set");

    private static final String RULE = "RFC 9293, 3.1";

    private OptionCodec() {}

    private static Field field(String name, int offset, int bits, String meaning) {
        return new Field(name, offset, bits, Format.DECIMAL, meaning);
    }

    /** The options in these octets. Padding behind End of Option List is not kept unless it breaks the rules. */
    static Options decode(Octets octets, int shift) {
        List<TcpOption> options = new ArrayList<>();
        for (int at = 0; at < octets.length(); ) {
            int kind = octets.at(at);
            if (kind == 0) {
                padding(octets, at, options);
                break;
            }
            TcpOption option = kind == 1 ? new TcpOption.NoOperation() : decode(octets, at, kind, shift);
            options.add(option);
            at += option.length();
        }
        return Options.copyOf(options);
    }

    /** The End of Option List that only fills the last word goes without saying; any other one is kept. */
    private static void padding(Octets octets, int at, List<TcpOption> options) {
        Octets rest = octets.from(at + 1);
        if (!rest.equals(Octets.wrap(new byte[rest.length()]))) {
            options.add(new TcpOption.EndOfList(rest));
            return;
        }
        for (int left = octets.length() - at; left >= 4; left--) {
            options.add(new TcpOption.EndOfList());
        }
    }

    private static TcpOption decode(Octets octets, int at, int kind, int shift) {
        if (at + 1 >= octets.length()) {
            throw new Malformed("option of kind " + kind + " has no room for its length", shift + at, RULE);
        }
        int length = octets.at(at + 1);
        if (length < 2 || at + length > octets.length()) {
            throw new Malformed(
                    "option of kind " + kind + " says it has " + length + " octets; from 2 to " + (octets.length() - at)
                            + " are possible here",
                    shift + at + 1,
                    RULE);
        }
        return decode(octets.slice(at, at + length), kind, length);
    }

    private static TcpOption decode(Octets option, int kind, int length) {
        boolean known = switch (kind) {
            case 2 -> length == 4;
            case 3 -> length == 3;
            case 4 -> length == 2;
            case 5 -> length > 2 && length <= 34 && length % 8 == 2;
            case 8 -> length == 10;
            default -> false;
        };
        return switch (known ? kind : -1) {
            case 2 -> new TcpOption.MaximumSegmentSize((int) MSS.get(option));
            case 3 -> new TcpOption.WindowScale((int) SHIFT.get(option));
            case 4 -> new TcpOption.SackPermitted();
            case 5 -> sack(option);
            case 8 -> new TcpOption.Timestamps(TSVAL.get(option), TSECR.get(option));
            default -> new TcpOption.Unknown(kind, option.from(2));
        };
    }

    private static TcpOption sack(Octets option) {
        List<SackBlock> blocks = new ArrayList<>();
        for (int at = 0; at + 10 <= option.length(); at += 8) {
            blocks.add(new SackBlock(LEFT_EDGE.get(option.from(at)), RIGHT_EDGE.get(option.from(at))));
        }
        return new TcpOption.Sack(blocks);
    }

    /** The options as parts, the first at {@code at} octets of what is shown; padding included. */
    static List<Part> parts(Options options, int at) {
        List<Part> parts = new ArrayList<>();
        int place = at;
        for (TcpOption option : options) {
            parts.add(part(option, place * 8));
            place += option.length();
        }
        int padding = options.length() - (place - at);
        if (padding > 0) {
            parts.add(Part.of("Padding", place * 8, padding * 8, "0", "zeros, so that the header ends at a word"));
        }
        return parts;
    }

    private static Part part(TcpOption option, int bit) {
        Octets octets = option.bytes();
        List<Field> fields = switch (option) {
            case TcpOption.EndOfList end -> end.rest().isEmpty() ? List.of(KIND) : List.of(KIND, data(8, end.rest()));
            case TcpOption.NoOperation _ -> List.of(KIND);
            case TcpOption.MaximumSegmentSize _ -> List.of(KIND, LENGTH, MSS);
            case TcpOption.WindowScale _ -> List.of(KIND, LENGTH, SHIFT);
            case TcpOption.SackPermitted _ -> List.of(KIND, LENGTH);
            case TcpOption.Sack sack -> sackFields(sack);
            case TcpOption.Timestamps _ -> List.of(KIND, LENGTH, TSVAL, TSECR);
            case TcpOption.Unknown unknown -> unknownFields(unknown);
        };
        List<Part> parts = fields.stream()
                .map(field ->
                        Part.of(field.name(), bit + field.offset(), field.bits(), field.text(octets), field.meaning()))
                .toList();
        return Part.of(option.name(), bit, option.length() * 8, option.value(), "")
                .parts(parts);
    }

    private static List<Field> sackFields(TcpOption.Sack sack) {
        List<Field> fields = new ArrayList<>(List.of(KIND, LENGTH));
        for (int i = 0; i < sack.blocks().size(); i++) {
            fields.add(field(LEFT_EDGE.name(), LEFT_EDGE.offset() + 64 * i, 32, LEFT_EDGE.meaning()));
            fields.add(field(RIGHT_EDGE.name(), RIGHT_EDGE.offset() + 64 * i, 32, RIGHT_EDGE.meaning()));
        }
        return fields;
    }

    private static List<Field> unknownFields(TcpOption.Unknown unknown) {
        return unknown.data().isEmpty() ? List.of(KIND, LENGTH) : List.of(KIND, LENGTH, data(16, unknown.data()));
    }

    private static Field data(int offset, Octets data) {
        return new Field("Data", offset, data.length() * 8, Format.HEX, "octets that nobody read");
    }
}
