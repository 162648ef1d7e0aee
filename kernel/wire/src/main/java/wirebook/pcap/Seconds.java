package wirebook.pcap;

import java.time.Duration;

/** Times as text: seconds with as many decimals as they need, at least six. */
final class Seconds {
    private Seconds() {}

    static String of(Duration time) {
        String nanos = Integer.toString(time.toNanosPart() + 1_000_000_000).substring(1);
        return time.toSeconds() + "." + (nanos.endsWith("000") ? nanos.substring(0, 6) : nanos);
    }
}
