package wirebook.net;

import java.util.List;
import wirebook.http.exchange.Site;

/** What a server does with the connections that it accepts. */
public sealed interface Role {
    /**
     * It answers requests for pages.
     *
     * @param site the pages, and how the server treats its connections
     */
    record Pages(Site site) implements Role {}

    /**
     * It does on each connection one thing after the other.
     *
     * @param calls what it does, in this order
     */
    record Scripted(List<Call> calls) implements Role {
        /** Copies the list. */
        public Scripted {
            calls = List.copyOf(calls);
        }
    }

    /** Nobody listens on its port. */
    record Closed() implements Role {}

    /**
     * It passes requests on to another server.
     *
     * @param understanding whether it understands the field Connection (RFC 9110, 7.6.1)
     * @param path the way to the other server
     * @param upstream the other server
     */
    record Relay(boolean understanding, Route path, Server upstream) implements Role {}
}
