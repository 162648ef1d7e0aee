package wirebook.pcap;

import java.nio.ByteOrder;
import java.util.List;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.pcap.Block.Custom;
import wirebook.pcap.Block.EnhancedPacket;
import wirebook.pcap.Block.InterfaceDescription;
import wirebook.pcap.Block.InterfaceStatistics;
import wirebook.pcap.Block.NameResolution;
import wirebook.pcap.Block.ObsoletePacket;
import wirebook.pcap.Block.SectionHeader;
import wirebook.pcap.Block.SimplePacket;
import wirebook.pcap.Block.Unknown;

/** The bodies of pcapng blocks, from octets and to octets (draft-ietf-opsawg-pcapng, 4). */
final class BlockCodec {
    private static final long BYTE_ORDER_MAGIC = 0x1a2b3c4dL;

    private BlockCodec() {}

    /**
     * The block of this type whose body the cursor goes through.
     *
     * @param interfaces the interfaces that the section has described so far
     */
    static Block decode(long type, Cursor body, List<InterfaceDescription> interfaces) {
        return switch ((int) type) {
            case 0x0a0d0d0a -> section(body);
            case 1 -> interfaceDescription(body);
            case 2 -> obsoletePacket(body, interfaces);
            case 3 -> simplePacket(body, interfaces);
            case 4 -> new NameResolution(BlockOption.decode(body), BlockOption.decode(body));
            case 5 -> new InterfaceStatistics(body.u32(), timestamp(body), BlockOption.decode(body));
            case 6 -> enhancedPacket(body, interfaces);
            case 0x0bad -> new Custom(true, body.u32(), body.take(body.left()));
            case 0x4000_0bad -> new Custom(false, body.u32(), body.take(body.left()));
            default -> new Unknown(type, body.take(body.left()));
        };
    }

    /** The byte order that the magic of a section header shows when it is read in network order. */
    static ByteOrder order(Octets magic, int place) {
        if (magic.u32(0) == BYTE_ORDER_MAGIC) {
            return ByteOrder.BIG_ENDIAN;
        }
        if (Integer.reverseBytes((int) magic.u32(0)) == BYTE_ORDER_MAGIC) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        throw new Malformed(
                "the byte-order magic is 1a2b3c4d or 4d3c2b1a, this is "
                        + magic.slice(0, 4).hex(),
                place,
                Pcapng.RULE + "4.1");
    }

    private static SectionHeader section(Cursor body) {
        body.u32();
        int major = body.u16();
        int minor = body.u16();
        if (major != 1) {
            throw body.malformed("pcapng has version 1.0, this section is " + major + "." + minor);
        }
        return new SectionHeader(body.order(), major, minor, body.i64(), BlockOption.decode(body));
    }

    private static InterfaceDescription interfaceDescription(Cursor body) {
        LinkType linkType = new LinkType(body.u16());
        body.u16();
        return new InterfaceDescription(linkType, body.u32(), BlockOption.decode(body));
    }

    private static ObsoletePacket obsoletePacket(Cursor body, List<InterfaceDescription> interfaces) {
        int id = known(body.u16(), body, interfaces);
        int drops = body.u16();
        long timestamp = timestamp(body);
        long captured = body.u32();
        long original = body.u32();
        return new ObsoletePacket(id, drops, timestamp, body.padded(captured), original, BlockOption.decode(body));
    }

    private static SimplePacket simplePacket(Cursor body, List<InterfaceDescription> interfaces) {
        InterfaceDescription description = interfaces.get(known(0, body, interfaces));
        long original = body.u32();
        long snap = description.snapLength();
        return new SimplePacket(body.take(snap == 0 ? original : Math.min(snap, original)), original);
    }

    private static EnhancedPacket enhancedPacket(Cursor body, List<InterfaceDescription> interfaces) {
        int id = known(body.u32(), body, interfaces);
        long timestamp = timestamp(body);
        long captured = body.u32();
        long original = body.u32();
        return new EnhancedPacket(id, timestamp, body.padded(captured), original, BlockOption.decode(body));
    }

    private static int known(long id, Cursor body, List<InterfaceDescription> interfaces) {
        if (id >= interfaces.size()) {
            throw body.malformed("a packet of interface " + id + ", of which no block has told");
        }
        return (int) id;
    }

    private static long timestamp(Cursor body) {
        long high = body.u32();
        return high << 32 | body.u32();
    }

    static void encode(Block block, Sink sink) {
        switch (block) {
            case SectionHeader header -> {
                sink.u32(BYTE_ORDER_MAGIC)
                        .u16(header.major())
                        .u16(header.minor())
                        .i64(header.length());
                BlockOption.encode(header.options(), sink);
            }
            case InterfaceDescription description -> {
                sink.u16(description.linkType().number()).u16(0).u32(description.snapLength());
                BlockOption.encode(description.options(), sink);
            }
            case ObsoletePacket packet -> {
                timestamp(sink.u16(packet.interfaceId()).u16(packet.drops()), packet.timestamp());
                packet(packet, packet.options(), sink);
            }
            case SimplePacket packet -> sink.u32(packet.originalLength()).padded(packet.data());
            case NameResolution names -> {
                names.records()
                        .forEach(name ->
                                sink.u16(name.code()).u16(name.value().length()).padded(name.value()));
                sink.u32(0);
                BlockOption.encode(names.options(), sink);
            }
            case InterfaceStatistics statistics -> {
                timestamp(sink.u32(statistics.interfaceId()), statistics.timestamp());
                BlockOption.encode(statistics.options(), sink);
            }
            case EnhancedPacket packet -> {
                timestamp(sink.u32(packet.interfaceId()), packet.timestamp());
                packet(packet, packet.options(), sink);
            }
            case Custom custom -> sink.u32(custom.enterprise()).padded(custom.data());
            case Unknown unknown -> sink.padded(unknown.body());
        }
    }

    private static void timestamp(Sink sink, long timestamp) {
        sink.u32(timestamp >>> 32).u32(timestamp);
    }

    private static void packet(Block.Packet packet, List<BlockOption> options, Sink sink) {
        sink.u32(packet.data().length()).u32(packet.originalLength()).padded(packet.data());
        BlockOption.encode(options, sink);
    }
}
