package wirebook.shell.magic;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import wirebook.shell.Evaluation;

/** How long code takes. */
final class Timing {
    private static final int ROUNDS = 7;
    private static final long ROUND = 100_000_000;

    private final LongSupplier nanoTime;

    Timing(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Evaluation time(String code, Session session) {
        long start = nanoTime.getAsLong();
        Evaluation result = session.evaluate(code);
        session.print("took " + shown((double) (nanoTime.getAsLong() - start)) + ", compiling included");
        return result;
    }

    /** Rounds of as many runs as fit a tenth of a second; the median round counts. */
    Evaluation timeIt(String code, Session session) throws Exception {
        Evaluation made = callable(code, session);
        if (!(made instanceof Evaluation.Value(Callable<?> once, String type, var notes))) {
            return made;
        }
        long runs = 1;
        long took = measure(once, runs);
        while (took < ROUND / 2) {
            runs = Math.max(runs + 1, took <= 0 ? runs * 10 : Math.min(runs * 10, runs * ROUND / took));
            took = measure(once, runs);
        }
        double[] each = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            each[i] = (double) measure(once, runs) / runs;
        }
        Arrays.sort(each);
        String times = runs == 1 ? "1 run" : String.format(Locale.ROOT, "%,d runs", runs);
        session.print(shown(each[ROUNDS / 2]) + " a run (median of " + ROUNDS + " rounds of " + times + "; best "
                + shown(each[0]) + ")");
        return Evaluation.Done.QUIETLY;
    }

    private long measure(Callable<?> once, long runs) throws Exception {
        long start = nanoTime.getAsLong();
        for (long i = 0; i < runs; i++) {
            once.call();
        }
        return nanoTime.getAsLong() - start;
    }

    /** An expression keeps its value from being optimised away; what is no expression is run as it is. */
    private static Evaluation callable(String code, Session session) {
        String open = "(java.util.concurrent.Callable<Object>) () -> {";
        String text = code.strip();
        if (!text.endsWith(";") && !text.endsWith("}")) {
            Evaluation value = session.evaluate(open + "return " + text + ";}");
            if (value instanceof Evaluation.Value) {
                return value;
            }
        }
        return session.evaluate(open + text + (text.endsWith("}") ? "" : ";") + " return null;}");
    }

    private static String shown(double nanos) {
        if (nanos < 1_000) {
            return String.format(Locale.ROOT, "%.1f ns", nanos);
        }
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
        }
        return nanos < 1e9
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
