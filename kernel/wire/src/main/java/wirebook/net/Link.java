package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line between two hosts and what is wrong with it: the same both ways.
 *
 * @param delay how long a bit is on the line
 * @param rate how fast bits are put on the line
 * @param jitter the most that a packet is late by chance; it never overtakes for that
 * @param queue how many packets may wait for the line at each end; more are dropped
 * @param mtu the largest packet that it takes, in octets, at least 68 (RFC 791, 3.2)
 * @param seed what decides chance, together with each fault's seed
 * @param faults what it does to packets, in the order in which it was said
 * @param script what happened to each packet of a line that was recorded, if this one plays it again
 */
public record Link(
        Duration delay,
        Rate rate,
        Duration jitter,
        int queue,
        int mtu,
        long seed,
        List<Fault> faults,
        Optional<Script> script) {
    private static final Link PLAIN = new Link(
            Duration.ofMillis(10),
            Rate.UNLIMITED,
            Duration.ZERO,
            Integer.MAX_VALUE,
            1_500,
            0,
            List.of(),
            Optional.empty());

    /** Checks the numbers. */
    public Link {
        faults = List.copyOf(faults);
        if (delay.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("nothing arrives before it was sent; the delay is " + Times.words(delay)
                    + " and the jitter " + Times.words(jitter));
        }
        if (queue < 0) {
            throw new IllegalArgumentException("a queue holds 0 packets or more; this says " + queue);
        }
        if (mtu < 68) {
            throw new IllegalArgumentException("an MTU is at least 68 octets (RFC 791, 3.2); this is " + mtu);
        }
    }

    /** A line without faults: 10 ms each way, no limit of rate or queue, MTU 1500. */
    public static Link of() {
        return PLAIN;
    }

    /** A line that does to every packet what a recorded one did. */
    public static Link script(Script script) {
        return new Link(
                Duration.ZERO,
                Rate.UNLIMITED,
                Duration.ZERO,
                Integer.MAX_VALUE,
                1_500,
                0,
                List.of(),
                Optional.of(script));
    }

    /** This link with another delay each way. */
    public Link delay(Duration newDelay) {
        return new Link(newDelay, rate, jitter, queue, mtu, seed, faults, script);
    }

    /** This link with another rate each way. */
    public Link rate(Rate newRate) {
        return new Link(delay, newRate, jitter, queue, mtu, seed, faults, script);
    }

    /** This link with another rate each way, in bits a second. */
    public Link rate(long bitsPerSecond) {
        return rate(new Rate(bitsPerSecond));
    }

    /** This link with packets late by chance, at most by {@code most}. */
    public Link jitter(Duration most) {
        return new Link(delay, rate, most, queue, mtu, seed, faults, script);
    }

    /** This link with room for so many packets that wait, at each end. */
    public Link queue(int packets) {
        return new Link(delay, rate, jitter, packets, mtu, seed, faults, script);
    }

    /** This link with another MTU, in octets. */
    public Link mtu(int octets) {
        return new Link(delay, rate, jitter, queue, octets, seed, faults, script);
    }

    /** This link with another seed for all that is left to chance. */
    public Link seed(long newSeed) {
        return new Link(delay, rate, jitter, queue, mtu, newSeed, faults, script);
    }

    /** This link with one fault more. */
    public Link with(Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        return new Link(delay, rate, jitter, queue, mtu, seed, more, script);
    }

    /** This link that loses the packet. */
    public Link drop(Selector which) {
        return with(Fault.drop(which));
    }

    /** This link that loses packet {@code number} of the client, from 1. */
    public Link drop(int number) {
        return drop(client(number));
    }

    /** This link that loses each packet with this probability, 0 to 1. */
    public Link loss(double probability) {
        return with(Fault.loss(probability));
    }

    /** This link that flips a bit of the packet. */
    public Link corrupt(Selector which) {
        return with(Fault.corrupt(which));
    }

    /** This link that flips a bit of packet {@code number} of the client, from 1. */
    public Link corrupt(int number) {
        return corrupt(client(number));
    }

    /** This link that delivers the packet twice. */
    public Link duplicate(Selector which) {
        return with(Fault.duplicate(which));
    }

    /** This link that delivers packet {@code number} of the client twice, from 1. */
    public Link duplicate(int number) {
        return duplicate(client(number));
    }

    /** This link on which the packet takes {@code time} longer. */
    public Link hold(Selector which, Duration time) {
        return with(Fault.hold(which, time));
    }

    /** This link on which the next packet of its direction overtakes the packet. */
    public Link reorder(Selector which) {
        return with(Fault.reorder(which));
    }

    /** This link on which the next {@code behind} packets of its direction overtake the packet. */
    public Link reorder(Selector which, int behind) {
        return with(Fault.reorder(which, behind));
    }

    /** This link on which packets {@code first} and {@code second} of the client, from 1, change places. */
    public Link swap(int first, int second) {
        return with(Fault.swap(first, second));
    }

    private static Selector client(int number) {
        return Selector.packet(number).fromClient();
    }

    /** As a cell writes it: {@code link().delay(ms(20)).rate(mbps(2)).queue(20)}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("link()");
        script.ifPresent(played -> out.append(".script(").append(played).append(')'));
        say(out, !delay.equals(PLAIN.delay) && script.isEmpty(), "delay", Times.code(delay));
        say(out, !rate.equals(PLAIN.rate), "rate", rate);
        say(out, !jitter.isZero(), "jitter", Times.code(jitter));
        say(out, queue != PLAIN.queue, "queue", queue);
        say(out, mtu != PLAIN.mtu, "mtu", mtu);
        faults.forEach(fault -> out.append('.').append(fault));
        say(out, seed != 0, "seed", seed);
        return out.toString();
    }

    private static void say(StringBuilder out, boolean said, String name, Object value) {
        if (said) {
            out.append('.').append(name).append('(').append(value).append(')');
        }
    }
}
