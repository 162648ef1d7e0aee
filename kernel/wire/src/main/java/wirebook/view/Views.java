package wirebook.view;

import java.util.Optional;
import java.util.function.Consumer;
import wirebook.field.Diagram;
import wirebook.field.Hexdump;
import wirebook.field.Layer;
import wirebook.field.Part;
import wirebook.field.Table;
import wirebook.field.Tree;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Trace;
import wirebook.tcp.Packets;
import wirebook.tcp.Segments;

/** The door to every view: which value shows itself how. */
public final class Views {
    private Views() {}

    /** The best view of a value of the language; empty for a value of any other sort. */
    public static Optional<View> of(Object value) {
        return switch (value) {
            case View view -> Optional.of(view);
            case Layer layer -> of(value, "packet", out -> layer(out, layer));
            case Diagram diagram -> of(value, "diagram", out -> Box.draw(out, diagram));
            case Tree tree -> of(value, "tree", out -> Outline.draw(out, tree));
            case Part part -> of(new Tree(part));
            case Hexdump dump -> of(value, "hexdump", out -> Hex.draw(out, dump));
            case Segments segments ->
                of(value, "table", out -> table(out, segments.size() + " segments", segments.table()));
            case Packets packets -> of(value, "table", out -> table(out, packets.size() + " packets", packets.table()));
            case Table table -> of(value, "table", out -> Grid.draw(out, table));
            case Ladder ladder -> of(value, "ladder", out -> ladder(out, ladder));
            case Trace trace -> of(Replay.of(trace));
            case Replay replay -> of(value, "replay", out -> Player.draw(out, replay));
            default -> Optional.empty();
        };
    }

    /** The picture of a value as an SVG document for slides; empty for a value that is not drawn as one picture. */
    public static Optional<String> svg(Object value) {
        return switch (value) {
            case Ladder ladder -> Optional.of(LadderPicture.svg(ladder));
            case Trace trace -> svg(Ladder.of(trace));
            case Replay replay -> svg(replay.ladder());
            default -> Optional.empty();
        };
    }

    private static Optional<View> of(Object value, String kind, Consumer<Markup> inside) {
        return Optional.of(new View(value.toString(), Sheet.of(kind, inside)));
    }

    private static void layer(Markup out, Layer layer) {
        Sheet.title(out, layer.line());
        Box.draw(out, layer.diagram());
        Sheet.fold(out, "Octets", true, inside -> Hex.draw(inside, layer.hexdump()));
        Sheet.fold(out, "Tree", false, inside -> Outline.draw(inside, layer.tree()));
    }

    private static void table(Markup out, String title, Table table) {
        Sheet.title(out, title);
        Grid.draw(out, table);
    }

    private static void ladder(Markup out, Ladder ladder) {
        Sheet.picture(out, LadderPicture.svg(ladder), LadderPicture.alt(ladder));
    }
}
