package wirebook.tcp.profile;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wirebook.tcp.congestion.CongestionControl;
import wirebook.tcp.congestion.Cubic;
import wirebook.tcp.congestion.Reno;
import wirebook.tcp.stream.Reassembler;
import wirebook.tcp.stream.RunReassembler;
import wirebook.tcp.stream.Segmenter;
import wirebook.tcp.timing.JacobsonKarels;
import wirebook.tcp.timing.RtoEstimator;

/**
 * How an endpoint is set, as a value: every {@link Setting}, and the four parts for which a cell can supply its own.
 *
 * <p>{@code newReno().mss(40).nagle(false).with(mySegmenter)}; each step returns a copy. Settings without a method of their
 * own are set by {@link #with(Setting, Object)}.
 */
public final class Profile {
    private final String name;
    private final Object[] values;
    private final long[] numbers;
    private final Parts parts;

    /** The parts; no estimator stands for the one that the settings describe. */
    private record Parts(
            Segmenter segmenter,
            Supplier<? extends Reassembler> reassembler,
            Optional<RtoEstimator> estimator,
            CongestionControl congestion) {}

    /** The values in the order of the settings; the numbers that they are, since an endpoint asks for them at each segment. */
    private Profile(String name, Object[] values, Parts parts) {
        this.name = name;
        this.values = values;
        this.numbers = Arrays.stream(values).mapToLong(Setting::number).toArray();
        this.parts = parts;
    }

    private static Profile of(String name, CongestionControl congestion) {
        Object[] values = Arrays.stream(Setting.values()).map(Setting::initial).toArray();
        return new Profile(
                name, values, new Parts(Segmenter.FULL, () -> RunReassembler.EMPTY, Optional.empty(), congestion));
    }

    /** Reno: slow start, congestion avoidance, fast retransmit and recovery of one loss a round trip (RFC 5681); no SACK. */
    public static Profile reno() {
        return of("reno", Reno.NEW)
                .sack(false)
                .with(Setting.PARTIAL_ACKS, false)
                .prr(false)
                .with(Setting.LIMITED_TRANSMIT, false);
    }

    /** NewReno: Reno that recovers several losses of one window, a round trip each (RFC 6582); no SACK until it is set. */
    public static Profile newReno() {
        return of("newReno", Reno.NEW).sack(false).prr(false);
    }

    /** CUBIC with SACK, PRR and RACK-TLP: what a common server runs (RFC 9438, 6675, 6937, 8985). */
    public static Profile cubic() {
        return of("cubic", Cubic.NEW).rackTlp(true);
    }

    private Object value(Setting setting) {
        return values[setting.index()];
    }

    /** What Linux does where the RFCs leave it free: CUBIC, an RTO 200 ms above the round trip, quick acknowledgments at first. */
    public static Profile linux() {
        return of("linux", Cubic.NEW)
                .rackTlp(true)
                .receiveBuffer(1 << 20)
                .with(Setting.QUICK_ACKS, 16)
                .with(Setting.DELAYED_FIN_ACK, true)
                .with(Setting.UNDO, true)
                .with(Setting.CLOCK_GRANULARITY, Duration.ofMillis(200))
                .with(Setting.MAX_RTO, Duration.ofMinutes(2));
    }

    /** What FreeBSD does where the RFCs leave it free, and where its sysctls say so: the system that many scripts assume. */
    public static Profile freeBsd() {
        return of("freeBsd", Reno.NEW)
                .receiveBuffer(65_536)
                .sendBuffer(32_768)
                .keepAlive(true)
                .with(Setting.ROUND_BUFFER, true)
                .with(Setting.WINDOW_SHIFT, 6)
                .with(Setting.MIN_RTO, Duration.ofMillis(30))
                .with(Setting.RTO_SLOP, Duration.ofMillis(200))
                .with(Setting.MAX_RTO, Duration.ofSeconds(64))
                .with(Setting.RTO_AFTER_SYN_LOSS, Duration.ZERO)
                .with(Setting.SYN_RETRIES, 12)
                .with(Setting.RETRIES, 12)
                .with(Setting.OPEN_TIMEOUT, Duration.ofSeconds(75))
                .with(Setting.KEEP_PROBES, 8)
                .with(Setting.KEEP_TIME_WAIT, true)
                .with(Setting.COUNT_SMALL, true)
                .with(Setting.FIN_WITH_ACK, true)
                .with(Setting.TAKE_ALL_ROOM, true)
                .with(Setting.DROP_SYN_ACK, true);
    }

    /** The value of a setting that is a number of the size of an int. */
    public int whole(Setting setting) {
        return Math.toIntExact(numbers[setting.index()]);
    }

    /** The value of a setting that is a number of the size of a long. */
    public long number(Setting setting) {
        return numbers[setting.index()];
    }

    /** The value of a setting that is on or off. */
    public boolean on(Setting setting) {
        return numbers[setting.index()] != 0;
    }

    /** The value of a setting that is a time, in nanoseconds. */
    public long nanos(Setting setting) {
        return numbers[setting.index()];
    }

    /** The value of a setting that is a time. */
    public Duration time(Setting setting) {
        return (Duration) value(setting);
    }

    /** The value of {@link Setting#ECN}. */
    public EcnMode ecn() {
        return (EcnMode) value(Setting.ECN);
    }

    /** Its name: which congestion control and which system it was made from. */
    public String name() {
        return name;
    }

