package wirebook.jupyter.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import wirebook.jupyter.channel.Channel;
import wirebook.jupyter.channel.ConnectionFile;
import wirebook.jupyter.channel.Ports;
import wirebook.jupyter.channel.ZeroMqPorts;
import wirebook.jupyter.interpreter.Interpreter;
import wirebook.jupyter.message.Author;
import wirebook.jupyter.message.BadMessage;
import wirebook.jupyter.message.Codec;
import wirebook.jupyter.message.Header;
import wirebook.jupyter.message.Message;
import wirebook.jupyter.message.Signature;

/**
 * A Jupyter kernel: it serves one interpreter to all front ends that know the connection file.
 *
 * <p>The thread that calls {@link #run} moves the frames. One thread reads the requests on shell and answers the quick ones; it hands on
 * cells, and whatever must keep its place among them, to a second, and questions about code to a third. A fourth serves control.
 */
public final class Kernel {
    private static final int ORPHANED = 1;

    private final Ports ports;
    private final Codec codec;
    private final Post post;
    private final Interpreter interpreter;
    private final Log log;
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger exitCode = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Stdin stdin;
    private final Execute execute;
    private final Desk cellDesk;
    private final Desk questionDesk;
    private final Desk shellDesk;
    private final Desk controlDesk;
    /** How long a shutdown waits for a cell's last work, which may be a line of the history. */
    private static final Duration FAREWELL = Duration.ofMillis(300);

    private final Worker shell;
    private final Worker cells;
    private final Worker questions;
    private final Worker control;

    Kernel(Ports ports, Codec codec, Author author, Interpreter interpreter, Archive archive, Log log) {
        this.ports = ports;
        this.codec = codec;
        this.interpreter = interpreter;
        this.log = log;
        post = new Post(ports, codec, author);
        stdin = new Stdin(post);
        CommTable table = new CommTable(post, author);
        Scene.Stage stage = new Scene.Stage(post, new Ticker(), stdin, table);
        History history = new History(archive, log);
        execute = new Execute(interpreter, stage, history, arrivals, log);
        Handler info = new KernelInfo(interpreter.language());
        Questions asked = new Questions(interpreter, started, log);
        CommMessages comms = new CommMessages(table, stage, log);
        Control controls = new Control(execute, post, () -> stop(0));
        cellDesk = new Desk(
                Map.of(
                        "execute_request", execute,
                        "history_request", new HistoryRequests(history),
                        "comm_open", comms::open,
                        "comm_msg", comms::message,
                        "comm_close", comms::close),
                post,
                log);
        questionDesk = new Desk(
                Map.of(
                        "complete_request", asked::complete,
                        "inspect_request", asked::inspect,
                        "is_complete_request", asked::isComplete),
                post,
                log);
        shellDesk = new Desk(
                Map.of(
                        "kernel_info_request", info,
                        "comm_info_request", comms::info,
                        "shutdown_request", controls::shutdown),
                post,
                log);
        controlDesk = new Desk(
                Map.of(
                        "kernel_info_request", info,
                        "comm_info_request", comms::info,
                        "interrupt_request", controls::interrupt,
                        "shutdown_request", controls::shutdown,
                        "debug_request", controls::noDebugger,
                        "create_subshell_request", controls::noSubshells,
                        "delete_subshell_request", controls::noSubshells,
                        "list_subshell_request", controls::noSubshells),
                post,
                log);
        shell = new Worker("shell", log);
        cells = new Worker("cells", log);
        questions = new Worker("questions", log);
        control = new Worker("control", log);
    }

    /**
     * Serves {@code interpreter} until a front end asks for shutdown or the parent process dies, on this thread and some of its own.
     *
     * <p>Other threads, of cells for example, may still run afterwards: end the process with the code that is returned.
     *
     * @param history folder that keeps what was run; made when first needed; where it cannot be written, history lasts as long as the
     *     kernel
     * @return the exit code: 0 after a shutdown, 1 after the parent's death
     * @throws IOException if the sockets cannot be bound, or the connection file asks for what we cannot do
     */
    public static int run(ConnectionFile connection, Interpreter interpreter, Path history) throws IOException {
        Codec codec = codec(connection);
        Ports ports = new ZeroMqPorts(connection);
        Author author = new Author(session(), InstantSource.system());
        Log log = new Log(new FileOutputStream(FileDescriptor.err));
        Kernel kernel = new Kernel(ports, codec, author, interpreter, new Archive(history), log);
        ParentWatch.start(Optional.ofNullable(System.getenv("JPY_PARENT_PID")), () -> kernel.stop(ORPHANED));
        kernel.control.give(() -> Signals.onInterrupt(kernel.execute::interrupt, log));
        return kernel.serve();
    }

    private static Codec codec(ConnectionFile connection) throws IOException {
        try {
            return new Codec(new Signature(connection.signatureScheme(), connection.key()));
        } catch (NoSuchAlgorithmException unknown) {
            throw new IOException(unknown);
        }
    }

    /** Unlike that of any other kernel: made of this process and the time. A random one would wait for the system's randomness. */
    private static String session() {
        return new UUID(ProcessHandle.current().pid() << 32 ^ System.currentTimeMillis(), System.nanoTime()).toString();
    }

    /** Serves until {@link #stop}. */
    int serve() {
        post.status(Header.NONE, "starting");
        cells.give(this::start);
        ports.serve(this::received);
        execute.interrupt();
        cells.settle(FAREWELL);
        interpreter.close();
        return exitCode.get();
    }

    private void start() {
        try {
            interpreter.start();
        } finally {
            started.countDown();
        }
    }

    /** Ends the kernel with {@code code}. */
    void stop(int code) {
        exitCode.set(code);
        ports.close();
    }

    private void received(Channel channel, List<byte[]> frames) {
        long arrival = arrivals.incrementAndGet();
        switch (channel) {
            case SHELL -> shell.give(() -> decoded(channel, frames).ifPresent(message -> shell(message, arrival)));
            case CONTROL ->
                control.give(() -> decoded(channel, frames)
                        .ifPresent(message -> controlDesk.serve(new Request(channel, message, arrival))));
            case STDIN -> control.give(() -> decoded(channel, frames).ifPresent(stdin::received));
            case IOPUB -> Welcome.send(frames, post); // on this thread, so that nothing is published before it
            case HEARTBEAT -> {}
        }
    }

    private void shell(Message message, long arrival) {
        Request request = new Request(Channel.SHELL, message, arrival);
        if (cellDesk.serves(message.type())) {
            cells.give(() -> cellDesk.serve(request));
        } else if (questionDesk.serves(message.type())) {
            questions.give(() -> questionDesk.serve(request));
        } else {
            shellDesk.serve(request);
        }
    }

    private Optional<Message> decoded(Channel channel, List<byte[]> frames) {
        try {
            return Optional.of(codec.decode(frames));
        } catch (BadMessage bad) {
            log.once("a message on " + channel + " was dropped: " + bad.why());
            return Optional.empty();
        }
    }
}
