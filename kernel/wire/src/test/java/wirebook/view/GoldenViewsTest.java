package wirebook.view;

import java.util.List;
import org.junit.jupiter.api.Test;
import wirebook.Golden;
import wirebook.bytes.Octets;
import wirebook.field.Shown;
import wirebook.ip.IpPacket;
import wirebook.ip.Ipv4Packet;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Strip;
import wirebook.tcp.ControlBit;
import wirebook.tcp.Packets;
import wirebook.tcp.TcpOption;
import wirebook.tcp.TcpSegment;

/** Every view as it was accepted, in text and in markup, a tag a line so that a person can read the difference. */
class GoldenViewsTest {
    private static final IpPacket SMALL = Ipv4Packet.of(Story.CLIENT, Story.SERVER)
            .payload(TcpSegment.of(49152, 80)
                    .seq(1)
                    .ack(1)
                    .flags(ControlBit.PSH, ControlBit.ACK)
                    .options(new TcpOption.MaximumSegmentSize(1460))
                    .data(Octets.ofText("GET / HTTP/1.1\r\n\r\n")))
            .checksum(0xdead);

    @Test
    void aPacketShowsItsHeaderBoxesItsOctetsAndItsTree() {
        both("packet", SMALL);
    }

    @Test
    void theBoxesByThemselves() {
        both("diagram", SMALL.diagram());
    }

    @Test
    void aTree() {
        both("tree", SMALL.tree());
    }

    @Test
    void aHexdump() {
        both("hexdump", SMALL.hexdump());
    }

    @Test
    void packetsAreATable() {
        both("packets", new Packets(List.of(SMALL, SMALL.ttl(1))));
    }

    @Test
    void aLadderNamesEveryFaultAtItsArrow() {
        picture("ladder", Ladder.of(Story.page()));
    }

    @Test
    void aStepShowsBothEndsWithWhatChangedAndThePacket() {
        both("step", Replay.of(Story.page()).step(20));
    }

    @Test
    void aReplayIsALadderAndEveryStepInWords() {
        both("replay", Story.page());
    }

    @Test
    void theDataOfThePlayer() {
        Golden.compare(
                "view/replay.json",
                ReplayData.json(Replay.of(Story.handshake())).replace("],[", "],\n["));
    }

    @Test
    void aBufferIsAStripOfOctetsWithItsGaps() {
        picture(
                "strip",
                new Strip(List.of(
                        new Strip.Range(1, 41, "read"),
                        new Strip.Range(81, 121, "out of order"),
                        new Strip.Range(121, 161, "ready"))));
    }

    @Test
    void sequenceNumbersOverTime() {
        picture("sequence", Story.visit().sequence());
    }

    @Test
    void theCongestionWindowOverTime() {
        picture("congestion", Story.visit().cwnd());
    }

    @Test
    void roundTripsOverTime() {
        picture("round-trips", Story.visit().rtt());
    }

    @Test
    void aWaterfallDividesEachRequest() {
        picture("waterfall", Story.waterfall());
    }

    @Test
    void aComparisonIsWaterfallsOnOneScale() {
        picture("comparison", Story.comparison());
    }

    @Test
    void theStateDiagramLightsThePresentState() {
        picture("states", Story.states());
    }

    @Test
    void connectionsAreListedByTheFourValuesThatKeepThemApart() {
        both("connections", Story.visit().connections());
    }

    private static void both(String name, Shown value) {
        View view = Views.of(value).orElseThrow();
        Golden.compare("view/" + name + ".txt", view.text());
        Golden.compare("view/" + name + ".html", lines(still(view.html())));
        Golden.compare("view/" + name + ".svg", lines(Posters.svg(value)));
    }

    private static void picture(String name, Shown value) {
        Golden.compare("view/" + name + ".txt", Views.of(value).orElseThrow().text());
        Golden.compare("view/" + name + ".svg", lines(Posters.svg(value)));
    }

    /** The markup without its scripts and with pictures named by their length only: they have golden files of their own. */
    private static String still(String html) {
        return html.replaceAll("(?s)<script.*?</script>\\n?", "").replaceAll("base64,[A-Za-z0-9+/=]+", "base64,…");
    }

    private static String lines(String markup) {
        return markup.replace("><", ">\n<");
    }
}
