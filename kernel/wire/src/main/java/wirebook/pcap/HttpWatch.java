package wirebook.pcap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import wirebook.bytes.Octets;
import wirebook.tcp.ControlBit;
import wirebook.tcp.SackBlock;
import wirebook.tcp.SequenceNumber;
import wirebook.tcp.TcpOption;

/** Somebody who sees the segments of one connection pass, and notes the HTTP messages that they complete. */
final class HttpWatch {
    private static final Duration FAST = Duration.ofMillis(20);
    private static final int DUPLICATES = 2;

    /** What is known of one direction when a segment comes. */
    private static final class Way {
        private final Queue<String> methods = new ArrayDeque<>();
        private final TreeMap<Long, Pdu> pdus = new TreeMap<>();
        private String untilFin = "";
        private boolean spoke;
        private long lastSeq;
        private long lastOffset;
        private long next;
        private boolean acknowledged;
        private long acknowledgment;
        private Duration acknowledgedAt = Duration.ZERO;
        private int duplicates;
        private int window = -1;
        private List<SackBlock> blocks = List.of();

        /** The sequence number as an offset that never wraps. */
        long offset(long seq) {
            lastOffset = spoke ? lastOffset + SequenceNumber.minus(seq, lastSeq) : 0;
            lastSeq = seq;
            return lastOffset;
        }
    }

    private final Endpoint client;
    private final Way toServer = new Way();
    private final Way toClient = new Way();

    HttpWatch(Connection connection) {
        this.client = connection.client();
    }

    void see(SeenSegment seen, Sighting sighting) {
        boolean fromClient = seen.source().equals(client);
        see(seen, fromClient ? toServer : toClient, fromClient ? toClient : toServer, sighting);
    }

    private static void see(SeenSegment seen, Way sender, Way receiver, Sighting sighting) {
        long from = sender.offset(seen.segment().seq());
        boolean keepAlive = sender.spoke && seen.sequenceLength() <= 1 && seen.length() <= 1 && from == sender.next - 1;
        boolean skipped = keepAlive || repeats(seen, from, sender, receiver);
        acknowledge(seen, from, sender);
        sender.next = sender.spoke ? Math.max(sender.next, from + seen.sequenceLength()) : from + seen.sequenceLength();
        sender.spoke = true;
        if (seen.isCut() && !skipped) {
            note(HttpHead.findCut(seen.segment().data()), sender, receiver, sighting);
        } else if (!seen.isCut() && seen.length() > 0) {
            data(from, seen.segment().data(), skipped, sender, receiver, sighting);
        }
        if (seen.has(ControlBit.FIN) && !sender.untilFin.isEmpty()) {
            sighting.add(sender.untilFin, "");
            sender.untilFin = "";
        }
    }

    /** Whether it looks like a retransmission or out of order, and is not one that duplicate ACKs have just asked for. */
    private static boolean repeats(SeenSegment seen, long from, Way sender, Way receiver) {
        long seq = seen.segment().seq();
        long end = SequenceNumber.plus(seq, seen.length());
        boolean needless =
                seen.length() > 0 && receiver.acknowledged && SequenceNumber.upTo(end, receiver.acknowledgment);
        boolean advances = !sender.spoke || from >= sender.next || (seen.length() > 1 && from == sender.next - 1);
        if (needless || seen.sequenceLength() == 0 || advances) {
            return needless;
        }
        boolean asked = receiver.duplicates >= DUPLICATES
                && seen.time().minus(receiver.acknowledgedAt).compareTo(FAST) < 0;
        boolean first = receiver.acknowledgment == seq;
        boolean sacked = receiver.blocks.stream()
                .anyMatch(block -> SequenceNumber.upTo(block.left(), seq) && SequenceNumber.upTo(end, block.right()));
        return !asked || !(first || (!receiver.blocks.isEmpty() && !sacked));
    }

