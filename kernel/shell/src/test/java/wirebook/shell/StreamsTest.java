package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a cell prints, and its threads print, is that cell's. */
class StreamsTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void outAndErrAreTheCells() {
        notebook.done(
                "System.out.print(\"ä€𝄞\"); System.out.println(1); System.out.printf(\"%d%n\", 2); System.err.println(\"e\");");
        assertThat(notebook.last().out()).isEqualTo("ä€𝄞1\n2\n");
        assertThat(notebook.last().err()).isEqualTo("e\n");
    }

    @Test
    void threadsOfEveryKindPrintToTheirCell() {
        notebook.done("""
                var thread = new Thread(() -> System.out.println("platform"));
                thread.start();
                thread.join();
                Thread.ofVirtual().start(() -> System.out.println("virtual")).join();
                try (var pool = Executors.newFixedThreadPool(1)) { pool.submit(() -> System.out.println("pool")); }
                IntStream.range(0, 64).parallel().forEach(i -> System.out.println("parallel"));
                """);
        assertThat(notebook.last().out()).startsWith("platform\nvirtual\npool\n");
        assertThat(notebook.last().out().lines().filter("parallel"::equals)).hasSize(64);
    }

    @Test
    void aThreadThatOutlivesItsCellKeepsItsConsole() {
        notebook.done(
                "var gate = new CountDownLatch(1);\nvar late = new Thread(() -> {\n"
                        + "    try { gate.await(); } catch (InterruptedException e) { }\n    System.out.println(\"late\"); });\nlate.start();");
        Recording first = notebook.last();
        notebook.done("gate.countDown(); late.join(); System.out.println(\"second\");");
        assertThat(first.out()).isEqualTo("late\n");
        assertThat(notebook.last().out()).isEqualTo("second\n");
    }

    @Test
    void anExceptionThatNobodyCatchesIsSaidOnErr() {
        notebook.done(
                "var t = new Thread(() -> { throw new IllegalStateException(\"alone\"); }, \"worker\"); t.start(); t.join();");
        assertThat(notebook.last().err())
                .startsWith("Exception in thread \"worker\" IllegalStateException: alone\n    at cell [");
    }

    @Test
    void printStackTraceShowsLinesOfCells() {
        notebook.done("try { throw new Exception(\"x\"); } catch (Exception e) { e.printStackTrace(); }");
        assertThat(notebook.last().err()).startsWith("Exception: x\n    at cell [");
    }

    @Test
    void inputIsTheCells() {
        var recording = new Recording("Ada\n36\n");
        Evaluation end = notebook.shell()
                .evaluate(
                        Cell.of("var scanner = new Scanner(System.in);\nscanner.nextLine() + scanner.nextInt()"),
                        recording.console());
        assertThat(end).isEqualTo(Evaluation.Value.of("Ada36", "String"));
    }

    @Test
    void aHundredMegabytesAreNoTrouble() {
        var octets = new AtomicLong();
        var counting = new OutputStream() {
            @Override
            public void write(int octet) {
                octets.incrementAndGet();
            }

            @Override
            public void write(byte[] all, int offset, int length) {
                octets.addAndGet(length);
            }
        };
        var console = new Console(counting, counting, InputStream.nullInputStream(), bundle -> {});
        var source =
                "String kilobyte = \"x\".repeat(999);\nfor (int i = 0; i < 100_000; i++) { System.out.println(kilobyte); }";
        assertThat(notebook.shell().evaluate(Cell.of(source), console)).isInstanceOf(Evaluation.Done.class);
        assertThat(octets).hasValue(100_000_000);
    }
}
