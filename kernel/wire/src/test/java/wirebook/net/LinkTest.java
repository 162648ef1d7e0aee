package wirebook.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wirebook.net.Fault.drop;
import static wirebook.net.Fault.hold;
import static wirebook.net.Fault.loss;
import static wirebook.net.Fault.reorder;
import static wirebook.net.Selector.data;
import static wirebook.net.Selector.first;
import static wirebook.net.Selector.packet;
import static wirebook.tcp.ControlBit.FIN;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final Duration TWENTY = Duration.ofMillis(20);

    @Test
    void aLinkPrintsAsTheCellThatMadeIt() {
        Link wire = Link.of().delay(TWENTY).rate(Rate.mbps(2)).queue(20).drop(data(3).fromServer());
        assertThat(wire).hasToString("link().delay(ms(20)).rate(mbps(2)).queue(20).drop(data(3).fromServer())");
    }

    @Test
    void theShortFormsMeanPacketsOfTheClientByTheirNumbers() {
        assertThat(Link.of().drop(2).swap(3, 4).duplicate(5).corrupt(6))
                .hasToString("link().drop(packet(2).fromClient()).swap(3, 4)"
                        + ".duplicate(packet(5).fromClient()).corrupt(packet(6).fromClient())");
    }

    @Test
    void faultsPrintAsACellWritesThem() {
        assertThat(loss(0.02).seed(7)).hasToString("loss(0.02).seed(7)");
        assertThat(hold(first(FIN), Duration.ofMillis(30))).hasToString("hold(first(FIN), ms(30))");
        assertThat(reorder(packet(7), 3)).hasToString("reorder(packet(7), 3)");
        assertThat(drop(data(1, 4).fromClient())).hasToString("drop(data(1, 4).fromClient())");
    }

    @Test
    void linksAndFaultsCompareByWhatTheySay() {
        assertThat(Link.of().loss(0.02).seed(7)).isEqualTo(Link.of().loss(0.02).seed(7));
        assertThat(Link.of().loss(0.02).seed(7))
                .isNotEqualTo(Link.of().loss(0.02).seed(8));
    }

    @Test
    void whatCannotBeIsRefusedWhereItIsSaid() {
        assertThatThrownBy(() -> Link.of().loss(2)).hasMessage("a probability is from 0 to 1; this is 2.0");
        assertThatThrownBy(() -> data(0)).hasMessage("packets are counted from 1 upwards; this says 0 to 0");
        assertThatThrownBy(() -> Link.of().mtu(40))
                .hasMessage("an MTU is at least 68 octets (RFC 791, 3.2); this is 40");
        assertThatThrownBy(() -> Rate.mbps(0)).hasMessage("a rate is at least 1 bit a second; this is 0");
    }
}
