package wirebook.net;

import java.util.Arrays;

/**
 * Virtual time: what is to happen, in the order of time and, at one time, in the order of planning.
 *
 * <p>A binary heap over parallel arrays, since every packet passes it twice.
 */
final class Agenda {
    private long now;
    private long planned;
    private int size;
    private long[] times = new long[64];
    private long[] orders = new long[64];
    private Runnable[] plans = new Runnable[64];

    /** Nanoseconds since the start. */
    long now() {
        return now;
    }

    /** Whether nothing is to happen any more. */
    boolean isEmpty() {
        return size == 0;
    }

    /** When the next thing happens, in nanoseconds since the start; only where there is one. */
    long nextAt() {
        return times[0];
    }

    /** Plans something for a time, in nanoseconds since the start; what lies in the past happens now. */
    void at(long time, Runnable plan) {
        if (size == times.length) {
            grow();
        }
        int hole = size++;
        long when = Math.max(time, now);
        long order = planned++;
        while (hole > 0 && before(when, order, (hole - 1) / 2)) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, when, order, plan);
    }

    /** Lets the next thing happen. */
    void step() {
        Runnable first = plans[0];
        now = times[0];
        size--;
        sink(times[size], orders[size], plans[size]);
        first.run();
    }

    private void sink(long when, long order, Runnable plan) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            int least = child + 1 < size && earlier(child + 1, child) ? child + 1 : child;
            if (before(when, order, least)) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        put(hole, when, order, plan);
    }

    private void put(int index, long when, long order, Runnable plan) {
        times[index] = when;
        orders[index] = order;
        plans[index] = plan;
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], plans[from]);
    }

    private boolean before(long when, long order, int index) {
        return when != times[index] ? when < times[index] : order < orders[index];
    }

    private boolean earlier(int a, int b) {
        return before(times[a], orders[a], b);
    }

    private void grow() {
        times = Arrays.copyOf(times, size * 2);
        orders = Arrays.copyOf(orders, size * 2);
        plans = Arrays.copyOf(plans, size * 2);
    }
}
