package wirebook.view;

import java.util.List;
import java.util.Optional;
import wirebook.replay.EndState;
import wirebook.replay.EndState.Variable;
import wirebook.replay.Step;
import wirebook.replay.Strip;
import wirebook.replay.Trace;
import wirebook.replay.Transcript;

/** One end of a connection after a step: its state, its variables with what changed, its buffers as strips of octets. */
final class Ends {
    private static final String CELL =
            "padding:1px 8px;border:0;text-align:left;white-space:nowrap;vertical-align:top;";

    private Ends() {}

    static void draw(Markup out, Trace trace, Step step, int end) {
        EndState now = step.ends().get(end);
        Optional<EndState> before = Transcript.before(trace, step, end);
        out.open("div", "style", "display:inline-block;vertical-align:top;margin:0 24px " + Look.GAP + "px 0");
        out.within("div", div -> {
            div.tag("b", new Sides(trace).name(step.connection(), end));
            div.text(now.state().isEmpty() ? "" : "  " + now.state());
            div.text(before.map(EndState::state)
                    .filter(was -> !was.equals(now.state()))
                    .map(was -> "  (was " + was + ")")
                    .orElse(""));
        });
        out.open("table", "style", "border-collapse:collapse;border:0;margin:4px 0;font-size:" + Look.TEXT + "px");
        now.variables().forEach(variable -> row(out, variable, before));
        out.close();
        strip(out, "send", now.sendBuffer());
        strip(out, "receive", now.receiveBuffer());
        out.close();
    }

    private static void row(Markup out, Variable variable, Optional<EndState> before) {
        String was = before.flatMap(state -> value(state.variables(), variable.name()))
                .orElse(variable.value());
        boolean changed = !was.equals(variable.value());
        out.open(
                "tr",
                "title",
                variable.meaning(),
                "style",
                "background-color:" + (changed ? Look.CHANGED : Look.PAPER) + ";color:" + Look.INK);
        out.tag("td", (changed ? "* " : "  ") + variable.name(), "style", CELL + (changed ? "font-weight:600" : ""));
        out.tag("td", variable.value(), "style", CELL + "text-align:right;font-family:" + Look.MONO);
        out.tag("td", changed ? "was " + was : "", "style", CELL + "color:" + Look.FAINT + ";font-family:" + Look.MONO);
        out.close();
    }

    static Optional<String> value(List<Variable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .map(Variable::value)
                .findFirst();
    }

    private static void strip(Markup out, String name, Strip strip) {
        if (!StripPicture.blocks(strip).isEmpty()) {
            out.tag("div", name + " buffer", "style", "color:" + Look.FAINT + ";font-size:" + Look.SMALL + "px");
            Sheet.picture(out, StripPicture.svg(strip), name + " buffer: " + strip, "wirebook-strip");
        }
    }
}
