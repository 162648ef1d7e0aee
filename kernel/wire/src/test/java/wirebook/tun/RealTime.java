package wirebook.tun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import wirebook.bytes.Octets;
import wirebook.ip.IpAddress;
import wirebook.net.HalfReal;
import wirebook.net.Run;
import wirebook.net.Visit;

/** Lets a visit to or from the system behind a TUN device happen, its time being that of the clock on the wall. */
final class RealTime {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Tun tun;
    private final HalfReal visit;
    private final long start = System.nanoTime();

    private RealTime(Tun tun, Visit visit, IpAddress outside) {
        this.tun = tun;
        this.visit = new HalfReal(visit, outside, this::deliver);
    }

    /**
     * What became of a visit when so many connections are over.
     *
     * @param outside the address of the system behind the device
     */
    static Run run(Tun tun, Visit visit, IpAddress outside, int connections) throws IOException {
        RealTime time = new RealTime(tun, visit, outside);
        while (!time.visit.settled(connections)) {
            time.pass();
        }
        return time.visit.run();
    }

    private void pass() throws IOException {
        Duration now = now();
        if (now.compareTo(LONGEST) > 0) {
            throw new AssertionError(
                    "it is not over after " + LONGEST + ": " + visit.run().connections());
        }
        visit.advance(now, PATIENCE);
        tun.await(visit.next()
                .map(due -> due.minus(now))
                .filter(wait -> wait.compareTo(PATIENCE) < 0)
                .orElse(PATIENCE));
        for (Optional<Octets> packet = tun.read(); packet.isPresent(); packet = tun.read()) {
            visit.arrive(packet.get(), now());
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void deliver(Octets packet) {
        try {
            tun.write(packet);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
