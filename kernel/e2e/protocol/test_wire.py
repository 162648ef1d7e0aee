"""4-kernel, "Wire": frames, signatures, headers, text."""

import json
import time
import uuid

import pytest
import zmq
from frames import DELIMITER, dump, load, sign

FOUR = ("shell", "control", "stdin")


def alive(client, code):
    assert client.run(code("value")).content["status"] == "ok"


def test_every_frame_before_the_delimiter_is_echoed(client):
    """Find the delimiter by scanning; echo every frame before it on the reply (R)."""
    for channel in ("shell", "control"):
        dicts = client.dicts("kernel_info_request")
        client.send_frames(channel, [b"one", b"", b"\x00two", *client.frames(dicts)])
        reply = client.wait_reply(load(dicts[0])["msg_id"])
        assert reply.identities == [b"one", b"", b"\x00two"]


def test_dicts_are_signed_as_received(client):
    """HMAC-SHA256 over the four dicts as received: spaces, order and escapes are the sender's (R)."""
    header = client.header("kernel_info_request")
    dicts = [json.dumps(dict(reversed(header.items())), indent=3).encode(), b" { } ", b"{}\n", b'{"\\u00e4":"\\ud83d\\ude00"}']
    client.send_frames("shell", client.frames(dicts))
    assert client.wait_reply(header["msg_id"]).content["status"] == "ok"


def test_buffers_are_unsigned(client):
    """Buffers unsigned (R)."""
    dicts = client.dicts("kernel_info_request")
    client.send_frames("shell", client.frames(dicts, [b"\x00\xff", b"", b"x" * 100_000]))
    assert client.wait_reply(load(dicts[0])["msg_id"]).content["status"] == "ok"


def test_an_empty_key_means_no_check_and_an_empty_signature(start, code):
    """An empty key means no check and an empty signature (R)."""
    with start(key="") as kernel, kernel.ready() as client:
        reply = client.run(code("value")).reply
        assert reply.content["status"] == "ok"
        assert reply.signature == b""
        dicts = client.dicts("kernel_info_request")
        client.send_frames("shell", [DELIMITER, b"whatever", *dicts])
        assert client.wait_reply(load(dicts[0])["msg_id"]).content["status"] == "ok"


def damaged(client, kind):
    """Frames with a fault, and the identifier that no answer may have."""
    dicts = client.dicts("kernel_info_request")
    good = client.frames(dicts)
    return load(dicts[0])["msg_id"], {
        "a wrong signature": [DELIMITER, b"0" * 64, *dicts],
        "an empty signature": [DELIMITER, b"", *dicts],
        "a signature that is no hexadecimal": [DELIMITER, b"\xff\xfe", *dicts],
        "a signature under another key": [DELIMITER, sign("other", dicts), *dicts],
        "no delimiter": good[1:],
        "no frames behind the delimiter": good[:1],
        "a missing content": good[:5],
        "an empty frame alone": [b""],
        "malformed JSON": client.frames([dicts[0][:-1], *dicts[1:]]),
        "JSON that is no object": client.frames([dicts[0], b"[]", b"7", b'"text"']),
        "a header that is a list": client.frames([b"[]", *dicts[1:]]),
        "a header without a type": client.frames([dump({"msg_id": load(dicts[0])["msg_id"]}), *dicts[1:]]),
        "invalid UTF-8": client.frames([dicts[0], dicts[1], dicts[2], b'{"code":"\xff\xfe"}']),
    }[kind]


FAULTS = (
    "a wrong signature",
    "an empty signature",
    "a signature that is no hexadecimal",
    "a signature under another key",
    "no delimiter",
    "no frames behind the delimiter",
    "a missing content",
    "an empty frame alone",
    "malformed JSON",
    "JSON that is no object",
    "a header that is a list",
    "a header without a type",
    "invalid UTF-8",
)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("channel", FOUR)
def test_a_bad_message_is_dropped_and_the_kernel_runs_on(client, code, channel, fault):
    """Wrong or missing signature, malformed JSON, missing frames, no delimiter: dropped, and the kernel runs on (R)."""
    request, frames = damaged(client, fault)
    client.send_frames(channel, frames)
    alive(client, code)
    if channel != "stdin":
        client.ask(channel, "kernel_info_request")
    if "JSON" not in fault and "UTF-8" not in fault:
        assert client.about[request] == []


@pytest.mark.parametrize("channel", ("shell", "control"))
def test_a_replayed_message_is_dropped(client, channel):
    """Replayed signature: dropped (R)."""
    dicts = client.dicts("kernel_info_request")
    request = load(dicts[0])["msg_id"]
    client.send_frames(channel, client.frames(dicts))
    client.exchange(request)
    heard = len(client.about[request])
    client.send_frames(channel, client.frames(dicts))
    client.ask(channel, "kernel_info_request")
    client.quiet(0.3)
    assert len(client.about[request]) == heard


def test_what_is_dropped_is_logged_once(start, code):
    """Logged once: a thousand bad messages are not a thousand lines."""
    with start() as kernel, kernel.ready() as client:
        for _ in range(1000):
            client.send_frames("shell", damaged(client, "a wrong signature")[1])
        alive(client, code)
        time.sleep(0.2)
        log = kernel.log.read_text(errors="replace")
        if kernel.language == "python":
            pytest.xfail("ipykernel logs each")
        assert 1 <= len([line for line in log.splitlines() if "signature" in line]) <= 3


@pytest.mark.parametrize("channel", ("shell", "control"))
def test_an_unknown_type_gets_busy_and_idle(client, code, channel):
    """An unknown type still gets busy and idle (P)."""
    request = client.send(channel, "frobnicate_request", {"some": "thing"})
    exchange = client.exchange(request, reply=False)
    assert [m.state for m in exchange.iopub] == ["busy", "idle"]
    assert exchange.reply is None
    alive(client, code)


