package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wirebook.bytes.Octets;
import wirebook.http.HttpRequest;

/**
 * A program that makes user calls one after the other, each when the one before has returned. Each OPEN begins a new connection,
 * and the calls behind it are made on that.
 */
final class CallsProgram implements Program {
    private final List<Call> calls;
    private final Simulation world;
    private final Function<Program, Optional<End>> opener;
    private final List<Answers> answers = new ArrayList<>(List.of(new Answers()));
    private final List<End> ends = new ArrayList<>();
    private int at;
    private int received;
    private boolean waits;
    private boolean failed;
    private boolean busy;
    private boolean opening;

    CallsProgram(List<Call> calls, Simulation world, Function<Program, Optional<End>> opener) {
        this.calls = calls;
        this.world = world;
        this.opener = opener;
    }

    /** A program for a connection that another host opens. */
    static CallsProgram accepting(List<Call> calls, Simulation world) {
        return new CallsProgram(calls, world, _ -> Optional.empty());
    }

    Fetches fetches() {
        return () -> answers.stream().flatMap(Answers::rows);
    }

    @Override
    public void start() {
        if (!calls.isEmpty() && calls.stream().noneMatch(Call.Open.class::isInstance)) {
            opener.apply(this).ifPresent(this::open);
        } else {
            proceed();
        }
    }

    private void open(End end) {
        ends.add(end);
        answers.add(new Answers());
        end.open("the program asks for it");
    }

    @Override
    public void opened(End end) {
        if (ends.isEmpty()) {
            ends.add(end);
        }
        answers().opened(end);
        proceed();
    }

    @Override
    public void readable(End end) {
        proceed();
    }

    @Override
    public void taken(End end) {
        proceed();
    }

    @Override
    public void failed(End end, String error) {
        failed |= ends.isEmpty() || end == ends.getLast();
    }

    private Answers answers() {
        return answers.getLast();
    }

    /** Makes calls until one has to wait. What happens during a call does not begin another. */
    private void proceed() {
        if (busy) {
            return;
        }
        busy = true;
        while (at < calls.size() && !failed && !waits && returns(calls.get(at))) {
            at++;
        }
        busy = false;
    }

    /** Makes a call, or looks again after one that waits; whether it has returned. */
    private boolean returns(Call call) {
        if (call instanceof Call.Open) {
            return open();
        }
        if (call instanceof Call.Pause(Duration time)) {
            return pause(time);
        }
        if (ends.isEmpty()) {
            return false;
        }
        End end = ends.getLast();
        return switch (call) {
            case Call.Send(Octets octets, Optional<HttpRequest> request) -> {
                request.ifPresent(asked -> answers().expect(asked, world.now()));
                end.send(octets, request.map(HttpRequest::line).orElse("the program has more to say"));
                yield true;
            }
            case Call.Receive _ -> end.allTaken() && receive(end);
            case Call.ReceiveExactly(int octets) -> take(end, octets) >= octets || end.ended();
            case Call.ReceiveAll _ -> take(end, Integer.MAX_VALUE) >= 0 && end.ended();
            case Call.Open _, Call.Pause _ -> true;
            case Call.Close _ -> {
                end.close("the program has nothing more to say");
                yield true;
            }
            case Call.Abort _ -> {
                end.abort("the program gives up");
                yield true;
            }
        };
    }

    private boolean open() {
        if (!opening) {
            opening = true;
            opener.apply(this).ifPresentOrElse(this::open, () -> failed = true);
        }
        boolean established = !failed && !ends.isEmpty() && ends.getLast().establishedAt() >= 0;
        opening = !established;
        return established;
    }

    /** RECEIVE: the next response where one is awaited, else anything. */
    private boolean receive(End end) {
        if (!answers().awaited()) {
            boolean any = end.readable() > 0;
            end.read(Integer.MAX_VALUE);
            return any || end.ended();
        }
        boolean answered = answers().next();
        if (!answered) {
            answers().receive(end.read(Integer.MAX_VALUE), end.ended(), world.now());
            answered = answers().next();
        }
        return answered || end.ended();
    }

    /** Reads so many octets in all; how many that were, over all looks at this call. */
    private int take(End end, int octets) {
        received += end.read(octets - received).length();
        int all = received;
        if (all >= octets || end.ended()) {
            received = 0;
        }
        return all;
    }

    private boolean pause(Duration time) {
        waits = true;
        world.agenda().at(world.agenda().now() + time.toNanos(), () -> {
            waits = false;
            at++;
            proceed();
        });
        return false;
    }
}
