package wirebook.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wirebook.replay.EndState;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Ladder;
import wirebook.replay.Step;
import wirebook.replay.Trace;

/**
 * Where everything on a ladder stands: time runs down, and what happens at one moment still has a line each.
 *
 * <p>Distances are true to time but for two things: what would fall on top of each other is moved apart, and a wait that is
 * longer than a screen's worth is cut short and says so.
 */
final class Course {
    /** The distance of two lines of text; pixels. */
    static final int LINE = 15;

    private static final int TOP = 52;
    private static final int LONGEST = 60;
    private static final int FLIGHT = 36;

    /** What the labels of two parallel arrows need between them, across their slope. */
    private static final double CLEAR = 13.5;

    /** Something beside an axis: a state, a call, a timer. */
    record Note(int host, int y, String text, Look ink) {}

    /** A wait that was cut short. */
    record Cut(int y, Duration length) {}

    /** A time that stands in the column of a host's side. */
    record Tick(boolean left, int y, Duration at) {}

    private record Event(Duration at, int order, int flight, boolean leaves, int step) {}

    private final Trace trace;
    private final Axes axes;
    private final Map<Integer, Integer> lines = new HashMap<>();
    private final Map<Integer, int[]> flights = new HashMap<>();
    private final int[] steps;
    private final List<Note> notes = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();
    private int height = TOP;

    /** The course of a ladder's flights and of the steps among them, on these axes. */
    Course(Ladder ladder, Axes axes) {
        this.trace = ladder.trace();
        this.axes = axes;
        this.steps = new int[trace.steps().size() + 1];
        List<Event> events = events(ladder);
        double scale = scale(ladder.flights());
        place(events, scale);
        if (tooSteep(ladder.flights())) {
            place(events, scale);
        }
        strays(ladder.flights());
    }

    /** Where a flight's arrow begins and ends; pixels from the top. */
    int[] flight(Flight flight) {
        return flights.getOrDefault(flight.id(), new int[] {0, 0});
    }

    /** Where a step is; −1 for one that is not on this ladder. */
    int step(int number) {
        return steps[number];
    }

    List<Note> notes() {
        return notes;
    }

    List<Cut> cuts() {
        return cuts;
    }

    List<Tick> ticks() {
        return ticks;
    }

    int height() {
        return height + 2 * LINE;
    }

    /** How many pixels a nanosecond takes, so that the middling flight falls by the height of two lines. */
    private static double scale(List<Flight> flights) {
        long[] lasting = flights.stream()
                .mapToLong(flight -> flight.endedAt().minus(flight.sentAt()).toNanos())
                .filter(nanos -> nanos > 0)
                .sorted()
                .toArray();
        return lasting.length == 0 ? 1e-6 : (double) FLIGHT / lasting[lasting.length / 2];
    }