@pytest.mark.parametrize("channel", ("shell", "control"))
def test_the_parent_is_a_full_copy_of_the_header(client, channel):
    """parent_header is a full copy of the request's header, unknown keys included, on replies and on IOPub (R)."""
    header = client.header("kernel_info_request", ours={"deep": [1, None, "täst 😀"]}, subshell_id=None)
    client.send_frames(channel, client.frames([dump(header), b"{}", b"{}", b"{}"]))
    exchange = client.exchange(header["msg_id"])
    assert {m.state or m.type for m in exchange.messages} == {"busy", "idle", "kernel_info_reply"}
    for message in exchange.messages:
        parent = dict(message.parent)
        if message.parent["date"] != header["date"]:  # a kernel may write the same instant in another way
            parent["date"] = header["date"]
        assert parent == header


def test_unknown_keys_in_a_header_are_ignored(client, code):
    """Any key in a header that we do not know is ignored."""
    request = client.send("shell", "execute_request", dict(code=code("value")), frobnicate=[{}], buffers=None)
    assert client.exchange(request).content["status"] == "ok"


def test_headers_are_complete_and_the_session_is_new_after_a_restart(start, code):
    """msg_id unique; session the kernel's own, new after a restart; date as ISO 8601 with seconds and zone (R)."""
    sessions = set()
    for _ in range(2):
        with start() as kernel, kernel.ready() as client:
            client.run(code("both"))
            header = client.heard[-1].header
            assert {"msg_id", "session", "username", "date", "msg_type", "version"} <= header.keys()
            assert "T" in header["date"] and header["date"].count(":") >= 2
            assert header["session"] != client.session
            sessions.add(header["session"])
            client.check()
    assert len(sessions) == 2


def test_text_comes_through_unharmed(client, code):
    """UTF-8 both ways, astral characters included."""
    exchange = client.run(code("astral"))
    assert "täst 😀" in exchange.result
    assert exchange.of("execute_input")[0].content["code"] == code("astral")


def test_cursors_count_code_points(client, code):
    """Cursor positions in code points."""
    text = code("complete_astral")
    client.run(text)
    content = client.ask("shell", "complete_request", dict(code=text, cursor_pos=len(text))).content
    assert content["matches"]
    assert content["cursor_end"] == len(text)
    assert text[content["cursor_start"] :].rpartition(".")[2] in ("subs", "spl", "s.subs")


def test_an_inspected_place_is_counted_in_code_points(client, code):
    """… also where something is inspected."""
    text, cursor, word = code("inspect_astral")
    content = client.ask("shell", "inspect_request", dict(code=text, cursor_pos=cursor, detail_level=0)).content
    assert content["found"] and word in content["data"]["text/plain"]


@pytest.mark.beyond
def test_what_json_lacks_is_not_sent(client, code):
    """No NaN or Infinity in JSON (R): every frame is read without them."""
    exchange = client.run(code("no_json"))
    assert exchange.content["status"] == "ok"
    assert "application/json" in exchange.of("display_data")[0].content["data"]


def subscriber(client, topic):
    s = client.context.socket(zmq.SUB)
    s.linger = 0
    s.connect(f"tcp://127.0.0.1:{client.kernel.connection['iopub_port']}")
    s.subscribe(topic)
    return s


def test_a_new_topic_is_welcomed(client):
    """IOPub: XPUB with iopub_welcome (R, 5.5)."""
    welcomed(client, f"kernel.{uuid.uuid4().hex}")


@pytest.mark.beyond
def test_every_subscription_is_welcomed(client):
    """On every subscription, also the second one to the same topic (R, 5.5)."""
    welcomed(client, "", "", "kernel", "kernel")


def welcomed(client, *topics):
    for topic in topics:
        s = subscriber(client, topic)
        assert s.poll(5000), f"a welcome to {topic!r}"
        frames = s.recv_multipart()
        at = frames.index(DELIMITER)
        header, parent, _, content = map(load, frames[at + 2 : at + 6])
        assert header["msg_type"] == "iopub_welcome"
        assert parent == {}
        assert content == {"subscription": topic}
        assert frames[at + 1] == sign(client.key, frames[at + 2 : at + 6])
        if topic:
            assert frames[0] == topic.encode()


def test_iopub_has_one_topic_frame(client, code):
    """One topic frame (R, 5.5)."""
    exchange = client.run(code("both"))
    assert {len(m.identities) for m in exchange.iopub} == {1}


@pytest.mark.beyond
def test_the_welcome_has_one_topic_frame(client):
    """One topic frame (R, 5.5): an empty one for those who subscribe to everything."""
    s = subscriber(client, "")
    assert s.poll(5000)
    assert s.recv_multipart().index(DELIMITER) == 1


def test_the_wire_carries_large_messages(client, code):
    """A cell of a megabyte is a cell."""
    text = code("value") + "\n" * 1_000_000 if client.kernel.language != "echo" else "x" * 1_000_000
    exchange = client.run(text)
    assert exchange.content["status"] == "ok"
    assert exchange.of("execute_input")[0].content["code"] == text


def test_identifiers_may_be_anything(client):
    """msg_id and session are the client's: any text."""
    for odd in ("", " ", "ä😀", '"quoted"\\', "x" * 10_000, str(uuid.uuid4())):
        request = odd + uuid.uuid4().hex if odd != "" else "0"
        client.send("shell", "kernel_info_request", msg_id=request, session=odd)
        assert client.wait_reply(request).parent["session"] == odd
