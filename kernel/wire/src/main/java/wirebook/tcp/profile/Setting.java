package wirebook.tcp.profile;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** A setting of an endpoint: its meaning, its default and its range, one row each. */
public enum Setting {
    /** The most data octets that this end takes in one segment. */
    MSS(1_460, 1, 65_535, "octets of data this end takes in one segment; what its SYN says", "RFC 9293, 3.7.1"),
    /** The MSS of an end that says nothing. */
    DEFAULT_MSS(536, 1, 65_535, "octets of data sent in one segment to an end whose SYN has no MSS", "RFC 9293, 3.7.1"),
    /** The send buffer. */
    SEND_BUFFER(1 << 20, 1, 1 << 30, "octets that SEND takes before they are acknowledged", "RFC 9293, 3.9.1"),
    /** The receive buffer. */
    RECEIVE_BUFFER(65_535, 1, 1 << 30, "octets kept for the user: the most that RCV.WND can be", "RFC 9293, 3.8.6"),
    /** A whole number of segments in the receive buffer. */
    ROUND_BUFFER(false, "round the receive buffer up to whole segments when the connection opens", ""),
    /** Octets beyond the window. */
    TAKE_ALL_ROOM(false, "take octets beyond the window offered while the buffer has room", "RFC 9293, 3.8.6"),
    /** Options at all. */
    OPTIONS(true, "send options and heed them", "RFC 9293, 3.1"),
    /** Window scaling. */
    WINDOW_SCALE(true, "offer window scaling and accept it", "RFC 7323, 2"),
    /** The shift that this end offers. */
    WINDOW_SHIFT(-1, -1, 14, "the shift offered; -1 for the least that covers the receive buffer", "RFC 7323, 2.3"),
    /** Timestamps. */
    TIMESTAMPS(true, "offer timestamps and accept them", "RFC 7323, 3"),
    /** Tolerance for segments without a timestamp where they were agreed on. */
    MISSING_TIMESTAMPS(false, "take segments without the timestamp that both ends agreed on", "RFC 7323, 3.2"),
    /** Selective acknowledgment. */
    SACK(true, "offer selective acknowledgment and accept it", "RFC 2018"),
    /** Duplicates reported in SACK. */
    DSACK(true, "report octets that arrived twice in the first SACK block", "RFC 2883"),
    /** Explicit congestion notification. */
    ECN(EcnMode.ACCEPT, "explicit congestion notification", "RFC 3168, 6.1.1"),
    /** SYNs that ask for ECN. */
    ECN_SYNS(1, 0, 10, "retransmissions of a SYN that still ask for ECN", "RFC 3168, 6.1.1.1"),
    /** SYNs with all options. */
    OPTION_SYNS(1_000, 0, 1_000, "retransmissions of a SYN that still carry the options beside MSS", ""),
    /** The initial window. */
    INITIAL_WINDOW(10, 1, 1_000, "segments in the initial window", "RFC 6928, 2"),
    /** Proportional rate reduction. */
    PRR(true, "recover by proportional rate reduction", "RFC 6937"),
    /** NewReno's answer to partial acknowledgments. */
    PARTIAL_ACKS(true, "a partial ACK retransmits the next hole and recovery goes on", "RFC 6582, 3.2"),
    /** Limited transmit. */
    LIMITED_TRANSMIT(true, "the first two duplicate ACKs let new data out", "RFC 3042"),
    /** The way back from a mistake. */
    UNDO(false, "take a reduction of the window back where timestamps prove the retransmission needless", "RFC 4015"),
    /** Recent acknowledgment and tail loss probe. */
    RACK_TLP(false, "detect losses by time and probe the tail", "RFC 8985"),
    /** Duplicate ACKs that signal a loss. */
    DUP_THRESH(3, 1, 100, "duplicate ACKs that signal a loss", "RFC 5681, 3.2"),
    /** Nagle's algorithm. */
    NAGLE(true, "hold a small segment while data is unacknowledged", "RFC 9293, 3.7.4"),
    /** The delayed acknowledgment. */
    DELAYED_ACK(ofMillis(40), "the longest that an ACK waits for company; 0 for never", "RFC 9293, 3.8.6.3"),
    /** Data segments for one ACK. */
    ACK_EVERY(2, 1, 100, "full segments after which an ACK does not wait", "RFC 9293, 3.8.6.3"),
    /** Small segments that count as full ones. */
    COUNT_SMALL(false, "a small segment counts like a full one for the next ACK", "RFC 9293, 3.8.6.3"),
    /** A FIN with the ACK. */
    FIN_WITH_ACK(false, "an ACK repeats our FIN while that is not acknowledged", ""),
    /** A FIN that waits for its acknowledgment like data does. */
    DELAYED_FIN_ACK(false, "acknowledge the FIN of a passive close like data, in company if there is some", ""),
    /** Segments acknowledged at once at the start. */
    QUICK_ACKS(0, 0, 1_000, "data segments that are acknowledged at once while this end does not answer with data", ""),
    /** The initial RTO. */
    INITIAL_RTO(ofSeconds(1), "RTO before any round trip is measured", "RFC 6298, 2.1"),
    /** The least RTO. */
    MIN_RTO(ofMillis(200), "the least RTO; the RFC's SHOULD is 1 s, systems take less", "RFC 6298, 2.4"),
    /** The most RTO. */
    MAX_RTO(ofSeconds(60), "the most RTO", "RFC 6298, 2.5"),
    /** Added to every RTO. */
    RTO_SLOP(Duration.ZERO, "added to every RTO that was measured", ""),
    /** The step of the clock. */
    CLOCK_GRANULARITY(ofMillis(1), "G: the step of the clock", "RFC 6298, 2"),
    /** The RTO after a SYN was lost. */
    RTO_AFTER_SYN_LOSS(
            ofSeconds(3), "RTO at the start of data where a SYN timed out; 0 for no change", "RFC 6298, 5.7"),
    /** Retransmissions of a SYN. */
    SYN_RETRIES(6, 0, 1_000, "retransmissions of a SYN before the connection is given up", "RFC 9293, 3.8.3"),
    /** Retransmissions of data. */
    RETRIES(15, 1, 1_000, "retransmissions of a segment before the connection is given up (R2)", "RFC 9293, 3.8.3"),
    /** The user timeout of a SYN. */
    OPEN_TIMEOUT(ofMinutes(5), "the longest that an OPEN waits for an answer", "RFC 9293, 3.8.3"),
    /** The user timeout. */
    USER_TIMEOUT(ofDays(1), "the longest that data waits for an acknowledgment", "RFC 9293, 3.9.1.1"),
    /** The maximum segment lifetime. */
    MSL(
            ofSeconds(30),
            "MSL: TIME-WAIT lasts twice this; the RFC says 2 min, Linux and BSD take 30 s",
            "RFC 9293, 3.4.2"),
    /** No assassination of TIME-WAIT. */
    KEEP_TIME_WAIT(false, "nothing but time ends TIME-WAIT, and it answers segments with ACK alone", "RFC 1337, 3"),
    /** The patience of FIN-WAIT-2 with nobody to read. */
    FIN_WAIT_2_TIMEOUT(ofSeconds(60), "FIN-WAIT-2 of a connection whose user has gone; 0 for ever", ""),
    /** Keep-alive. */
    KEEP_ALIVE(false, "probe an idle connection", "RFC 9293, 3.8.4"),
    /** Idle time before the first keep-alive. */
    KEEP_IDLE(Duration.ofHours(2), "idle time before the first keep-alive", "RFC 9293, 3.8.4"),
    /** Time between keep-alives. */
    KEEP_INTERVAL(ofSeconds(75), "time between keep-alives", "RFC 9293, 3.8.4"),
    /** Keep-alives without an answer. */
    KEEP_PROBES(9, 1, 1_000, "keep-alives without an answer before the connection is given up", "RFC 9293, 3.8.4"),
    /** Challenge ACKs a second. */
    CHALLENGE_ACKS(100, 0, 1_000_000, "challenge ACKs in a second at most", "RFC 5961, 7"),
    /** Strict validation of RST. */
    RST_EXACTLY(true, "take a RST at exactly RCV.NXT alone; challenge the others", "RFC 5961, 3.2"),
    /** Challenge of a SYN in the window. */
    SYN_CHALLENGED(true, "answer a SYN on an open connection by a challenge ACK; off: by a reset", "RFC 5961, 4.2"),
    /** SYN and FIN in one segment. */
    DROP_SYN_FIN(false, "drop segments with both SYN and FIN", ""),
    /** A SYN,ACK for a listener. */
    DROP_SYN_ACK(false, "drop a SYN,ACK that arrives in LISTEN; the RFC answers with a reset", "RFC 9293, 3.10.7.2"),
    /** PSH. */
    PUSH(true, "set PSH on the segment that empties the send queue", "RFC 9293, 3.9.1.2"),
    /** Restart after idle time. */
    RESTART_AFTER_IDLE(true, "fall back to the initial window after an idle RTO", "RFC 5681, 4.1"),
    /** The initial sequence number. */
    ISS(-1L, -1L, 0xffff_ffffL, "the initial sequence number; -1 to draw it from the seed", "RFC 9293, 3.4.1"),
    /** The seed of the initial sequence numbers. */
    SEED(1L, Long.MIN_VALUE, Long.MAX_VALUE, "from which initial sequence numbers are drawn", "RFC 9293, 3.4.1"),
    /** Where the timestamp clock starts. */
    TIMESTAMP_BASE(
            0L, 0L, 0xffff_ffffL, "the timestamp clock at the start of the run; it ticks each ms", "RFC 7323, 5.4");

