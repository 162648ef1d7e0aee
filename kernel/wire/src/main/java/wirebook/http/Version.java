package wirebook.http;

/**
 * The version of HTTP in which a message is written (RFC 9112, 2.3).
 *
 * @param major 0 to 9: the message syntax
 * @param minor 0 to 9: what the sender understands beyond it
 */
public record Version(int major, int minor) {
    /** HTTP/1.0, RFC 1945. */
    public static final Version HTTP_1_0 = new Version(1, 0);

    /** HTTP/1.1, RFC 9112. */
    public static final Version HTTP_1_1 = new Version(1, 1);

    /** @throws IllegalArgumentException if a number is not one digit */
    public Version {
        if (major < 0 || major > 9 || minor < 0 || minor > 9) {
            throw new IllegalArgumentException(
                    "HTTP/" + major + "." + minor + ": a version is one digit, a dot, one digit (RFC 9112, 2.3)");
        }
    }

    static Version of(int major, int minor) {
        return major != 1 || minor > 1 ? new Version(major, minor) : minor == 1 ? HTTP_1_1 : HTTP_1_0;
    }

    /** Whether the sender understands HTTP/1.1: chunks, persistence by default, 100 (Continue). */
    public boolean atLeast11() {
        return major > 1 || (major == 1 && minor >= 1);
    }

    @Override
    public String toString() {
        return "HTTP/" + major + "." + minor;
    }
}
