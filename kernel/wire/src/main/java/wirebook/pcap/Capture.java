package wirebook.pcap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wirebook.bytes.Malformed;
import wirebook.bytes.Octets;
import wirebook.field.Shown;
import wirebook.ip.IpPacket;

/**
 * A capture: frames in the order of their record, and what was wrong behind the last of them.
 *
 * @param frames the frames
 * @param fault why reading ended before the end of the file, if it did: a record that is cut off or contradicts itself
 */
public record Capture(List<Frame> frames, Optional<Malformed> fault) implements Shown {
    /** Keeps its own list. */
    public Capture {
        frames = List.copyOf(frames);
    }

    /** A sound capture of these frames. */
    public static Capture ofFrames(List<Frame> frames) {
        return new Capture(frames, Optional.empty());
    }

    /** A capture of packets on a raw IP link, all at time zero. */
    public static Capture of(List<? extends IpPacket> packets) {
        return ofFrames(
                packets.stream().map(packet -> Frame.of(Duration.ZERO, packet)).toList());
    }

    /**
     * The capture in the octets of a file, pcap or pcapng by its first four octets.
     *
     * @throws Malformed for octets that are neither, or whose file header is broken; later faults are kept in the capture
     */
    public static Capture decode(Octets file) {
        if (file.length() >= 4 && file.u32(0) == Pcapng.SECTION_HEADER) {
            return Pcapng.decode(file).capture();
        }
        Pcap pcap = Pcap.decode(file);
        return new Capture(pcap.frames(), pcap.fault());
    }

    /**
     * The capture in a file.
     *
     * @throws IOException where the file cannot be read
     * @throws Malformed as {@link #decode}
     */
    public static Capture load(Path file) throws IOException {
        return decode(Octets.wrap(Files.readAllBytes(file)));
    }

    /** The TCP connections, in the order of their first segments. */
    public List<Connection> connections() {
        return Follower.follow(this);
    }

    /**
     * The connection of this number, from 0.
     *
     * @throws IllegalArgumentException where there is none, with the range
     */
    public Connection connection(int number) {
        List<Connection> connections = connections();
        if (number < 0 || number >= connections.size()) {
            throw new IllegalArgumentException("there is no connection " + number + "; this capture has "
                    + (connections.isEmpty() ? "none" : "0 to " + (connections.size() - 1)));
        }
        return connections.get(number);
    }

    /** What the capture holds, in numbers. */
    public Facts facts() {
        return Facts.of(this);
    }

    /** The octets of a pcapng file: times in nanoseconds, one interface for each link type. */
    public Octets encode() {
        return Pcapng.of(frames).encode();
    }

    /**
     * Writes a file: pcap if its name ends so, else pcapng.
     *
     * @throws IOException where it cannot be written
     * @throws IllegalArgumentException for a pcap file of frames of several link types
     */
    public void save(Path file) throws IOException {
        boolean old = file.toString().endsWith(".pcap");
        Files.write(file, (old ? Pcap.of(frames).encode() : encode()).toArray());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        frames.forEach(frame -> out.append(frame).append('\n'));
        fault.ifPresent(malformed -> out.append("! ").append(malformed.getMessage()));
        return out.toString().stripTrailing();
    }
}
