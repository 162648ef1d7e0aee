package wirebook.pcap;

import java.nio.ByteOrder;
import java.util.List;
import wirebook.bytes.Octets;

/** A block of a pcapng file (draft-ietf-opsawg-pcapng, 3 and 4). */
public sealed interface Block {
    /** The number that the file has for this kind of block, 0 to 4,294,967,295. */
    long type();

    /** The block's name in the draft, abbreviated: {@code SHB}, {@code EPB}. */
    String abbreviation();

    /** A block that holds a packet. */
    sealed interface Packet extends Block {
        /** The interface that saw the packet, counted from 0 in its section. */
        int interfaceId();

        /** What was captured. */
        Octets data();

        /** The packet's length on the link, 0 to 4,294,967,295. */
        long originalLength();
    }

    /**
     * Section Header: everything behind it, up to the next one, is in its byte order (4.1).
     *
     * @param order the byte order of the section
     * @param major the version, 1
     * @param minor the version, 0 or 2
     * @param length the octets of the section behind this block; −1 for not said
     * @param options comments, hardware, operating system, application
     */
    record SectionHeader(ByteOrder order, int major, int minor, long length, List<BlockOption> options)
            implements Block {
        @Override
        public long type() {
            return Pcapng.SECTION_HEADER;
        }

        @Override
        public String abbreviation() {
            return "SHB";
        }
    }

    /**
     * Interface Description (4.2).
     *
     * @param linkType what its frames begin with
     * @param snapLength the most octets kept of a packet; 0 for no limit
     * @param options name, resolution of the times, filter …
     */
    record InterfaceDescription(LinkType linkType, long snapLength, List<BlockOption> options) implements Block {
        @Override
        public long type() {
            return 1;
        }

        @Override
        public String abbreviation() {
            return "IDB";
        }
    }

    /**
     * Packet, obsolete since Enhanced Packet (appendix A).
     *
     * @param interfaceId the interface, 0 to 65,535
     * @param drops packets lost before this one, 0 to 65,535
     * @param timestamp in units of the interface's resolution
     * @param data what was captured
     * @param originalLength the length on the link
     * @param options comments, flags …
     */
    record ObsoletePacket(
            int interfaceId, int drops, long timestamp, Octets data, long originalLength, List<BlockOption> options)
            implements Packet {
        @Override
        public long type() {
            return 2;
        }

        @Override
        public String abbreviation() {
            return "PB";
        }
    }

    /**
     * Simple Packet: of interface 0, without a time (4.4).
     *
     * @param data what was captured
     * @param originalLength the length on the link
     */
    record SimplePacket(Octets data, long originalLength) implements Packet {
        @Override
        public long type() {
            return 3;
        }

        @Override
        public String abbreviation() {
            return "SPB";
        }

        @Override
        public int interfaceId() {
            return 0;
        }
    }

    /**
     * Name Resolution (4.5).
     *
     * @param records addresses and their names: code 1 is IPv4, 2 is IPv6, each the address and then names ended by zeros
     * @param options the server that was asked …
     */
    record NameResolution(List<BlockOption> records, List<BlockOption> options) implements Block {
        @Override
        public long type() {
            return 4;
        }

        @Override
        public String abbreviation() {
            return "NRB";
        }
    }

    /**
     * Interface Statistics (4.6).
     *
     * @param interfaceId the interface
     * @param timestamp in units of the interface's resolution
     * @param options counts of packets received, dropped …
     */
    record InterfaceStatistics(long interfaceId, long timestamp, List<BlockOption> options) implements Block {
        @Override
        public long type() {
            return 5;
        }

        @Override
        public String abbreviation() {
            return "ISB";
        }
    }

    /**
     * Enhanced Packet (4.3).
     *
     * @param interfaceId the interface
     * @param timestamp in units of the interface's resolution
     * @param data what was captured
     * @param originalLength the length on the link
     * @param options comments, flags, checksums …
     */
    record EnhancedPacket(int interfaceId, long timestamp, Octets data, long originalLength, List<BlockOption> options)
            implements Packet {
        @Override
        public long type() {
            return 6;
        }

        @Override
        public String abbreviation() {
            return "EPB";
        }
    }

    /**
     * Custom: octets of somebody's own (4.8).
     *
     * @param copied whether a program that does not know it copies it to a new file
     * @param enterprise the Private Enterprise Number of whose it is
     * @param data octets and options that only its owner tells apart
     */
    record Custom(boolean copied, long enterprise, Octets data) implements Block {
        @Override
        public long type() {
            return copied ? 0x0bad : 0x4000_0bad;
        }

        @Override
        public String abbreviation() {
            return copied ? "CB" : "DCB";
        }
    }

    /**
     * A block that is kept and not read.
     *
     * @param type the number of its kind
     * @param body its octets, a multiple of 4
     */
    record Unknown(long type, Octets body) implements Block {
        @Override
        public String abbreviation() {
            return "type " + type;
        }
    }
}
