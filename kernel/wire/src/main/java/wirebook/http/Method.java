package wirebook.http;

/**
 * A request method: what the client asks the server to do with the target (RFC 9110, 9).
 *
 * @param name a token, case-sensitive
 */
public record Method(String name) {
    /** Transfer a representation of the target. */
    public static final Method GET = new Method("GET");

    /** As GET, but without the content. */
    public static final Method HEAD = new Method("HEAD");

    /** Let the target process the content. */
    public static final Method POST = new Method("POST");

    /** Replace the target by the content. */
    public static final Method PUT = new Method("PUT");

    /** Remove the target. */
    public static final Method DELETE = new Method("DELETE");

    /** Become a tunnel to the target. */
    public static final Method CONNECT = new Method("CONNECT");

    /** Describe how one may talk with the target. */
    public static final Method OPTIONS = new Method("OPTIONS");

    /** Send back what arrived. */
    public static final Method TRACE = new Method("TRACE");

    /** Change a part of the target (RFC 5789). */
    public static final Method PATCH = new Method("PATCH");

    /** @throws IllegalArgumentException if {@code name} is not a token (RFC 9110, 5.6.2) */
    public Method {
        if (!Grammar.isToken(name)) {
            throw new IllegalArgumentException("Method \"" + Fields.shown(name)
                    + "\" is not a token: letters, digits and !#$%&'*+-.^_`|~ (RFC 9110, 9.1)");
        }
    }

    /** The method called {@code name}: the constant if there is one. */
    public static Method of(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "DELETE" -> DELETE;
            case "CONNECT" -> CONNECT;
            case "OPTIONS" -> OPTIONS;
            case "TRACE" -> TRACE;
            case "PATCH" -> PATCH;
            default -> new Method(name);
        };
    }

    /** Whether the client asks for no change of state on the server (RFC 9110, 9.2.1). */
    public boolean safe() {
        return switch (name) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
            default -> false;
        };
    }

    /** Whether asking twice has the effect of asking once, so that a client may retry (RFC 9110, 9.2.2). */
    public boolean idempotent() {
        return safe() || name.equals("PUT") || name.equals("DELETE");
    }

    String meaning() {
        return safe() ? "safe: asks for no change" : idempotent() ? "idempotent: may be repeated" : "";
    }

    /** Whether the method foresees content, so that a request without any says so (RFC 9110, 8.6). */
    boolean foreseesContent() {
        return name.equals("POST") || name.equals("PUT") || name.equals("PATCH");
    }

    @Override
    public String toString() {
        return name;
    }
}
