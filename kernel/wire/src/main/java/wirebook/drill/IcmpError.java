package wirebook.drill;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ICMP error as a script writes it: {@code icmp unreachable frag_needed mtu 600 [1:1001(1000)]}. Which segment it quotes is
 * passed over: there is one connection.
 *
 * @param hard whether the error will not pass (RFC 1122, 4.2.3.9)
 * @param mtu the largest packet that the path takes, where the error says that
 */
record IcmpError(boolean hard, Optional<Integer> mtu) {
    private static final Pattern SHAPE = Pattern.compile(
            "icmp(?:v6)?\\s+(?<type>\\w+)(?:\\s+(?<code>[a-z]\\w*))??(?:\\s+mtu\\s+(?<mtu>\\d+))?\\s*(?:\\[[^\\]]*\\])?\\s*");

    /**
     * The error that {@code text} describes.
     *
     * @throws IllegalArgumentException for what is none, or a type that is not known
     */
    static IcmpError read(String text) {
        Matcher found = SHAPE.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("this is no ICMP error: " + text);
        }
        String code = Optional.ofNullable(found.group("code")).orElse("");
        Optional<Integer> mtu = Optional.ofNullable(found.group("mtu")).map(Numeral::of);
        return switch (found.group("type").toLowerCase(Locale.ROOT)) {
            case "unreachable", "dst_unreachable" ->
                new IcmpError(code.startsWith("port") || code.startsWith("protocol"), mtu);
            case "packet_too_big", "time_exceeded", "parameter_problem", "source_quench" -> new IcmpError(false, mtu);
            default ->
                throw new IllegalArgumentException("the ICMP type " + found.group("type") + " is not known: " + text);
        };
    }
}
