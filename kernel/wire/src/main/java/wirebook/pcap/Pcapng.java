package wirebook.pcap;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.pcap.Block.EnhancedPacket;
import wirebook.pcap.Block.InterfaceDescription;
import wirebook.pcap.Block.ObsoletePacket;
import wirebook.pcap.Block.SectionHeader;

/**
 * A pcapng file (draft-ietf-opsawg-pcapng): sections of blocks, each section in a byte order of its own.
 *
 * @param blocks the blocks, a Section Header first
 * @param fault why reading ended before the end of the file, if it did
 */
public record Pcapng(List<Block> blocks, Optional<Malformed> fault) {
    static final long SECTION_HEADER = 0x0a0d0d0aL;
    static final String RULE = "draft-ietf-opsawg-pcapng, ";
    private static final int FRAMING = 12;

    /** Keeps its own list. */
    public Pcapng {
        blocks = List.copyOf(blocks);
    }

    /** A file of these frames: one little-endian section, nanoseconds, an interface for each link type. */
    public static Pcapng of(List<Frame> frames) {
        List<LinkType> linkTypes =
                frames.stream().map(Frame::linkType).distinct().toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new SectionHeader(ByteOrder.LITTLE_ENDIAN, 1, 0, -1, List.of()));
        for (LinkType linkType : linkTypes) {
            blocks.add(new InterfaceDescription(linkType, 0, List.of(Clock.nanoseconds())));
        }
        for (Frame frame : frames) {
            long nanos = frame.time().toNanos();
            int id = linkTypes.indexOf(frame.linkType());
            blocks.add(new EnhancedPacket(id, nanos, frame.octets(), frame.originalLength(), List.of()));
        }
        return new Pcapng(blocks, Optional.empty());
    }

    /**
     * The file in these octets. A block that is cut off or contradicts itself ends the reading: those before it are kept.
     *
     * @throws Malformed for a file that does not begin with a whole Section Header
     */
    public static Pcapng decode(Octets file) {
        List<Block> blocks = new ArrayList<>();
        List<InterfaceDescription> interfaces = new ArrayList<>();
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        for (int at = 0; at < file.length(); ) {
            try {
                order = order(file, at, order);
                int length = length(file, at, order);
                Cursor body = new Cursor(file.slice(at + 8, at + length - 4), at + 8, order, RULE + "4");
                Block block = BlockCodec.decode(type(file, at, order), body, interfaces);
                remember(block, interfaces);
                blocks.add(block);
                at += length;
            } catch (Malformed fault) {
                if (blocks.isEmpty()) {
                    throw fault;
                }
                return new Pcapng(blocks, Optional.of(fault));
            }
        }
        return new Pcapng(blocks, Optional.empty());
    }

    private static long type(Octets file, int at, ByteOrder order) {
        return new Cursor(file.slice(at, at + 4), at, order, RULE + "3.1").u32();
    }

    /** The order of the section that begins at {@code at}, or the present one where another block does. */
    private static ByteOrder order(Octets file, int at, ByteOrder present) {
        if (file.length() - at < FRAMING) {
            throw new Malformed("a block has at least 12 octets, here are " + (file.length() - at), at, RULE + "3.1");
        }
        boolean section = file.u32(at) == SECTION_HEADER;
        if (at == 0 && !section) {
            throw new Malformed("a pcapng file begins with 0a0d0d0a", 0, RULE + "4.1");
        }
        return section ? BlockCodec.order(file.slice(at + 8, at + 12), at + 8) : present;
    }

    private static int length(Octets file, int at, ByteOrder order) {
        long length = new Cursor(file.slice(at + 4, at + 8), at + 4, order, RULE).u32();
        if (length < FRAMING || length % 4 != 0) {
            throw new Malformed(
                    "a block's length is a multiple of 4 and at least 12, this is " + length, at + 4, RULE + "3.1");
        }
        if (length > file.length() - at) {
            throw new Malformed(
                    "the block says it has " + length + " octets, here are " + (file.length() - at),
                    at + 4,
                    RULE + "3.1");
        }
        int end = at + (int) length - 4;
        long again = new Cursor(file.slice(end, end + 4), end, order, RULE).u32();
        if (again != length) {
            throw new Malformed(
                    "the block's lengths differ: " + length + " in front, " + again + " behind", end, RULE + "3.1");
        }
        return (int) length;
    }

    private static void remember(Block block, List<InterfaceDescription> interfaces) {
        switch (block) {
            case SectionHeader _ -> interfaces.clear();
            case InterfaceDescription description -> interfaces.add(description);
            default -> {}
        }
    }

    /** The octets of the file. */
    public Octets encode() {
        Sink file = new Sink(ByteOrder.LITTLE_ENDIAN);
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        for (Block block : blocks) {
            order = block instanceof SectionHeader header ? header.order() : order;
            file.order(order);
            Sink body = new Sink(order);
            BlockCodec.encode(block, body);
            int length = body.length() + FRAMING;
            file.u32(block.type()).u32(length).octets(body.toOctets()).u32(length);
        }
        return file.toOctets();
    }

    /** The packets as frames. */
    public Capture capture() {
        List<Frame> frames = new ArrayList<>();
        List<InterfaceDescription> interfaces = new ArrayList<>();
        List<Clock> clocks = new ArrayList<>();
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        for (Block block : blocks) {
            remember(block, interfaces);
            switch (block) {
                case SectionHeader header -> {
                    order = header.order();
                    clocks.clear();
                }
                case InterfaceDescription description -> clocks.add(Clock.of(description, order));
                case Block.Packet packet -> frames.add(frame(packet, interfaces, clocks));
                default -> {}
            }
        }
        return new Capture(frames, fault);
    }

    private static Frame frame(Block.Packet packet, List<InterfaceDescription> interfaces, List<Clock> clocks) {
        Clock clock = clocks.get(packet.interfaceId());
        var time = switch (packet) {
            case EnhancedPacket enhanced -> clock.time(enhanced.timestamp());
            case ObsoletePacket obsolete -> clock.time(obsolete.timestamp());
            case Block.SimplePacket _ -> java.time.Duration.ZERO;
        };
        return new Frame(time, interfaces.get(packet.interfaceId()).linkType(), packet.data(), packet.originalLength());
    }
}