    /** The rule by which data is cut into segments. */
    public Segmenter segmenter() {
        return parts.segmenter;
    }

    /** A reassembly queue with nothing in it. */
    public Reassembler reassembler() {
        return parts.reassembler.get();
    }

    /** The congestion control, before it is started. */
    public CongestionControl congestion() {
        return parts.congestion;
    }

    /** The RTO estimator before any sample. */
    public RtoEstimator estimator() {
        return parts.estimator.orElseGet(() -> JacobsonKarels.of(
                time(Setting.INITIAL_RTO),
                time(Setting.MIN_RTO),
                time(Setting.MAX_RTO),
                time(Setting.CLOCK_GRANULARITY)));
    }

    /**
     * With a setting changed.
     *
     * @throws IllegalArgumentException for a value that the setting cannot have, with its range
     */
    public Profile with(Setting setting, Object value) {
        Object[] changed = values.clone();
        changed[setting.index()] = setting.checked(value);
        return new Profile(name, changed, parts);
    }

    /** With another rule by which data is cut into segments. */
    public Profile with(Segmenter segmenter) {
        return with(new Parts(segmenter, parts.reassembler, parts.estimator, parts.congestion));
    }

    /** With another reassembly queue; this one is where each connection starts. */
    public Profile with(Reassembler empty) {
        return reassembler(() -> empty);
    }

    /** With another reassembly queue, made anew for each connection: for one that changes in place and returns itself. */
    public Profile reassembler(Supplier<? extends Reassembler> maker) {
        return with(new Parts(parts.segmenter, maker, parts.estimator, parts.congestion));
    }

    /** With another RTO estimator; this one is where each connection starts. */
    public Profile with(RtoEstimator start) {
        return with(new Parts(parts.segmenter, parts.reassembler, Optional.of(start), parts.congestion));
    }

    /** With another congestion control; this one is started by each connection. */
    public Profile with(CongestionControl control) {
        return with(new Parts(parts.segmenter, parts.reassembler, parts.estimator, control));
    }

    private Profile with(Parts changed) {
        return new Profile(name, values, changed);
    }

    /** With another name. */
    public Profile named(String newName) {
        return new Profile(newName, values, parts);
    }

    /** With the most data octets that this end takes in one segment, 1 to 65,535. */
    public Profile mss(int octets) {
        return with(Setting.MSS, octets);
    }

    /** With a send buffer of so many octets. */
    public Profile sendBuffer(int octets) {
        return with(Setting.SEND_BUFFER, octets);
    }

    /** With a receive buffer of so many octets: the most that RCV.WND can be. */
    public Profile receiveBuffer(int octets) {
        return with(Setting.RECEIVE_BUFFER, octets);
    }

    /** With or without window scaling (RFC 7323). */
    public Profile windowScale(boolean on) {
        return with(Setting.WINDOW_SCALE, on);
    }

    /** With or without timestamps (RFC 7323). */
    public Profile timestamps(boolean on) {
        return with(Setting.TIMESTAMPS, on);
    }

    /** With or without selective acknowledgment (RFC 2018, 6675). */
    public Profile sack(boolean on) {
        return with(Setting.SACK, on);
    }

    /** With or without reports of duplicates (RFC 2883). */
    public Profile dsack(boolean on) {
        return with(Setting.DSACK, on);
    }

    /** With or without explicit congestion notification (RFC 3168). */
    public Profile ecn(EcnMode mode) {
        return with(Setting.ECN, mode);
    }

    /** With an initial window of so many segments (RFC 6928). */
    public Profile initialWindow(int segments) {
        return with(Setting.INITIAL_WINDOW, segments);
    }

    /** With or without proportional rate reduction (RFC 6937). */
    public Profile prr(boolean on) {
        return with(Setting.PRR, on);
    }

    /** With or without RACK-TLP (RFC 8985). */
    public Profile rackTlp(boolean on) {
        return with(Setting.RACK_TLP, on);
    }

    /** With or without Nagle's algorithm; off is what sockets call TCP_NODELAY. */
    public Profile nagle(boolean on) {
        return with(Setting.NAGLE, on);
    }

    /** With ACKs delayed by at most this; zero for not at all. */
    public Profile delayedAck(Duration most) {
        return with(Setting.DELAYED_ACK, most);
    }

    /** With an RTO of at least this. */
    public Profile minRto(Duration least) {
        return with(Setting.MIN_RTO, least);
    }

    /** With a maximum segment lifetime: TIME-WAIT lasts twice as long. */
    public Profile msl(Duration lifetime) {
        return with(Setting.MSL, lifetime);
    }

    /** With or without keep-alive. */
    public Profile keepAlive(boolean on) {
        return with(Setting.KEEP_ALIVE, on);
    }

    /** With this initial sequence number, 0 to 4,294,967,295. */
    public Profile iss(long number) {
        return with(Setting.ISS, number);
    }

    /** With initial sequence numbers drawn from this seed. */
    public Profile seed(long seed) {
        return with(Setting.SEED, seed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile that
                && name.equals(that.name)
                && Arrays.equals(values, that.values)
                && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The name and what differs from the defaults. */
    @Override
    public String toString() {
        return Arrays.stream(Setting.values())
                .filter(setting -> !value(setting).equals(setting.initial()))
                .map(setting -> setting.word() + " " + value(setting))
                .collect(Collectors.joining(", ", name + " (", ")"));
    }
}
