package wirebook.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.drill.SegmentPattern.OptionPattern;
import wirebook.tcp.ControlBit;
import wirebook.tcp.ControlBits;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SackBlock;

/** Reads a segment of a script: {@code S. 0:0(0) ack 1 win 65535 <mss 1460>}. */
final class SegmentReader {
    private static final Pattern SHAPE =
            Pattern.compile("(?:\\[\\s*(?<ecn>\\w+)\\s*\\]|\\((?:tos|class|flowlabel)[^)]*\\)|\\s++)*"
                    + "(?<flags>[SFRPUEWC.\\-]+)\\s+(?<seq>\\d+)(?::(?<end>\\d+))?\\((?<length>\\d+)\\)(?<absolute>!)?"
                    + "(?:\\s*ack\\s+(?<ack>\\d+))?(?:\\s*win\\s+(?<win>\\d+))?(?:\\s*urg\\s+(?<urg>\\d+))?"
                    + "\\s*(?:<(?<options>[^>]*)>)?\\s*(?:/\\s*(?<wrap>udp\\s*\\([^)]*\\)))?\\s*");

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
        return new SegmentPattern(
                flags(found.group("flags")),
                Long.parseLong(found.group("seq")),
                found.group("absolute") != null,
                data(found.group("length")),
                Optional.ofNullable(found.group("ack")).map(Long::parseLong),
                Optional.ofNullable(found.group("win")).map(Integer::parseInt),
                Optional.ofNullable(found.group("urg")).map(Integer::parseInt).orElse(0),
                options(found.group("options")),
                Optional.ofNullable(found.group("ecn")).map(SegmentReader::ecn),
                Optional.ofNullable(found.group("wrap")).orElse(""));
    }

    private static int data(String digits) {
        int octets = Integer.parseInt(digits);
        if (octets > MOST_DATA) {
            throw new IllegalArgumentException("a segment carries at most 65535 octets; this says " + octets);
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

    private static EcnCodepoint ecn(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ect0" -> EcnCodepoint.ECT_0;
            case "ect1" -> EcnCodepoint.ECT_1;
            case "ce" -> EcnCodepoint.CE;
            default -> EcnCodepoint.NOT_ECT;
        };
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
            case "mss" -> new OptionPattern.Mss(Integer.parseInt(words[1]));
            case "wscale" -> new OptionPattern.Scale(Integer.parseInt(words[1]));
            case "sackOK" -> new OptionPattern.SackOk();
            case "nop" -> new OptionPattern.Nop();
            case "eol" -> new OptionPattern.Eol();
            case "sack" -> new OptionPattern.Sack(blocks(words));
            case "TS" -> new OptionPattern.Timestamp(Long.parseLong(words[2]), Long.parseLong(words[4]));
            default -> throw new IllegalArgumentException("unknown option: " + String.join(" ", words));
        };
    }

    private static List<SackBlock> blocks(String[] words) {
        List<SackBlock> blocks = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            String[] edges = words[i].split(":", -1);
            blocks.add(new SackBlock(Long.parseLong(edges[0]), Long.parseLong(edges[1])));
        }
        return blocks;
    }
}
