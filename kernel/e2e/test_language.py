"""The language of the cells, as a student writes it: each cell here runs in the installed kernel and shows what stands beside it."""

import os
import re

import kernels
import pytest

ERROR = "!"  # before an expectation: the cell fails with it

BUILD = [
    ('var get = GET("/power-tools.html").host("www.joes-hardware.com").header("Accept", "text/html")', "HTTP request, 82 octets"),
    ("var segments = get.over(tcp(49152, 80).seq(1).ack(1).mss(40))", "2  PSH, ACK   81    1   65535       2"),
    ('var packets = segments.over(ipv4("192.0.2.10", "198.51.100.7"));\npackets.first()', "Header Checksum"),
    ("tcp(49152, 80_000)", "!Destination Port 80000 does not fit in 16 bits (0 to 65535)"),
    ("packets.get(1).checksum(0xdead)", "Checksum 0xdead: pinned, should be 0x"),
    ("packets.get(9)", "!there is no packet 9; they are counted from 0 to 2"),
    ("segments.get(-1)", "!there is no segment -1; they are counted from 0 to 2"),
    ("parse(packets.first().bytes()).equals(packets.first())", "true"),
    ("parse(packets.first().bytes().hex()).equals(packets.first())", "true"),
    ("parse(packets.first().bytes().toArray()).equals(packets.first())", "true"),
    ('parse("45")', "!an IPv4 header has at least 20 octets, here are 1 (at octet 1; RFC 791, 3.1)"),
    ('parse("GET / HTTP/1.1")', '!"G" is no hexadecimal digit'),
    ('packets.first().over(ethernet("02:00:5e:10:00:01", "02:00:5e:10:00:02"))', "Ethernet header"),
    ('parse(packets.first().over(ethernet("02:00:5e:10:00:01", "02:00:5e:10:00:02")).bytes()).line()', "02:00:5e:10:00:01 → 02:00:5e:10:00:02"),
    ('get.over(tcp(1, 2).mss(40)).over(ipv6("2001:db8::1", "2001:db8::2")).first()', "IPv6 header"),
    ('octets("?").over(udp(53, 53)).over(ipv4("192.0.2.1", "192.0.2.2"))', "UDP header"),
    ('icmpEcho(1, 1).over(ipv4("192.0.2.1", "192.0.2.2"))', "ICMP header"),
    ('icmpv6Echo(1, 1).over(ipv6("2001:db8::1", "2001:db8::2")).intact()', "true"),
    ("icmpTimeExceeded(packets.first()).line()", "Time Exceeded"),
    ('POST("/order").host("a.example").body("drill=1")', "Content-Length: 7"),
    ('PUT("/x").body("a")', "PUT /x HTTP/1.1"),
    ('HEAD("/")', "HEAD / HTTP/1.1"),
    ('GET("/").http10().keepAlive()', "Connection: keep-alive"),
    ('response(200).body("hello").chunked(3).trailer("Digest", "x")', "last-chunk"),
    ('response(200).trailer("Digest", "x")', "!Only a chunked body has trailers: say .chunked(size) before .trailer(...)"),
    ('var cut = tcp(1, 2).over(ipv4("192.0.2.1", "192.0.2.2").id(7)).totalLength(60);\nparse(cut.bytes())', "!Total Length"),
    (
        'var pieces = packets.first().fragment(60);\npieces',
        "!80 octets and DF set",
    ),
    (
        'var whole = get.over(tcp(1, 2).mss(80)).first().over(ipv4("192.0.2.1", "192.0.2.2").dontFragment(false));\nwhole.fragment(60)',
        "fragment at 40, more follow",
    ),
    ("reassemble(whole.fragment(60)).equals(whole)", "true"),
    ("reassemble(whole.fragment(60).subList(0, 2))", "!a piece is missing"),
]

LAYERS = {"message": "get", "tcp": "tcp(1, 2)", "segment": "segments.first()", "packet": "packets.first()"}

