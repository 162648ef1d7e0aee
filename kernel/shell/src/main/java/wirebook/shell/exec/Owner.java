package wirebook.shell.exec;

import java.util.Optional;
import wirebook.shell.Console;

/** The evaluation that a thread works for: inherited by every thread that a cell starts. */
public final class Owner {
    /** Static because a thread can be asked for nothing else; every value in it belongs to one evaluation. */
    private static final InheritableThreadLocal<Owner> OF_THREAD = new InheritableThreadLocal<>();

    private final Console console;

    Owner(Console console) {
        this.console = console;
    }

    /** The owner of the calling thread; empty for a thread that no cell has started. */
    public static Optional<Owner> current() {
        return Optional.ofNullable(OF_THREAD.get());
    }

    /** The console of the cell. */
    public Console console() {
        return console;
    }
}
