package wirebook.net;

import java.util.List;
import java.util.stream.Collectors;
import wirebook.http.exchange.Site;

/** What a server does with the connections that it accepts. */
public sealed interface Role {
    /** What it does, in lines that begin with a line break. */
    String words();

    /**
     * It answers requests for pages.
     *
     * @param site the pages, and how the server treats its connections
     */
    record Pages(Site site) implements Role {
        @Override
        public String words() {
            return site.pages().entrySet().stream()
                    .map(page -> "\n  " + page.getKey() + "  "
                            + page.getValue().response().line())
                    .collect(Collectors.joining());
        }
    }

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

        @Override
        public String words() {
            return "\n  " + new Calls(calls);
        }
    }

    /** Nobody listens on its port. */
    record Closed() implements Role {
        @Override
        public String words() {
            return "\n  nobody listens";
        }
    }

    /**
     * It passes requests on to another server.
     *
     * @param understanding whether it understands the field Connection (RFC 9110, 7.6.1)
     * @param path the way to the other server
     * @param upstream the other server
     */
    record Relay(boolean understanding, Route path, Server upstream) implements Role {
        @Override
        public String words() {
            return (understanding ? "" : "\n  does not understand Connection") + "\n  passes requests on over " + path
                    + " to " + upstream;
        }
    }
}
