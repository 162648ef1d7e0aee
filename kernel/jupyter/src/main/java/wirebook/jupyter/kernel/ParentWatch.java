package wirebook.jupyter.kernel;

import java.util.Optional;

/** Notices that the process which started the kernel is gone, so that a kernel never outlives its server. */
final class ParentWatch {
    private static final long PAUSE_MILLIS = 1000;

    private final long announced;
    private final Runnable orphaned;
    private long first = -1;
    private boolean met;

    /**
     * @param announced the parent's process id, as it came in {@code JPY_PARENT_PID}
     * @param orphaned runs once when the parent is gone
     */
    ParentWatch(long announced, Runnable orphaned) {
        this.announced = announced;
        this.orphaned = orphaned;
    }

    /** Watches on a thread of its own, if {@code variable} is a process id; servers that want the kernel to outlive them give none. */
    static void start(Optional<String> variable, Runnable orphaned) {
        variable.filter(pid -> pid.matches("[1-9]\\d{0,9}"))
                .map(pid -> new ParentWatch(Long.parseLong(pid), orphaned))
                .ifPresent(watch ->
                        Thread.ofPlatform().daemon().name("parent watch").start(watch::run));
    }

    private void run() {
        while (!gone()) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stray) {
                // A look too early does no harm.
            }
        }
        orphaned.run();
    }

    /** Gone is the process that was announced, once seen; or the real parent, so that we were given to another (a launcher between). */
    private boolean gone() {
        long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        first = first < 0 ? parent : first;
        boolean alive = ProcessHandle.of(announced).map(ProcessHandle::isAlive).orElse(false);
        met |= alive;
        return parent != first || (!alive && (met || parent == 1));
    }
}
