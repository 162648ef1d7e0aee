package wirebook.net;

import java.util.function.Consumer;
import java.util.function.LongFunction;

/** A law: it holds for every value that seeds from 0 upwards make. */
final class ForAll {
    private ForAll() {}

    /** Tries the law on {@code count} values; the seed of the first that breaks it is named. */
    static <T> void forAll(long count, LongFunction<T> maker, Consumer<T> law) {
        for (long seed = 0; seed < count; seed++) {
            T value = maker.apply(seed);
            try {
                law.accept(value);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("the law does not hold for seed " + seed + ": " + value, broken);
            }
        }
    }
}
