package wirebook.tcp;

/**
 * A block of octets that arrived (RFC 2018, 3).
 *
 * @param left the number of its first octet
 * @param right the number behind its last octet
 */
public record SackBlock(long left, long right) {
    @Override
    public String toString() {
        return left + ":" + right;
    }
}
