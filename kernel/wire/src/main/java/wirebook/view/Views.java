package wirebook.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import wirebook.ip.IpPacket;
import wirebook.net.Comparison;
import wirebook.net.Connections;
import wirebook.net.Run;
import wirebook.pcap.Connection;
import wirebook.replay.Ladder;
import wirebook.replay.Plot;
import wirebook.replay.Replay;
import wirebook.replay.Strip;
import wirebook.replay.Trace;
import wirebook.replay.Waterfall;
import wirebook.tcp.Packets;
import wirebook.tcp.Segments;
import wirebook.tcp.TcpSegment;

/** The door to every view: which value shows itself how. */
public final class Views {
    /**
     * The MIME type that the renderer extension plays. A replay's data travel once, in the HTML, as a script that nothing
     * runs; this type tells the extension to look for them there.
     */
    public static final String REPLAY = "application/vnd.wirebook.replay+json";

    private Views() {}

    /** The best view of a value of the language; empty for a value of any other sort. */
    public static Optional<View> of(Object value) {
        return switch (value) {
            case View view -> Optional.of(view);
            case HttpMessage message -> of(value, "message", out -> message(out, message));
            case Layer layer -> of(value, "packet", out -> layer(out, layer));
            case Diagram diagram -> of(value, "diagram", out -> fields(out, inside -> Box.draw(inside, diagram)));
            case Tree tree -> of(value, "tree", out -> fields(out, inside -> Outline.draw(inside, tree)));
            case Part part -> of(new Tree(part));
            case Hexdump dump -> of(value, "hexdump", out -> fields(out, inside -> Hex.draw(inside, dump)));
            case Segments segments ->
                of(value, "table", out -> table(out, segments.size() + " segments", segments.table()));
            case Packets packets -> of(value, "table", out -> table(out, packets.size() + " packets", packets.table()));
            case Plot plot -> picture(value, "plot", PlotPicture.svg(plot), PlotPicture.alt(plot));
            case Waterfall waterfall -> waterfalls(value, List.of(waterfall));
            case Comparison comparison -> waterfalls(value, comparison.waterfalls());
            case Connections connections -> of(connections.table());
            case StateDiagram diagram -> picture(value, "states", StatePicture.svg(diagram), StatePicture.alt(diagram));
            case Strip strip
            when !StripPicture.blocks(strip).isEmpty() ->
                picture(value, "strip", StripPicture.svg(strip), strip.toString());
            case Table table -> of(value, "table", out -> Grid.draw(out, table));
            case Ladder ladder -> picture(value, "ladder", LadderPicture.svg(ladder), LadderPicture.alt(ladder));
            case Run run -> of(run.replay());
            case Connection connection -> of(connection.replay());
            case Trace trace -> of(Replay.of(trace));
            case Replay replay ->
                replay.number() == 0 ? player(replay) : of(value, "step", out -> Player.step(out, replay));
            case List<?> list
            when all(list, IpPacket.class) ->
                of(new Packets(list.stream().map(IpPacket.class::cast).toList()));
            case List<?> list
            when all(list, TcpSegment.class) ->
                of(new Segments(list.stream().map(TcpSegment.class::cast).toList()));
            case Shown shown -> Optional.of(new View(Text.lines(shown.toString()), ""));
            default -> Optional.empty();
        };
    }

    private static boolean all(List<?> list, Class<?> type) {
        return !list.isEmpty() && list.stream().allMatch(type::isInstance);
    }

    private static Optional<View> of(Object value, String kind, Consumer<Markup> inside) {
        return Optional.of(new View(Text.lines(value.toString()), Sheet.of(kind, inside, Script.linking())));
    }

    private static Optional<View> player(Replay replay) {
        String html = Sheet.of("replay", out -> Player.whole(out, replay), Script.playing(ReplayData.json(replay)));
        return Optional.of(new View(Text.lines(replay.toString()), html, Map.of(REPLAY, Map.of("in", "text/html"))));
    }

    private static void fields(Markup out, Consumer<Markup> inside) {
        out.within("div", inside, "class", "wirebook-fields");
    }

    private static void layer(Markup out, Layer layer) {
        Sheet.title(out, layer.line());
        out.open("div", "class", "wirebook-fields");
        Box.draw(out, layer.diagram());
        Sheet.fold(out, "Octets", true, "wirebook-octets", inside -> Hex.draw(inside, layer.hexdump()));
        Sheet.fold(out, "Tree", false, "wirebook-outline", inside -> Outline.draw(inside, layer.tree()));
        out.close();
    }

    private static void message(Markup out, HttpMessage message) {
        table(out, message.title(), message.table());
        out.open("div", "class", "wirebook-fields");
        Sheet.fold(out, "Octets", false, "wirebook-octets", inside -> Hex.draw(inside, message.hexdump()));
        Sheet.fold(out, "Tree", false, "wirebook-outline", inside -> Outline.draw(inside, message.tree()));
        out.close();
    }

    private static void table(Markup out, String title, Table table) {
        Sheet.title(out, title);
        Grid.draw(out, table);
    }

    private static Optional<View> waterfalls(Object value, List<Waterfall> waterfalls) {
        return picture(value, "waterfall", WaterfallPicture.svg(waterfalls), WaterfallPicture.alt(waterfalls));
    }

    private static Optional<View> picture(Object value, String kind, String svg, String alt) {
        return of(value, kind, out -> Sheet.picture(out, svg, alt, "wirebook-whole"));
    }
}
