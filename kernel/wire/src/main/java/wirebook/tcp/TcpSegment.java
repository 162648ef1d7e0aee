package wirebook.tcp;

import static wirebook.tcp.TcpHeader.ACKNOWLEDGMENT_NUMBER;
import static wirebook.tcp.TcpHeader.CHECKSUM;
import static wirebook.tcp.TcpHeader.CONTROL_BITS;
import static wirebook.tcp.TcpHeader.DATA_OFFSET;
import static wirebook.tcp.TcpHeader.DESTINATION_PORT;
import static wirebook.tcp.TcpHeader.RESERVED;
import static wirebook.tcp.TcpHeader.SEQUENCE_NUMBER;
import static wirebook.tcp.TcpHeader.SOURCE_PORT;
import static wirebook.tcp.TcpHeader.TABLE;
import static wirebook.tcp.TcpHeader.URGENT_POINTER;
import static wirebook.tcp.TcpHeader.WINDOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Checksum;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Field;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Pins;
import wirebook.field.Text;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Packet;
import wirebook.ip.Payload;
import wirebook.ip.Protocols;
import wirebook.ip.PseudoHeader;

/**
 * A TCP segment (RFC 9293, 3.1): an immutable value whose Data Offset and Checksum are derived until they are pinned. The
 * checksum covers the addresses too, so it is known once the segment is in a packet.
 *
 * @param sourcePort 0 to 65,535
 * @param destinationPort 0 to 65,535
 * @param sequenceNumber as on the wire, 0 to 4,294,967,295
 * @param acknowledgmentNumber as on the wire, 0 to 4,294,967,295
 * @param reserved the four bits that should be zero, 0 to 15
 * @param controlBits the flags
 * @param window as on the wire, before scaling, 0 to 65,535
 * @param urgentPointer 0 to 65,535
 * @param options the options in wire order, at most 40 octets; padding is added
 * @param data the data octets
 * @param pins the computed fields that somebody has set
 */
