package wirebook.http;

import java.util.Optional;

/** A request-target: what the method is to be applied to, in one of four forms (RFC 9112, 3.2). */
public sealed interface Target {
    /** The target as it goes on the wire. */
    String text();

    /** What the form says about it. */
    String meaning();

    /** The host and port that it names itself, if it does. */
    default Optional<String> authority() {
        return Optional.empty();
    }

    /** The absolute path and the query: what most requests carry (RFC 9112, 3.2.1). */
    record OriginForm(String text) implements Target {
        @Override
        public String meaning() {
            return "origin-form: path and query";
        }

        /** The path without the query. */
        public String path() {
            int query = text.indexOf('?');
            return query < 0 ? text : text.substring(0, query);
        }
    }

    /** A whole URI: what a client sends to a proxy (RFC 9112, 3.2.2). */
    record AbsoluteForm(String text) implements Target {
        @Override
        public String meaning() {
            return "absolute-form: a whole URI, as a proxy needs it";
        }

        @Override
        public Optional<String> authority() {
            return start() < 0 ? Optional.empty() : Optional.of(text.substring(start(), end()));
        }

        /** The same resource as its origin server wants to see it: path and query (RFC 9112, 3.2.1). */
        public OriginForm origin() {
            String rest = start() < 0 ? "" : text.substring(end());
            return new OriginForm(rest.startsWith("/") ? rest : "/" + rest);
        }

        private int start() {
            int slashes = text.indexOf("://");
            return slashes < 0 ? -1 : slashes + 3;
        }

        private int end() {
            int at = start();
            while (at < text.length() && "/?#".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at;
        }
    }

    /** Host and port alone: what CONNECT asks a tunnel to (RFC 9112, 3.2.3). */
    record AuthorityForm(String text) implements Target {
        @Override
        public String meaning() {
            return "authority-form: where the tunnel ends";
        }

        @Override
        public Optional<String> authority() {
            return Optional.of(text);
        }
    }

    /** {@code *}: the server as a whole, for OPTIONS (RFC 9112, 3.2.4). */
    record AsteriskForm() implements Target {
        @Override
        public String meaning() {
            return "asterisk-form: the server as a whole";
        }

        @Override
        public String text() {
            return "*";
        }
    }

    /**
     * The target in the form that its text and the method call for.
     *
     * @throws IllegalArgumentException if the text is empty or has a space or another invisible character (RFC 9112, 3.2)
     */
    static Target of(Method method, String text) {
        int stranger = Grammar.stranger(text, Grammar.VISIBLE);
        if (text.isEmpty() || stranger >= 0) {
            throw new IllegalArgumentException("Target \"" + Fields.shown(text) + "\" "
                    + (text.isEmpty() ? "is empty" : "holds " + Grammar.name(text.charAt(stranger)))
                    + "; what is not visible ASCII is written %XX (RFC 9112, 3.2)");
        }
        return ofVisible(method, text);
    }

    /** As {@link #of}, for text that is known to be visible ASCII. */
    static Target ofVisible(Method method, String text) {
        if (text.charAt(0) == '/') {
            return new OriginForm(text);
        }
        if (text.equals("*")) {
            return new AsteriskForm();
        }
        if (method.equals(Method.CONNECT)) {
            return new AuthorityForm(text);
        }
        if (hasScheme(text)) {
            return new AbsoluteForm(text);
        }
        throw new IllegalArgumentException("Target \"" + Fields.shown(text)
                + "\" is neither a path, which begins with /, nor a URI, nor * (RFC 9112, 3.2)");
    }

    /** Whether the text has one of the four forms. */
    static boolean hasForm(Method method, String text) {
        return text.startsWith("/") || text.equals("*") || method.equals(Method.CONNECT) || hasScheme(text);
    }

    /** Whether the text begins as a URI does: a letter, letters or digits, a colon (RFC 3986, 3.1). */
    private static boolean hasScheme(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && Character.isLetter(text.charAt(0))
                && text.substring(0, colon)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
    }
}
