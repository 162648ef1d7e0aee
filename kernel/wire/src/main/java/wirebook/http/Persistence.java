package wirebook.http;

/** Whether a connection outlives an exchange, and who may use it for what (RFC 9112, 9). */
public final class Persistence {
    private Persistence() {}

    /** Whether the request asks to go on in another protocol; HTTP/1.0 cannot (RFC 9110, 7.8). */
    public static boolean asksToSwitch(HttpRequest request) {
        return request.version().atLeast11()
                && request.fields().has("Upgrade")
                && request.fields().lists("Connection", "upgrade");
    }
}
