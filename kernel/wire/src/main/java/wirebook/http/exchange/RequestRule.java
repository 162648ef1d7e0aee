package wirebook.http.exchange;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import wirebook.http.HttpRequest;
import wirebook.http.Method;
import wirebook.http.Target;

/**
 * The rules for a request that could be read: a server that finds one broken answers, and may keep the connection, since
 * it knows where the request ends.
 */
public enum RequestRule {
    /** Without Host, a server of many sites cannot tell which one is meant. */
    NO_HOST(400, "9112, 3.2", "a request of HTTP/1.1 has no Host", RequestRule::lacksHost),
    /** Two hosts: one for the firewall and one for the server. */
    MANY_HOSTS(400, "9112, 3.2", "there is more than one Host", request -> hosts(request) > 1),
    /** A host is a name or an address, and perhaps a port. */
    BAD_HOST(400, "9112, 3.2", "the Host is not a host and perhaps a port", RequestRule::badHost),
    /** A fragment is for the client alone, and other characters have to be written %XX. */
    BAD_URI(400, "9112, 3.2", "the target holds a character that no URI holds", RequestRule::badUri),
    /** The authority-form is CONNECT's, and CONNECT's alone. */
    BAD_CONNECT(400, "9112, 3.2.3", "CONNECT needs a host and a port", RequestRule::badConnect),
    /** The asterisk-form is for OPTIONS. */
    BAD_ASTERISK(400, "9112, 3.2.4", "only OPTIONS asks about the server as a whole", RequestRule::badAsterisk),
    /** Nothing but a 100 can be expected. */
    BAD_EXPECTATION(417, "9110, 10.1.1", "the expectation is not 100-continue", RequestRule::badExpectation);

    private static final String HOST = "(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(:[0-9]*)?";
    private static final String URI = "[A-Za-z0-9._~:/?\\[\\]@!$&'()*+,;=%-]*";

    private final int status;
    private final String section;
    private final String what;

    /** A function of the request alone. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<HttpRequest> broken;

    RequestRule(int status, String section, String what, Predicate<HttpRequest> broken) {
        this.status = status;
        this.section = section;
        this.what = what;
        this.broken = broken;
    }

    /** The first rule that the request breaks, if any. */
    public static Optional<RequestRule> brokenBy(HttpRequest request) {
        return Arrays.stream(values()).filter(rule -> rule.broken.test(request)).findFirst();
    }

    /** The status with which a server answers. */
    public int status() {
        return status;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** The rule's place: {@code "RFC 9112, 3.2"}. */
    public String rfc() {
        return "RFC " + section;
    }

    private static int hosts(HttpRequest request) {
        return request.section().all("Host").size();
    }

    private static boolean lacksHost(HttpRequest request) {
        return request.version().atLeast11() && hosts(request) == 0;
    }

    private static boolean badHost(HttpRequest request) {
        return request.section().get("Host").filter(host -> !host.matches(HOST)).isPresent();
    }

    private static boolean badUri(HttpRequest request) {
        return !request.target().text().matches(URI);
    }

    private static boolean badConnect(HttpRequest request) {
        return request.method().equals(Method.CONNECT)
                && !(request.target() instanceof Target.AuthorityForm form
                        && form.text().matches(".+:[0-9]+"));
    }

    private static boolean badAsterisk(HttpRequest request) {
        return request.target() instanceof Target.AsteriskForm
                && !request.method().equals(Method.OPTIONS);
    }

    private static boolean badExpectation(HttpRequest request) {
        return request.version().atLeast11() && request.section().has("Expect") && !request.expectsContinue();
    }
}
