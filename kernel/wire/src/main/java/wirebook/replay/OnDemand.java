package wirebook.replay;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * An immutable list whose elements are made when they are looked at, each time equal: a trace of a million steps is kept in the
 * few words that it was written with.
 *
 * @param <T> the elements
 */
public final class OnDemand<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> maker;

    private OnDemand(int size, IntFunction<T> maker) {
        this.size = size;
        this.maker = maker;
    }

    /** A list of {@code size} elements; {@code maker} makes the one at an index, from 0. */
    public static <T> OnDemand<T> of(int size, IntFunction<T> maker) {
        return new OnDemand<>(size, maker);
    }

    /** The list itself if it is made on demand, else a copy. */
    public static <T> List<T> keep(List<T> list) {
        return list instanceof OnDemand<T> ? list : List.copyOf(list);
    }

    @Override
    public T get(int index) {
        return maker.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
