package wirebook;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Laws: something that holds for every value of a kind, tried with many, the same ones on every run. */
public final class ForAll {
    private static final int TRIES = Integer.getInteger("tries", 1000);

    private ForAll() {}

    /** Tries a law with 1,000 values, or as many as {@code -Dtries} says, each made from its own source of chance. */
    public static <T> void forAll(Function<Random, T> values, Consumer<T> law) {
        forAll(TRIES, seed -> values.apply(new Random(seed)), law);
    }

    /** Tries a law with the values of the seeds from 0 up to {@code count}; a failure says which seed makes its value again. */
    public static <T> void forAll(int count, IntFunction<T> values, Consumer<T> law) {
        for (int seed = 0; seed < count; seed++) {
            T value = values.apply(seed);
            try {
                law.accept(value);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("the law is broken by seed " + seed + ": " + value, broken);
            }
        }
    }

    /** Any octets, at most {@code most}. */
    public static byte[] octets(Random random, int most) {
        byte[] octets = new byte[random.nextInt(most + 1)];
        random.nextBytes(octets);
        return octets;
    }

    /** A copy with a few octets changed, cut off or doubled: what a hostile sender makes of a sound file. */
    public static byte[] mutated(Random random, byte[] sound) {
        byte[] octets = java.util.Arrays.copyOf(
                sound, random.nextInt(4) == 0 ? random.nextInt(sound.length + 1) : sound.length);
        for (int i = random.nextInt(8); i > 0 && octets.length > 0; i--) {
            int[] favourites = {0, 1, 0x7f, 0x80, 0xff, random.nextInt(256)};
            octets[random.nextInt(octets.length)] = (byte) favourites[random.nextInt(favourites.length)];
        }
        return octets;
    }
}
