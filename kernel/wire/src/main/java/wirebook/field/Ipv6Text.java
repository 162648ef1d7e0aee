package wirebook.field;

import wirebook.bytes.Octets;

/** IPv6 addresses as text: lower case, no leading zeros, the longest run of zeros as two colons (RFC 5952, 4). */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static String of(Octets address) {
        int start = 0;
        int longest = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(address, i);
            if (zeros > longest) {
                start = i;
                longest = zeros;
            }
        }
        return longest < 2
                ? groups(address, 0, GROUPS)
                : groups(address, 0, start) + "::" + groups(address, start + longest, GROUPS);
    }

    private static int zeros(Octets address, int from) {
        int end = from;
        while (end < GROUPS && address.u16(2 * end) == 0) {
            end++;
        }
        return end - from;
    }

    private static String groups(Octets address, int from, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < end; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(address.u16(2 * i)));
        }
        return text.toString();
    }
}
