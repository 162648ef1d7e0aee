"""10,000 damaged messages over all channels while a cell runs: no thread dies, memory is bounded, the next cell answers."""

import random
import time
from collections import Counter
from pathlib import Path

from frames import dump

MESSAGES = 10_000
SEED = 20_250_101
GROWTH_MB = 350  # for the messages that wait, and for garbage that nobody has collected yet
CHANNELS = ("shell", "control", "stdin", "iopub")

REQUESTS = {
    "kernel_info_request": {},
    "complete_request": dict(code="abc", cursor_pos=3),
    "inspect_request": dict(code="abc", cursor_pos=3, detail_level=0),
    "is_complete_request": dict(code="abc"),
    "history_request": dict(hist_access_type="tail", n=3, output=False, raw=True, session=0, start=0, stop=9, pattern="*"),
    "comm_info_request": dict(target_name="x"),
    "comm_open": dict(comm_id="x", target_name="x", data={}),
    "comm_msg": dict(comm_id="x", data={}),
    "comm_close": dict(comm_id="x", data={}),
    "input_reply": dict(value="x"),
    "debug_request": dict(command="attach", seq=1, type="request", arguments={}),
    "list_subshell_request": {},
}

VALUES = [
    None,
    True,
    -1,
    0,
    1.5,
    10**30,
    -(10**30),
    1e308,
    "",
    "x",
    "é" * 10,
    "\x00",
    "😀",
    "9" * 300,
    [],
    [[]],
    [1, "2", None],
    {},
    {"": {}},
    {"code": {"code": []}},
]


def wrong_field(rng, client, kind):
    """One field, of any dictionary, has a value of any type, or is missing."""
    dicts = [client.header(kind), {}, {}, dict(REQUESTS[kind])]
    target = rng.choice((dicts[0], dicts[3], dicts[3]))
    if target:
        name = rng.choice(sorted(target))
        if rng.random() < 0.2:
            del target[name]
        else:
            target[name] = rng.choice(VALUES)
    return client.frames([dump(d) for d in dicts])


def wrong_dict(rng, client, kind):
    """A dictionary is something else."""
    dicts = client.dicts(kind, REQUESTS[kind])
    dicts[rng.randrange(4)] = rng.choice((b"", b"null", b"[]", b"7", b"nope", b"{", b"}", b'{"a":NaN}', b'{"a":1}{"b":2}', b"\xef\xbb\xbf{}"))
    return client.frames(dicts)


def truncated(rng, client, kind):
    frames = client.frames(client.dicts(kind, REQUESTS[kind]))
    return frames[: rng.randrange(1, len(frames))]


def cut(rng, client, kind):
    frames = client.frames(client.dicts(kind, REQUESTS[kind]))
    at = rng.randrange(len(frames))
    frames[at] = frames[at][: rng.randrange(len(frames[at]) + 1)]
    return frames


def reordered(rng, client, kind):
    frames = client.frames(client.dicts(kind, REQUESTS[kind]))
    rng.shuffle(frames)
    return frames


def repeated(rng, client, kind):
    frames = client.frames(client.dicts(kind, REQUESTS[kind]))
    return frames * rng.randrange(2, 5)


def wrong_signature(rng, client, kind):
    frames = client.frames(client.dicts(kind, REQUESTS[kind]))
    frames[1] = rng.choice((b"", b"0" * 64, b"\xff" * 64, frames[1].upper(), frames[1][:-1], frames[1] * 1000))
    return frames


def flipped(rng, client, kind):
    """Some bits have turned over behind the signature."""
    frames = client.frames(client.dicts(kind, REQUESTS[kind]))
    at = rng.randrange(len(frames))
    octets = bytearray(frames[at])
    for _ in range(rng.randrange(1, 8)):
        if octets:
            octets[rng.randrange(len(octets))] ^= 1 << rng.randrange(8)
    frames[at] = bytes(octets)
    return frames


def deep(rng, client, kind):
    depth = rng.choice((100, 600, 5_000, 50_000))
    nest = rng.choice((b"[" * depth + b"]" * depth, b'{"a":' * depth + b"1" + b"}" * depth, b"[" * depth))
    dicts = client.dicts(kind, REQUESTS[kind])
    dicts[rng.randrange(4)] = b'{"data":' + nest + b',"msg_id":"deep","msg_type":"' + kind.encode() + b'"}'
    return client.frames(dicts)


