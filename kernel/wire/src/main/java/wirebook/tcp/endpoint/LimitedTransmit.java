package wirebook.tcp.endpoint;

import wirebook.tcp.profile.Setting;

/**
 * Limited transmit: each of the first two duplicate ACKs says that a segment has left the network, and lets one of new data in
 * (RFC 3042; RFC 5681, 3.2, step 1). Where there is SACK, {@code pipe} knows that already (RFC 6675, 5).
 */
final class LimitedTransmit {
    private static final int MOST = 2;

    private final ControlBlock block;
    private long beyond;

    LimitedTransmit(ControlBlock block) {
        this.block = block;
    }

    /** How many octets may be on the way beyond cwnd. */
    long bonus(int duplicates) {
        boolean applies = duplicates <= MOST && !block.agreement.sack() && block.profile.on(Setting.LIMITED_TRANSMIT);
        return applies ? (long) duplicates * block.agreement.smss() : 0;
    }

    /** So many octets are on the way beyond cwnd now. */
    void sent(long octets) {
        beyond = Math.max(beyond, octets);
    }

    /**
     * What was sent by this rule does not count for ssthresh (RFC 5681, 3.2, step 2; RFC 6675, 5, step 4.2). Told once. Where
     * RACK finds the losses, duplicate ACKs are no signal and nothing was sent by it.
     */
    long taken() {
        long octets = block.profile.on(Setting.RACK_TLP) && block.agreement.sack() ? 0 : beyond;
        beyond = 0;
        return octets;
    }
}
