package wirebook.tcp.endpoint;

import java.util.ArrayList;
import java.util.List;

/** What an endpoint did since somebody last asked. */
final class Journal {
    private List<Event> events = new ArrayList<>();

    void add(Event event) {
        events.add(event);
    }

    void note(Cause cause) {
        events.add(new Event.Noted(cause));
    }

    void note(Rule rule) {
        note(Cause.of(rule));
    }

    /** The events, which from now on belong to the caller. */
    List<Event> taken() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Event> all = events;
        events = new ArrayList<>();
        return all;
    }
}
