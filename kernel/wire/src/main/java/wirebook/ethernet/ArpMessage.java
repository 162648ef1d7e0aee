package wirebook.ethernet;

import static wirebook.ethernet.EthernetHeader.ARP;
import static wirebook.ethernet.EthernetHeader.OPERATION;
import static wirebook.ethernet.EthernetHeader.SENDER_HARDWARE;
import static wirebook.ethernet.EthernetHeader.SENDER_PROTOCOL;
import static wirebook.ethernet.EthernetHeader.TARGET_HARDWARE;
import static wirebook.ethernet.EthernetHeader.TARGET_PROTOCOL;

import java.util.List;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.ip.Ipv4Address;

/**
 * An ARP message: who has this IPv4 address, or: I have it (RFC 826).
 *
 * @param operation 1 request, 2 reply; 0 to 65,535
 * @param senderHardware the hardware address of who sends this
 * @param sender its IPv4 address
 * @param targetHardware what is asked for: zero in a request
 * @param target whose hardware address is asked for
 */
public record ArpMessage(
        int operation, MacAddress senderHardware, Ipv4Address sender, MacAddress targetHardware, Ipv4Address target)
        implements Layer {
    private static final MacAddress UNKNOWN = new MacAddress(0);
    private static final Octets ETHERNET_AND_IPV4 = Octets.ofHex("0001 0800 06 04");

    /** Checks the range. */
    public ArpMessage {
        OPERATION.check(operation);
    }

    /** Asks for the hardware address of {@code target}. */
    public static ArpMessage request(MacAddress senderHardware, Ipv4Address sender, Ipv4Address target) {
        return new ArpMessage(1, senderHardware, sender, UNKNOWN, target);
    }

    /** The answer of the host that has the address that was asked for. */
    public ArpMessage reply(MacAddress hardware) {
        return new ArpMessage(
                2,
                /* senderHardware= */ hardware,
                /* sender= */ target,
                /* targetHardware= */ senderHardware,
                /* target= */ sender);
    }

    /**
     * The message that {@code octets} begin with; a link's padding behind it is passed over.
     *
     * @throws Malformed for fewer than 28 octets, or addresses of another kind than Ethernet's and IPv4's
     */
    public static ArpMessage decode(Octets octets) {
        if (octets.length() < ARP.length()) {
            throw new Malformed(
                    "an ARP message has 28 octets, here are " + octets.length(), octets.length(), ARP.rfc());
        }
        if (!octets.slice(0, 6).equals(ETHERNET_AND_IPV4)) {
            throw new Malformed(
                    "not ARP for Ethernet and IPv4: " + octets.slice(0, 6).hex(), 0, ARP.rfc());
        }
        return new ArpMessage(
                (int) OPERATION.get(octets),
                new MacAddress(SENDER_HARDWARE.get(octets)),
                new Ipv4Address((int) SENDER_PROTOCOL.get(octets)),
                new MacAddress(TARGET_HARDWARE.get(octets)),
                new Ipv4Address((int) TARGET_PROTOCOL.get(octets)));
    }

    @Override
    public Octets bytes() {
        byte[] target28 = new byte[ARP.length()];
        ETHERNET_AND_IPV4.copyTo(target28, 0);
        OPERATION.put(target28, 0, operation);
        SENDER_HARDWARE.put(target28, 0, senderHardware.bits());
        SENDER_PROTOCOL.put(target28, 0, sender.unsigned());
        TARGET_HARDWARE.put(target28, 0, targetHardware.bits());
        TARGET_PROTOCOL.put(target28, 0, target.unsigned());
        return Octets.wrap(target28);
    }

    @Override
    public Part layout() {
        int bits = ARP.length() * 8;
        List<Part> fields = ARP.parts(bytes(), 0, part -> part);
        return Part.of("ARP message", 0, bits, line(), List.of(Part.of("ARP", 0, bits, ARP.rfc(), fields)));
    }

    @Override
    public String line() {
        return switch (operation) {
            case 1 -> "ARP who has " + target + "? tell " + sender;
            case 2 -> "ARP " + sender + " is at " + senderHardware;
            default -> "ARP operation " + operation;
        };
    }

    @Override
    public String toString() {
        return line() + "\n" + diagram();
    }
}
