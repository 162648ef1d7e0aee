package wirebook.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wirebook.bytes.Octets;
import wirebook.field.Part;
import wirebook.replay.Caption;
import wirebook.replay.EndState;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Step;
import wirebook.replay.Strip;
import wirebook.replay.Trace;
import wirebook.replay.Transcript;

/**
 * What the player needs to know of a trace, as small as it can be said: every text once, every form of packet once, and of
 * each end only what a step changed.
 */
final class ReplayData {
    /** The most steps that a player holds. */
    static final int MOST = 10_000;

    /** The most data octets of a packet that a player holds. */
    private static final int DATA = 48;

    private final Replay replay;
    private final Trace trace;
    private final Map<String, Integer> text = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> variables = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> strokes = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> shapes = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> sections = new LinkedHashMap<>();
    private final Map<String, EndState> before = new HashMap<>();

    private ReplayData(Replay replay) {
        this.replay = replay;
        this.trace = replay.trace();
    }

    /** The data as JSON. */
    static String json(Replay replay) {
        return Json.of(new ReplayData(replay).whole());
    }

    private Map<String, Object> whole() {
        int last = Math.min(replay.to(), replay.from() + MOST - 1);
        List<Step> steps = trace.steps().subList(replay.from() - 1, last);
        boolean all = steps.size() == trace.steps().size();
        int[] flown = steps.stream()
                .mapToInt(Step::flight)
                .filter(flight -> flight >= 0)
                .sorted()
                .toArray();
        int first = all || flown.length == 0 ? 0 : flown[0];
        int end = all ? trace.flights().size() : flown.length == 0 ? 0 : flown[flown.length - 1] + 1;
        Ladder ladder = new Ladder(trace, first, end);
        Course course = new Course(ladder, Axes.PLAYER);
        Labels labels = new Labels(ladder, course, Axes.PLAYER);
        Caption caption = new Caption(trace, ladder.to());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("looks", Look.table());
        data.put("first", List.of(replay.from(), first, trace.steps().size()));
        data.put("rest", all ? "" : rest(last));
        data.put("before", earlier(steps));
        data.put("flights", each(ladder.flights(), flight -> flight(flight, course, labels.of(flight), caption)));
        data.put("packets", each(ladder.flights(), this::packet));
        data.put("steps", each(steps, step -> step(step, course, first)));
        drawn(data, course);
        data.put(
                "hosts",
                each(trace.hosts(), host -> List.of(host.name(), host.address().toString())));
        data.put("names", names());
        data.put("variables", List.copyOf(variables.keySet()));
        data.put("strokes", List.copyOf(strokes.keySet()));
        data.put("shapes", List.copyOf(shapes.keySet()));
        data.put("sections", List.copyOf(sections.keySet()));
        data.put("text", List.copyOf(text.keySet()));
        return data;
    }

    private void drawn(Map<String, Object> data, Course course) {
        data.put(
                "notes",
                each(
                        course.notes(),
                        note -> List.of(
                                note.host(),
                                note.y(),
                                text(note.text()),
                                note.ink().key())));
        data.put("cuts", each(course.cuts(), cut -> List.of(cut.y(), text(Transcript.time(cut.length())))));
        data.put(
                "ticks", each(course.ticks(), tick -> List.of(tick.left() ? 1 : 0, tick.y(), text(tenths(tick.at())))));
        data.put("height", course.height());
        data.put("axes", List.of(Axes.PLAYER.margin(), Axes.PLAYER.span(), Axes.PLAYER.times()));
    }

    /** Milliseconds with one decimal: the player's column is narrow, and the chosen step says it all. */
    private static String tenths(Duration at) {
        return Drawing.px(at.toNanos() / 1e6);
    }

    /** Where the steps are that are not among these. */
    private String rest(int last) {
        int size = trace.steps().size();
        String next =
                last < size ? ": steps(" + (last + 1) + ", " + Math.min(size, last + MOST) + ") plays the next" : "";
        return "Steps " + replay.from() + " to " + last + " of " + size + next;
    }

    /** What was known of each end before these steps. */
    private List<Object> earlier(List<Step> steps) {
        List<Object> known = new ArrayList<>();
        if (replay.from() > 1) {
            for (Step step : steps) {
                for (int end = 0; end < step.ends().size(); end++) {
                    String key = step.connection() + "/" + end;
                    if (!before.containsKey(key)) {
                        EndState was = Transcript.before(trace, step, end).orElse(EndState.UNKNOWN);
                        known.add(List.of(key, change(key, was)));
                    }
                }
            }
        }
        return known;
    }

    private static <T> List<Object> each(List<T> values, java.util.function.Function<T, Object> written) {
        return values.stream().map(written).toList();
    }

    private int text(String words) {
        return number(text, words);
    }

    private static <K> int number(Map<K, Integer> table, K entry) {
        Integer known = table.putIfAbsent(entry, table.size());
        return known == null ? table.size() - 1 : known;
    }

    private List<Object> names() {
        Sides sides = new Sides(trace);
        List<Object> names = new ArrayList<>();
        for (int connection = 0; connection < Math.max(1, trace.connections().size()); connection++) {
            names.add(List.of(sides.name(connection, 0), sides.name(connection, 1)));
        }
        return names;
    }

