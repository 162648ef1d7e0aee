package wirebook.tcp.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateTableTest {
    @Test
    void theArrowsOfTheRfcsDiagramAreThere() {
        assertThat(StateTable.find(State.ESTABLISHED, Trigger.CLOSE))
                .hasToString("Optional[ESTABLISHED --CLOSE / snd FIN--> FIN-WAIT-1]");
        assertThat(StateTable.find(State.SYN_SENT, Trigger.SYN))
                .hasToString("Optional[SYN-SENT --rcv SYN / snd SYN,ACK--> SYN-RECEIVED]");
        assertThat(StateTable.find(State.FIN_WAIT_1, Trigger.FIN))
                .hasToString("Optional[FIN-WAIT-1 --rcv FIN / snd ACK--> CLOSING]");
    }

    @Test
    void everyStateCanBeReachedAndLeft() {
        Set<State> reached = EnumSet.of(State.CLOSED);
        for (int round = 0; round < State.values().length; round++) {
            StateTable.TRANSITIONS.stream()
                    .filter(arrow -> reached.contains(arrow.from()))
                    .forEach(arrow -> reached.add(arrow.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(State.values());
        assertThat(Arrays.stream(State.values()))
                .allMatch(state -> !StateTable.from(state).isEmpty());
    }

    @Test
    void aTriggerLeadsToOnePlaceAlone() {
        Set<String> seen = new HashSet<>();
        assertThat(StateTable.TRANSITIONS).allMatch(arrow -> seen.add(arrow.from() + " " + arrow.trigger()));
    }

    @Test
    void aResetEndsEveryConnectionThatHasOne() {
        for (State state : State.values()) {
            if (state != State.CLOSED && state != State.LISTEN) {
                assertThat(StateTable.find(state, Trigger.RST).orElseThrow().to())
                        .isEqualTo(State.CLOSED);
            }
        }
    }
}
