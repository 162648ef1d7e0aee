package wirebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wirebook.bytes.Octets;
import wirebook.drill.DrillResult;
import wirebook.field.Shown;
import wirebook.http.HttpRequest;
import wirebook.ip.IpPacket;
import wirebook.pcap.Capture;
import wirebook.replay.EndState;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Host;
import wirebook.replay.Ladder;
import wirebook.replay.Plot;
import wirebook.replay.Replay;
import wirebook.replay.Series;
import wirebook.replay.Step;
import wirebook.replay.Strip;
import wirebook.replay.Trace;
import wirebook.replay.Waterfall;
import wirebook.tcp.Packets;
import wirebook.tcp.TcpSegment;

/** What strangers send is text, wherever it appears. */
class HostileOctetsTest {
    private static final Pattern PICTURE = Pattern.compile("base64,([A-Za-z0-9+/=]+)");
    private static final Pattern OURS = Pattern.compile(
            "(?s)<script type=\"application/json\" class=\"wirebook-data\">([^<]*)"
                    + "</script>\\n?|<script>\\(function \\(\\) \\{\\n.use strict.;.*?wakeAll\\(\\[[^<]*\\]\\);</script>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script><img src=x onerror=alert(1)>",
                "\"><b onmouseover='x'>&amp;",
                "\u001b[31mred\u001b]0;title\u0007",
                "\u202egnp.exe\u2066 \u200f",
                "\u0000\b\r\n\u2028\u2029",
                "]]><!--",
                "$x$ \\(y\\)"
            })
    void nothingThatAStrangerWroteIsMarkupOrControlsTheTerminal(String hostile) {
        for (Object value : everywhere(hostile)) {
            View view = Views.of(value).orElseThrow();
            harmless(view.text());
            assertThat(OURS.matcher(view.html()).results().count())
                    .isBetween(view.html().isEmpty() ? 0L : 1L, 2L);
            String markup = OURS.matcher(view.html()).replaceAll("");
            harmless(markup);
            assertThat(markup).doesNotContain("<script", "<img src=x", "<b onm", "<!--", "onerror=alert(1)>");
            Matcher data = OURS.matcher(view.html());
            while (data.find()) {
                harmless(data.group(1) == null ? "" : data.group(1));
            }
            if (value instanceof Shown shown) {
                String saved = Posters.svg(shown);
                harmless(saved);
                assertThat(saved).doesNotContain("<script", "<img", "<b ", "<!--");
                assertThat(new Gallerist().html(shown)).contains(view.html().isEmpty() ? "</pre>" : view.html());
            }
            Matcher picture = PICTURE.matcher(markup);
            while (picture.find()) {
                String svg = new String(Base64.getDecoder().decode(picture.group(1)), StandardCharsets.UTF_8);
                harmless(svg);
                assertThat(svg).doesNotContain("<script", "<img", "<b ", "<!--");
            }
        }
    }

    /** No control character but the line feed, and nothing that turns or hides text. */
    private static void harmless(String text) {
        assertThat(text.codePoints()
                        .filter(c ->
                                c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                        .mapToObj(Integer::toHexString)
                        .toList())
                .isEmpty();
    }

    private static List<Object> everywhere(String hostile) {
        Octets data = Octets.ofText(hostile).plus(Octets.ofHex("c3 28 ff fe f0 90"));
        IpPacket packet = Story.packet(0, TcpSegment.of(49152, 80).data(data));
        Trace trace = trace(hostile, packet);
        List<Object> all = new ArrayList<>(List.of(
                packet,
                packet.tree(),
                packet.hexdump(),
                packet.diagram(),
                new Packets(List.of(packet)),
                trace,
                Ladder.of(trace),
                Replay.of(trace).step(1),
                Capture.of(List.of(packet)),
                new DrillResult(Optional.of(new DrillResult.Fault(1, hostile, hostile)), 0, 1, List.of(hostile)),
                new StateDiagram(List.of(new StateDiagram.Arrow(hostile, hostile, hostile, "B")), List.of(hostile)),
                new Waterfall(
                        hostile,
                        List.of(new Waterfall.Row(
                                hostile, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(1)))),
                new Plot(
                        hostile,
                        List.of(new Series(hostile, hostile, List.of(new Series.Point(Duration.ofMillis(1), 1)))))));
        all.add(HttpRequest.decode(
                Octets.ofText("GET / HTTP/1.1\r\nX: ").plus(data.slice(0, 0)).plus(Octets.ofText("1\r\n\r\n"))));
        return all;
    }

    static Trace trace(String hostile, IpPacket packet) {
        EndState end = new EndState() {
            @Override
            public String state() {
                return hostile;
            }

            @Override
            public List<Variable> variables() {
                return List.of(new Variable(hostile, hostile, hostile));
            }

            @Override
            public Strip receiveBuffer() {
                return new Strip(List.of(new Strip.Range(0, 9, hostile)));
            }
        };
        Flight flight = new Flight(
                0, 0, 1, Duration.ZERO, Duration.ofMillis(9), packet, packet.bytes(), Fate.CORRUPTED, hostile, hostile);
        Step step = new Step(1, Duration.ZERO, Step.Kind.SENT, 0, 0, hostile, hostile, 0, List.of(end, end));
        return new Trace(
                hostile,
                List.of(new Host(hostile, Story.CLIENT), new Host("server", Story.SERVER)),
                List.of("192.0.2.10:49152 → 198.51.100.7:80"),
                List.of(flight),
                List.of(step));
    }
}