DELIVER = [
    ('var html = "<h1>Power tools</h1>\\n".repeat(300);\nvar site = server("198.51.100.7", 80).page("/power-tools.html", html)', "/power-tools.html  HTTP/1.1 200 OK"),
    ("var wire = link().delay(ms(20)).rate(mbps(2)).queue(20).drop(data(3).fromServer())", "link().delay(ms(20)).rate(mbps(2)).queue(20).drop(data(3).fromServer())"),
    ('var visit = client("192.0.2.10").over(wire).to(site).open().send(get).receive().close()', "does open, send GET /power-tools.html HTTP/1.1, receive, close"),
    ("var run = visit.run();\nrun", "dropped: data(3).fromServer()"),
    ("run.step(12)", "step 12 of"),
    ("run.step(12).next()", "step 13 of"),
    ("run.step(1000)", "!there is no step 1000; this replay has steps 1 to"),
    ('run.find("retransmission")', "retransmission"),
    ('run.find("no such words")', '!no step behind step 0 says "no such words"'),
    ("run.ladder()", "198.51.100.7"),
    ("run.sequence()", "sequence numbers"),
    ("run.cwnd()", "congestion window"),
    ("run.rtt()", "round trip"),
    ("run.waterfall()", "GET /power-tools.html"),
    ("run.connections()", "192.0.2.10:49152"),
    ("run.step(3)", "seq 0:1"),
    ("run.absolute().step(3)", r"re:seq \d{5,}:\d{5,}"),
    ("run.ladder().absolute()", r"re:#1 SYN  seq \d{5,}"),
    ("replay(packets).over(link().drop(2).swap(3, 4))", "dropped: packet(2).fromClient()"),
    ("visit.link(w -> w.loss(0.02).seed(7)).run().retransmissions()", r"re:^\d+$"),
    ('client("192.0.2.10").tcp(cubic().sack(true).initialWindow(10)).over(wire).to(site.tcp(reno()))', "TCP: reno"),
    (
        'var page = client("192.0.2.10").over(link()).to(site);\nvar urls = List.of("/power-tools.html", "/power-tools.html", "/power-tools.html");\n'
        "compare(page.serial(urls), page.parallel(4, urls), page.persistent(urls), page.pipelined(urls))",
        "4 parallel connections",
    ),
    ("visit.to(site.closed()).run()", "RST, ACK"),
    ("states(run)", "path: CLOSED → SYN-SENT → ESTABLISHED"),
    ("states(run.step(12), 1)", "path: LISTEN → SYN-RECEIVED"),
    ('compare(visit.titled("lossy"), visit.link(w -> link()).titled("good"))', "good: "),
    ('proxy("203.0.113.9", 80).blind().over(link()).to(site)', "does not understand Connection"),
]

CHECKS = [
    ('check("each segment starts where the last one ended", 41L, segments.get(1).seq())', "passed: each segment starts where the last one ended"),
    ('check("two and two", 5, 2 + 2)', "!two and two: expected 5, but it is 4"),
    ("check(run).delivered(html).retransmissions(1)", "passed: retransmissions: 1"),
    ("check(run).retransmissions(5)", "!retransmissions: expected 5, but it is 1"),
    ('check(run).delivered(html + "x")', "!what was delivered: expected 6301 octets, but it is 6300"),
    ('check(run).delivered(html.replace("tools", "fools"))', "!what was delivered: expected 66 ('f') at octet 10, but it is 74 ('t')"),
    ("check(run).withoutErrors()", "passed: no end was told of an error"),
]

FAULTS = {
    "drop(data(3).fromServer())",
    "drop(data(2, 5))",
    "drop(packet(3, 7).fromClient())",
    "drop(nth(ACK, 2))",
    "drop(every().fromServer())",
    "corrupt(packet(7))",
    "corrupt(chance(0.01))",
    "hold(first(FIN), ms(30))",
    "duplicate(packet(2))",
    "reorder(data(1))",
    "reorder(data(1), 3)",
    "swap(3, 4)",
    "loss(0.02).seed(7)",
}

SCRIPT = '''drill("""
    0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
   +0 connect(3, ..., ...) = 0
   +0 > S 0:0(0) win 65535 <mss 1460>
  +.1 < S. 0:0(0) ack 1 win 32767
   +0 > . 1:1(0) ack 1
""").run(newReno())'''

