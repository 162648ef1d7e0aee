package wirebook.tcp;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import wirebook.field.Shown;
import wirebook.field.Table;
import wirebook.field.Text;
import wirebook.ip.IpPacket;

/** IP packets in the order in which they are sent: an immutable list. */
public final class Packets extends AbstractList<IpPacket> implements Shown {
    private final List<IpPacket> packets;

    /** A copy of {@code packets}. */
    public Packets(List<? extends IpPacket> packets) {
        this.packets = List.copyOf(packets);
    }

    /** The first packet. */
    public IpPacket first() {
        return packets.getFirst();
    }

    /** The last packet. */
    public IpPacket last() {
        return packets.getLast();
    }

    @Override
    public IpPacket get(int index) {
        if (index < 0 || index >= packets.size()) {
            throw new IndexOutOfBoundsException(
                    "there is no packet " + index + "; they are counted from 0 to " + (packets.size() - 1));
        }
        return packets.get(index);
    }

    @Override
    public int size() {
        return packets.size();
    }

    /** The packets as a table, one a row. */
    public Table table() {
        return new Table(
                List.of("#", "source", "destination", "length", "what it carries"),
                IntStream.range(0, size()).mapToObj(this::row).toList());
    }

    private List<String> row(int index) {
        IpPacket packet = get(index);
        return List.of(
                Integer.toString(index),
                packet.source().toString(),
                packet.destination().toString(),
                Integer.toString(packet.length()),
                carried(packet));
    }

    /** The packet's own line without the addresses, which have columns of their own. */
    private static String carried(IpPacket packet) {
        String addresses = packet.source() + " → " + packet.destination() + " ";
        return packet.line().substring(addresses.length());
    }

    @Override
    public String toString() {
        return Text.count(size(), "packet") + "\n" + table();
    }
}
