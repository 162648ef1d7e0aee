package wirebook.drill;

import java.util.List;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBits;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.SackBlock;

/**
 * A segment as a script writes it: numbers relative to the initial ones.
 *
 * @param flags the control bits
 * @param seq the relative sequence number
 * @param absolute whether the sequence number is as on the wire: written {@code !}
 * @param length data octets
 * @param ack the relative acknowledgment number, if there is one
 * @param window the window field, if the script says it
 * @param urgent the urgent pointer; 0 for none
 * @param options the options, if the script says them; {@code <...>} leaves them open
 * @param ecn the ECN codepoint of the packet, if the script says it
 * @param encapsulation what the segment is wrapped in beside IP: {@code udp(1 > 9811)}; empty for nothing
 */
record SegmentPattern(
        ControlBits flags,
        long seq,
        boolean absolute,
        int length,
        Optional<Long> ack,
        Optional<Integer> window,
        int urgent,
        Optional<List<OptionPattern>> options,
        Optional<EcnCodepoint> ecn,
        String encapsulation) {

    /** An option of a segment as a script writes it. */
    sealed interface OptionPattern {
        /** {@code mss 1460}. */
        record Mss(int octets) implements OptionPattern {}

        /** {@code wscale 6}. */
        record Scale(int shift) implements OptionPattern {}

        /** {@code sackOK}. */
        record SackOk() implements OptionPattern {}

        /** {@code nop}. */
        record Nop() implements OptionPattern {}

        /** {@code eol}. */
        record Eol() implements OptionPattern {}

        /** {@code sack 1:10 20:30}; the numbers are relative. */
        record Sack(List<SackBlock> blocks) implements OptionPattern {}

        /** An option that TCP itself does not read: {@code FO 0123}, {@code md5 0123}. */
        record Other(int kind, Octets data) implements OptionPattern {}

        /** {@code TS val 100 ecr 0}. */
        record Timestamp(long val, long ecr) implements OptionPattern {}
    }

    /** The blocks of its SACK option; none without one. */
    List<SackBlock> sackBlocks() {
        return options.stream()
                .flatMap(List::stream)
                .filter(OptionPattern.Sack.class::isInstance)
                .flatMap(option -> ((OptionPattern.Sack) option).blocks().stream())
                .toList();
    }
}
