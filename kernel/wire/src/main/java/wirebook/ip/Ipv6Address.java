package wirebook.ip;

import java.util.ArrayList;
import java.util.List;
import wirebook.bytes.Checksum;
import wirebook.bytes.Octets;
import wirebook.field.Format;

/**
 * An IPv6 address (RFC 4291).
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Ipv6Address(long high, long low) implements IpAddress {
    /** The unspecified address, {@code ::}. */
    public static final Ipv6Address UNSPECIFIED = new Ipv6Address(0, 0);

    /**
     * An address from its text: groups of up to four hexadecimal digits, {@code ::} for a run of zeros, the last 32 bits
     * in dotted decimal if one likes (RFC 4291, 2.2).
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Ipv6Address of(String text) {
        String[] halves = text.strip().split("::", -1);
        List<Integer> front = groups(halves[0], text);
        List<Integer> back = halves.length == 2 ? groups(halves[1], text) : List.of();
        int missing = 8 - front.size() - back.size();
        boolean fits = halves.length == 1 ? missing == 0 : missing > 0;
        if (halves.length > 2 || !fits) {
            throw no(text);
        }
        List<Integer> all = new ArrayList<>(front);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(back);
        return new Ipv6Address(number(all.subList(0, 4)), number(all.subList(4, 8)));
    }

    /** The address in 16 octets. */
    static Ipv6Address of(Octets octets, int at) {
        return new Ipv6Address(
                octets.u32(at) << 32 | octets.u32(at + 4), octets.u32(at + 8) << 32 | octets.u32(at + 12));
    }

    private static List<Integer> groups(String half, String text) {
        List<Integer> groups = new ArrayList<>();
        if (half.isEmpty()) {
            return groups;
        }
        String[] words = half.split(":", -1);
        for (int i = 0; i < words.length; i++) {
            if (i == words.length - 1 && words[i].contains(".")) {
                int bits = Ipv4Address.of(words[i]).bits();
                groups.add(bits >>> 16);
                groups.add(bits & 0xffff);
            } else if (words[i].matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(words[i], 16));
            } else {
                throw no(text);
            }
        }
        return groups;
    }

    private static long number(List<Integer> groups) {
        long number = 0;
        for (int group : groups) {
            number = number << 16 | group;
        }
        return number;
    }

    private static IllegalArgumentException no(String text) {
        return new IllegalArgumentException(
                "\"" + text + "\" is not an IPv6 address: eight groups of hexadecimal digits, such as 2001:db8::1");
    }

    @Override
    public Octets bytes() {
        byte[] octets = new byte[16];
        for (int i = 0; i < 8; i++) {
            octets[i] = (byte) (high >>> (56 - 8 * i));
            octets[i + 8] = (byte) (low >>> (56 - 8 * i));
        }
        return Octets.wrap(octets);
    }

    @Override
    public long sum(long sum) {
        return half(half(sum, high), low);
    }

    private static long half(long sum, long bits) {
        long twice = Checksum.plus(Checksum.plus(sum, (int) (bits >>> 48)), (int) (bits >>> 32));
        return Checksum.plus(Checksum.plus(twice, (int) (bits >>> 16)), (int) bits);
    }

    @Override
    public String toString() {
        return Format.IPV6.show(bytes());
    }
}
