package wirebook.jupyter.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import wirebook.jupyter.display.MimeBundle;
import wirebook.jupyter.interpreter.Cell;
import wirebook.jupyter.interpreter.Comm;
import wirebook.jupyter.interpreter.Completeness;
import wirebook.jupyter.interpreter.Completions;
import wirebook.jupyter.interpreter.InputRefused;
import wirebook.jupyter.interpreter.Interpreter;
import wirebook.jupyter.interpreter.Language;
import wirebook.jupyter.interpreter.Outcome;

/** A language of one command a line, {@code verb argument}; anything else is its own value. */
final class EchoInterpreter implements Interpreter {
    /** Opened by a test to let a {@code wait} go on. */
    final Semaphore gate = new Semaphore(0);
    /** Open once a {@code wait} or a {@code spin} has begun. */
    final Semaphore begun = new Semaphore(0);
    /** What {@link #start} waits for. */
    final CountDownLatch mayStart = new CountDownLatch(1);

    volatile boolean closed;
    private volatile boolean interrupted;
    private volatile Optional<Thread> runner = Optional.empty();

    @Override
    public Language language() {
        List<Language.Link> links = List.of(new Language.Link("Echo", "https://example.org/echo"));
        return new Language("echo", "1.0", "Echo!", "echo", "1", "text/x-echo", ".echo", "text", "text", links);
    }

    @Override
    public void start() {
        try {
            mayStart.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Outcome execute(String code, Cell cell) {
        interrupted = false;
        runner = Optional.of(Thread.currentThread());
        Outcome outcome = Outcome.done();
        for (String line : code.strip().lines().toList()) {
            String[] parts = line.split(" ", 2);
            try {
                outcome = perform(parts[0], parts.length > 1 ? parts[1] : "", cell);
            } catch (InterruptedException e) {
                return Outcome.failed("Interrupted", "the cell was interrupted");
            } catch (InputRefused e) {
                return Outcome.failed("InputRefused", e.getMessage());
            }
            if (outcome instanceof Outcome.Failed) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome perform(String verb, String argument, Cell cell) throws InterruptedException {
        switch (verb) {
            case "" -> {}
            case "print" -> print(cell.stdout(), argument + "\n");
            case "error" -> print(cell.stderr(), argument + "\n");
            case "flood" -> flood(Integer.parseInt(argument), cell.stdout());
            case "later" -> Thread.ofVirtual().start(() -> later(argument, cell));
            case "display" -> cell.display(MimeBundle.text(argument));
            case "named" -> cell.display(MimeBundle.text(argument), "it");
            case "update" -> cell.updateDisplay(MimeBundle.text(argument), "it");
            case "clear" -> cell.clearOutput(argument.equals("wait"));
            case "next" -> cell.nextInput(argument, false);
            case "target" -> cell.comms().register(argument, (comm, data, scene) -> echo(comm, scene));
            case "comm" -> cell.comms().open(argument, Map.of("greeting", "hello"), cell);
            case "wait" -> {
                begun.release();
                gate.acquire();
            }
            case "spin" -> spin();
            case "count" -> {
                return Outcome.value(MimeBundle.text(String.valueOf(cell.executionCount())));
            }
            case "input" -> {
                return Outcome.value(MimeBundle.text(cell.input(argument, argument.startsWith("secret"))));
            }
            case "fail" -> {
                return new Outcome.Failed("EchoError", argument, List.of("line 1", "EchoError: " + argument));
            }
            case "fault" -> throw new AssertionError(argument);
            default -> {
                return Outcome.value(MimeBundle.text((verb + " " + argument).strip()));
            }
        }
        return Outcome.done();
    }

    private static void print(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flood(int lines, OutputStream stream) {
        for (int i = 0; i < lines; i++) {
            print(stream, "line " + i + "\n");
        }
    }

    private void later(String text, Cell cell) {
        gate.acquireUninterruptibly();
        print(cell.stdout(), text + "\n");
    }

    private static void echo(Comm comm, Cell scene) {
        print(scene.stdout(), "opened\n");
        comm.onMessage((data, cell) -> comm.send(data));
        comm.onClose((data, cell) -> print(cell.stdout(), "closed\n"));
    }

    private void spin() throws InterruptedException {
        begun.release();
        while (!interrupted) {
            Thread.onSpinWait();
        }
        throw new InterruptedException();
    }

    @Override
    public Outcome evaluate(String expression, Cell cell) {
        return execute(expression, cell);
    }

    @Override
    public Completions complete(String code, int cursor) {
        int start = code.lastIndexOf(' ', cursor - 1) + 1;
        return new Completions(
                start,
                cursor,
                List.of(new Completions.Item(code.substring(start, cursor) + "!", "echo", "(int times)")));
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detail) {
        if (code.startsWith("fault")) {
            throw new AssertionError(code);
        }
        return code.isBlank()
                ? Optional.empty()
                : Optional.of(MimeBundle.text(code.charAt(cursor) + " at detail " + detail));
    }

    @Override
    public Completeness isComplete(String code) {
        return code.endsWith(";") ? Completeness.COMPLETE : Completeness.incomplete("  ");
    }

    @Override
    public void interrupt() {
        interrupted = true;
        runner.ifPresent(Thread::interrupt);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Whether a {@code wait} or {@code spin} began within ten seconds. */
    boolean hasBegun() throws InterruptedException {
        return begun.tryAcquire(10, TimeUnit.SECONDS);
    }
}
