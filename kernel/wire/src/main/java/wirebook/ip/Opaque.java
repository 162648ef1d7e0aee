package wirebook.ip;

import java.util.List;
import wirebook.bytes.Octets;
import wirebook.field.Part;
import wirebook.field.Text;

/**
 * Octets that are carried and not read.
 *
 * @param protocol the protocol's number, 0 to 255
 * @param data the octets
 */
public record Opaque(int protocol, Octets data) implements Payload {
    /** Nothing: a packet that is a header alone. 59 says so (RFC 8200, 4.7). */
    public static final Opaque NOTHING = new Opaque(Protocols.NOTHING, Octets.EMPTY);

    @Override
    public int length() {
        return data.length();
    }

    @Override
    public void encode(byte[] target, int at, PseudoHeader pseudo) {
        data.copyTo(target, at);
    }

    @Override
    public List<Part> sections(int at, PseudoHeader pseudo) {
        return data.isEmpty()
                ? List.of()
                : List.of(
                        Part.of("Data", at * 8, data.length() * 8, Text.preview(data, 40), "octets that nobody read"));
    }

    @Override
    public String line(PseudoHeader pseudo) {
        return "protocol " + protocol + ", " + Text.count(data.length(), "octet");
    }
}
