package wirebook.ethernet;

import java.util.List;
import wirebook.bytes.Octets;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Text;

/**
 * Octets that a frame carries and nobody reads.
 *
 * @param etherType what they are, 0 to 65,535; less than 1,536 is their length (IEEE 802.3)
 * @param bytes the octets
 */
public record EtherData(int etherType, Octets bytes) implements Layer {
    /** Checks the range. */
    public EtherData {
        EthernetHeader.ETHER_TYPE.check(etherType);
    }

    @Override
    public Part layout() {
        Part data = Part.of("Data", 0, bytes.length() * 8, Text.preview(bytes, 40), "octets that nobody read");
        return Part.of("Data", 0, bytes.length() * 8, line(), bytes.isEmpty() ? List.of() : List.of(data));
    }

    @Override
    public String line() {
        return EthernetHeader.ETHER_TYPE.show(etherType) + ", " + Text.count(bytes.length(), "octet");
    }
}
