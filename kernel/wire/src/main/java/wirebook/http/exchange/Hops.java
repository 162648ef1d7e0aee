package wirebook.http.exchange;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import wirebook.http.Body;
import wirebook.http.Fields;
import wirebook.http.HttpMessage;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;
import wirebook.http.Target;
import wirebook.http.Version;

/** What a proxy that understands {@code Connection} does to a message before it forwards it (RFC 9110, 7.6). */
public final class Hops {
    /** Fields that concern one connection alone, also where Connection does not name them (RFC 9110, 7.6.1). */
    private static final List<String> KNOWN =
            List.of("Connection", "Keep-Alive", "Proxy-Connection", "TE", "Transfer-Encoding", "Upgrade");

    private Hops() {}

    /** The names of the fields that end at the next hop, in the order of the alphabet. */
    public static List<String> fields(HttpMessage message) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        KNOWN.stream().filter(message.section()::has).forEach(names::add);
        message.section().list("Connection").stream()
                .filter(option -> message.section().has(option))
                .map(option -> option.toLowerCase(Locale.ROOT))
                .forEach(names::add);
        return List.copyOf(names);
    }

    /**
     * The request as the next server gets it: freed of this hop's fields, with the path as its target and the host that
     * the target named (RFC 9112, 3.2.2), in the proxy's own version, and with {@code Via} (RFC 9110, 7.6.3).
     */
    public static HttpRequest forward(HttpRequest request, String pseudonym) {
        Fields fields = cleaned(request, pseudonym);
        HttpRequest next =
                new HttpRequest(request.method(), request.target(), Version.HTTP_1_1, fields, request.body());
        if (request.target() instanceof Target.AbsoluteForm absolute) {
            HttpRequest origin = next.target(absolute.origin().text());
            return absolute.authority().map(origin::host).orElse(origin);
        }
        return next;
    }

    /** The response as the client gets it. A body that ended with the server's connection gets a length. */
    public static HttpResponse forward(HttpResponse response, String pseudonym) {
        Body body = response.body() instanceof Body.UntilClose ends ? new Body.Sized(ends.content()) : response.body();
        Fields fields = cleaned(response, pseudonym);
        return new HttpResponse(Version.HTTP_1_1, response.status(), response.reason(), fields, body);
    }

    private static Fields cleaned(HttpMessage message, String pseudonym) {
        Fields fields = message.section();
        for (String name : fields(message)) {
            fields = fields.without(name);
        }
        String via = message.version().major() + "." + message.version().minor() + " " + pseudonym;
        return fields.plus("Via", via).derivable();
    }
}
