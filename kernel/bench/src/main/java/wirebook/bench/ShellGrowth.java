package wirebook.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import wirebook.shell.Cell;
import wirebook.shell.Console;
import wirebook.shell.Evaluation;
import wirebook.shell.JavaShell;
import wirebook.shell.Options;

/**
 * Whether a session grows: many trivial cells of each kind, the median time of the first 200 beside that of the last 200, and the
 * heap before and after.
 *
 * <p>Start with {@link JavaShell#REQUIRED_OPTIONS}; the argument is the number of cells of each kind, 2,000 if there is none.
 */
public final class ShellGrowth {
    private static final int EDGE = 200;

    private final JavaShell shell = JavaShell.open(Options.standard());
    private final PrintStream out;
    private final int cells;

    private ShellGrowth(PrintStream out, int cells) {
        this.out = out;
        this.cells = cells;
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        int cells = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
        new ShellGrowth(System.out, cells).run();
    }

    private void run() {
        row("what", "first 200", "last 200", "ratio", "heap gained");
        measure("value: 1 + n", i -> "1 + " + i);
        measure("output: println", i -> "System.out.println(" + i + ");");
        measure("variable: int v<n>", i -> "int v" + i + " = " + i + ";");
        measure("variable: var w<n>", i -> "var w" + i + " = List.of(" + i + ");");
        measure("same variable again", i -> "int same = " + i + ";");
        measure("use of a variable", i -> "v" + i + " + same");
        measure("new method", i -> "int m" + i + "(int n) { return n + " + i + "; }");
        measure("same method again", i -> "int again(int n) { return n + " + i + "; }");
        measure("new class", i -> "class C" + i + " { int f() { return " + i + "; } }");
        measure("mistake", i -> "unknown" + i + "()");
        asked("completion: name.sub", () -> shell.complete("String.valueOf(1).sub", 21));
        asked("inspection: Math.max", () -> shell.inspect("Math.max(1, 2)", 7, 0));
        shell.close();
    }

    private void measure(String what, IntFunction<String> source) {
        long before = heap();
        double[] millis = new double[cells];
        for (int i = 0; i < cells; i++) {
            long start = System.nanoTime();
            Evaluation end = shell.evaluate(new Cell(i + 1, source.apply(i)), Console.silent());
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (end instanceof Evaluation.Failed failed && !what.equals("mistake")) {
                throw new IllegalStateException(String.join("\n", failed.traceback()));
            }
        }
        double first = median(Arrays.copyOf(millis, Math.min(EDGE, cells)));
        double last = median(Arrays.copyOfRange(millis, Math.max(0, cells - EDGE), cells));
        row(
                what,
                shown(first),
                shown(last),
                String.format(Locale.ROOT, "%.2f", last / first),
                megabytes(heap() - before));
    }

    private void asked(String what, Runnable question) {
        double[] millis = new double[EDGE];
        for (int i = 0; i < EDGE; i++) {
            long start = System.nanoTime();
            question.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        row(what, shown(median(millis)), "", "", "");
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @SuppressWarnings("SystemGc") // the heap is to be measured without what is garbage
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String shown(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }

    private static String megabytes(long octets) {
        return String.format(Locale.ROOT, "%.1f MB", octets / 1e6);
    }

    private void row(String what, String first, String last, String ratio, String heap) {
        out.printf(Locale.ROOT, "%-24s %10s %10s %6s %12s%n", what, first, last, ratio, heap);
    }
}
