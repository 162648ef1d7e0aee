package wirebook.pcap;

import java.util.ArrayList;
import java.util.List;

/** The HTTP messages that one frame completes: names, and the targets of requests. */
final class Sighting {
    private final List<String> names = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();

    void add(String name, String target) {
        names.add(name);
        if (!target.isEmpty()) {
            targets.add(target);
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Names and targets, with commas between where there are several. */
    List<String> row() {
        return List.of(String.join(",", names), String.join(",", targets));
    }
}
