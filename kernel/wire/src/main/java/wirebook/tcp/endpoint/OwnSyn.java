package wirebook.tcp.endpoint;

import wirebook.tcp.profile.EcnMode;
import wirebook.tcp.profile.Setting;

/** Our SYN: sent, answered with, and sent again ever more plainly (RFC 9293, 3.5; RFC 3168, 6.1.1.1). */
final class OwnSyn {
    private final ControlBlock block;
    private int retransmissions;

    OwnSyn(ControlBlock block) {
        this.block = block;
    }

    /** The SYN, or the SYN and ACK where the other end's is here; it asks for ECN if the profile wants it. */
    void send(Cause cause) {
        block.output.syn(false, block.profile.ecn() == EcnMode.REQUEST, SentKind.HANDSHAKE, cause);
    }

    /** The SYN with the acknowledgment of the other end's: both opened at once. */
    void answer(Cause cause) {
        block.output.syn(false, false, SentKind.HANDSHAKE, cause);
    }

    /** The SYN again; late ones without the options and the flags that a strange middlebox may not like. */
    void resend(Cause cause) {
        retransmissions++;
        boolean plain = retransmissions > block.profile.whole(Setting.OPTION_SYNS);
        boolean ecn = retransmissions <= block.profile.whole(Setting.ECN_SYNS);
        if (!ecn) {
            block.agreement.forgoEcn();
        }
        boolean asks = ecn && block.profile.ecn() == EcnMode.REQUEST;
        block.output.syn(plain, asks, SentKind.RETRANSMISSION_TIMEOUT, cause);
    }

    int retransmissions() {
        return retransmissions;
    }
}
