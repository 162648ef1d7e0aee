package wirebook.net;

import java.time.Duration;
import java.util.List;

/**
 * Visits that happen at once, on hosts and links that they share: hosts are the same where their addresses are.
 *
 * @param visits the visits; all begin together
 * @param longest how long a run lasts at most, in virtual time
 * @param steps how many steps a run has at most
 */
public record Network(List<Visit> visits, Duration longest, int steps) {
    /** Copies the list. */
    public Network {
        visits = List.copyOf(visits);
    }

    /** These visits together; a run is stopped after a day of virtual time or five million steps. */
    public static Network of(Visit... visits) {
        return new Network(List.of(visits), Duration.ofDays(1), 5_000_000);
    }

    /** This network with another limit to the virtual time of a run. */
    public Network longest(Duration time) {
        return new Network(visits, time, steps);
    }

    /** This network with another limit to the steps of a run. */
    public Network steps(int most) {
        return new Network(visits, longest, most);
    }

    /** What becomes of it. */
    public Run run() {
        return new Simulation(this).run();
    }
}
