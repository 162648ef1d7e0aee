package wirebook.drill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import wirebook.bytes.Octets;
import wirebook.drill.SegmentPattern.OptionPattern;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SackBlock;
import wirebook.tcp.TcpSegment;

/** Whether a segment is the one that a script expects; if not, the first thing that differs, in words. */
record Comparison(Numbers numbers, Strictness strictness, long tolerance) {

    /** {@code at} is when it should have been sent, at the latest {@code span} later. */
    Optional<String> difference(SegmentPattern expected, Optional<Long> at, long span, Wrapped sent) {
        TcpSegment segment = sent.segment();
        List<SackBlock> sacked = blocks(numbers.options(segment));
        long seq = expected.absolute() ? segment.seq() : numbers.seq(segment);
        return different(
                        "flags",
                        expected.flags().letters(),
                        segment.controlBits().letters())
                .or(() -> different("sequence number", expected.seq(), seq))
                .or(() -> different(
                        "data octets", expected.length(), segment.data().length()))
                .or(() -> different("acknowledgment number", expected.ack().orElse(0L), numbers.ack(segment)))
                .or(() -> expected.options().isEmpty()
                        ? Optional.empty()
                        : different("SACK blocks", shown(expected.sackBlocks()), shown(sacked)))
                .or(() -> different("encapsulation", wrap(expected.encapsulation()), wrap(sent.encapsulation())))
                .or(() -> expected.ecn().flatMap(ecn -> different("ECN codepoint", ecn, sent.ecn())))
                .or(() -> strictness == Strictness.LOOSE ? Optional.empty() : strict(expected, at, span, sent));
    }

    private Optional<String> strict(SegmentPattern expected, Optional<Long> at, long span, Wrapped sent) {
        TcpSegment segment = sent.segment();
        return expected.window()
                .flatMap(window -> different("window", window, segment.window()))
                .or(() -> expected.options()
                        .flatMap(options -> different("options", trimmed(options), trimmed(numbers.options(segment)))))
                .or(() -> expected.options().flatMap(options -> clocks(options, numbers.options(segment))))
                .or(() -> at.flatMap(time -> late(time, span, sent.at())));
    }

    /** The timestamps agree as far as the times may differ. */
    private Optional<String> clocks(List<OptionPattern> expected, List<OptionPattern> actual) {
        long off = Math.abs(tsval(expected) - tsval(actual));
        return off * 1_000_000 <= tolerance + 1_000_000 || numbers.seen(tsval(expected))
                ? Optional.empty()
                : Optional.of("TS val " + tsval(actual) + ", not " + tsval(expected));
    }

    private static long tsval(List<OptionPattern> options) {
        return options.stream()
                .filter(OptionPattern.Timestamp.class::isInstance)
                .mapToLong(option -> ((OptionPattern.Timestamp) option).val())
                .findFirst()
                .orElse(0);
    }

    private Optional<String> late(long expected, long span, long actual) {
        return actual >= expected - tolerance && actual <= expected + span + tolerance
                ? Optional.empty()
                : Optional.of("it was sent at " + seconds(actual) + ", not at " + seconds(expected)
                        + (span == 0 ? "" : " to " + seconds(expected + span)) + " ± "
                        + seconds(tolerance));
    }

    /** Padding at the end goes without saying. */
    private static String trimmed(List<OptionPattern> options) {
        return options.stream()
                .filter(option -> !(option instanceof OptionPattern.Eol))
                .map(option ->
                        option instanceof OptionPattern.Timestamp(long _, long ecr) ? "TS ecr " + ecr : shown(option))
                .collect(Collectors.joining(","));
    }

    private static String shown(OptionPattern option) {
        return switch (option) {
            case OptionPattern.Mss(int octets) -> "mss " + octets;
            case OptionPattern.Scale(int shift) -> "wscale " + shift;
            case OptionPattern.SackOk() -> "sackOK";
            case OptionPattern.Nop() -> "nop";
            case OptionPattern.Eol() -> "eol";
            case OptionPattern.Sack(List<SackBlock> blocks) -> "sack " + shown(blocks);
            case OptionPattern.Other(int kind, Octets data) -> "kind " + kind + " 0x" + data.hex();
            case OptionPattern.Timestamp(long val, long ecr) -> "TS val " + val + " ecr " + ecr;
        };
    }

    private static String wrap(String encapsulation) {
        return encapsulation.replaceAll("\\s", "");
    }

    private static List<SackBlock> blocks(List<OptionPattern> options) {
        return options.stream()
                .filter(OptionPattern.Sack.class::isInstance)
                .flatMap(option -> ((OptionPattern.Sack) option).blocks().stream())
                .toList();
    }

    private static String shown(List<SackBlock> blocks) {
        return blocks.isEmpty()
                ? "none"
                : blocks.stream().map(SackBlock::toString).collect(Collectors.joining(" "));
    }

    private static Optional<String> different(String what, Object expected, Object actual) {
        return expected.equals(actual)
                        || (expected instanceof Number a
                                && actual instanceof Number b
                                && a.longValue() == b.longValue())
                ? Optional.empty()
                : Optional.of(what + " " + actual + ", not " + expected);
    }

    /** A segment in the script's notation. */
    String notation(Wrapped sent) {
        TcpSegment segment = sent.segment();
        long seq = numbers.seq(segment);
        String ack = segment.has(ControlBit.ACK) ? " ack " + numbers.ack(segment) : "";
        String options =
                numbers.options(segment).stream().map(Comparison::shown).collect(Collectors.joining(","));
        return segment.controlBits().letters() + " " + seq + ":"
                + (seq + segment.data().length()) + "("
                + segment.data().length() + ")" + ack + " win " + segment.window()
                + (options.isEmpty() ? "" : " <" + options + ">");
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
