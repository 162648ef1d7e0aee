package wirebook.tcp.endpoint;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import wirebook.bytes.Octets;
import wirebook.tcp.EcnCodepoint;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

/** Two endpoints and a wire between them that loses, doubles and reorders as a seed says. */
final class TestWire {
    final End client;
    final End server;
    final List<String> log = new ArrayList<>();
    double loss;
    double duplication;
    double reordering;
    double marking;
    Duration delay = Duration.ofMillis(20);
    Duration lossEnds = Duration.ofDays(365);
    boolean logging;
    long steps;
    Duration now = Duration.ZERO;

    private final RandomGenerator random;
    private final PriorityQueue<Flying> flying =
            new PriorityQueue<>(Comparator.comparing(Flying::at).thenComparing(Flying::number));
    private long number;

    private record Flying(Duration at, long number, End to, TcpSegment segment, EcnCodepoint ecn) {}

    /** One end with an application that sends what it was given, reads everything, and closes when it is told. */
    static final class End {
        final String name;
        final Connection connection;
        final ByteArrayOutputStream received = new ByteArrayOutputStream();
        final List<Event> events = new ArrayList<>();
        Octets toSend = Octets.EMPTY;
        boolean closes = true;
        boolean reads = true;
        boolean closed;
        boolean keepsEvents = true;
        int readAtMost = 1 << 20;
        java.util.Optional<Failure> failure = java.util.Optional.empty();

        End(String name, Connection connection) {
            this.name = name;
            this.connection = connection;
        }

        void act(Duration now) {
            if (reads) {
                Octets octets = connection.read(readAtMost, now);
                received.writeBytes(octets.toArray());
            }
            boolean open = connection.state() == State.ESTABLISHED || connection.state() == State.CLOSE_WAIT;
            if (open && !toSend.isEmpty()) {
                int taken = connection.send(toSend, now);
                toSend = toSend.from(taken);
            }
            boolean done = toSend.isEmpty() && (name.equals("client") || connection.ended());
            if (open && closes && !closed && done) {
                closed = true;
                connection.close(now);
            }
        }
    }

    TestWire(Profile client, Profile server, RandomGenerator random) {
        this.client = new End("client", Connection.of(client, 49152, 80));
        this.server = new End("server", Connection.of(server, 80, 49152));
        this.random = random;
    }

    void open() {
        server.connection.listen(now);
        collect(server);
        client.connection.open(now);
        collect(client);
    }

    private End other(End end) {
        return end == client ? server : client;
    }

    void collect(End end) {
        for (Event event : end.connection.events()) {
            if (end.keepsEvents) {
                end.events.add(event);
            }
            if (logging) {
                log.add(now.toMillis() + " " + end.name + " " + show(event));
            }
            if (event instanceof Event.Sent sent) {
                send(end, sent);
            }
            if (event instanceof Event.Failed failed) {
                end.failure = java.util.Optional.of(failed.failure());
            }
        }
    }

    private static String show(Event event) {
        return event instanceof Event.Sent sent
                ? "> " + sent.segment().line() + "  " + sent.kind() + " -- " + sent.cause()
                : event.toString();
    }

    private void send(End from, Event.Sent sent) {
        boolean lossy = now.compareTo(lossEnds) < 0;
        if (lossy && loss > 0 && random.nextDouble() < loss) {
            if (logging) {
                log.add("    lost");
            }
            return;
        }
        int copies = duplication > 0 && random.nextDouble() < duplication ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            Duration late = reordering > 0 && random.nextDouble() < reordering
                    ? Duration.ofMillis(random.nextInt(60))
                    : Duration.ZERO;
            boolean marked = sent.ecn() == EcnCodepoint.ECT_0 && marking > 0 && random.nextDouble() < marking;
            flying.add(new Flying(
                    now.plus(delay).plus(late),
                    number++,
                    other(from),
                    sent.segment(),
                    marked ? EcnCodepoint.CE : sent.ecn()));
        }
    }

    /** Runs until nothing is left to happen, or so many steps. */
    void run(long most) {
        act();
        while (steps < most && step()) {
            steps++;
        }
        drain(client);
        drain(server);
    }

    private void drain(End end) {
        while (end.reads && end.connection.readable() > 0) {
            end.received.writeBytes(end.connection.read(1 << 20, now).toArray());
        }
    }

    void act() {
        for (End end : List.of(client, server)) {
            end.act(now);
            collect(end);
        }
    }

    boolean step() {
        Duration next = Duration.ofDays(10_000);
        if (!flying.isEmpty()) {
            next = flying.peek().at();
        }
        End ticks = null;
        for (End end : List.of(client, server)) {
            Duration deadline = end.connection.deadline().orElse(Duration.ofDays(10_000));
            if (deadline.compareTo(next) < 0) {
                next = deadline;
                ticks = end;
            }
        }
        if (next.toDays() >= 10_000) {
            return false;
        }
        now = next.compareTo(now) > 0 ? next : now;
        if (ticks != null) {
            ticks.connection.tick(now);
            collect(ticks);
            ticks.act(now);
            collect(ticks);
        } else {
            Flying arrives = flying.remove();
            arrives.to().connection.receive(arrives.segment(), arrives.ecn(), now);
            collect(arrives.to());
            arrives.to().act(now);
            collect(arrives.to());
        }
        return true;
    }
}