def huge(rng, client, kind):
    """A string of up to two megabytes."""
    size = rng.choice((10_000, 100_000, 2_000_000)) if rng.random() < 0.2 else 5_000
    content = dict(REQUESTS[kind])
    content[rng.choice(sorted(content) or ["x"])] = rng.choice("x(é😀\"") * (size // 4)
    return client.frames(client.dicts(kind, content))


def invalid_utf8(rng, client, kind):
    dicts = client.dicts(kind, REQUESTS[kind])
    at = rng.randrange(4)
    bad = rng.choice((b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xe2\x82"))
    dicts[at] = dicts[at][:-1] + (b"," if len(dicts[at]) > 2 else b"") + b'"k":"' + bad + b'"}'
    return client.frames(dicts)


def noise(rng, client, kind):
    return [rng.randbytes(rng.randrange(60)) for _ in range(rng.randrange(1, 12))]


def identities(rng, client, kind):
    """A hundred frames before the delimiter."""
    return [rng.randbytes(5) for _ in range(100)] + client.frames(client.dicts(kind, REQUESTS[kind]))


def unknown(rng, client, kind):
    return client.frames(client.dicts(f"frobnicate_{rng.randrange(1000)}_request", REQUESTS[kind]))


def numbers(rng, client, kind):
    """Numbers that no machine word holds."""
    dicts = client.dicts(kind, REQUESTS[kind])
    number = rng.choice((b"1e999", b"-1e999", b"9" * 2000, b"1E-400", b"0.1" + b"1" * 2000, b"00", b"+1", b"0x10"))
    dicts[3] = b'{"code":"x","cursor_pos":' + number + b"}"
    return client.frames(dicts)


MUTATIONS = (
    wrong_field,
    wrong_dict,
    truncated,
    cut,
    reordered,
    repeated,
    wrong_signature,
    flipped,
    deep,
    huge,
    invalid_utf8,
    noise,
    identities,
    unknown,
    numbers,
)


def send(client, channel, frames):
    if channel == "iopub":  # a subscriber's side of XPUB: one frame to subscribe, to unsubscribe, or of nonsense
        topic = b"~" + frames[0][:200]  # no topic may be the delimiter itself
        client.sockets["iopub"].subscribe(topic)
        client.sockets["iopub"].unsubscribe(topic)
    else:
        client.send_frames(channel, frames)


def test_ten_thousand_damaged_messages_do_no_harm(start, code, capsys):
    rng = random.Random(SEED)
    counts, sent = Counter(), Counter()
    with start() as kernel, kernel.ready() as client:
        client.run(code("value"))
        threads = threads_of(kernel)
        before = peak = kernel.memory()
        running = client.begun(code("sleep"))
        for i in range(MESSAGES):
            mutation, channel = rng.choice(MUTATIONS), rng.choice(CHANNELS)
            kind = rng.choice(sorted(REQUESTS))
            send(client, channel, mutation(rng, client, kind))
            counts[mutation.__name__] += 1
            sent[channel] += 1
            if i % 250 == 0:
                drain(client)
                peak = max(peak, kernel.memory())
                assert kernel.process.poll() is None, kernel.log.read_text(errors="replace")[-3000:]
        assert drained(client), "control answers"
        assert client.beat(20), "the heart beats"
        answered = client.answers
        client.ask("control", "interrupt_request")
        assert client.wait_reply(running).content["status"] == "error"
        at = time.monotonic()
        assert client.run(code("value"), timeout=120).result == "42"
        answer_time = time.monotonic() - at
        for channel in ("shell", "control"):
            assert client.ask(channel, "kernel_info_request").content["status"] == "ok"
        peak = max(peak, kernel.memory())
        lost = threads - threads_of(kernel)
        with capsys.disabled():
            print(f"\n{MESSAGES} damaged messages (seed {SEED}) to {kernel.spec.display_name}")
            print("  by channel:", dict(sent))
            print("  by damage: ", dict(counts))
            print(f"  answered {answered}; log {len(kernel.log.read_text(errors='replace').splitlines())} lines")
            print(f"  memory {before} MB before, {peak} MB at most; next cell after {answer_time:.3f} s; threads lost: {lost or 'none'}")
        assert peak - before < GROWTH_MB
        assert not lost


def drain(client):
    """Takes in what has come and forgets it: mutated answers need not be right, but there may be many."""
    while client.pump(0):
        pass
    client.answers = getattr(client, "answers", 0) + sum(m.channel in ("shell", "control") for m in client.heard)
    keep = [request for request, messages in client.about.items() if any(m.type == "execute_input" for m in messages)]
    client.heard.clear()
    for request in list(client.about):
        if request not in keep:
            del client.about[request]


def drained(client):
    request = client.send("control", "kernel_info_request")
    client.wait_reply(request)
    drain(client)
    return True


def threads_of(kernel):
    """Names of the kernel's threads that nobody but the kernel ends."""
    names = (path.read_text().strip() for path in Path(f"/proc/{kernel.process.pid}/task").glob("*/comm"))
    return {name for name in names if not name.startswith(("C1", "C2", "ForkJoin", "G1", "GC", "Sweeper", "cell", "snippet"))}