    /** A hundred years in nanoseconds: no time of an endpoint is longer. */
    private static final long LONGEST = 100L * 365 * 24 * 3_600 * 1_000_000_000;

    @SuppressWarnings("ImmutableEnumChecker") // a boxed number, a Duration or an enum: nothing that changes
    private final Object initial;

    private final long least;
    private final long most;
    private final String meaning;
    private final String rfc;

    Setting(int initial, int least, int most, String meaning, String rfc) {
        this((Object) initial, least, most, meaning, rfc);
    }

    Setting(long initial, long least, long most, String meaning, String rfc) {
        this((Object) initial, least, most, meaning, rfc);
    }

    Setting(Duration initial, String meaning, String rfc) {
        this(initial, 0, LONGEST, meaning, rfc);
    }

    Setting(boolean initial, String meaning, String rfc) {
        this(initial, 0, 1, meaning, rfc);
    }

    Setting(EcnMode initial, String meaning, String rfc) {
        this(initial, 0, 2, meaning, rfc);
    }

    Setting(Object initial, long least, long most, String meaning, String rfc) {
        this.initial = initial;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
        this.rfc = rfc;
    }

    /** Its place in an array that has a value for each setting. */
    @SuppressWarnings("EnumOrdinal") // never stored
    int index() {
        return ordinal();
    }

