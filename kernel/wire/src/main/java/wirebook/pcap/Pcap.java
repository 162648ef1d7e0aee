package wirebook.pcap;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;

/**
 * A pcap file (draft-ietf-opsawg-pcap): a header and records of one link type.
 *
 * @param order the byte order of its numbers
 * @param nanoseconds whether times are in nanoseconds; else in microseconds
 * @param snapLength the most octets that were kept of a frame, 0 to 4,294,967,295
 * @param linkType the link type of all frames
 * @param frames the frames
 * @param fault why reading ended before the end of the file, if it did
 */
public record Pcap(
        ByteOrder order,
        boolean nanoseconds,
        long snapLength,
        LinkType linkType,
        List<Frame> frames,
        Optional<Malformed> fault) {
    private static final long MICROSECONDS_MAGIC = 0xa1b2c3d4L;
    private static final long NANOSECONDS_MAGIC = 0xa1b23c4dL;
    private static final long MODIFIED_MAGIC = 0xa1b2cd34L;
    private static final int MODIFIED_EXTRA = 8;
    private static final String HEADER_RULE = "draft-ietf-opsawg-pcap, 4";
    private static final String RECORD_RULE = "draft-ietf-opsawg-pcap, 5";
    private static final long SNAP_LENGTH = 262_144;

    /** Keeps its own list. */
    public Pcap {
        frames = List.copyOf(frames);
    }

    /**
     * A file of these frames: little-endian, nanoseconds.
     *
     * @throws IllegalArgumentException for frames of several link types: pcapng holds those
     */
    public static Pcap of(List<Frame> frames) {
        LinkType linkType = frames.isEmpty() ? LinkType.RAW : frames.getFirst().linkType();
        frames.stream()
                .filter(frame -> !frame.linkType().equals(linkType))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("a pcap file has one link type, here are " + linkType + " and "
                            + other.linkType() + ": save it as pcapng");
                });
        return new Pcap(ByteOrder.LITTLE_ENDIAN, true, SNAP_LENGTH, linkType, frames, Optional.empty());
    }

    /**
     * The file in these octets. A record that is cut off or impossible ends the reading: the frames before it are kept.
     *
     * @throws Malformed for a header that is cut off, of another kind or of another version
     */
    public static Pcap decode(Octets file) {
        Cursor cursor = new Cursor(file, 0, ByteOrder.BIG_ENDIAN, HEADER_RULE);
        if (cursor.left() < 24) {
            throw new Malformed("a pcap file has a header of 24 octets, here are " + cursor.left(), 0, HEADER_RULE);
        }
        long magic = magic(cursor);
        int major = cursor.u16();
        int minor = cursor.u16();
        if (major != 2) {
            throw new Malformed("pcap has version 2.4, this is " + major + "." + minor, 4, HEADER_RULE);
        }
        cursor.take(8);
        long snapLength = cursor.u32();
        LinkType linkType = new LinkType((int) cursor.u32() & 0xffff);
        boolean nanoseconds = magic == NANOSECONDS_MAGIC;
        return records(
                file.from(24),
                new Pcap(cursor.order(), nanoseconds, snapLength, linkType, List.of(), Optional.empty()),
                magic == MODIFIED_MAGIC ? MODIFIED_EXTRA : 0);
    }

    /** The magic number; from then on the cursor reads in the order that it shows. */
    private static long magic(Cursor cursor) {
        long magic = cursor.u32();
        long turned = Integer.toUnsignedLong(Integer.reverseBytes((int) magic));
        if (isKnown(turned)) {
            cursor.order(ByteOrder.LITTLE_ENDIAN);
            return turned;
        }
        if (!isKnown(magic)) {
            throw new Malformed(
                    "neither pcap (a1b2c3d4 or a1b23c4d) nor pcapng (0a0d0d0a): the file begins with "
                            + Octets.ofHex(String.format("%08x", magic)).hex(),
                    0,
                    HEADER_RULE);
        }
        return magic;
    }

    /** An old patch of libpcap, the "modified" format, has 8 octets more in each record. */
    private static boolean isKnown(long magic) {
        return magic == MICROSECONDS_MAGIC || magic == NANOSECONDS_MAGIC || magic == MODIFIED_MAGIC;
    }

    private static Pcap records(Octets octets, Pcap header, int extra) {
        Cursor cursor = new Cursor(octets, 24, header.order, RECORD_RULE);
        List<Frame> frames = new ArrayList<>();
        Optional<Malformed> fault = Optional.empty();
        while (cursor.left() > 0 && fault.isEmpty()) {
            int place = cursor.place();
            try {
                frames.add(header.frame(cursor, extra));
            } catch (Malformed cut) {
                fault = Optional.of(new Malformed(
                        "record " + (frames.size() + 1) + " is cut off: " + cut.what(), place, RECORD_RULE));
            }
        }
        return new Pcap(header.order, header.nanoseconds, header.snapLength, header.linkType, frames, fault);
    }

    private Frame frame(Cursor cursor, int extra) {
        long seconds = cursor.u32();
        long fraction = cursor.u32();
        long captured = cursor.u32();
        long original = cursor.u32();
        cursor.take(extra);
        Duration time = Duration.ofSeconds(seconds, nanoseconds ? fraction : fraction * 1000);
        return new Frame(time, linkType, cursor.take(captured), original);
    }

    /** The octets of the file. Times are cut to its resolution, frames to its snap length. */
    public Octets encode() {
        Sink sink = new Sink(order);
        sink.u32(nanoseconds ? NANOSECONDS_MAGIC : MICROSECONDS_MAGIC)
                .u16(2)
                .u16(4)
                .u32(0)
                .u32(0);
        sink.u32(snapLength).u32(linkType.number());
        for (Frame frame : frames) {
            Octets kept = Snap.cut(frame.octets(), snapLength);
            int nanos = frame.time().toNanosPart();
            sink.u32(frame.time().toSeconds()).u32(nanoseconds ? nanos : nanos / 1000);
            sink.u32(kept.length()).u32(frame.originalLength()).octets(kept);
        }
        return sink.toOctets();
    }
}
