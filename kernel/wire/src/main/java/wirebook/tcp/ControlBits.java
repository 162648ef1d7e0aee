package wirebook.tcp;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The set of control bits of a segment.
 *
 * @param octet the bits as the header has them, 0 to 255
 */
public record ControlBits(int octet) {
    /** No bit at all. */
    public static final ControlBits NONE = new ControlBits(0);

    /** The set of these bits. */
    public static ControlBits of(ControlBit... bits) {
        int octet = 0;
        for (ControlBit bit : bits) {
            octet |= bit.mask();
        }
        return new ControlBits(octet);
    }

    /** Whether the bit is set. */
    public boolean has(ControlBit bit) {
        return (octet & bit.mask()) != 0;
    }

    /** These bits and one more. */
    public ControlBits with(ControlBit bit) {
        return new ControlBits(octet | bit.mask());
    }

    /** These bits but one. */
    public ControlBits without(ControlBit bit) {
        return new ControlBits(octet & ~bit.mask());
    }

    /** One letter a bit, as tcpdump writes them: {@code S.} is SYN and ACK; {@code none} for no bit. */
    public String letters() {
        String letters = "SFRPUEW."; // the order in which tcpdump and packetdrill print
        String set = letters.chars()
                .filter(letter ->
                        Arrays.stream(ControlBit.values()).anyMatch(bit -> bit.letter() == letter && has(bit)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return set.isEmpty() ? "none" : set;
    }

    /** The names of the bits that are set, as lectures write them: {@code SYN, ACK}. */
    @Override
    public String toString() {
        return Arrays.stream(new ControlBit[] {
                    ControlBit.SYN,
                    ControlBit.FIN,
                    ControlBit.RST,
                    ControlBit.PSH,
                    ControlBit.ACK,
                    ControlBit.URG,
                    ControlBit.ECE,
                    ControlBit.CWR
                })
                .filter(this::has)
                .map(ControlBit::name)
                .collect(Collectors.joining(", "));
    }
}
