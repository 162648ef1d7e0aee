package wirebook.shell.exec;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wirebook.shell.Console;
import wirebook.shell.woven.Stopped;
import wirebook.shell.woven.Woven;

/** The evaluation that a thread works for: inherited by every thread that a cell starts. */
public final class Owner {
    /** Static because a thread can be asked for nothing else; every value in it belongs to one evaluation. */
    private static final InheritableThreadLocal<@Nullable Owner> OF_THREAD = new InheritableThreadLocal<>();

    /** Those that are to end and have threads yet. While there are any, every check looks closer. */
    private static final Set<Owner> ENDING = ConcurrentHashMap.newKeySet();

    /** Those that had threads when their cell ended. */
    private static final Set<Owner> LIVING = ConcurrentHashMap.newKeySet();

    /** For the workers of the common pool, which inherit nothing: the evaluation that runs. */
    private static volatile @Nullable Owner running;

    private final Console console;
    private final Function<Throwable, String> report;
    private final ThreadGroup threads;
    private volatile boolean stopped;
    private volatile @Nullable Integer exit;

    /**
     * @param title names the threads
     * @param report how an exception that nobody caught, or that the cell prints, is shown
     */
    public Owner(String title, Console console, Function<Throwable, String> report) {
        this.console = console;
        this.report = report;
        this.threads = new ThreadGroup(title) {
            @Override
            public void uncaughtException(Thread thread, Throwable thrown) {
                uncaught(thread, thrown);
            }
        };
    }

    /** The owner of the calling thread; for a worker of the common pool that of the running cell. */
    public static Optional<Owner> current() {
        Owner own = OF_THREAD.get();
        boolean orphan = own == null && Thread.currentThread() instanceof java.util.concurrent.ForkJoinWorkerThread;
        return Optional.ofNullable(orphan ? running : own);
    }

    /** The console of the cell. */
    public Console console() {
        return console;
    }

    /** A thread for the cell that runs {@code body} and belongs to this owner. */
    public Thread thread(Runnable body) {
        var thread = new Thread(
                threads,
                () -> {
                    OF_THREAD.set(this);
                    running = this;
                    body.run();
                },
                threads.getName());
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the cell and its threads at their next check. */
    public void stop() {
        stopped = true;
        ENDING.add(this);
        Woven.pending(true);
    }

    /** Ends every thread that any cell has started. */
    public static void stopAll() {
        LIVING.forEach(owner -> {
            if (owner.alive()) {
                owner.stop();
                owner.wake(Thread.currentThread(), false);
            }
        });
    }

    /** Wakes its threads from whatever they wait for, {@code main} only if {@code mainToo}. */
    public void wake(Thread main, boolean mainToo) {
        Thread[] all = new Thread[threads.activeCount() + 8];
        int count = threads.enumerate(all);
        for (int i = 0; i < count; i++) {
            if (all[i] != main || mainToo) {
                all[i].interrupt();
            }
        }
    }

    /** Whether it was stopped. */
    public boolean stopped() {
        return stopped;
    }

    /** With which status the cell wanted to end the JVM, if it did. */
    public OptionalInt exit() {
        Integer status = exit;
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Whether a thread of it is alive. */
    public boolean alive() {
        return threads.activeCount() > 0;
    }

    /** The cell's own thread has ended: forget the owner if it was to end and has no others. */
    public void ended() {
        LIVING.add(this);
        LIVING.removeIf(o -> !o.alive());
        ENDING.removeIf(o -> !o.alive());
        Woven.pending(!ENDING.isEmpty());
    }

    /** Throws if the calling thread's cell is to end. */
    public static void check() {
        Optional<Owner> owner = current();
        if (owner.isPresent() && owner.get().stopped) {
            throw new Stopped();
        }
    }

    /** Ends the calling thread's cell since it wanted to end the JVM. */
    public static void exit(int status) {
        current().ifPresent(owner -> {
            owner.exit = status;
            owner.stop();
        });
        throw new Stopped();
    }

    /** Prints {@code thrown} as the shell shows it to the calling thread's {@code System.err}. */
    public static void print(Throwable thrown) {
        System.err.println(report(thrown));
    }

    /** How the calling thread's shell shows {@code thrown}. */
    public static String report(Throwable thrown) {
        return current().map(o -> o.report.apply(thrown)).orElseGet(thrown::toString);
    }

    /** For threads of no group of ours: virtual ones, and those of no cell. */
    static void uncaughtSomewhere(Thread thread, Throwable thrown) {
        current().ifPresentOrElse(owner -> owner.uncaught(thread, thrown), thrown::printStackTrace);
    }

    private void uncaught(Thread thread, Throwable thrown) {
        if (!(thrown instanceof Stopped)) {
            String name = thread.isVirtual() && thread.getName().isEmpty() ? "virtual" : thread.getName();
            String text = "Exception in thread \"" + name + "\" " + report.apply(thrown);
            new PrintStream(console.err(), true, StandardCharsets.UTF_8).println(text);
        }
    }
}
