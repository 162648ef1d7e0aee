package wirebook.tcp;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import wirebook.bytes.Octets;
import wirebook.field.Shown;
import wirebook.field.Table;
import wirebook.field.Text;
import wirebook.ip.IpPacket;

/** TCP segments in the order in which they are sent: an immutable list that can be put over IP. */
public final class Segments extends AbstractList<TcpSegment> implements Shown {
    private final List<TcpSegment> segments;

    /** A copy of {@code segments}. */
    public Segments(List<TcpSegment> segments) {
        this.segments = List.copyOf(segments);
    }

    /** Each segment in a packet like {@code template}; IPv4 counts the Identification up. */
    public Packets over(IpPacket template) {
        List<IpPacket> packets = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            packets.add(template.numbered(i).payload(get(i)));
        }
        return new Packets(packets);
    }

    /** The first segment. */
    public TcpSegment first() {
        return segments.getFirst();
    }

    /** The last segment. */
    public TcpSegment last() {
        return segments.getLast();
    }

    /** The data of all segments, one behind the other. */
    public Octets data() {
        return Octets.join(segments.stream().map(TcpSegment::data).toList());
    }

    @Override
    public TcpSegment get(int index) {
        if (index < 0 || index >= segments.size()) {
            throw new IndexOutOfBoundsException(
                    "there is no segment " + index + "; they are counted from 0 to " + (segments.size() - 1));
        }
        return segments.get(index);
    }

    @Override
    public int size() {
        return segments.size();
    }

    /** The segments as a table, one a row. */
    public Table table() {
        return new Table(
                List.of("#", "flags", "seq", "ack", "window", "length", "data"),
                IntStream.range(0, size()).mapToObj(this::row).toList());
    }

    private List<String> row(int index) {
        TcpSegment segment = get(index);
        return List.of(
                Integer.toString(index),
                segment.controlBits().toString(),
                Long.toString(segment.seq()),
                segment.has(ControlBit.ACK) ? Long.toString(segment.ack()) : "",
                Integer.toString(segment.win()),
                Integer.toString(segment.data().length()),
                Text.preview(segment.data(), 32));
    }

    @Override
    public String toString() {
        return Text.count(size(), "segment") + "\n" + table();
    }
}
