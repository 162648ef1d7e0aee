package wirebook.view;

import static wirebook.Wire.GET;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.net.Run;
import wirebook.replay.Ladder;
import wirebook.replay.Replay;
import wirebook.replay.Trace;
import wirebook.tcp.Packets;
import wirebook.tcp.TcpSegment;

/** Every view on pages that a person can look at: {@code Gallery <folder>}. */
public final class Gallery {
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)><b onmouseover='x'></script>\u202e\u2066\u001b[31m\u0000";

    private Gallery() {}

    /** Writes the pages. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Trace page = Story.page();
        Run run = Story.visit();
        page(folder, "packet", Story.get());
        page(
                folder,
                "packets",
                new Packets(page.flights().stream().map(f -> f.packet()).toList()));
        page(folder, "tree", Story.get().tree());
        page(folder, "ladder", Ladder.of(page));
        page(folder, "replay", page);
        page(folder, "step", Replay.of(page).step(29));
        page(folder, "two", page, Replay.of(page).step(31), Story.get());
        page(folder, "plots", run.sequence(), run.cwnd(), run.rtt());
        page(folder, "waterfall", Story.waterfall(), Story.comparison());
        page(folder, "run", run, StateDiagram.of(run.replay(), 0, 0));
        page(folder, "states", Story.states());
        page(
                folder,
                "connections",
                run.connections(),
                GET("/power-tools.html").host("www.joes-hardware.com").header("Accept", "text/html"));
        page(folder, "long", Story.transfer(2_499));
        page(folder, "part", Replay.of(Story.transfer(50)).steps(101, 120));
        Packets hostile =
                new Packets(List.of(Story.packet(0, TcpSegment.of(1, 2).data(Octets.ofText(HOSTILE)))));
        page(folder, "hostile-packet", hostile, hostile.getFirst());
        page(folder, "hostile-replay", HostileOctetsTest.trace(HOSTILE, hostile.getFirst()));
    }

    static void page(Path folder, String name, Object... values) throws IOException {
        StringBuilder html = new StringBuilder();
        for (Object value : values) {
            html.append("<div style=\"margin:16px\">")
                    .append(Views.of(value).orElseThrow().html())
                    .append("</div>\n");
        }
        for (String theme : List.of("light", "dark")) {
            String ground = theme.equals("light") ? "#ffffff" : "#111111";
            Files.writeString(
                    folder.resolve(name + "-" + theme + ".html"),
                    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + name + "</title><body"
                            + " data-jp-theme-light=\"" + theme.equals("light") + "\" style=\"margin:0;background:"
                            + ground
                            + ";--jp-layout-color0:" + ground + "\"><main>" + html + "</main></body></html>");
        }
    }
}