OWN_PARTS = [
    (
        "record InOrderOnly(Octets waiting, long next) implements Reassembler {\n"
        "    public Reassembler insert(long offset, Octets data) {\n"
        "        return offset == next ? new InOrderOnly(waiting.plus(data), next + data.length()) : this;\n    }\n"
        "    public Octets ready() { return waiting; }\n"
        "    public Reassembler taken() { return new InOrderOnly(Octets.EMPTY, next); }\n"
        "    public List<Range> held() { return List.of(); }\n}\n"
        "check(visit.tcp(cubic().with(new InOrderOnly(Octets.EMPTY, 0))).run()).delivered(html)",
        "passed: 6300 octets delivered",
    ),
    (
        "record AsItComes(Octets waiting) implements Reassembler {\n"
        "    public Reassembler insert(long offset, Octets data) { return new AsItComes(waiting.plus(data)); }\n"
        "    public Octets ready() { return waiting; }\n"
        "    public Reassembler taken() { return new AsItComes(Octets.EMPTY); }\n"
        "    public List<Range> held() { return List.of(); }\n}\n"
        "check(visit.tcp(cubic().with(new AsItComes(Octets.EMPTY))).run()).delivered(html)",
        "!what was delivered: expected",
    ),
    (
        "record Nothing() implements Reassembler {\n"
        "    public Reassembler insert(long offset, Octets data) { return null; }\n"
        "    public Octets ready() { return Octets.EMPTY; }\n"
        "    public Reassembler taken() { return this; }\n"
        "    public List<Range> held() { return List.of(); }\n}\n"
        "visit.tcp(cubic().with(new Nothing())).run()",
        "!the reassembler's insert returned null",
    ),
    ("visit.tcp(cubic().with((waiting, limit) -> Math.min(100, Math.min(waiting, limit)))).run().retransmissions()", "1"),
    ("visit.tcp(cubic().with((waiting, limit) -> 0)).run()", "!the segmenter wants 0 octets in the next segment; from 1 to"),
    (
        "record OneAtATime(int smss) implements CongestionControl {\n"
        '    public String name() { return "one at a time"; }\n'
        "    public CongestionControl start(int smss, long initialWindow) { return new OneAtATime(smss); }\n"
        "    public CongestionControl acknowledged(long octets, Flight flight) { return this; }\n"
        "    public CongestionControl congested(Flight flight) { return this; }\n"
        "    public CongestionControl timedOut(Flight flight) { return this; }\n"
        "    public CongestionControl idle(long restartWindow) { return this; }\n"
        "    public long window() { return smss; }\n"
        "    public long threshold() { return smss; }\n}\n"
        'client("192.0.2.10").over(link()).to(site.tcp(cubic().with(new OneAtATime(1)))).open().send(get).receive().close().run().cwnd()',
        "1 to 1448 octets",
    ),
    (
        "record Hasty() implements RtoEstimator {\n"
        "    public RtoEstimator sample(Duration rtt) { return this; }\n"
        "    public RtoEstimator backOff() { return this; }\n"
        "    public Duration rto() { return ms(15); }\n}\n"
        'client("192.0.2.10").over(link()).to(site.tcp(reno().with(new Hasty()))).open().send(get).receive().close().run().retransmissions() > 0',
        "true",
    ),
]

NAMES = [
    ("import java.net.http.*; import java.net.*; import java.nio.file.*; import java.lang.reflect.*; import java.util.concurrent.*;", ""),
    ("HttpRequest.newBuilder()", "HttpRequest"),
    ("Method method = String.class.getMethods()[0];", ""),
    ('GET("/")', "GET / HTTP/1.1"),
    ("int tcp = 3;", ""),
    ("tcp(1, 2).seq(tcp).line()", "seq 3"),
    ('Run visit(Link wire) { return client("192.0.2.10").over(wire).to(server("192.0.2.7", 80)).open().close().run(); }', ""),
    ("visit(link()).retransmissions()", "0"),
    ("record Link(String from, String to) {}", ""),
    ('new Link("a", "b")', "Link[from=a, to=b]"),
    ("link()", "link()"),
]


@pytest.fixture(scope="module")
def cells(kernel):
    """A kernel in which the cells of the first three tables have been run."""
    for code, _ in BUILD + DELIVER:
        kernel.run(code)
    return kernel


