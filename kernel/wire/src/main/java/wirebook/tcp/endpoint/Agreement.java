package wirebook.tcp.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;
import wirebook.tcp.profile.EcnMode;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;

/** What the two SYNs agree on: MSS, window scale, SACK, timestamps, ECN. Both must have said it, but for the MSS. */
final class Agreement {
    private static final int TIMESTAMPS_LENGTH = 12;

    private final Profile profile;
    private boolean heard;
    private boolean scale;
    private boolean sack;
    private boolean timestamps;
    private boolean ecn;
    private int peerShift;
    private int smss;
    private int pathMss = Integer.MAX_VALUE;

    Agreement(Profile profile) {
        this.profile = profile;
        this.smss = profile.whole(Setting.DEFAULT_MSS);
    }

    /** Reads the other end's SYN. */
    void hear(TcpSegment syn) {
        heard = true;
        if (!profile.on(Setting.OPTIONS)) {
            return;
        }
        int offered = syn.option(TcpOption.MaximumSegmentSize.class)
                .map(TcpOption.MaximumSegmentSize::mss)
                .filter(mss -> mss > 0)
                .orElse(profile.whole(Setting.DEFAULT_MSS));
        smss = Math.min(offered, profile.whole(Setting.MSS));
        Optional<TcpOption.WindowScale> shift = syn.option(TcpOption.WindowScale.class);
        scale = profile.on(Setting.WINDOW_SCALE) && shift.isPresent();
        peerShift = shift.map(TcpOption.WindowScale::shift).orElse(0);
        sack = profile.on(Setting.SACK)
                && syn.option(TcpOption.SackPermitted.class).isPresent();
        timestamps = profile.on(Setting.TIMESTAMPS)
                && syn.option(TcpOption.Timestamps.class).isPresent();
        boolean asks = syn.has(ControlBit.ECE) && syn.has(ControlBit.CWR);
        boolean answers = syn.has(ControlBit.ECE) && !syn.has(ControlBit.CWR);
        ecn = syn.has(ControlBit.ACK)
                ? answers && profile.ecn() == EcnMode.REQUEST
                : asks && profile.ecn() != EcnMode.OFF;
    }

    /** The options of our SYN; of an answer only what the other end said too. */
    List<TcpOption> synOptions(long tsval, long tsecr, boolean plain) {
        List<TcpOption> options = new ArrayList<>();
        if (!profile.on(Setting.OPTIONS)) {
            return options;
        }
        options.add(new TcpOption.MaximumSegmentSize(profile.whole(Setting.MSS)));
        if (plain) {
            return options;
        }
        if (heard ? scale : profile.on(Setting.WINDOW_SCALE)) {
            options.add(new TcpOption.NoOperation());
            options.add(new TcpOption.WindowScale(ownShift()));
        }
        boolean withSack = heard ? sack : profile.on(Setting.SACK);
        boolean withTimestamps = heard ? timestamps : profile.on(Setting.TIMESTAMPS);
        if (withSack) {
            options.add(new TcpOption.SackPermitted());
        } else if (withTimestamps) {
            options.add(new TcpOption.NoOperation());
            options.add(new TcpOption.NoOperation());
        }
        if (withTimestamps) {
            options.add(new TcpOption.Timestamps(tsval, tsecr));
        }
        return options;
    }

    /** The shift that we offer: the least that lets the window field say the whole receive buffer (RFC 7323, 2.3). */
    private int ownShift() {
        int chosen = profile.whole(Setting.WINDOW_SHIFT);
        int shift = 0;
        while (chosen < 0 && shift < 14 && (65_535L << shift) < profile.whole(Setting.RECEIVE_BUFFER)) {
            shift++;
        }
        return chosen < 0 ? shift : chosen;
    }

    boolean sack() {
        return sack;
    }

    boolean timestamps() {
        return timestamps;
    }

    boolean ecn() {
        return ecn;
    }

    /** ECN is off from now on: a SYN had to be sent again without asking for it. */
    void forgoEcn() {
        ecn = false;
    }

    /** More than 14 counts as 14 (RFC 7323, 2.3). */
    int sendShift() {
        return scale ? Math.min(peerShift, 14) : 0;
    }

    int receiveShift() {
        return scale ? ownShift() : 0;
    }

    /** Eff.snd.MSS: data octets in a full segment, the timestamp taken off (RFC 9293, 3.7.1). */
    int smss() {
        int most = Math.min(smss, pathMss);
        return Math.max(1, timestamps ? most - TIMESTAMPS_LENGTH : most);
    }

    /** The MSS without what options take from it. */
    int wholeMss() {
        return smss;
    }

    void pathMss(int octets) {
        pathMss = octets;
    }

    boolean heard() {
        return heard;
    }

    Tcb.Options shown() {
        return new Tcb.Options(smss(), profile.whole(Setting.MSS), sack, timestamps, sendShift(), receiveShift(), ecn);
    }
}
