package wirebook.bytes;

/** Octets that break a rule of their format: what is wrong, at which octet, and which rule says so. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final int where;
    private final String rule;

    /**
     * @param what what is wrong, as a phrase a student understands, with the value that was found
     * @param where the offset of the offending octet from the start of what was decoded, in octets, from 0
     * @param rule the rule that is broken, as an RFC and its section: {@code "RFC 9293, 3.1"}
     */
    public Malformed(String what, int where, String rule) {
        super(what + " (at octet " + where + "; " + rule + ")");
        this.what = what;
        this.where = where;
        this.rule = rule;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** The offset of the offending octet, from 0. */
    public int where() {
        return where;
    }

    /** The RFC and section that are broken. */
    public String rule() {
        return rule;
    }

    /** The same fault, seen from octets that start {@code octets} before these. */
    public Malformed shifted(int octets) {
        return new Malformed(what, where + octets, rule);
    }
}
