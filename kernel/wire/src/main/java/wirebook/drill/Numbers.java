package wirebook.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.drill.SegmentPattern.OptionPattern;
import wirebook.field.Pins;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SackBlock;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/** Between the numbers of a script, which start at 0, and those on the wire. The endpoint's are learnt from its first SYN. */
final class Numbers {
    /** The script's own initial sequence number: any constant; this one wraps soon. */
    private static final long REMOTE = 0xffff_fff0L;

    private long local;
    private Optional<Long> clock = Optional.empty();
    private final Map<Long, Integer> clocks = new HashMap<>();

    /** A SYN of the endpoint: its numbers start here. */
    void learn(TcpSegment syn) {
        local = syn.seq();
    }

    /** The segment that arrives at {@code localPort}. */
    TcpSegment arriving(SegmentPattern pattern, int remotePort, int localPort) {
        return new TcpSegment(
                remotePort,
                localPort,
                SequenceNumber.plus(pattern.absolute() ? 0 : REMOTE, pattern.seq()),
                pattern.ack().map(ack -> SequenceNumber.plus(local, ack)).orElse(0L),
                0,
                pattern.flags(),
                pattern.window().orElse(65_535),
                pattern.urgent(),
                options(pattern),
                Octets.wrap(new byte[pattern.length()]),
                Pins.NONE);
    }

    private List<TcpOption> options(SegmentPattern pattern) {
        List<TcpOption> options = new ArrayList<>();
        for (OptionPattern option : pattern.options().orElse(List.of())) {
            options.add(
                    switch (option) {
                        case OptionPattern.Mss(int octets) -> new TcpOption.MaximumSegmentSize(octets);
                        case OptionPattern.Scale(int shift) -> new TcpOption.WindowScale(shift);
                        case OptionPattern.SackOk() -> new TcpOption.SackPermitted();
                        case OptionPattern.Nop() -> new TcpOption.NoOperation();
                        case OptionPattern.Eol() -> new TcpOption.EndOfList();
                        case OptionPattern.Sack(List<SackBlock> blocks) -> new TcpOption.Sack(absolute(blocks));
                        case OptionPattern.Other(int kind, Octets data) -> new TcpOption.Unknown(kind, data);
                        case OptionPattern.Timestamp(long val, long ecr) ->
                            new TcpOption.Timestamps(val, SequenceNumber.plus(clock.orElse(0L), ecr));
                    });
        }
        return options;
    }

    private List<SackBlock> absolute(List<SackBlock> blocks) {
        return blocks.stream()
                .map(block -> new SackBlock(
                        SequenceNumber.plus(local, block.left()), SequenceNumber.plus(local, block.right())))
                .toList();
    }

    /** The relative sequence number of a segment that the endpoint sent. */
    long seq(TcpSegment segment) {
        return SequenceNumber.plus(segment.seq(), -local);
    }

    /** Its relative acknowledgment number. */
    long ack(TcpSegment segment) {
        return segment.has(ControlBit.ACK) ? SequenceNumber.plus(segment.ack(), -REMOTE) : 0;
    }

    /** Its options in the script's words. */
    List<OptionPattern> options(TcpSegment segment) {
        return segment.options().stream().map(this::shown).toList();
    }

    private OptionPattern shown(TcpOption option) {
        return switch (option) {
            case TcpOption.MaximumSegmentSize mss -> new OptionPattern.Mss(mss.mss());
            case TcpOption.WindowScale scale -> new OptionPattern.Scale(scale.shift());
            case TcpOption.SackPermitted _ -> new OptionPattern.SackOk();
            case TcpOption.NoOperation _ -> new OptionPattern.Nop();
            case TcpOption.EndOfList _ -> new OptionPattern.Eol();
            case TcpOption.Unknown other -> new OptionPattern.Other(other.kind(), other.data());
            case TcpOption.Sack sack -> new OptionPattern.Sack(relative(sack.blocks()));
            case TcpOption.Timestamps ts ->
                new OptionPattern.Timestamp(SequenceNumber.plus(ts.tsval(), -clock.orElse(0L)), ts.tsecr());
        };
    }

    private static List<SackBlock> relative(List<SackBlock> blocks) {
        return blocks.stream()
                .map(block -> new SackBlock(
                        SequenceNumber.plus(block.left(), -REMOTE), SequenceNumber.plus(block.right(), -REMOTE)))
                .toList();
    }

    /** Whether the script has used this timestamp of the endpoint before: a script may be too lazy to count. */
    boolean seen(long tsval) {
        return clocks.getOrDefault(tsval, 0) > 1;
    }

    /** A timestamp of the endpoint and the one the script expects; by the first such pair the clocks agree. */
    void clock(TcpSegment segment, SegmentPattern pattern) {
        Optional<TcpOption.Timestamps> sent = segment.option(TcpOption.Timestamps.class);
        Optional<OptionPattern.Timestamp> expected = pattern.options().orElse(List.of()).stream()
                .filter(OptionPattern.Timestamp.class::isInstance)
                .map(OptionPattern.Timestamp.class::cast)
                .findFirst();
        if (sent.isPresent() && expected.isPresent()) {
            clocks.merge(expected.get().val(), 1, Integer::sum);
            long offset =
                    SequenceNumber.plus(sent.get().tsval(), -expected.get().val());
            clock = Optional.of(clock.orElse(offset));
        }
    }
}