public record TcpSegment(
        int sourcePort,
        int destinationPort,
        long sequenceNumber,
        long acknowledgmentNumber,
        int reserved,
        ControlBits controlBits,
        int window,
        int urgentPointer,
        List<TcpOption> options,
        Octets data,
        Pins pins)
        implements Payload, Layer {
    private static final int FIXED = TABLE.length();

    /** Checks every field against its width. */
    public TcpSegment {
        SOURCE_PORT.check(sourcePort);
        DESTINATION_PORT.check(destinationPort);
        SEQUENCE_NUMBER.check(sequenceNumber);
        ACKNOWLEDGMENT_NUMBER.check(acknowledgmentNumber);
        RESERVED.check(reserved);
        CONTROL_BITS.check(controlBits.octet());
        WINDOW.check(window);
        URGENT_POINTER.check(urgentPointer);
        Options checked = Options.copyOf(options);
        options = checked;
        if (checked.length() > 40) {
            throw new IllegalArgumentException(
                    "TCP options take at most 40 octets (Data Offset, RFC 9293); these take " + checked.length());
        }
    }

    /** A segment between two ports: no flags, no data, every number zero, Window 65,535. */
    public static TcpSegment of(int sourcePort, int destinationPort) {
        return new TcpSegment(
                sourcePort, destinationPort, 0, 0, 0, ControlBits.NONE, 65_535, 0, List.of(), Octets.EMPTY, Pins.NONE);
    }

    /**
     * The segment that {@code octets} are.
     *
     * @param pseudo the addresses of the packet, by which the checksum is verified
     * @throws Malformed for a header that is cut off or options that break their format
     */
    public static TcpSegment decode(Octets octets, PseudoHeader pseudo) {
        int headerLength = checkedHeader(octets);
        TcpSegment bare = fields(octets, headerLength);
        long sum = octets.sum(pseudo.sum(Protocols.TCP, octets.length()));
        if (Checksum.fold(sum) == 0 && bare.headerLength() == headerLength) {
            return bare;
        }
        Pins pins = Pins.NONE.keep(DATA_OFFSET, headerLength / 4, bare.headerLength() / 4);
        TcpSegment segment = bare.pins(pins);
        return segment.pins(pins.keep(CHECKSUM, CHECKSUM.get(octets), segment.derivedChecksum(pseudo)));
    }

    private static int checkedHeader(Octets octets) {
        if (octets.length() < FIXED) {
            throw new Malformed(
                    "a TCP header has at least 20 octets, here are " + octets.length(), octets.length(), TABLE.rfc());
        }
        int headerLength = (int) DATA_OFFSET.get(octets) * 4;
        if (headerLength < FIXED) {
            throw new Malformed("Data Offset is at least 5, this is " + headerLength / 4, 12, TABLE.rfc());
        }
        if (headerLength > octets.length()) {
            throw new Malformed(
                    "Data Offset says " + headerLength + " octets of header, here are " + octets.length(),
                    12,
                    TABLE.rfc());
        }
        return headerLength;
    }

    private static TcpSegment fields(Octets octets, int headerLength) {
        return new TcpSegment(
                (int) SOURCE_PORT.get(octets),
                (int) DESTINATION_PORT.get(octets),
                SEQUENCE_NUMBER.get(octets),
                ACKNOWLEDGMENT_NUMBER.get(octets),
                (int) RESERVED.get(octets),
                new ControlBits((int) CONTROL_BITS.get(octets)),
                (int) WINDOW.get(octets),
                (int) URGENT_POINTER.get(octets),
                headerLength == FIXED ? Options.NONE : OptionCodec.decode(octets.slice(FIXED, headerLength), FIXED),
                octets.from(headerLength),
                Pins.NONE);
    }

    /** Whether the control bit is set. */
    public boolean has(ControlBit bit) {
        return controlBits.has(bit);
    }

    /** The sequence number, as on the wire. */
    public long seq() {
        return sequenceNumber;
    }

    /** The acknowledgment number, as on the wire. */
    public long ack() {
        return acknowledgmentNumber;
    }

    /** The window as on the wire, before scaling. */
    public int win() {
        return window;
    }

    /** SEG.LEN: the sequence numbers it occupies, data octets and one each for SYN and FIN (RFC 9293, 3.3.1). */
    public int sequenceLength() {
        return data.length() + (has(ControlBit.SYN) ? 1 : 0) + (has(ControlBit.FIN) ? 1 : 0);
    }

    /** The first option of this class, if there is one. */
    public <O extends TcpOption> Optional<O> option(Class<O> type) {
        for (int i = 0; i < options.size(); i++) {
            if (type.isInstance(options.get(i))) {
                return Optional.of(type.cast(options.get(i)));
            }
        }
        return Optional.empty();
    }

    /** The options with what the wire needs of them; the constructor made them such. */
    private Options wireOptions() {
        return (Options) options;
    }

    /** The header's length in octets, 20 to 60. */
    public int headerLength() {
        return FIXED + wireOptions().length();
    }

    @Override
    public int protocol() {
        return Protocols.TCP;
    }

    @Override
    public int length() {
        return headerLength() + data.length();
    }

    @Override
    public void encode(byte[] target, int at, PseudoHeader pseudo) {
        encode(target, at);
        int length = length();
        long derived = Checksum.fold(Checksum.sum(pseudo.sum(Protocols.TCP, length), target, at, length));
        CHECKSUM.put(target, at, pins.value(CHECKSUM, derived));
    }

    /** Writes all but the checksum. */
    private void encode(byte[] target, int at) {
        int headerLength = headerLength();
        SOURCE_PORT.put(target, at, sourcePort);
        DESTINATION_PORT.put(target, at, destinationPort);
        SEQUENCE_NUMBER.put(target, at, sequenceNumber);
        ACKNOWLEDGMENT_NUMBER.put(target, at, acknowledgmentNumber);
        DATA_OFFSET.put(target, at, pins.value(DATA_OFFSET, headerLength / 4));
        RESERVED.put(target, at, reserved);
        CONTROL_BITS.put(target, at, controlBits.octet());
        WINDOW.put(target, at, window);
        URGENT_POINTER.put(target, at, urgentPointer);
        wireOptions().encode(target, at + FIXED);
        data.copyTo(target, at + headerLength);
    }

    private long derivedChecksum(PseudoHeader pseudo) {
        byte[] target = new byte[length()];
        encode(target, 0);
        return Checksum.fold(Checksum.sum(pseudo.sum(Protocols.TCP, length()), target, 0, length()));
    }

    @Override
    public boolean intact(PseudoHeader pseudo) {
        return !pins.has(CHECKSUM) || pins.value(CHECKSUM, 0) == derivedChecksum(pseudo);
    }

    /** The octets of the segment by itself. Without addresses there is no checksum: the field is zero unless pinned. */
    @Override
    public Octets bytes() {
        byte[] target = new byte[length()];
        encode(target, 0);
        CHECKSUM.put(target, 0, pins.value(CHECKSUM, 0));
        return Octets.wrap(target);
    }

    @Override
    public Part layout() {
        List<Part> sections = sections(
                0,
                bytes(),
                part -> part.name().equals(CHECKSUM.name()) && !pins.has(CHECKSUM) ? part.value("in a packet") : part);
        return Part.of("TCP segment", 0, length() * 8, line(), sections);
    }

    @Override
    public List<Part> sections(int at, PseudoHeader pseudo) {
        byte[] target = new byte[length()];
        encode(target, 0, pseudo);
        return sections(at, Octets.wrap(target), part -> marked(part, pseudo));
    }

    private Part marked(Part part, PseudoHeader pseudo) {
        Field field = TABLE.field(part.name());
        return switch (part.name()) {
            case "Checksum" -> pins.has(field) ? part.mark(pins.mark(field, derivedChecksum(pseudo))) : part;
            case "Data Offset" -> part.mark(pins.mark(field, headerLength() / 4));
            default -> part;
        };
    }

    private List<Part> sections(int at, Octets octets, java.util.function.UnaryOperator<Part> more) {
        List<Part> fields = new ArrayList<>(TABLE.parts(octets, at, more));
        fields.addAll(OptionCodec.parts(wireOptions(), at + FIXED));
        List<Part> sections = new ArrayList<>();
        sections.add(Part.of("TCP header", at * 8, headerLength() * 8, TABLE.rfc(), fields));
        if (!data.isEmpty()) {
            sections.add(Part.of(
                    "Data",
                    (at + headerLength()) * 8,
                    data.length() * 8,
                    Text.preview(data, 40),
                    "a chunk of the octet stream"));
        }
        return sections;
    }

    @Override
    public String line() {
        StringBuilder line = new StringBuilder()
                .append(sourcePort)
                .append(" → ")
                .append(destinationPort)
                .append(" [")
                .append(controlBits)
                .append("] seq ")
                .append(sequenceNumber);
        if (sequenceLength() > 0) {
            line.append(':').append(SequenceNumber.plus(sequenceNumber, sequenceLength()));
        }
        if (has(ControlBit.ACK)) {
            line.append(" ack ").append(acknowledgmentNumber);
        }
        line.append(" win ").append(window).append(" len ").append(data.length());
        options.stream()
                .filter(option -> option.kind() > 1)
                .forEach(option -> line.append(' ')
                        .append('<')
                        .append((option.name() + " " + option.value()).strip())
                        .append('>'));
        return line.toString();
    }

    @Override
    public String line(PseudoHeader pseudo) {
        return line() + (intact(pseudo) ? "" : " (bad checksum)");
    }

    /** This segment in a packet like {@code packet}. */
    public IpPacket over(IpPacket packet) {
        return packet.payload(this);
    }

    /** This segment in a packet like {@code packet}. */
    public Ipv4Packet over(Ipv4Packet packet) {
        return packet.payload(this);
    }

    /** This segment with another sequence number. */
    public TcpSegment seq(long number) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                number,
                acknowledgmentNumber,
                reserved,
                controlBits,
                window,
                urgentPointer,
                options,
                data,
                pins);
    }

    /** This segment with an acknowledgment number, and ACK set. */
    public TcpSegment ack(long number) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequenceNumber,
                number,
                reserved,
                controlBits.with(ControlBit.ACK),
                window,
                urgentPointer,
                options,
                data,
                pins);
    }

    /** This segment with exactly these control bits. */
    public TcpSegment flags(ControlBit... bits) {
        return flags(ControlBits.of(bits));
    }

    /** This segment with exactly these control bits. */
    public TcpSegment flags(ControlBits bits) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequenceNumber,
                acknowledgmentNumber,
                reserved,
                bits,
                window,
                urgentPointer,
                options,
                data,
                pins);
    }

    /** This segment with another window, as on the wire. */
    public TcpSegment win(int octets) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequenceNumber,
                acknowledgmentNumber,
                reserved,
                controlBits,
                octets,
                urgentPointer,
                options,
                data,
                pins);
    }

    /** This segment with an Urgent Pointer, and URG set. */
    public TcpSegment urgent(int pointer) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequenceNumber,
                acknowledgmentNumber,
                reserved,
                controlBits.with(ControlBit.URG),
                window,
                pointer,
                options,
                data,
                pins);
    }

    /** This segment with exactly these options. */
    public TcpSegment options(TcpOption... newOptions) {
        return options(List.of(newOptions));
    }

    /** This segment with exactly these options. */
    public TcpSegment options(List<TcpOption> newOptions) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequenceNumber,
                acknowledgmentNumber,
                reserved,
                controlBits,
                window,
                urgentPointer,
                newOptions,
                data,
                pins);
    }

    /** This segment with other data. */
    public TcpSegment data(Octets octets) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequenceNumber,
                acknowledgmentNumber,
                reserved,
                controlBits,
                window,
                urgentPointer,
                options,
                octets,
                pins);
    }

    private TcpSegment pins(Pins newPins) {
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequenceNumber,
                acknowledgmentNumber,
                reserved,
                controlBits,
                window,
                urgentPointer,
                options,
                data,
                newPins);
    }

    /** This segment with its Checksum pinned, 0 to 65,535. */
    @Override
    public TcpSegment checksum(int value) {
        return pins(pins.and(CHECKSUM, value));
    }

    /** This segment with its Data Offset pinned, 0 to 15. */
    public TcpSegment dataOffset(int words) {
        return pins(pins.and(DATA_OFFSET, words));
    }

    @Override
    public String toString() {
        return line() + "\n" + diagram();
    }
}