    /** Its value where nobody chose another. */
    public Object initial() {
        return initial;
    }

    /** What it does, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The RFC and section; empty where none speaks of it. */
    public String rfc() {
        return rfc;
    }

    /** Its name as a cell writes it: {@code initialWindow}. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (char letter : name().toCharArray()) {
            boolean first = !word.isEmpty() && word.charAt(word.length() - 1) == '_';
            if (first) {
                word.setLength(word.length() - 1);
            }
            word.append(first ? letter : Character.toLowerCase(letter));
        }
        return word.toString();
    }

    /**
     * The value, if it is one of this setting's.
     *
     * @throws IllegalArgumentException for another type or a number out of range, with both
     */
    Object checked(Object value) {
        if (value.getClass() != initial.getClass()) {
            throw new IllegalArgumentException(word() + " is a " + kind() + ", not " + value);
        }
        long number = number(value);
        if (number < least || number > most) {
            throw new IllegalArgumentException(word() + " " + value + " is not possible: "
                    + (value instanceof Duration ? "0 s to 100 years" : least + " to " + most));
        }
        return value;
    }

    /** The number that a value is: a time in nanoseconds, 1 and 0 for on and off, the place of a word among its kind. */
    static long number(Object value) {
        return switch (value) {
            case Integer i -> i;
            case Long l -> l;
            case Duration time -> time.toSeconds() > LONGEST / 1_000_000_000 ? Long.MAX_VALUE : time.toNanos();
            case Boolean on -> on ? 1 : 0;
            case EcnMode mode -> mode.compareTo(EcnMode.OFF);
            default -> throw new IllegalArgumentException("no setting has the value " + value);
        };
    }

    private String kind() {
        return initial.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
