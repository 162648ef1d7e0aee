package wirebook.net;

/**
 * The ephemeral ports that a client's connections take, one after the other (RFC 6335, 6).
 *
 * @param first the first port, 1 to 65,535
 * @param last the last port, not before the first
 */
public record Ports(int first, int last) {
    /** The ports that IANA calls dynamic: 49152 to 65535. */
    public static final Ports DYNAMIC = new Ports(49_152, 65_535);

    /** Checks the range. */
    public Ports {
        if (first < 1 || last > 65_535 || last < first) {
            throw new IllegalArgumentException(
                    "ports are from 1 to 65535, the last not before the first; this says " + first + " to " + last);
        }
    }

    /** How many there are. */
    public int count() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
