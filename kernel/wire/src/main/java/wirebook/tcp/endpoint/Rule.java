package wirebook.tcp.endpoint;

/**
 * The rules by which an endpoint acts, one row each: what it says and where it stands. In the text a {@code #} stands for a
 * number and a {@code ~} for a time.
 */
public enum Rule {
    /** A user call. */
    OPEN_CALLED("the user calls OPEN", "RFC 9293, 3.10.1"),
    /** A user call. */
    CLOSE_CALLED("the user calls CLOSE", "RFC 9293, 3.10.4"),
    /** A user call. */
    ABORT_CALLED("the user calls ABORT", "RFC 9293, 3.10.5"),
    /** The peer's RST. */
    RESET_RECEIVED("a valid RST arrived", "RFC 9293, 3.10.7.4");

    private final String template;
    private final String rfc;

    Rule(String template, String rfc) {
        this.template = template;
        this.rfc = rfc;
    }

    /** The text with places for numbers. */
    String template() {
        return template;
    }

    /** The RFC and section; empty where none asks for it. */
    public String rfc() {
        return rfc;
    }
}
