package wirebook.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One direction of a line: packets wait in its queue, leave one behind the other, and are on their way for the delay. */
final class Lane {
    private static final long COPY = Duration.ofMillis(1).toNanos();

    private final Link link;
    private final Agenda agenda;
    private final Node end;
    private final Dice jitter;
    private final Deque<Long> departures = new ArrayDeque<>();
    private final List<Parked> parked = new ArrayList<>();
    private final List<Passage> swapping = new ArrayList<>();
    private long freeAt;
    private long lastAt;
    private int counted;

    /** A packet that lets others overtake it. */
    private static final class Parked {
        private final Passage passage;
        private final long due;
        private int left;

        Parked(Passage passage) {
            this.passage = passage;
            this.due = passage.at();
            this.left = passage.behind();
        }
    }

    Lane(Link link, Agenda agenda, Node end, Dice jitter) {
        this.link = link;
        this.agenda = agenda;
        this.end = end;
        this.jitter = jitter;
    }

    /** One packet more was handed over; its number in this direction, from 1. */
    int count() {
        return ++counted;
    }

    /** Whether no packet can wait for the line any more. The one that is leaving waits no longer. */
    boolean isFull() {
        while (!departures.isEmpty() && departures.peek() <= agenda.now()) {
            departures.remove();
        }
        return departures.size() > link.queue();
    }

    /** Puts a packet on the line. */
    void carry(Passage passage) {
        freeAt = Math.max(freeAt, agenda.now()) + link.rate().nanos(passage.length());
        if (link.queue() != Integer.MAX_VALUE) {
            departures.add(freeAt);
        }
        passage.due(freeAt, delay());
        if (passage.isLost()) {
            agenda.at(freeAt + link.delay().toNanos() / 2, passage::vanish);
        } else if (!passage.isLate()) {
            passage.at(Math.max(passage.at(), lastAt));
            lastAt = passage.at();
        }
        passOn(passage);
    }

    private long delay() {
        long most = link.jitter().toNanos();
        return link.delay().toNanos() + (most == 0 ? 0 : jitter.below(most + 1));
    }

    private void passOn(Passage passage) {
        if (passage.closes() && !swapping.isEmpty()) {
            close(passage);
        } else if (!passage.isLost() && (passage.opens() || !swapping.isEmpty())) {
            swapping.add(passage);
        } else if (!passage.isLost() && passage.behind() > 0) {
            overtake(passage.at());
            parked.add(new Parked(passage));
        } else if (!passage.isLost()) {
            land(passage);
            overtake(passage.at());
        }
    }

    /** It arrives in its time, and its copy after it. */
    private void land(Passage passage) {
        agenda.at(passage.at(), () -> passage.arrive(end));
        passage.copy().ifPresent(copy -> agenda.at(passage.at() + COPY, () -> copy.arrive(end)));
    }

    /** Nothing else happens any more: what waits for others goes on without them. */
    void release() {
        swapping.forEach(this::land);
        swapping.clear();
        parked.forEach(waiting -> land(waiting.passage));
        parked.clear();
    }

    /** The partner goes first, then those between, then the one that waited for it, all before the next one comes. */
    private void close(Passage partner) {
        if (!partner.isLost()) {
            land(partner);
        }
        swapping.addLast(swapping.removeFirst());
        long spacing = (partner.at() - swapping.getLast().at()) / swapping.size();
        for (int place = 1; place <= swapping.size(); place++) {
            Passage waiting = swapping.get(place - 1);
            waiting.at(partner.at() + spacing / 2 * place / swapping.size());
            land(waiting);
        }
        swapping.clear();
    }

    /** A packet that arrives at this time has overtaken all that are parked. */
    private void overtake(long at) {
        for (Parked waiting : List.copyOf(parked)) {
            if (--waiting.left == 0) {
                parked.remove(waiting);
                waiting.passage.at(at + (at - waiting.due) / waiting.passage.behind() / 2);
                land(waiting.passage);
            }
        }
    }
}
