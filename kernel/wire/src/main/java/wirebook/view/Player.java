package wirebook.view;

import wirebook.field.Hexdump;
import wirebook.replay.Flight;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Step;
import wirebook.replay.Trace;
import wirebook.replay.Transcript;

/** A replay: the ladder and every step in words, or one step with its packet and both ends. */
final class Player {
    private Player() {}

    static void whole(Markup out, Replay replay) {
        Trace trace = replay.trace();
        Sheet.title(out, trace.title());
        Ladder ladder = replay.ladder();
        Sheet.picture(out, LadderPicture.svg(ladder), LadderPicture.alt(ladder), "wirebook-whole");
        Sheet.fold(
                out,
                "Every step in words",
                true,
                "wirebook-steps",
                inside -> Sheet.verbatim(inside, Transcript.of(trace, replay.from(), replay.to())));
    }

    static void step(Markup out, Replay replay) {
        Trace trace = replay.trace();
        Step step = trace.step(replay.number());
        Sheet.title(out, title(trace, step));
        if (!step.cause().isEmpty()) {
            out.tag("div", "because " + step.cause(), "style", "margin:0 0 " + Look.GAP + "px 0");
        }
        for (int end = 0; end < step.ends().size(); end++) {
            Ends.draw(out, trace, step, end);
        }
        trace.flight(step).ifPresent(flight -> packet(out, flight));
    }

    static String title(Trace trace, Step step) {
        return "Step " + step.number() + " of " + trace.steps().size() + ", " + Transcript.time(step.at()) + ", "
                + Sides.place(trace, step) + ": " + step.what();
    }

    private static void packet(Markup out, Flight flight) {
        Sheet.title(out, flight.packet().line());
        if (!flight.fault().isEmpty()) {
            out.tag("div", "! " + flight.fault(), "style", "color:" + Look.ALARM);
        }
        out.open("div", "class", "wirebook-fields");
        Box.draw(out, flight.packet().diagram());
        Sheet.fold(
                out,
                "Octets",
                false,
                "wirebook-octets",
                inside -> Hex.draw(
                        inside,
                        new Hexdump(flight.packet().layout(), flight.packet().bytes())));
        Sheet.fold(
                out,
                "Tree",
                false,
                "wirebook-outline",
                inside -> Outline.draw(inside, flight.packet().tree()));
        out.close();
    }
}
