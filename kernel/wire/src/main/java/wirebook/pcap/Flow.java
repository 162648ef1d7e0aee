package wirebook.pcap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/**
 * One direction of a connection: the segments that one end sent, in the order of the capture.
 *
 * @param segments the segments
 * @param start the time of the connection's first segment
 * @param initialSequenceNumber the number of the first SYN, if the capture has it
 */
public record Flow(List<SeenSegment> segments, Duration start, OptionalLong initialSequenceNumber) {
    /** Keeps its own list. */
    public Flow {
        segments = List.copyOf(segments);
    }

    /** The direction in which these segments went. */
    static Flow of(List<SeenSegment> segments, Duration start) {
        OptionalLong number = segments.stream()
                .filter(segment -> segment.has(ControlBit.SYN))
                .mapToLong(seen -> seen.segment().seq())
                .findFirst();
        return new Flow(segments, start, number);
    }

    /** The first SYN, if the capture has it. */
    public Optional<SeenSegment> syn() {
        return segments.stream().filter(segment -> segment.has(ControlBit.SYN)).findFirst();
    }

    /** How many segments have this control bit. */
    public long count(ControlBit bit) {
        return segments.stream().filter(segment -> segment.has(bit)).count();
    }

    /** An option of the SYN, if it was offered. */
    public <O extends TcpOption> Optional<O> offered(Class<O> option) {
        return syn().flatMap(seen -> seen.option(option));
    }

    /** Where sequence number {@code seq} lies, counted from the SYN, or from the first segment where no SYN was seen. */
    public long relative(long seq) {
        long first = segments.isEmpty() ? 0 : segments.getFirst().segment().seq();
        return SequenceNumber.plus(seq, -initialSequenceNumber.orElse(first));
    }

    /** The octets of the stream that the capture shows. */
    public Stream stream() {
        Stream stream = new Stream(initialSequenceNumber);
        segments.forEach(stream::add);
        return stream;
    }

    /**
     * What was sent more than once: the same sequence numbers with the same SYN and FIN, and when. A proof that the sender
     * retransmitted, or that the network doubled the packet; not a proof that one was lost.
     */
    public Map<String, List<SeenSegment>> repeated() {
        Map<String, List<SeenSegment>> seen = new LinkedHashMap<>();
        for (SeenSegment segment : segments) {
            if (segment.sequenceLength() > 0) {
                seen.computeIfAbsent(name(segment), _ -> new ArrayList<>()).add(segment);
            }
        }
        seen.values().removeIf(copies -> copies.size() < 2);
        return seen;
    }

    /**
     * A segment of this direction with its numbers counted from the initial ones, and zeros for data that the snap length cut;
     * {@code other} is the other direction.
     */
    TcpSegment counted(SeenSegment seen, Flow other) {
        TcpSegment segment = seen.isCut() ? seen.segment().data(seen.padded()) : seen.segment();
        TcpSegment counted = segment.seq(relative(segment.seq()));
        return seen.has(ControlBit.ACK) ? counted.ack(other.relative(segment.ack())) : counted;
    }

    /** What a segment carries, by its place in the stream: {@code seq+1 len 78}, {@code seq+0 len 0 SYN}. */
    String name(SeenSegment segment) {
        return "seq+" + relative(segment.segment().seq()) + " len " + segment.length()
                + (segment.has(ControlBit.SYN) ? " SYN" : "")
                + (segment.has(ControlBit.FIN) ? " FIN" : "");
    }
}
