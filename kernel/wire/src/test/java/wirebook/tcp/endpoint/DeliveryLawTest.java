package wirebook.tcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.tcp.profile.EcnMode;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.profile.Setting;
import wirebook.tcp.state.State;

/** The law of a reliable pipe: what goes in at one end comes out at the other, whole and in order, or both ends know of the failure. */
class DeliveryLawTest {
    private static final int SEEDS = Integer.getInteger("law.seeds", 1_000);

    @Test
    void whateverTheNetworkDoesTheStreamArrivesOrBothEndsKnow() {
        for (int seed = 0; seed < SEEDS; seed++) {
            deliver(seed);
        }
    }

    private static void deliver(int seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Profile client = profile(random);
        Profile server = profile(random);
        TestWire wire = new TestWire(client, server, random);
        wire.loss = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.25;
        wire.duplication = random.nextDouble() * 0.2;
        wire.reordering = random.nextDouble() * 0.4;
        wire.marking = random.nextDouble() * 0.2;
        wire.delay = Duration.ofMillis(1 + random.nextInt(150));
        wire.client.keepsEvents = false;
        wire.server.keepsEvents = false;
        wire.client.readAtMost = 200 + random.nextInt(5_000);
        wire.server.readAtMost = 200 + random.nextInt(5_000);
        Octets up = octets(random, random.nextInt(8_000));
        Octets down = octets(random, random.nextInt(8_000));
        wire.client.toSend = up;
        wire.server.toSend = down;
        wire.open();
        wire.run(200_000);
        String which = "seed " + seed + ", client " + client + ", server " + server + ", states "
                + wire.client.connection.tcb() + "\n" + wire.server.connection.tcb();
        assertThat(wire.steps).as("never stalls: " + which).isLessThan(200_000);
        if (wire.client.failure.isEmpty() && wire.server.failure.isEmpty()) {
            assertThat(Octets.wrap(wire.server.received.toByteArray()).equals(up))
                    .as(which)
                    .isTrue();
            assertThat(Octets.wrap(wire.client.received.toByteArray()).equals(down))
                    .as(which)
                    .isTrue();
        }
        assertThat(List.of(wire.client.connection.state(), wire.server.connection.state()))
                .as(which)
                .containsOnly(State.CLOSED);
    }

    private static Octets octets(RandomGenerator random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Octets.wrap(octets);
    }

    private static Profile profile(RandomGenerator random) {
        Profile start = List.of(Profile.reno(), Profile.newReno(), Profile.cubic(), Profile.linux(), Profile.freeBsd())
                .get(random.nextInt(5));
        return start.mss(List.of(1, 40, 536, 1_000, 1_460).get(1 + random.nextInt(4)))
                .sack(random.nextBoolean())
                .dsack(random.nextBoolean())
                .timestamps(random.nextBoolean())
                .windowScale(random.nextBoolean())
                .prr(random.nextBoolean())
                .rackTlp(random.nextBoolean())
                .nagle(random.nextBoolean())
                .ecn(EcnMode.values()[random.nextInt(3)])
                .initialWindow(1 + random.nextInt(10))
                .receiveBuffer(200 + random.nextInt(20_000))
                .sendBuffer(100 + random.nextInt(20_000))
                .delayedAck(Duration.ofMillis(random.nextInt(3) * 40))
                .keepAlive(true)
                .with(Setting.KEEP_IDLE, Duration.ofMinutes(10))
                .iss(random.nextBoolean() ? 0xffff_ff00L + random.nextInt(0xff) : random.nextLong(0x1_0000_0000L));
    }
}
