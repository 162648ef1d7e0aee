package wirebook.net;

import wirebook.ip.IpPacket;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;

/** What sort of packet a selector counts. */
public sealed interface Sort {
    /** Whether the packet is of this sort. */
    boolean has(IpPacket packet);

    /** Every packet. */
    record Any() implements Sort {
        @Override
        public boolean has(IpPacket packet) {
            return true;
        }

        @Override
        public String toString() {
            return "packet";
        }
    }

    /** Packets with a segment that carries data. */
    record Data() implements Sort {
        @Override
        public boolean has(IpPacket packet) {
            return packet.payload() instanceof TcpSegment segment
                    && !segment.data().isEmpty();
        }

        @Override
        public String toString() {
            return "data";
        }
    }

    /**
     * Packets with a segment that has a control bit.
     *
     * @param bit the bit
     */
    record Flagged(ControlBit bit) implements Sort {
        @Override
        public boolean has(IpPacket packet) {
            return packet.payload() instanceof TcpSegment segment && segment.has(bit);
        }

        @Override
        public String toString() {
            return bit.name();
        }
    }
}
