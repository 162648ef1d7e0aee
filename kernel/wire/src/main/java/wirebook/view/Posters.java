package wirebook.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import wirebook.field.Diagram;
import wirebook.field.Hexdump;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Shown;
import wirebook.field.Table;
import wirebook.field.Text;
import wirebook.field.Tree;
import wirebook.http.HttpMessage;
import wirebook.net.Comparison;
import wirebook.net.Connections;
import wirebook.net.Run;
import wirebook.pcap.Connection;
import wirebook.replay.EndState;
import wirebook.replay.EndState.Variable;
import wirebook.replay.Ladder;
import wirebook.replay.Plot;
import wirebook.replay.Replay;
import wirebook.replay.Step;
import wirebook.replay.Strip;
import wirebook.replay.Trace;
import wirebook.replay.Transcript;
import wirebook.replay.Waterfall;
import wirebook.tcp.Packets;
import wirebook.tcp.Segments;

/** Which value is which picture. */
final class Posters {
    /** The most lines of a text that are drawn. */
    private static final int MOST = 500;

    private Posters() {}

    /** The view of a value as one SVG document. */
    static String svg(Shown value) {
        return switch (value) {
            case Ladder ladder -> LadderPicture.svg(ladder);
            case Plot plot -> PlotPicture.svg(plot);
            case Waterfall waterfall -> WaterfallPicture.svg(List.of(waterfall));
            case Comparison comparison -> WaterfallPicture.svg(comparison.waterfalls());
            case StateDiagram diagram -> StatePicture.svg(diagram);
            case Strip strip when !StripPicture.blocks(strip).isEmpty() -> StripPicture.svg(strip);
            case Run run -> svg(run.trace());
            case Connection connection -> svg(connection.replay());
            case Trace trace -> svg(Ladder.of(trace));
            case Replay replay -> replay.number() == 0 ? svg(replay.ladder()) : step(replay);
            case HttpMessage message ->
                poster(message.title(), poster -> {
                    GridPicture.draw(poster.head(message.title()), message.table());
                    HexPicture.draw(poster, message.hexdump());
                });
            case Layer layer -> poster(layer.line(), poster -> packet(poster, layer));
            case Diagram diagram -> poster("Header boxes", poster -> BoxPicture.draw(poster, diagram));
            case Tree tree -> poster("Fields", poster -> GridPicture.draw(poster, tree));
            case Part part -> svg(new Tree(part));
            case Hexdump dump -> poster("Octets", poster -> HexPicture.draw(poster, dump));
            case Segments segments -> table(Text.count(segments.size(), "segment"), segments.table());
            case Packets packets -> table(Text.count(packets.size(), "packet"), packets.table());
            case Connections connections -> table("Connections", connections.table());
            case Table table -> poster("Table", poster -> GridPicture.draw(poster, table));
            default -> poster("Text", poster -> text(poster, value));
        };
    }

    private static String poster(String title, Consumer<Poster> inside) {
        Poster poster = new Poster(title);
        inside.accept(poster);
        return poster.svg();
    }

    private static String table(String title, Table table) {
        return poster(title, poster -> GridPicture.draw(poster.head(title), table));
    }

    private static void packet(Poster poster, Layer layer) {
        BoxPicture.draw(poster.head(layer.line()), layer.diagram());
        HexPicture.draw(poster, layer.hexdump());
    }

    private static void text(Poster poster, Shown value) {
        List<String> lines = value.toString().lines().map(Text::visible).toList();
        poster.lines(lines.stream().limit(MOST).toList());
        if (lines.size() > MOST) {
            poster.note("… " + Text.count(lines.size() - MOST, "more line"), Look.FAINT);
        }
    }

    private static String step(Replay replay) {
        Trace trace = replay.trace();
        Step step = trace.step(replay.number());
        String title = Player.title(trace, step);
        return poster(title, poster -> {
            poster.head(title);
            if (!step.cause().isEmpty()) {
                poster.note("because " + step.cause(), Look.INK);
            }
            ends(poster.gap(), trace, step);
            trace.flight(step).ifPresent(flight -> {
                if (!flight.fault().isEmpty()) {
                    poster.note("! " + flight.fault(), Look.ALARM);
                }
                packet(poster, flight.packet());
            });
        });
    }

    /** Both ends in one table: a row for each variable, what changed with the value before it. */
    private static void ends(Poster poster, Trace trace, Step step) {
        List<String> headings = new ArrayList<>(List.of(""));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (int end = 0; end < step.ends().size(); end++) {
            EndState now = step.ends().get(end);
            EndState was = Transcript.before(trace, step, end).orElse(now);
            String name = new Sides(trace).name(step.connection(), end);
            headings.add(name + "  " + changed(was.state(), now.state()));
            for (Variable variable : now.variables()) {
                List<String> row =
                        rows.computeIfAbsent(variable.name(), _ -> new ArrayList<>(List.of(variable.name())));
                row.addAll(Collections.nCopies(end + 1 - row.size(), ""));
                String before = Ends.value(was.variables(), variable.name()).orElse(variable.value());
                row.add(changed(before, variable.value()));
            }
        }
        rows.values().forEach(row -> row.addAll(Collections.nCopies(headings.size() - row.size(), "")));
        GridPicture.draw(poster, new Table(headings, List.copyOf(rows.values())));
        for (int end = 0; end < step.ends().size(); end++) {
            String name = new Sides(trace).name(step.connection(), end);
            strip(poster, name + ", send buffer", step.ends().get(end).sendBuffer());
            strip(poster, name + ", receive buffer", step.ends().get(end).receiveBuffer());
        }
    }

    private static String changed(String was, String now) {
        return was.equals(now) ? now : was + " → " + now;
    }

    private static void strip(Poster poster, String name, Strip strip) {
        if (!StripPicture.blocks(strip).isEmpty()) {
            poster.note(name, Look.FAINT);
            poster.inset(StripPicture.WIDTH, StripPicture.HEIGHT, StripPicture.svg(strip));
        }
    }
}
