package wirebook.pcap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final Duration UNKNOWN_ROUND_TRIP = Duration.ofMillis(3);
    private static final int DUPLICATES = 2;

    /** What a segment looks like beside those before it. */
    private enum Look {
        /** It goes on where the others ended, or duplicate ACKs have just asked for it. */
        NEW,
        /** Others have overtaken it: its octets count, but it is not looked into. */
        OVERTAKEN,
        /** Somebody repeated it: it is left aside. */
        REPEATED
    }

    /** What is known of one direction when a segment comes. */
    private static final class Way {
        private final Queue<String> methods = new ArrayDeque<>();
        private final TreeMap<Long, Pdu> pdus = new TreeMap<>();
        private String untilFin = "";
        private boolean tunnel;
        private boolean spoke;
        private long lastSeq;
        private long lastOffset;
        private long next;
        private Duration nextAt = Duration.ZERO;
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
    private Optional<Duration> synAt = Optional.empty();
    private Duration roundTrip = UNKNOWN_ROUND_TRIP;

    HttpWatch(Connection connection) {
        this.client = connection.client();
    }

    void see(SeenSegment seen, Sighting sighting) {
        boolean fromClient = seen.source().equals(client);
        time(seen, fromClient);
        see(seen, fromClient ? toServer : toClient, fromClient ? toClient : toServer, sighting);
    }

    /** The round trip is that of the handshake: from the client's last SYN to its first ACK. */
    private void time(SeenSegment seen, boolean fromClient) {
        if (fromClient && seen.has(ControlBit.SYN)) {
            synAt = Optional.of(seen.time());
        } else if (fromClient && synAt.isPresent()) {
            roundTrip = seen.time().minus(synAt.get());
            synAt = Optional.empty();
        }
    }

    private void see(SeenSegment seen, Way sender, Way receiver, Sighting sighting) {
        long from = sender.offset(seen.segment().seq());
        Look look = look(seen, from, sender, receiver);
        acknowledge(seen, from, sender);
        advance(seen, from + seen.sequenceLength(), sender);
        if (seen.isCut() && look == Look.NEW) {
            note(HttpHead.findCut(seen.segment().data()), sender, receiver, sighting);
        } else if (!seen.isCut() && seen.length() > 0 && look != Look.REPEATED) {
            data(from, seen.segment().data(), look == Look.OVERTAKEN, sender, receiver, sighting);
        }
        if (seen.has(ControlBit.FIN) && !sender.untilFin.isEmpty()) {
            sighting.add(sender.untilFin, "");
            sender.untilFin = "";
        }
    }

    private static void advance(SeenSegment seen, long end, Way sender) {
        if (!sender.spoke || end > sender.next) {
            sender.next = end;
            sender.nextAt = seen.time();
        }
        sender.spoke = true;
    }

    private Look look(SeenSegment seen, long from, Way sender, Way receiver) {
        long end = SequenceNumber.plus(seen.segment().seq(), seen.length());
        boolean keepAlive = sender.spoke && seen.sequenceLength() <= 1 && seen.length() <= 1 && from == sender.next - 1;
        boolean needless =
                seen.length() > 0 && receiver.acknowledged && SequenceNumber.upTo(end, receiver.acknowledgment);
        boolean advances = !sender.spoke || from >= sender.next || (seen.length() > 1 && from == sender.next - 1);
        if (keepAlive || needless) {
            return Look.REPEATED;
        }
        if (seen.sequenceLength() == 0 || advances || askedFor(seen, end, receiver)) {
            return Look.NEW;
        }
        boolean soon = seen.time().minus(sender.nextAt).compareTo(roundTrip) < 0;
        return soon && from + seen.length() != sender.next ? Look.OVERTAKEN : Look.REPEATED;
    }

    /** Whether duplicate ACKs have just asked for these octets: a fast retransmission. */
    private static boolean askedFor(SeenSegment seen, long end, Way receiver) {
        long seq = seen.segment().seq();
        boolean sacked = receiver.blocks.stream()
                .anyMatch(block -> SequenceNumber.upTo(block.left(), seq) && SequenceNumber.upTo(end, block.right()));
        return receiver.duplicates >= DUPLICATES
                && seen.time().minus(receiver.acknowledgedAt).compareTo(FAST) < 0
                && (receiver.acknowledgment == seq || (!receiver.blocks.isEmpty() && !sacked));
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
        while (!rest.isEmpty() && !sender.tunnel) {
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
        HttpHead.Found open = messages(octets, HttpHead.UNKNOWN, sender, receiver, sighting);
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
            case SOME -> pdu.needsSegment(reached, open);
            case COUNTED -> pdu.needs(reached + open.missing(), open);
            case UNTIL_FIN -> {
                pdu.needs(Long.MAX_VALUE, open);
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
        HttpHead.Found open = messages(joined, pdu.found(), sender, receiver, sighting);
        boolean needs = open.need() != HttpHead.Need.NOTHING;
        if (needs && open.length() <= joined.length() - share) {
            extend(pdu, open, Math.max(at + share, pdu.start() + joined.length()), sender);
            return share;
        }
        pdu.forget();
        if (needs) {
            store(open, pdu.start() + open.length(), joined.from(open.length()), sender);
        }
        return share;
    }

    /**
     * Notes the whole messages; what is left over, with the octets in front of it as its length.
     *
     * @param known what is known of the first of them
     */
    private static HttpHead.Found messages(
            Octets octets, HttpHead.Found known, Way sender, Way receiver, Sighting sighting) {
        int at = 0;
        while (at < octets.length() && !sender.tunnel) {
            String question = Objects.requireNonNullElse(receiver.methods.peek(), "");
            HttpHead.Found found =
                    at == 0 && known.chunk() > 0 ? HttpHead.goOn(octets, known) : HttpHead.find(octets, at, question);
            if (found.need() != HttpHead.Need.NOTHING) {
                return found.behind(at);
            }
            note(found, sender, receiver, sighting);
            at += found.length();
        }
        return HttpHead.UNKNOWN;
    }

    private static void note(HttpHead.Found found, Way sender, Way receiver, Sighting sighting) {
        if (!found.isHttp()) {
            return;
        }
        sighting.add(found.name(), found.target());
        if (!found.target().isEmpty()) {
            sender.methods.add(found.name());
        } else if (!found.name().startsWith("1")) {
            boolean tunnel =
                    "CONNECT".equals(receiver.methods.poll()) && found.name().startsWith("2");
            sender.tunnel = receiver.tunnel = tunnel;
        } else if (found.name().equals("101")) {
            sender.tunnel = receiver.tunnel = true;
        }
    }
}