    private List<Event> events(Ladder ladder) {
        List<Event> events = new ArrayList<>();
        List<Flight> drawn = ladder.flights();
        boolean all = drawn.size() == trace.flights().size();
        Duration first = drawn.isEmpty() ? Duration.ZERO : drawn.getFirst().sentAt();
        Duration last =
                drawn.stream().map(Flight::endedAt).max(Duration::compareTo).orElse(Duration.ZERO);
        boolean[] left = new boolean[drawn.size()];
        boolean[] ended = new boolean[drawn.size()];
        for (Step step : trace.steps()) {
            if (!all && step.at().compareTo(last) > 0) {
                break;
            }
            int at = step.flight() - ladder.from();
            boolean ours = step.flight() >= 0 && at >= 0 && at < drawn.size();
            boolean leaves = step.kind() == Step.Kind.SENT;
            boolean ends = step.kind() == Step.Kind.ARRIVED || step.kind() == Step.Kind.LOST;
            if (ours && leaves && !left[at]) {
                left[at] = true;
                events.add(new Event(drawn.get(at).sentAt(), step.number(), step.flight(), true, step.number()));
            } else if (ours && ends && !ended[at]) {
                ended[at] = true;
                events.add(new Event(drawn.get(at).endedAt(), step.number(), step.flight(), false, step.number()));
            } else if (ours || all || (step.flight() < 0 && within(step.at(), first, last))) {
                events.add(new Event(step.at(), step.number(), -1, false, step.number()));
            }
        }
        for (Flight flight : drawn) {
            int at = flight.id() - ladder.from();
            int order = 2 * flight.id();
            if (!left[at]) {
                events.add(new Event(flight.sentAt(), order, flight.id(), true, 0));
            }
            if (!ended[at]) {
                events.add(new Event(flight.endedAt(), order + 1, flight.id(), false, 0));
            }
        }
        events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::order));
        return events;
    }

    private static boolean within(Duration at, Duration first, Duration last) {
        return at.compareTo(first) >= 0 && at.compareTo(last) <= 0;
    }

    /** Arrows that fall steeply need a wider line, or their labels touch; says whether there are such. */
    private boolean tooSteep(List<Flight> drawn) {
        for (Flight flight : drawn) {
            int[] y = flight(flight);
            double across = (double) axes.span() * Math.max(1, Math.abs(flight.to() - flight.from()));
            int line = (int) Math.ceil(CLEAR * Math.hypot(across, y[1] - y[0]) / across);
            if (flight.fate() != Fate.LOST && line > LINE) {
                lines.put(flight.id(), Math.min(line, 2 * LINE));
            }
        }
        return !lines.isEmpty();
    }

    private void place(List<Event> events, double scale) {
        Arrays.fill(steps, -1);
        List.of(notes, cuts, ticks).forEach(List::clear);
        int hosts = trace.hosts().size();
        int[] tail = new int[hosts * hosts];
        int[] head = new int[hosts * hosts];
        int[] side = new int[hosts];
        Arrays.fill(side, TOP - LINE);
        Sides states = new Sides(trace);
        Duration before = events.isEmpty() ? Duration.ZERO : events.getFirst().at();
        int y = TOP;
        for (Event event : events) {
            Duration wait = event.at().minus(before);
            double fall = wait.toNanos() * scale;
            if (fall > LONGEST) {
                cuts.add(new Cut(y + LONGEST / 2, wait));
            }
            y += (int) Math.min(fall, LONGEST);
            before = event.at();
            if (lost(event)) {
                continue;
            }
            if (event.flight() >= 0) {
                Flight flight = trace.flights().get(event.flight());
                int[] lane = event.leaves() ? tail : head;
                int key = flight.from() * hosts + flight.to();
                y = Math.max(y, lane[key] + lines.getOrDefault(event.flight(), LINE));
                lane[key] = y;
                flights.computeIfAbsent(event.flight(), _ -> new int[2])[event.leaves() ? 0 : 1] = y;
            }
            y = fault(event, note(event, y, side, states), side);
            tick(event, y);
            if (event.step() > 0) {
                steps[event.step()] = y;
            }
        }
        height = y;
    }

    private boolean lost(Event event) {
        return event.flight() >= 0
                && !event.leaves()
                && trace.flights().get(event.flight()).fate() == Fate.LOST;
    }

    /** A packet that is lost moves nothing else: its arrow falls as its neighbour's does, half as far. */
    private void strays(List<Flight> drawn) {
        Map<Integer, Integer> falls = new HashMap<>();
        for (Flight flight : drawn) {
            int lane = flight.from() * trace.hosts().size() + flight.to();
            int[] y = flight(flight);
            if (flight.fate() == Fate.LOST) {
                y[1] = y[0] + falls.getOrDefault(lane, FLIGHT) / 2;
            } else {
                falls.put(lane, Math.max(0, y[1] - y[0]));
            }
        }
        for (Step step : trace.steps()) {
            if (step.kind() == Step.Kind.LOST && flights.containsKey(step.flight()) && steps[step.number()] < 0) {
                steps[step.number()] = flights.get(step.flight())[1];
            }
        }
    }

    /** Writes when a packet left, or when something was said beside an axis: once for each moment. */
    private void tick(Event event, int y) {
        boolean leaves = event.flight() >= 0 && event.leaves();
        int host = leaves
                ? trace.flights().get(event.flight()).from()
                : event.step() > 0 && spoken(trace.step(event.step()).kind())
                        ? trace.step(event.step()).host()
                        : -1;
        boolean left = host == 0;
        boolean said = ticks.reversed().stream()
                .filter(tick -> tick.left() == left)
                .findFirst()
                .filter(tick -> tick.at().equals(event.at()) || tick.y() + LINE > y)
                .isPresent();
        if (host >= 0 && !said) {
            ticks.add(new Tick(left, y, event.at()));
        }
    }

    /** Writes what a step has to say beside its axis, below what already stands there. */
    private int note(Event event, int y, int[] side, Sides states) {
        if (event.step() == 0) {
            return y;
        }
        Step step = trace.step(event.step());
        int low = y;
        if (step.host() >= 0 && spoken(step.kind())) {
            low = Math.max(low, side[step.host()] + LINE);
            side[step.host()] = low;
            notes.add(noted(step.host(), low, step.what().replaceFirst("^the application ", ""), Look.FAINT));
        }
        for (int end = 0; end < step.ends().size(); end++) {
            EndState state = step.ends().get(end);
            int host = states.host(step.connection(), end);
            if (host >= 0 && states.changed(step.connection(), end, state.state())) {
                int at = Math.max(low, side[host] + LINE);
                side[host] = at;
                notes.add(noted(host, at, states.named(step.connection(), state.state()), Look.GREEN));
            }
        }
        return low;
    }

    /** Writes what the network did to a packet beside the axis where it arrives. */
    private int fault(Event event, int y, int[] side) {
        if (event.flight() < 0 || event.leaves()) {
            return y;
        }
        Flight flight = trace.flights().get(event.flight());
        if (flight.fault().isEmpty() || flight.fate() == Fate.LOST) {
            return y;
        }
        int low = Math.max(y, side[flight.to()] + LINE);
        side[flight.to()] = low;
        notes.add(noted(flight.to(), low, flight.fault(), Look.ALARM));
        return low;
    }

    private Note noted(int host, int y, String text, Look ink) {
        return new Note(host, y, Look.clip(text, ink == Look.FAINT ? axes.room() : axes.room() / Look.BOLD), ink);
    }

    private static boolean spoken(Step.Kind kind) {
        return kind == Step.Kind.CALL || kind == Step.Kind.TIMER || kind == Step.Kind.DELIVERED;
    }
}
