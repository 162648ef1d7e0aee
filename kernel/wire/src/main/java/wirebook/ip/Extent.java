package wirebook.ip;

import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/** How much of a packet the octets are that a decoder is given. */
enum Extent {
    /** The whole packet: what is missing is a fault. */
    WHOLE {
        @Override
        int end(int length, Octets octets, String says, String rule) {
            if (length > octets.length()) {
                throw new Malformed(
                        says + " says " + length + " octets, here are " + octets.length(), octets.length(), rule);
            }
            return length;
        }

        @Override
        Payload payload(PayloadDecoder next, int protocol, Octets data, PseudoHeader pseudo, int shift) {
            try {
                return next.decode(protocol, data, pseudo);
            } catch (Malformed inside) {
                throw inside.shifted(shift);
            }
        }
    },
    /** Its beginning, as a snap length or an ICMP error leaves it: what the payload's decoder cannot read stays octets. */
    BEGINNING {
        @Override
        int end(int length, Octets octets, String says, String rule) {
            return Math.min(length, octets.length());
        }

        @Override
        Payload payload(PayloadDecoder next, int protocol, Octets data, PseudoHeader pseudo, int shift) {
            try {
                return next.decode(protocol, data, pseudo);
            } catch (Malformed cut) {
                return new Opaque(protocol, data);
            }
        }
    };

    /** Where the packet ends in these octets if its header says that it has {@code length}. */
    abstract int end(int length, Octets octets, String says, String rule);

    abstract Payload payload(PayloadDecoder next, int protocol, Octets data, PseudoHeader pseudo, int shift);
}
