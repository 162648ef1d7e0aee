package wirebook.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wirebook.field.Text;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Trace;
import wirebook.tcp.ControlBit;
import wirebook.tcp.TcpSegment;
import wirebook.view.Waterfall.Bar;
import wirebook.view.Waterfall.Phase;
import wirebook.view.Waterfall.What;

/** The waterfalls that are read out of traces: the requests by their request-lines, the responses by their status-lines. */
public final class Waterfalls {
    private static final Pattern REQUEST = Pattern.compile("(?:^|\\n)([A-Z]{3,7} \\S+) HTTP/1\\.[01]\\r?\\n");
    private static final Pattern RESPONSE = Pattern.compile("(?:^|\\n)HTTP/1\\.[01] [2-5][0-9][0-9]");

    private Waterfalls() {}

    /** The requests of a trace, connection by connection. */
    public static Waterfall of(Trace trace) {
        List<Bar> bars = new ArrayList<>();
        for (int connection = 0; connection < trace.connections().size(); connection++) {
            bars.addAll(new Conversation(trace, connection).bars());
        }
        bars.sort((a, b) -> start(a).compareTo(start(b)));
        return new Waterfall(trace.title(), bars);
    }

    /** Several runs on one scale, each under its name; the map's order is kept. */
    public static Waterfall together(String title, Map<String, Trace> runs) {
        List<Bar> bars = runs.entrySet().stream()
                .flatMap(run -> of(run.getValue()).bars().stream().map(bar -> bar.in(run.getKey())))
                .toList();
        return new Waterfall(title, bars);
    }

    private static Duration start(Bar bar) {
        return bar.phases().isEmpty() ? Duration.ZERO : bar.phases().getFirst().from();
    }

    /** What one connection carried, in order of time. */
    private static final class Conversation {
        private final String name;
        private final int opener;
        private final Collection<Flight> flights;
        private final List<Duration> asked = new ArrayList<>();
        private final List<String> requests = new ArrayList<>();
        private final List<Duration[]> responses = new ArrayList<>();

        Conversation(Trace trace, int connection) {
            this.name = "#" + (connection + 1);
            this.opener = new Sides(trace).host(connection, 0);
            this.flights = Sides.flights(trace, connection);
            flights.stream().filter(flight -> flight.kind().isEmpty()).forEach(this::read);
        }

        private void read(Flight flight) {
            if (!(flight.packet().payload() instanceof TcpSegment segment)
                    || segment.data().isEmpty()) {
                return;
            }
            String text = segment.data().latin1();
            if (flight.from() == opener) {
                for (Matcher found = REQUEST.matcher(text); found.find(); ) {
                    asked.add(flight.sentAt());
                    requests.add(Text.visible(found.group(1)));
                }
            } else if (flight.fate() != Fate.LOST) {
                respond(text, flight.endedAt());
            }
        }

        private void respond(String text, Duration at) {
            Matcher found = RESPONSE.matcher(text);
            boolean begins = false;
            while (found.find()) {
                if (!begins && found.start() > 0 && !responses.isEmpty()) {
                    responses.getLast()[1] = at;
                }
                begins = true;
                responses.add(new Duration[] {at, at});
            }
            if (!begins && !responses.isEmpty()) {
                responses.getLast()[1] = at;
            }
        }

        List<Bar> bars() {
            Duration last = flights.stream()
                    .filter(flight -> flight.from() != opener && flight.fate() == Fate.ARRIVED)
                    .filter(flight -> flight.packet().payload() instanceof TcpSegment s
                            && !s.data().isEmpty())
                    .map(Flight::endedAt)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            if (!responses.isEmpty() && last.compareTo(responses.getLast()[1]) > 0) {
                responses.getLast()[1] = last;
            }
            List<Bar> bars = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                bars.add(new Bar("", name, requests.get(i), phases(i)));
            }
            return bars;
        }

        private List<Phase> phases(int i) {
            List<Phase> phases = new ArrayList<>();
            if (i == 0) {
                handshake().ifPresent(phases::add);
            }
            if (i < responses.size()) {
                phases.add(new Phase(What.WAITING, asked.get(i), responses.get(i)[0]));
                phases.add(
                        new Phase(What.TRANSFER, responses.get(i)[0], responses.get(i)[1]));
            }
            return phases;
        }

        /** From the first SYN until the opener has the other end's. */
        private Optional<Phase> handshake() {
            Optional<Duration> from = flights.stream()
                    .filter(Conversation::opens)
                    .map(Flight::sentAt)
                    .findFirst();
            return flights.stream()
                    .filter(flight -> opens(flight) && flight.from() != opener && flight.fate() == Fate.ARRIVED)
                    .findFirst()
                    .flatMap(answer -> from.map(start -> new Phase(What.HANDSHAKE, start, answer.endedAt())));
        }

        private static boolean opens(Flight flight) {
            return flight.packet().payload() instanceof TcpSegment segment && segment.has(ControlBit.SYN);
        }
    }
}
