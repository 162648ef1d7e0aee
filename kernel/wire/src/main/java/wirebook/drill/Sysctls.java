package wirebook.drill;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import wirebook.tcp.profile.EcnMode;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;

/** The system variables that scripts set, and what each means for a profile. */
final class Sysctls {
    private static final String TCP = "net.inet.tcp.";

    private final Map<String, Long> values = new HashMap<>();

    /** One variable's meaning. */
    private interface Meaning {
        Profile of(Profile profile, long value);
    }

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(
                    TCP + "rfc1323",
                    (profile, value) -> profile.windowScale(value > 0).timestamps(value > 0)),
            Map.entry(TCP + "sack.enable", (profile, value) -> profile.sack(value > 0)),
            Map.entry(TCP + "ecn.enable", (profile, value) -> profile.ecn(ecn(value))),
            Map.entry(TCP + "ecn.maxretries", (profile, value) -> profile.with(Setting.ECN_SYNS, (int) value)),
            Map.entry(TCP + "recvspace", (profile, value) -> profile.receiveBuffer((int) value)),
            Map.entry(TCP + "sendspace", (profile, value) -> profile.sendBuffer((int) value)),
            Map.entry("kern.ipc.maxsockbuf", (profile, value) -> profile.with(Setting.WINDOW_SHIFT, shift(value))),
            Map.entry(TCP + "rexmit_initial", (profile, value) -> time(profile, Setting.INITIAL_RTO, value)),
            Map.entry(TCP + "rexmit_slop", (profile, value) -> time(profile, Setting.RTO_SLOP, value)),
            Map.entry(TCP + "rexmit_min", (profile, value) -> time(profile, Setting.MIN_RTO, value)),
            Map.entry(
                    TCP + "rexmit_drop_options",
                    (profile, value) -> profile.with(Setting.OPTION_SYNS, value > 0 ? 2 : 1_000)),
            Map.entry(TCP + "keepinit", (profile, value) -> time(profile, Setting.OPEN_TIMEOUT, value)),
            Map.entry(TCP + "keepidle", (profile, value) -> time(profile, Setting.KEEP_IDLE, value)),
            Map.entry(TCP + "keepintvl", (profile, value) -> time(profile, Setting.KEEP_INTERVAL, value)),
            Map.entry(TCP + "keepcnt", (profile, value) -> profile.with(Setting.KEEP_PROBES, (int) value)),
            Map.entry(TCP + "always_keepalive", (profile, value) -> profile.keepAlive(value > 0)),
            Map.entry(TCP + "delacktime", (profile, value) -> time(profile, Setting.DELAYED_ACK, value)),
            Map.entry(TCP + "delayed_ack", (profile, value) -> value > 0 ? profile : profile.delayedAck(Duration.ZERO)),
            Map.entry(TCP + "msl", (profile, value) -> time(profile, Setting.MSL, value)),
            Map.entry(TCP + "mssdflt", (profile, value) -> profile.with(Setting.DEFAULT_MSS, (int) value)),
            Map.entry(TCP + "initcwnd_segments", (profile, value) -> profile.initialWindow((int) value)),
            Map.entry(TCP + "insecure_rst", (profile, value) -> profile.with(Setting.RST_EXACTLY, value == 0)),
            Map.entry(TCP + "insecure_syn", (profile, value) -> profile.with(Setting.SYN_CHALLENGED, value == 0)),
            Map.entry(TCP + "drop_synfin", (profile, value) -> profile.with(Setting.DROP_SYN_FIN, value > 0)),
            Map.entry(
                    TCP + "tolerate_missing_ts",
                    (profile, value) -> profile.with(Setting.MISSING_TIMESTAMPS, value > 0)));

    private static EcnMode ecn(long value) {
        return value == 0 ? EcnMode.OFF : value == 1 ? EcnMode.REQUEST : EcnMode.ACCEPT;
    }

    private static Profile time(Profile profile, Setting setting, long milliseconds) {
        if (milliseconds > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a sysctl's time is at most 2147483647 ms; this is " + milliseconds);
        }
        return profile.with(setting, Duration.ofMillis(milliseconds));
    }

    /** The least shift by which the window field covers the largest buffer that a socket may have. */
    private static int shift(long largest) {
        int shift = 0;
        while (shift < 14 && (65_535L << shift) < largest) {
            shift++;
        }
        return shift;
    }

    void set(String name, long value) {
        values.put(name, value);
    }

    /** The value of a variable; 0 where the script does not say. */
    long value(String name) {
        return values.getOrDefault(name, 0L);
    }

    /** The profile with everything that was set. */
    Profile apply(Profile profile) {
        Profile applied = profile;
        for (Map.Entry<String, Meaning> row :
                MEANINGS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            Long value = values.get(row.getKey());
            applied = value == null ? applied : row.getValue().of(applied, value);
        }
        return applied;
    }
}
