package wirebook.tcp.endpoint;

/**
 * The rules by which an endpoint acts, one row each: what it says and where it stands. In the text a {@code #} stands for a
 * number and a {@code ~} for a time.
 */
public enum Rule {
    // the user
    OPEN_CALLED("the user calls OPEN", "RFC 9293, 3.10.1"),
    SEND_CALLED("the user calls SEND", "RFC 9293, 3.10.2"),
    CLOSE_CALLED("the user calls CLOSE", "RFC 9293, 3.10.4"),
    ABORT_CALLED("the user calls ABORT", "RFC 9293, 3.10.5"),
    UNREAD_DATA("the user closes while # octets are unread: they are lost, and a reset says so", "RFC 9293, 3.6.1"),
    NOBODY_READS("data arrives that nobody will read: a reset says so", "RFC 9293, 3.6.1"),
    OPEN_PATIENCE("an OPEN waits ~ for an answer", "RFC 9293, 3.8.3"),
    UNREACHABLE("the network says that the other end cannot be reached", "RFC 9293, 3.9.2.2"),
    PATH_MSS("the path takes segments of # octets at most", "RFC 9293, 3.7.2"),
    // the handshake
    SYN_RECEIVED("a SYN arrived", "RFC 9293, 3.10.7.2"),
    SYN_AND_ACK("the SYN that arrived acknowledges ours", "RFC 9293, 3.10.7.3"),
    SIMULTANEOUS_OPEN("both ends sent a SYN at once", "RFC 9293, 3.5"),
    SYN_ACKNOWLEDGED("our SYN is acknowledged", "RFC 9293, 3.10.7.4"),
    REFUSED("the answer to our SYN is a reset", "RFC 9293, 3.10.7.3"),
    ACK_IN_LISTEN("an acknowledgment arrived where nothing was sent", "RFC 9293, 3.10.7.2"),
    NOTHING_TO_LISTEN_FOR("dropped: a segment without SYN opens nothing", "RFC 9293, 3.10.7.2"),
    NEITHER_SYN_NOR_RST("dropped: neither SYN nor RST answers our SYN", "RFC 9293, 3.10.7.3"),
    NO_CONNECTION("no connection: a reset says so", "RFC 9293, 3.10.7.1"),
    // what arrives
    OUTSIDE_WINDOW(
            "the segment lies outside of the receive window: what is expected is said again", "RFC 9293, 3.10.7.4"),
    WINDOW_SHUT("the receive window is shut: the octets are not taken", "RFC 9293, 3.8.6.1"),
    PAWS("the timestamp is older than the last one: a straggler", "RFC 7323, 5.3"),
    TIMESTAMP_MISSING("dropped: both ends agreed on timestamps and this segment has none", "RFC 7323, 3.2"),
    NO_ACK("dropped: an open connection takes no segment without ACK", "RFC 9293, 3.10.7.4"),
    SYN_AND_FIN("dropped: SYN and FIN in one segment", ""),
    RESET_RECEIVED("a valid RST arrived", "RFC 9293, 3.5.3"),
    RESET_IGNORED("dropped: the RST does not fit", "RFC 9293, 3.5.3"),
    RESET_DOUBTED("a RST in the window but not at RCV.NXT: whoever sent it shall prove it", "RFC 5961, 3.2"),
    SYN_DOUBTED("a SYN on an open connection: whoever sent it shall prove it", "RFC 5961, 4.2"),
    SYN_IN_WINDOW("a SYN in the window is an error", "RFC 793, 3.9"),
    ACK_OF_UNSENT("it acknowledges what was never sent", "RFC 9293, 3.10.7"),
    ACK_TOO_OLD("it acknowledges what is too old to be acknowledged again", "RFC 5961, 5.2"),
    ACK_OLD("an old acknowledgment, # octets behind", "RFC 9293, 3.10.7.4"),
    CHALLENGE_THROTTLED("enough challenge ACKs in this second", "RFC 5961, 7"),
    TIME_WAIT_KEPT("dropped: nothing but time ends TIME-WAIT", "RFC 1337, 3"),
    URGENT_POINTER("the urgent pointer moved", "RFC 9293, 3.8.5"),
    // acknowledging
    DATA_IN_ORDER("# octets arrived in order", "RFC 9293, 3.10.7.4"),
    OUT_OF_ORDER("a gap of # octets lies before what arrived: the sender must learn of it at once", "RFC 5681, 4.2"),
    GAP_FILLED("the segment fills a gap: # octets are in order now", "RFC 5681, 4.2"),
    CAME_TWICE("some of it came twice: the sender should know", "RFC 2883, 4"),
    ACK_SECOND("# octets wait for an acknowledgment: two full segments' worth", "RFC 9293, 3.8.6.3"),
    ACK_UNDELAYED("acknowledgments are not delayed here", "RFC 9293, 3.8.6.3"),
    ACK_QUICK("acknowledgments are not delayed until the user turns out to answer quickly", ""),
    ACK_DELAYED("# octets arrived: their acknowledgment waits up to ~ for company", "RFC 9293, 3.8.6.3"),
    ACK_TIMER("the delayed-ACK timer expired", "RFC 9293, 3.8.6.3"),
    ACK_SENT("the acknowledgment is on its way", "RFC 9293, 3.8.6.3"),
    ACK_FIN("a FIN is acknowledged at once", "RFC 9293, 3.10.7.4"),
    WINDOW_OPENED("the user has read: the window opens from # to # octets", "RFC 9293, 3.8.6.2.2"),
    CONGESTION_MARKED("a router marked the packet: ECE says so until CWR arrives", "RFC 3168, 6.1.3"),
    // sending
    NEW_DATA("# octets fit: the congestion window is # octets, the other end's #", "RFC 9293, 3.7"),
    LIMITED_TRANSMIT("duplicate ACK number #: a segment has arrived, so # octets of new data may go", "RFC 3042, 2"),
    FIN_SENT("the user has closed and everything is sent", "RFC 9293, 3.6"),
    NAGLE_HOLDS("Nagle holds # octets until what is on the way is acknowledged", "RFC 9293, 3.7.4"),
    SILLY_WINDOW("the window has room for # octets alone: better wait for more, at most ~", "RFC 9293, 3.8.6.2.1"),
    OVERRIDDEN("a small segment has waited long enough", "RFC 9293, 3.8.6.2.1"),
    WINDOW_CLOSED("the other end's window is closed", "RFC 9293, 3.8.6.1"),
    WINDOW_REOPENED("the other end's window is # octets again", "RFC 9293, 3.8.6.1"),
    PERSIST_ARMED("the window is closed: a probe after ~", "RFC 9293, 3.8.6.1"),
    PERSIST_EXPIRED("the window has been closed for ~: an octet asks whether it still is", "RFC 9293, 3.8.6.1"),
    OCTETS_ACKNOWLEDGED("# octets were acknowledged", "RFC 9293, 3.10.7.4"),
    // time
    RTT_MEASURED("a round trip took ~: SRTT ~, RTO ~", "RFC 6298, 2.3"),
    KARN("no round trip is measured: what was acknowledged was sent twice (Karn)", "RFC 6298, 3"),
    RTO_ARMED("something is on the way: the retransmission timer runs ~", "RFC 6298, 5.1"),
    RTO_RESTARTED("new data was acknowledged: the retransmission timer runs ~ again", "RFC 6298, 5.3"),
    RTO_STOPPED("everything is acknowledged", "RFC 6298, 5.2"),
    RTO_EXPIRED("RTO expired after ~: timeout number #", "RFC 6298, 5.4"),
    GIVEN_UP("no answer after # retransmissions", "RFC 9293, 3.8.3"),
    KEEP_ALIVE_ARMED("the connection was heard of", "RFC 9293, 3.8.4"),
    KEEP_ALIVE_SENT("idle for ~: is the other end still there?", "RFC 9293, 3.8.4"),
    // congestion and loss
    DUPLICATE_ACK("a duplicate ACK; it reports # new octets beyond a gap", "RFC 5681, 2"),
    DUPLICATE_REPORTED("the other end got something twice (DSACK)", "RFC 2883, 4"),
    LOSS_BY_DUPLICATES("duplicate ACK number #: the segment they ask for is lost", "RFC 5681, 3.2"),
    LOSS_BY_SACK("enough was SACKed beyond the gap: what is in it is lost", "RFC 6675, 5"),
    LOSS_BY_TIME("what was sent later has arrived: the gap is a loss", "RFC 8985, 6.2"),
    FAST_RECOVERY_ENTERED("fast recovery begins: ssthresh # octets, cwnd # octets", "RFC 5681, 3.2"),
    LOSS_RECOVERY_ENTERED("everything on the way counts as lost: cwnd # octets, ssthresh # octets", "RFC 5681, 3.1"),
    HOLE_RESENT("octets # to # are lost and sent again", "RFC 6675, 5"),
    FIRST_RESENT("octets # to # are the first that nobody acknowledged: they are sent again", "RFC 5681, 3"),
    PARTIAL_ACK("a partial ACK, # octets: the next hole is lost too", "RFC 6582, 3.2"),
    INFLATED("a duplicate ACK says that a segment has left the network: cwnd # octets", "RFC 5681, 3.2"),
    RECOVERED("everything that was on the way when the loss was seen is acknowledged: recovery ends", "RFC 6582, 3.2"),
    NEEDLESS(
            "the ACK echoes a time before the retransmission: nothing was lost, cwnd is # octets again",
            "RFC 3522, 3.2"),
    WINDOW_NOW("cwnd is # octets, ssthresh # octets", "RFC 5681, 3.2"),
    AVOIDANCE_BEGINS("cwnd has reached # octets: congestion avoidance begins", "RFC 5681, 3.1"),
    RESTARTED("idle for ~: cwnd falls back to # octets", "RFC 5681, 4.1"),
    CONGESTION_ECHOED("ECE: a router marked a packet of ours: cwnd # octets", "RFC 3168, 6.1.2"),
    REORDERING_SEEN("segments were reordered on the way", "RFC 8985, 6.2"),
    REORDERING_ARMED("is the gap reordering or loss? In ~ it counts as loss", "RFC 8985, 6.2"),
    REORDERING_EXPIRED("what is missing is overdue: it is lost", "RFC 8985, 6.3"),
    PROBE_ARMED("if nothing is heard for ~ the tail is probed", "RFC 8985, 7.2"),
    PROBE_NEEDLESS("the tail needs no probe", "RFC 8985, 7.2"),
    PROBE_SENT("nothing was heard for ~: was the tail lost?", "RFC 8985, 7.3"),
    TAIL_LOST("the probe repaired a loss: cwnd # octets", "RFC 8985, 7.4.2"),
    // closing
    FIN_IN_ORDER("the other end's FIN arrived, and everything before it", "RFC 9293, 3.10.7.4"),
    FIN_ACKNOWLEDGED("our FIN is acknowledged", "RFC 9293, 3.10.7.4"),
    FIN_AGAIN("the other end's FIN again: 2 MSL start anew", "RFC 9293, 3.10.7.4"),
    FIN_WAIT_2_ARMED("nobody reads here any more: the other end's FIN is awaited for ~", ""),
    FIN_WAIT_2_EXPIRED("the other end never sent its FIN", ""),
    TWO_MSL("every old segment has left the network", "RFC 9293, 3.6.1");

    private final String template;
    private final String rfc;
    private final String authority;

    @SuppressWarnings("ImmutableEnumChecker") // a record of this rule and of numbers
    private final Cause alone;

    Rule(String template, String rfc) {
        this.template = template;
        this.rfc = rfc;
        this.authority = rfc.isEmpty() ? "" : rfc + " says so";
        this.alone = new Cause(this, 0, 0, 0);
    }

    /** The cause that is this rule without any number. */
    Cause alone() {
        return alone;
    }

    /** The text with places for numbers. */
    String template() {
        return template;
    }

    /** The RFC and section; empty where none asks for it. */
    public String rfc() {
        return rfc;
    }

    /** That the RFC says so, as the cause of a step; empty where none does. One text for all steps of a trace. */
    public String authority() {
        return authority;
    }
}
