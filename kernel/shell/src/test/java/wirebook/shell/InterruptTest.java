package wirebook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt really stops, whatever the cell does; each cell says {@code started} before it does it. */
@Timeout(60)
class InterruptTest {
    private static JavaShell shell;

    @BeforeAll
    static void open() {
        shell = JavaShell.open(Options.standard());
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static Evaluation interrupted(String source) throws Exception {
        var started = new CompletableFuture<Void>();
        var out = new java.io.OutputStream() {
            @Override
            public void write(int octet) {
                started.complete(null);
            }
        };
        var console = new Console(out, out, java.io.InputStream.nullInputStream(), bundle -> {});
        var end = CompletableFuture.supplyAsync(() -> shell.evaluate(Cell.of(source), console));
        started.get(30, TimeUnit.SECONDS);
        shell.interrupt();
        return end.get(30, TimeUnit.SECONDS);
    }

    private static boolean busy() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().equals("cell") && t.getState() == Thread.State.RUNNABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(); while (true) {}",
                "System.out.println(); for (;;) { Math.sqrt(2); }",
                "System.out.println(); do { } while (true);",
                "System.out.println(); Thread.sleep(1_000_000);",
                "System.out.println(); while (true) { try { Thread.sleep(1_000_000); } catch (Throwable t) { } }",
                "System.out.println(); while (true) { try { while (true) { } } catch (Throwable t) { } finally { while (true) { } } }",
                "System.out.println(); new Object() { void again() { try { again(); } catch (Throwable t) { again(); } } }.again();",
                "void spin() { while (true) { } } System.out.println(); spin();",
                "System.out.println(); Runnable r = () -> { while (true) { } }; r.run();",
                "System.out.println(); IntStream.iterate(0, i -> i + 1).forEach(i -> { });",
                "System.out.println(); Stream.generate(() -> 1).allMatch(i -> i == 1);",
                "System.out.println(); IntStream.iterate(0, i -> i + 1).parallel().forEach(i -> { });",
                "System.out.println(); new CountDownLatch(1).await();",
                "System.out.println(); new java.util.concurrent.locks.ReentrantLock().newCondition().getClass(); "
                        + "synchronized (Thread.currentThread()) { Thread.currentThread().wait(); }",
                "var pipe = java.nio.channels.Pipe.open(); System.out.println(); "
                        + "pipe.source().read(java.nio.ByteBuffer.allocate(1));",
                "class Forever { static { System.out.println(); if (true) { while (true) { } } } } new Forever();",
                "System.out.println(); new Thread(() -> { while (true) { } }).start(); while (true) { }",
                "System.out.println(); try (var pool = Executors.newVirtualThreadPerTaskExecutor()) { "
                        + "pool.submit(() -> { while (true) { } }); }",
            })
    void theLoopIsReallyGoneAndTheNextCellRuns(String source) throws Exception {
        assertThat(interrupted(source)).isInstanceOf(Evaluation.Interrupted.class);
        assertThat(shell.evaluate(Cell.of("6 * 7"), Console.silent())).isEqualTo(Evaluation.Value.of(42, "int"));
        assertThat(busy()).isFalse();
    }

    @Test
    void variablesSurvive() throws Exception {
        shell.evaluate(Cell.of("int kept = 5;"), Console.silent());
        Evaluation.Failed end = (Evaluation.Failed) interrupted("kept = 6; System.out.println(); while (true) { }");
        assertThat(end.ename()).isEqualTo("Interrupted");
        assertThat(end.traceback()).anyMatch(line -> line.contains("cell, line 1"));
        assertThat(shell.evaluate(Cell.of("kept"), Console.silent())).isEqualTo(Evaluation.Value.of(6, "int"));
    }

    @Test
    void aDeadlockIsLeftBehindAndSaidSo() throws Exception {
        Evaluation end = interrupted("""
                Object a = new Object(), b = new Object();
                var both = new CyclicBarrier(2);
                var other = new Thread(() -> {
                    synchronized (b) {
                        try { both.await(); } catch (Exception e) { }
                        synchronized (a) { }
                    }
                });
                other.start();
                synchronized (a) { both.await(); System.out.println("x"); synchronized (b) { } }
                """);
        assertThat(end).isInstanceOf(Evaluation.Interrupted.class);
        assertThat(((Evaluation.Failed) end).evalue()).contains("waits for a lock");
        assertThat(shell.evaluate(Cell.of("1"), Console.silent())).isEqualTo(Evaluation.Value.of(1, "int"));
    }

    @Test
    void anInterruptIsHarmlessWhenNothingRuns() {
        shell.interrupt();
        shell.interrupt();
        assertThat(shell.evaluate(Cell.of("2"), Console.silent())).isEqualTo(Evaluation.Value.of(2, "int"));
    }

    @Test
    void threadsOfEarlierCellsRunOnUntilTheyAreStopped() throws Exception {
        shell.evaluate(
                Cell.of("var looping = new Thread(() -> { while (true) { } }); looping.start();"), Console.silent());
        interrupted("System.out.println(); while (true) { }");
        assertThat(shell.evaluate(Cell.of("looping.isAlive()"), Console.silent()))
                .isEqualTo(Evaluation.Value.of(true, "boolean"));
        shell.stopThreads();
        shell.evaluate(Cell.of("looping.join();"), Console.silent());
        assertThat(shell.evaluate(Cell.of("looping.isAlive()"), Console.silent()))
                .isEqualTo(Evaluation.Value.of(false, "boolean"));
    }

    @Test
    void completionAnswersWhileACellRuns() throws Exception {
        var started = new CompletableFuture<Void>();
        var out = new java.io.OutputStream() {
            @Override
            public void write(int octet) {
                started.complete(null);
            }
        };
        var console = new Console(out, out, java.io.InputStream.nullInputStream(), bundle -> {});
        var end = CompletableFuture.supplyAsync(
                () -> shell.evaluate(Cell.of("String word = \"a\"; System.out.println(); while (true) { }"), console));
        started.get(30, TimeUnit.SECONDS);
        assertThat(shell.complete("word.sub", 8).items()).isNotEmpty();
        assertThat(shell.inspect("word", 2, 0)).isPresent();
        shell.interrupt();
        assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(Evaluation.Interrupted.class);
    }
}
