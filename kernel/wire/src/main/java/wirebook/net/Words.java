package wirebook.net;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Part;
import wirebook.ip.IpPacket;
import wirebook.tcp.PacketDecoder;
import wirebook.tcp.TcpSegment;

/** What the steps of a run say about packets. */
final class Words {
    private Words() {}

    /** The flags, numbers and length of what a packet carries. */
    static String of(IpPacket packet) {
        return packet.payload() instanceof TcpSegment segment
                ? Gist.of(segment).words(0, 0)
                : packet.payload().line(packet.pseudo());
    }

    /** Why these octets are no packet that a host may take: a checksum that is wrong, or a broken rule; empty for none. */
    static String fault(Octets octets) {
        try {
            List<String> wrong = new ArrayList<>();
            marks(PacketDecoder.decode(octets).layout(), wrong);
            return String.join("; ", wrong);
        } catch (Malformed malformed) {
            return malformed.what() + " (" + malformed.rule() + ")";
        }
    }

    private static void marks(Part part, List<String> wrong) {
        if (!part.mark().isEmpty()) {
            wrong.add(part.name() + " is " + part.value() + part.mark().replace("pinned", ""));
        }
        part.parts().forEach(inner -> marks(inner, wrong));
    }
}