def held(kernel, code, expected):
    """Runs a cell and holds what it shows against an expectation."""
    answer = kernel.run(code)
    if expected.startswith(ERROR):
        assert answer.status == "error", f"{code}\nshows {answer.text}"
        assert expected[1:] in answer.reply["evalue"], answer.error
    else:
        assert answer.status == "ok", f"{code}\n{answer.error}"
        found = re.search(expected[3:], answer.text) if expected.startswith("re:") else expected in answer.text
        assert found, f"{code}\nshows {answer.text}"


@pytest.mark.parametrize(("code", "expected"), BUILD + DELIVER + CHECKS, ids=lambda it: it[:40])
def test_the_cells_of_the_language_show_what_they_promise(cells, code, expected):
    held(cells, code, expected)


@pytest.mark.parametrize("value", LAYERS.values(), ids=LAYERS)
def test_every_layer_has_the_same_five_views(cells, value):
    for view in ("diagram", "tree", "hexdump", "line", "bytes"):
        assert cells.run(f"{value}.{view}()").text.strip(), view


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_fault_is_printed_as_it_is_written_and_equals_its_like(cells, fault):
    held(cells, fault, fault)
    held(cells, f"{fault}.equals({fault})", "true")
    held(cells, f"link().with({fault})", f"link().{fault}")


def test_a_test_of_ones_own_chooses_packets(cells):
    held(cells, "visit.link(w -> link().drop(packet(p -> p.length() > 1000).fromServer())).run().ladder()", "dropped: packet(a test).fromServer()")


def test_a_capture_is_played_like_a_run(cells, tmp_path):
    held(cells, f'run.save("{tmp_path}/visit.pcapng");\npcap("{tmp_path}/visit.pcapng").connection(0)', "SYN, ACK")
    held(cells, f'pcap("{tmp_path}/visit.pcapng").connection(5)', "!there is no connection 5; this capture has 0 to 0")
    held(cells, f'pcap("{tmp_path}/nothing.pcap")', "!there is no such file")


def test_a_script_is_run_against_an_endpoint(cells):
    held(cells, SCRIPT, "passed, 2 segments as expected")


@pytest.mark.parametrize(("code", "expected"), OWN_PARTS, ids=lambda it: it[:40])
def test_a_part_of_the_students_runs_in_the_place_of_ours(cells, code, expected):
    held(cells, code, expected)


def test_an_error_in_a_part_of_the_students_points_at_their_line(cells):
    answer = cells.run(OWN_PARTS[0][0].replace("return offset == next", 'if (offset > 0) throw new IllegalStateException("mine");\n        return offset == next'))
    assert answer.error.splitlines()[:3] == [
        "IllegalStateException: mine",
        "IllegalStateException: mine",
        f"    at cell [{answer.reply['execution_count']}], line 3, in InOrderOnly.insert",
    ], answer.error


def test_preloaded_names_give_way_to_what_a_notebook_imports_and_defines():
    with kernels.session() as own:
        for code, expected in NAMES:
            held(own, code, expected)


def test_numbers_and_errors_are_the_same_whatever_the_machine_speaks():
    german = {**os.environ, "JAVA_TOOL_OPTIONS": "-Duser.language=de -Duser.country=DE"}
    with kernels.session(env=german) as own:
        held(own, '"%,.1f".formatted(1234.5)', "1,234.5")
        held(own, "int x = y;", "!cannot find symbol: variable y")


def complete(kernel, code):
    """The names that completion offers at the end of a cell, best first."""
    return list(dict.fromkeys(kernel.client.complete(code, len(code), reply=True, timeout=60)["content"]["matches"]))


def test_behind_a_dot_stand_our_members_and_no_others_of_every_object(cells):
    names = complete(cells, "packets.first().")
    assert {"diagram", "hexdump", "ttl", "checksum"} <= set(names)
    assert not {"equals", "hashCode", "getClass", "wait", "decode"} & set(names)
    assert complete(cells, "packets.")[:4] == ["first", "get", "html", "last"]  # then those of every list
    assert "linux" not in complete(cells, "cubic().")


@pytest.mark.parametrize("code", ["tcp", "tcp(", "tcp(49152, 80)"])
def test_a_factory_shows_its_documentation(kernel, code):
    answer = kernel.client.inspect(code, min(len(code), 4), reply=True, timeout=60)["content"]
    assert "sourcePort 0 to 65,535" in answer["data"]["text/plain"]