    private static void acknowledge(SeenSegment seen, long from, Way sender) {
        if (!seen.has(ControlBit.ACK)) {
            return;
        }
        long ack = seen.segment().ack();
        boolean same = sender.acknowledged && ack == sender.acknowledgment;
        boolean duplicate = same && seen.isPureAck() && seen.segment().win() == sender.window && from == sender.next;
        sender.duplicates = duplicate ? sender.duplicates + 1 : same ? sender.duplicates : 0;
        sender.acknowledged = true;
        sender.acknowledgment = ack;
        sender.acknowledgedAt = seen.time();
        sender.window = seen.segment().win();
        sender.blocks =
                seen.option(TcpOption.Sack.class).map(TcpOption.Sack::blocks).orElse(List.of());
    }

    private static void data(long from, Octets data, boolean skipped, Way sender, Way receiver, Sighting sighting) {
        long at = from;
        Octets rest = data;
        while (!rest.isEmpty()) {
            long end = at + rest.length();
            Pdu same = sender.pdus.get(at);
            if (same != null && end <= same.end()) {
                return;
            }
            Map.Entry<Long, Pdu> before = sender.pdus.floorEntry(at);
            int used = rest.length();
            if (before != null && before.getValue().end() > at) {
                used = goOn(before.getValue(), at, rest, skipped, sender, receiver, sighting);
            } else if (!skipped) {
                begin(at, rest, sender, receiver, sighting);
            }
            at += used;
            rest = rest.from(used);
        }
    }

    private static void begin(long at, Octets octets, Way sender, Way receiver, Sighting sighting) {
        HttpHead.Found open = messages(octets, sender, receiver, sighting);
        if (open.need() != HttpHead.Need.NOTHING) {
            store(open, at + open.length(), octets.from(open.length()), sender);
        }
    }

    private static void store(HttpHead.Found open, long start, Octets octets, Way sender) {
        Pdu pdu = new Pdu(start);
        sender.pdus.put(start, pdu);
        extend(pdu, open, start + octets.length(), sender);
        pdu.add(start, octets);
        extend(pdu, open, start + octets.length(), sender);
    }

    private static void extend(Pdu pdu, HttpHead.Found open, long reached, Way sender) {
        switch (open.need()) {
            case SOME -> pdu.needsSegment(reached);
            case COUNTED -> pdu.needs(reached + open.missing());
            case UNTIL_FIN -> {
                pdu.needs(Long.MAX_VALUE);
                sender.untilFin = open.name();
            }
            case NOTHING -> {}
        }
    }

    /** Gives octets to a message that is being put together; how many of them it took. */
    private static int goOn(
            Pdu pdu, long at, Octets octets, boolean skipped, Way sender, Way receiver, Sighting sighting) {
        int share = pdu.share(at, octets);
        if (!pdu.add(at, octets.slice(0, share)) || skipped) {
            return share;
        }
        Octets joined = pdu.octets();
        HttpHead.Found open = messages(joined, sender, receiver, sighting);
        if (open.need() == HttpHead.Need.NOTHING) {
            return share;
        }
        if (open.length() <= joined.length() - share) {
            extend(pdu, open, Math.max(at + share, pdu.start() + joined.length()), sender);
            return octets.length();
        }
        store(open, pdu.start() + open.length(), joined.from(open.length()), sender);
        return share;
    }

    /** Notes the whole messages; what is left over, with the octets in front of it as its length. */
    private static HttpHead.Found messages(Octets octets, Way sender, Way receiver, Sighting sighting) {
        int at = 0;
        while (at < octets.length()) {
            HttpHead.Found found = HttpHead.find(octets, at, "HEAD".equals(receiver.methods.peek()));
            if (found.need() != HttpHead.Need.NOTHING) {
                return new HttpHead.Found(
                        found.isHttp(), found.name(), found.target(), at, found.need(), found.missing());
            }
            note(found, sender, receiver, sighting);
            at += found.length();
        }
        return new HttpHead.Found(false, "", "", at, HttpHead.Need.NOTHING, 0);
    }

    private static void note(HttpHead.Found found, Way sender, Way receiver, Sighting sighting) {
        if (!found.isHttp()) {
            return;
        }
        sighting.add(found.name(), found.target());
        if (!found.target().isEmpty()) {
            sender.methods.add(found.name());
        } else if (!found.name().startsWith("1")) {
            receiver.methods.poll();
        }
    }
}
