package wirebook.net;

import java.util.stream.Collectors;
import wirebook.http.HttpRequest;
import wirebook.http.exchange.Plan;

/** What a client does in a visit. */
public sealed interface Task {
    /** What stands above its waterfall. */
    String title();

    /** The same under another title. */
    Task titled(String newTitle);

    /**
     * It makes user calls on one connection.
     *
     * @param calls the calls
     * @param title what stands above its waterfall
     */
    record Calling(Calls calls, String title) implements Task {
        /** Calls without a title of their own. */
        public Calling(Calls calls) {
            this(calls, "requests");
        }

        @Override
        public Calling titled(String newTitle) {
            return new Calling(calls, newTitle);
        }

        @Override
        public String toString() {
            return calls.toString();
        }
    }

    /**
     * It fetches by a plan, on as many connections as that says.
     *
     * @param title what the plan is called
     * @param plan the plan
     */
    record Fetching(String title, Plan plan) implements Task {
        @Override
        public Fetching titled(String newTitle) {
            return new Fetching(newTitle, plan);
        }

        @Override
        public String toString() {
            return title + ": "
                    + plan.requests().stream().map(HttpRequest::startLine).collect(Collectors.joining(", "));
        }
    }
}
