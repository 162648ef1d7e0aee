package wirebook.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.bytes.Octets;
import wirebook.drill.SegmentPattern.OptionPattern;
import wirebook.tcp.ControlBit;
import wirebook.tcp.ControlBits;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SackBlock;

/** Reads a segment of a script: {@code S. 0:0(0) ack 1 win 65535 <mss 1460>}. */
final class SegmentReader {
    private static final Pattern SHAPE = Pattern.compile("(?<marks>(?:\\[[^\\]]*\\]|\\([^)]*\\)|\\s)*)"
            + "(?<flags>[SFRPUEWC.\\-]+)\\s+(?<seq>\\d+)(?::(?<end>\\d+))?\\((?<length>\\d+)\\)(?<absolute>!)?"
            + "(?:\\s*ack\\s+(?<ack>\\d+))?(?:\\s*win\\s+(?<win>\\d+))?(?:\\s*urg\\s+(?<urg>\\d+))?"
            + "\\s*(?:<(?<options>[^>]*)>)?\\s*(?:/\\s*(?<wrap>udp\\s*\\([^)]*\\)))?\\s*");

    private static final Pattern MARK = Pattern.compile("[\\[(]([^\\])]*)[\\])]");

    private static final int LONGEST = 1_000;
    private static final int MOST_DATA = 65_535;

    private SegmentReader() {}

    /**
     * The segment that {@code text} describes.
     *
     * @throws IllegalArgumentException for what is no segment, with what is wrong
     */
    static SegmentPattern read(String text) {
        String shown = text.strip();
        if (shown.length() > LONGEST) {
            throw new IllegalArgumentException("a segment takes at most " + LONGEST + " characters");
        }
        Matcher found = SHAPE.matcher(shown);
        if (!found.matches()) {
            throw new IllegalArgumentException("this is no segment: " + shown);
        }
        checkLength(found);
        return new SegmentPattern(
                flags(found.group("flags")),
                Numeral.wide(found.group("seq")),
                found.group("absolute") != null,
                octets(found.group("length")),
                Optional.ofNullable(found.group("ack")).map(Numeral::wide),
                Optional.ofNullable(found.group("win")).map(Numeral::of),
                Optional.ofNullable(found.group("urg")).map(Numeral::of).orElse(0),
                options(found.group("options")),
                ecn(found.group("marks")),
                Optional.ofNullable(found.group("wrap")).orElse(""));
    }

    private static int octets(String digits) {
        int octets = Numeral.of(digits);
        if (octets > MOST_DATA) {
            throw new IllegalArgumentException(
                    "a segment carries at most " + MOST_DATA + " octets; this says " + octets);
        }
        return octets;
    }

    private static ControlBits flags(String letters) {
        ControlBits bits = ControlBits.NONE;
        for (int at = 0; at < letters.length(); at++) {
            char letter = letters.charAt(at);
            for (ControlBit bit : ControlBit.values()) {
                boolean same = bit.letter() == letter || (letter == 'C' && bit == ControlBit.CWR);
                bits = same ? bits.with(bit) : bits;
            }
        }
        return bits;
    }

    private static void checkLength(Matcher found) {
        String end = found.group("end");
        long octets = Numeral.of(found.group("length"));
        if (end != null && Numeral.wide(end) - Numeral.wide(found.group("seq")) != octets) {
            throw new IllegalArgumentException(
                    "from " + found.group("seq") + " to " + end + " are not " + octets + " octets");
        }
    }

    /** The ECN codepoint among the marks in brackets; types of service, hops and flow labels are read and not compared. */
    private static Optional<EcnCodepoint> ecn(String marks) {
        Optional<EcnCodepoint> codepoint = Optional.empty();
        Matcher mark = MARK.matcher(marks);
        while (mark.find()) {
            String words = mark.group(1).strip().toLowerCase(Locale.ROOT);
            codepoint = switch (words) {
                case "ect0" -> Optional.of(EcnCodepoint.ECT_0);
                case "ect1" -> Optional.of(EcnCodepoint.ECT_1);
                case "ce" -> Optional.of(EcnCodepoint.CE);
                case "noecn" -> Optional.of(EcnCodepoint.NOT_ECT);
                default -> passedOver(words, codepoint);
            };
        }
        return codepoint;
    }

    private static Optional<EcnCodepoint> passedOver(String words, Optional<EcnCodepoint> codepoint) {
        if (!words.matches("(tos|class|flowlabel|ttl|hlim|df|id)\\b.*")) {
            throw new IllegalArgumentException("the mark [" + words + "] is not understood");
        }
        return codepoint;
    }

    private static Optional<List<OptionPattern>> options(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return Optional.of(List.of());
        }
        if (text.strip().equals("...")) {
            return Optional.empty();
        }
        List<OptionPattern> options = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            options.add(option(word.strip().split("\\s+", -1)));
        }
        return Optional.of(options);
    }

    private static OptionPattern option(String[] words) {
        return switch (words[0]) {
            case "mss" -> new OptionPattern.Mss(Numeral.of(word(words, 1)));
            case "wscale" -> new OptionPattern.Scale(Numeral.of(word(words, 1)));
            case "sackOK" -> new OptionPattern.SackOk();
            case "nop" -> new OptionPattern.Nop();
            case "eol" -> new OptionPattern.Eol();
            case "sack" -> new OptionPattern.Sack(blocks(words));
            case "TS" -> new OptionPattern.Timestamp(Numeral.wide(word(words, 2)), Numeral.wide(word(words, 4)));
            case "FO" -> new OptionPattern.Other(34, data("", words));
            case "FOEXP" -> new OptionPattern.Other(254, data("f989", words));
            case "md5" -> new OptionPattern.Other(19, data("", words));
            default -> throw new IllegalArgumentException("unknown option: " + String.join(" ", words));
        };
    }

    private static String word(String[] words, int index) {
        if (index >= words.length) {
            throw new IllegalArgumentException("the option " + words[0] + " needs a number");
        }
        return words[index];
    }

    /** The octets of an option that TCP itself does not read: Fast Open (RFC 7413), a signature (RFC 2385). */
    private static Octets data(String before, String[] words) {
        return Octets.ofHex(before + (words.length > 1 ? words[1] : ""));
    }

    private static List<SackBlock> blocks(String[] words) {
        List<SackBlock> blocks = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            String[] edges = words[i].split(":", -1);
            if (edges.length != 2) {
                throw new IllegalArgumentException("a block is two numbers with a colon between them: " + words[i]);
            }
            blocks.add(new SackBlock(Numeral.wide(edges[0]), Numeral.wide(edges[1])));
        }
        return blocks;
    }
}
