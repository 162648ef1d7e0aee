package wirebook.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import wirebook.replay.Caption;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Ladder;

/**
 * Where the words of a ladder stand: each on its arrow, none on another's. A label that finds no room moves along its arrow,
 * then says less; the table of steps and the packet itself say the rest.
 */
final class Labels {
    private static final int START = 12;
    private static final int MOVE = 30;
    private static final int TALL = 12;
    private static final int BUCKET = 64;
    private static final int[] LOWER = {8, 4, 14, -2, 20, 26, -8};
    private static final Label NONE = new Label("", true, START, 0, "");

    /**
     * The words on an arrow.
     *
     * @param text what they say
     * @param whole whether that is the beginning of what there is to say, without an ellipsis
     * @param away how far from the arrow's tail they begin; pixels across
     * @param faultDown how far below the end of a lost packet's arrow the fault's name stands; pixels
     * @param fault the fault's name where the packet was lost; else empty
     */
    record Label(String text, boolean whole, int away, int faultDown, String fault) {}

    /** What is written already: from {@code left} to {@code right}, its base line between these heights. */
    private record Band(double left, double right, double yLeft, double yRight) {
        private double y(double x) {
            return right == left ? yLeft : yLeft + (yRight - yLeft) * (x - left) / (right - left);
        }

        int top() {
            return (int) (Math.min(yLeft, yRight) - TALL) / BUCKET;
        }

        int low() {
            return (int) (Math.max(yLeft, yRight) + TALL) / BUCKET;
        }

        /** Whether these words and others touch. */
        boolean touches(Band other) {
            return meets(other, -TALL, TALL);
        }

        /** Whether another arrow's line runs through these words, which stand a little above their own. */
        boolean isCrossedBy(Band line) {
            return meets(line, 2, TALL + 2);
        }

        /** Whether somewhere this one lies between {@code least} and {@code most} below the other. */
        private boolean meets(Band other, double least, double most) {
            double from = Math.max(left, other.left);
            double to = Math.min(right, other.right);
            if (from >= to) {
                return false;
            }
            double first = y(from) - other.y(from);
            double last = y(to) - other.y(to);
            return Math.min(first, last) < most && Math.max(first, last) > least;
        }
    }

    private final Course course;
    private final Axes axes;
    private final Shelf words = new Shelf();
    private final Shelf lines = new Shelf();
    private final Map<Integer, Label> labels = new HashMap<>();

    /** Finds a place for the words of every flight of a ladder. */
    Labels(Ladder ladder, Course course, Axes axes) {
        this.course = course;
        this.axes = axes;
        Caption caption = new Caption(ladder.trace(), ladder.to());
        course.notes().forEach(this::note);
        ladder.flights().forEach(flight -> lines.add(band(flight, axes.across(flight), 0)));
        Map<Integer, Label> faults = new HashMap<>();
        ladder.flights().stream()
                .filter(flight -> flight.fate() == Fate.LOST)
                .forEach(flight -> faults.put(flight.id(), fault(flight)));
        for (Flight flight : ladder.flights()) {
            String said = "#" + (flight.id() + 1) + " "
                    + Stroke.of(ladder.trace(), flight).sign() + caption.of(flight);
            labels.put(flight.id(), label(flight, said, faults.getOrDefault(flight.id(), NONE)));
        }
    }

    /** The words on a flight's arrow. */
    Label of(Flight flight) {
        return labels.getOrDefault(flight.id(), NONE);
    }

    /** Bands by their height, so that a long ladder costs as much at its end as at its beginning. */
    private static final class Shelf {
        private final Map<Integer, List<Band>> bands = new HashMap<>();

        boolean none(Band band, BiPredicate<Band, Band> meet) {
            return IntStream.rangeClosed(band.top(), band.low())
                    .allMatch(at ->
                            bands.getOrDefault(at, List.of()).stream().noneMatch(other -> meet.test(band, other)));
        }

        void add(Band band) {
            IntStream.rangeClosed(band.top(), band.low())
                    .forEach(at ->
                            bands.computeIfAbsent(at, _ -> new ArrayList<>()).add(band));
        }
    }

    private void note(Course.Note note) {
        double width = Look.width(note.text());
        double x = axes.x(note.host()) + (note.host() == 0 ? -8 - width : 8);
        words.add(new Band(x, x + width, note.y(), note.y()));
    }

    private Label fault(Flight flight) {
        boolean right = flight.from() < flight.to();
        double near = axes.end(flight) + (right ? START : -START);
        String text = Look.clip(flight.fault(), Math.abs(axes.x(flight.to()) - axes.end(flight)) - 2.0 * START);
        double left = right ? near : near - Look.width(text);
        int y = course.flight(flight)[1];
        int down = Arrays.stream(LOWER)
                .filter(lower ->
                        words.none(new Band(left, left + Look.width(text), y + lower, y + lower), Band::touches))
                .findFirst()
                .orElse(LOWER[0]);
        words.add(new Band(left, left + Look.width(text), y + down, y + down));
        return new Label("", true, START, down, text);
    }

    private Label label(Flight flight, String said, Label fault) {
        int room = axes.across(flight) - 2 * START;
        String text = said;
        while (true) {
            Optional<Integer> away = Look.width(text) > room ? Optional.empty() : place(flight, text, room);
            int shorter = text.lastIndexOf("  ");
            if (away.isPresent() || shorter < 0) {
                String least = away.isPresent() ? text : Look.clip(text, room / 2.0);
                words.add(band(flight, Look.width(least), away.orElse(START)));
                return new Label(least, said.startsWith(least), away.orElse(START), fault.faultDown(), fault.fault());
            }
            text = text.substring(0, shorter);
        }
    }

    /** Where words touch no other words: best where they stand on no line but their own. */
    private Optional<Integer> place(Flight flight, String text, int room) {
        double width = Look.width(text);
        List<Integer> free = IntStream.iterate(START, away -> away == START || away + width < room, away -> away + MOVE)
                .filter(away -> words.none(band(flight, width, away), Band::touches))
                .boxed()
                .toList();
        return free.stream()
                .filter(away -> lines.none(band(flight, width, away), Band::isCrossedBy))
                .findFirst()
                .or(() -> free.stream().findFirst());
    }

    /** The part of an arrow from {@code away} on that has this length. */
    private Band band(Flight flight, double length, int away) {
        int[] y = course.flight(flight);
        boolean right = flight.from() < flight.to();
        double slope = (y[1] - y[0]) / (double) Math.max(1, axes.across(flight));
        double wide = length / Math.hypot(1, slope);
        double near = y[0] + slope * away;
        double far = y[0] + slope * (away + wide);
        double x = axes.start(flight) + (right ? away : -away);
        return right ? new Band(x, x + wide, near, far) : new Band(x - wide, x, far, near);
    }
}