    private Object flight(Flight flight, Course course, Labels.Label label, Caption caption) {
        Stroke stroke = Stroke.of(trace, flight);
        int drawn = number(
                strokes,
                List.of(stroke.name(), stroke.ink().key(), stroke.dashes(), stroke.sign(), stroke.hollow() ? 1 : 0));
        int[] y = course.flight(flight);
        return List.of(
                flight.from(),
                flight.to(),
                y[0],
                y[1],
                drawn,
                flight.fate() == Fate.LOST ? 1 : 0,
                text(caption.of(flight)),
                text(Transcript.time(flight.sentAt())),
                text(flight.fault()),
                label.whole() ? label.text().length() : -1 - text(label.text()),
                label.away(),
                label.faultDown(),
                text(label.fault()));
    }

    private Object packet(Flight flight) {
        Part layout = flight.packet().layout();
        Octets octets = flight.packet().bytes();
        List<Object> values = new ArrayList<>();
        List<Object> marks = new ArrayList<>();
        List<Object> shape = shape(layout, values, marks);
        int kept = Math.min(octets.length(), header(layout) + DATA);
        return List.of(
                number(shapes, shape),
                octets.slice(0, kept).hex(),
                values,
                marks.isEmpty() ? 0 : marks,
                octets.length() - kept);
    }

    /** Where the data of a packet begins, in octets. */
    private static int header(Part layout) {
        return layout.parts().stream()
                .filter(section -> !section.parts().isEmpty())
                .mapToInt(Part::endOctet)
                .max()
                .orElse(0);
    }

    /** A packet's form is the numbers of its sections' forms, which packets share even where their options differ. */
    private List<Object> shape(Part layout, List<Object> values, List<Object> marks) {
        List<Object> shape = new ArrayList<>();
        part(layout, 0, Look.of(layout), shape, values, marks);
        List<Object> numbers = new ArrayList<>(List.of(number(sections, List.copyOf(shape))));
        for (Part section : layout.parts()) {
            List<Object> form = new ArrayList<>();
            parts(section, 1, Look.of(section), form, values, marks);
            numbers.add(number(sections, form));
        }
        return numbers;
    }

    private void parts(Part part, int depth, Look look, List<Object> shape, List<Object> values, List<Object> marks) {
        part(part, depth, look, shape, values, marks);
        for (Part child : part.parts()) {
            boolean option = depth > 1 && child.equals(part.parts().getFirst());
            Part named = option ? child.name(part.name() + " " + child.name()) : child;
            parts(named, depth + 1, look, shape, values, marks);
        }
    }

    private void part(Part part, int depth, Look look, List<Object> shape, List<Object> values, List<Object> marks) {
        boolean leaf = part.parts().isEmpty();
        shape.add(List.of(
                text(part.name()),
                part.offset(),
                part.bits(),
                text(depth == 0 ? "" : part.meaning()),
                depth,
                leaf ? 1 : 0,
                Leaf.count(part),
                look.key()));
        if (!part.mark().isEmpty()) {
            marks.add(List.of(values.size(), text(part.mark())));
        }
        values.add(text(part.value()));
    }

    private Object step(Step step, Course course, int firstFlight) {
        List<Object> ends = new ArrayList<>();
        for (int end = 0; end < step.ends().size(); end++) {
            ends.add(change(step.connection() + "/" + end, step.ends().get(end)));
        }
        return List.of(
                course.step(step.number()),
                step.host(),
                step.flight() < 0 ? -1 : step.flight() - firstFlight,
                text(step.what()),
                text(step.cause()),
                text(Transcript.time(step.at())),
                step.connection(),
                ends);
    }

    /** What is new about an end: its state, the variables that changed, its buffers; 0 where nothing is. */
    private Object change(String end, EndState now) {
        EndState was = before.getOrDefault(end, EndState.UNKNOWN);
        if (now.equals(was) && before.containsKey(end)) {
            return 0;
        }
        Map<String, String> old = new HashMap<>();
        was.variables().forEach(variable -> old.put(variable.name(), variable.value()));
        List<Object> changed = new ArrayList<>();
        List<Object> all = new ArrayList<>();
        for (EndState.Variable variable : now.variables()) {
            int name = number(variables, List.of(variable.name(), variable.meaning()));
            all.add(name);
            if (!Objects.equals(old.remove(variable.name()), variable.value())) {
                changed.add(name);
                changed.add(text(variable.value()));
            }
        }
        before.put(end, now);
        return List.of(
                now.state().equals(was.state()) ? -1 : text(now.state()),
                changed,
                strip(was.sendBuffer(), now.sendBuffer()),
                strip(was.receiveBuffer(), now.receiveBuffer()),
                old.isEmpty() ? 0 : all);
    }

    private Object strip(Strip was, Strip now) {
        return was.equals(now)
                ? 0
                : each(
                        now.ranges(),
                        range -> List.of(
                                range.from(),
                                range.to(),
                                text(range.condition()),
                                StripPicture.tint(range.condition()).key()));
    }
}
