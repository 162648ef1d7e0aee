package wirebook.tcp.stream;

/**
 * A run of consecutive octets of a stream, counted from its first octet.
 *
 * @param start the place of the first octet, from 0
 * @param end the place behind the last octet
 */
public record Range(long start, long end) {
    /** How many octets it has. */
    public long length() {
        return end - start;
    }

    @Override
    public String toString() {
        return start + ":" + end;
    }
}
