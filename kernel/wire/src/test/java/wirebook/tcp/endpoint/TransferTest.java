package wirebook.tcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wirebook.bytes.Octets;
import wirebook.tcp.profile.Profile;
import wirebook.tcp.state.State;

class TransferTest {
    private static Octets page(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (i * 31 + (i >> 8));
        }
        return Octets.wrap(octets);
    }

    @Test
    void aPageCrossesAPerfectWireInOrderAndBothEndsClose() {
        TestWire wire = new TestWire(Profile.newReno(), Profile.newReno(), new SplittableRandom(1));
        wire.client.toSend = page(50_000);
        wire.server.toSend = page(100_000);
        wire.logging = true;
        wire.open();
        wire.run(10_000);
        System.out.println(String.join("\n", wire.log.subList(0, Math.min(120, wire.log.size()))));
        assertThat(wire.server.received.toByteArray()).isEqualTo(page(50_000).toArray());
        assertThat(wire.client.received.toByteArray()).isEqualTo(page(100_000).toArray());
        assertThat(wire.client.connection.state()).isEqualTo(State.CLOSED);
        assertThat(wire.server.connection.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void lossIsRepaired() {
        for (Profile profile : List.of(
                Profile.reno(),
                Profile.newReno(),
                Profile.newReno().sack(true),
                Profile.newReno().sack(true).prr(true),
                Profile.cubic())) {
            for (int seed = 0; seed < 200; seed++) {
                TestWire wire = new TestWire(profile, profile, new SplittableRandom(seed));
                wire.loss = 0.1;
                wire.reordering = 0.1;
                wire.duplication = 0.05;
                wire.client.toSend = page(60_000);
                wire.logging = true;
                wire.open();
                wire.run(20_000);
                if (wire.server.received.size() != 60_000 && wire.server.failure.isEmpty()) {
                    System.out.println(String.join(
                            "\n", wire.log.subList(Math.max(0, wire.log.size() - 160), wire.log.size())));
                }
                assertThat(wire.server.received.toByteArray())
                        .as(profile.name() + " " + seed)
                        .isEqualTo(page(60_000).toArray());
                assertThat(wire.client.connection.state()).isEqualTo(State.CLOSED);
                assertThat(wire.server.connection.state()).isEqualTo(State.CLOSED);
            }
        }
    }
}
