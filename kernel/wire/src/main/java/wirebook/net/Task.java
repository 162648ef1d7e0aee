package wirebook.net;

import wirebook.http.exchange.Plan;

/** What a client does in a visit. */
public sealed interface Task {
    /**
     * It makes user calls on one connection.
     *
     * @param calls the calls
     */
    record Calling(Calls calls) implements Task {}

    /**
     * It fetches by a plan, on as many connections as that says.
     *
     * @param title what the plan is called
     * @param plan the plan
     */
    record Fetching(String title, Plan plan) implements Task {}
}
