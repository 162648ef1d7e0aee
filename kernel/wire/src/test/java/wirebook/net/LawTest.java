package wirebook.net;

import static org.assertj.core.api.Assertions.assertThat;
import static wirebook.ForAll.forAll;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;

/** What TCP promises, on networks that nobody would build: {@code -Dlaws=10000} tries as many of them. */
class LawTest {
    private static final int COUNT = Integer.getInteger("laws", 400);

    /** A transfer each way over a random network. */
    private record Bet(Octets question, Octets answer, Visit visit) {
        static Bet of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int mss = random.nextInt(4) == 0 ? random.nextInt(1, 100) : random.nextInt(100, 1_461);
            int buffer = random.nextInt(3) == 0 ? random.nextInt(1, 2_000) : random.nextInt(2_000, 200_000);
            Octets question = octets(random, Math.min(20_000, Math.min(mss, buffer) * 60));
            Octets answer = octets(random, Math.min(40_000, Math.min(mss, buffer) * 60));
            boolean atOnce = random.nextBoolean();
            Server server = Server.of("198.51.100.7", 7)
                    .tcp(profile(random, mss, buffer))
                    .does(calls -> atOnce
                            ? calls.send(answer).close().receiveAll()
                            : calls.receiveAll().send(answer).close());
            Visit visit = Client.of("192.0.2.10")
                    .tcp(profile(random, mss, buffer))
                    .over(link(random))
                    .to(server)
                    .open()
                    .send(question)
                    .close()
                    .receiveAll();
            return new Bet(question, answer, visit);
        }

        private static Octets octets(SplittableRandom random, int most) {
            byte[] octets = new byte[random.nextInt(most + 1)];
            random.nextBytes(octets);
            return Octets.wrap(octets);
        }

        private static Profile profile(SplittableRandom random, int mss, int buffer) {
            Profile base = List.of(
                            Profile.reno(),
                            Profile.newReno(),
                            Profile.newReno().sack(true),
                            Profile.cubic(),
                            Profile.linux(),
                            Profile.freeBsd())
                    .get(random.nextInt(6));
            return base.mss(mss)
                    .receiveBuffer(buffer)
                    .sendBuffer(random.nextInt(1, 100_000))
                    .windowScale(random.nextBoolean())
                    .timestamps(random.nextBoolean())
                    .nagle(random.nextBoolean())
                    .initialWindow(random.nextInt(1, 11))
                    .delayedAck(random.nextBoolean() ? Duration.ofMillis(40) : Duration.ZERO)
                    .keepAlive(true)
                    .with(Setting.LIMITED_TRANSMIT, random.nextBoolean())
                    .with(Setting.UNDO, random.nextBoolean())
                    .seed(random.nextLong());
        }

        private static Link link(SplittableRandom random) {
            double bad = random.nextInt(10) == 0 ? 0.4 : 0.1;
            return Link.of()
                    .delay(Duration.ofNanos(random.nextLong(200_000_000)))
                    .jitter(Duration.ofNanos(random.nextLong(10_000_000)))
                    .rate(random.nextLong(1_000_000, 1_000_000_000))
                    .queue(random.nextInt(1, 100))
                    .loss(random.nextDouble(bad))
                    .corrupt(Selector.chance(random.nextDouble(bad)))
                    .duplicate(Selector.chance(random.nextDouble(bad)))
                    .hold(Selector.chance(random.nextDouble(bad)), Duration.ofMillis(random.nextInt(1, 500)))
                    .reorder(Selector.chance(random.nextDouble(bad)), random.nextInt(1, 4))
                    .seed(random.nextLong());
        }

        void settle() {
            Run run = visit.run();
            assertThat(run.stopped()).as("it never stalls").isEmpty();
            Run.Outcome outcome = run.outcomes().getFirst();
            boolean whole = outcome.other().equals(question) && outcome.opener().equals(answer);
            boolean bothKnow = !outcome.openerError().isEmpty()
                    && (!outcome.otherError().isEmpty() || outcome.other().isEmpty());
            assertThat(whole || bothKnow)
                    .as("whole: %s; errors: '%s' and '%s'", whole, outcome.openerError(), outcome.otherError())
                    .isTrue();
            assertThat(outcome.other())
                    .isEqualTo(question.slice(0, outcome.other().length()));
            assertThat(outcome.opener())
                    .isEqualTo(answer.slice(0, outcome.opener().length()));
        }
    }

    @Test
    void whatIsSentArrivesWholeAndInOrderOrBothEndsKnowThatItDidNot() {
        forAll(COUNT, Bet::of, Bet::settle);
    }
}
