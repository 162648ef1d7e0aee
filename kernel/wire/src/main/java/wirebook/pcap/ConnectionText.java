package wirebook.pcap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import wirebook.field.Text;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/**
 * A connection as a table: a row for each segment, → from the client and ← from the server, with sequence numbers counted from
 * the initial ones and windows in octets, and below it what it proves or suggests.
 */
final class ConnectionText {
    private static final String ROW = "%6s %12s  %s %-9s %-23s %-14s %-10s %-10s %s";

    private final Connection connection;
    private final Flow toServer;
    private final Flow toClient;
    private final boolean scaled;
    private final Map<Integer, List<Finding>> findings;

    private ConnectionText(Connection connection) {
        this.connection = connection;
        this.toServer = connection.toServer();
        this.toClient = connection.toClient();
        this.scaled = toServer.offered(TcpOption.WindowScale.class).isPresent()
                && toClient.offered(TcpOption.WindowScale.class).isPresent();
        this.findings = connection.findings().stream().collect(Collectors.groupingBy(Finding::frame));
    }

    static String of(Connection connection) {
        return new ConnectionText(connection).text();
    }

    private String text() {
        StringBuilder out = new StringBuilder(connection.name())
                .append(", ")
                .append(Text.count(connection.segments().size(), "segment"))
                .append(" in ")
                .append(Milliseconds.of(connection.duration()))
                .append(" ms; → ")
                .append(Text.count(toServer.stream().length(), "octet"))
                .append(", ← ")
                .append(Text.count(toClient.stream().length(), "octet"))
                .append('\n');
        out.append(ROW.formatted("frame", "ms", " ", "", "seq", "ack", "win", "len", "options")
                        .stripTrailing())
                .append('\n');
        for (SeenSegment seen : connection.segments()) {
            out.append(row(seen)).append('\n');
            findings.getOrDefault(seen.frame(), List.of())
                    .forEach(finding ->
                            out.append(" ".repeat(22)).append(finding.told()).append('\n'));
        }
        return out.toString().stripTrailing();
    }

    private String row(SeenSegment seen) {
        boolean fromClient = seen.source().equals(connection.client());
        Flow own = fromClient ? toServer : toClient;
        Flow other = fromClient ? toClient : toServer;
        TcpSegment segment = own.counted(seen, other);
        String end = seen.sequenceLength() == 0 ? "" : ":" + (segment.seq() + seen.sequenceLength());
        return ROW.formatted(
                        seen.frame(),
                        milliseconds(seen),
                        fromClient ? "→" : "←",
                        segment.controlBits(),
                        segment.seq() + end,
                        seen.has(ControlBit.ACK) ? segment.ack() : "",
                        window(seen, own),
                        length(seen),
                        options(seen, other))
                .stripTrailing();
    }

    private String milliseconds(SeenSegment seen) {
        return String.format(
                Locale.ROOT, "%.3f", seen.time().minus(connection.start()).toNanos() / 1e6);
    }

    /** The window in octets; as it stands in the segment where a SYN with the scale is missing. */
    private long window(SeenSegment seen, Flow own) {
        boolean shifts = scaled && !seen.has(ControlBit.SYN);
        int shift = own.offered(TcpOption.WindowScale.class)
                .map(TcpOption.WindowScale::shift)
                .orElse(0);
        return shifts
                ? (long) seen.segment().win() << Math.min(shift, 14)
                : seen.segment().win();
    }

    private static String length(SeenSegment seen) {
        int kept = seen.segment().data().length();
        return seen.length() + (seen.isCut() ? " (" + kept + ")" : "");
    }

    private static String options(SeenSegment seen, Flow other) {
        return seen.segment().options().stream()
                .map(option -> option(option, other))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** In the words of packetdrill. */
    private static String option(TcpOption option, Flow other) {
        return switch (option) {
            case TcpOption.MaximumSegmentSize mss -> "mss " + mss.mss();
            case TcpOption.WindowScale scale -> "wscale " + scale.shift();
            case TcpOption.SackPermitted _ -> "sackOK";
            case TcpOption.Timestamps ts -> "TS " + ts.tsval() + "/" + ts.tsecr();
            case TcpOption.Sack sack ->
                sack.blocks().stream()
                        .map(block -> other.relative(block.left()) + ":" + other.relative(block.right()))
                        .collect(Collectors.joining(" ", "sack ", ""));
            case TcpOption.NoOperation _, TcpOption.EndOfList _ -> "";
            case TcpOption.Unknown unknown -> "option " + unknown.kind();
        };
    }
}
