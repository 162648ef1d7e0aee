"""Thousands of mixed cells in one kernel: nothing is lost and memory stays bounded. The table says how fast they were.

    python -m pytest kernel/e2e/test_soak.py --cells 5000
"""

import statistics
import time
from collections import defaultdict
from pathlib import Path

import kernels
import pytest

GROWTH_MB = 60  # for what the cells define, and for garbage that nobody has collected yet


def output(*expected):
    """The cell brings forth exactly these messages: type, and name or media type, and text."""

    def check(answer):
        told = []
        for kind, content in answer.outputs:
            texts = content.get("data", {"": content.get("text")})
            told += [(kind, content.get("name", ""), text) for mime, text in texts.items() if mime in ("", "text/plain")]
        assert told == list(expected)
        assert answer.status == "ok"

    return check


def value(text):
    return output(("execute_result", "", text))


def fails(ename, word):
    def check(answer):
        assert (answer.status, answer.reply["ename"]) == ("error", ename)
        assert word in answer.error

    return check


def printed(i):
    return output(("stream", "stdout", f"line {i}\n"), ("stream", "stderr", f"warning {i}\n"), ("stream", "stdout", "end\n"))


# Kind, and for a number the cell and what must come of it. A definition is used by the cell that follows it.
KINDS = {
    "value": lambda i: (f"1 + {i}", value(f"{1 + i}")),
    "new variable": lambda i: (f"int v{i} = {i};", output()),
    "its use": lambda i: (f"v{i} + v{i % 97}", value(f"{i + i % 97}")),
    "same variable": lambda i: (f"var same = List.of({i});", output()),
    "its value": lambda i: ("same", value(f"[{i}]")),
    "new method": lambda i: (f"int m{i}(int n) {{ return n + {i}; }}", output()),
    "its call": lambda i: (f"m{i}(1)", value(f"{1 + i}")),
    "same method": lambda i: (f"int again(int n) {{ return n + {i}; }}", output()),
    "a call of it": lambda i: ("again(2)", value(f"{2 + i}")),
    "new class": lambda i: (f"record R{i}(int n) {{ int twice() {{ return 2 * n; }} }}", output()),
    "its object": lambda i: (f"new R{i}({i}).twice()", value(f"{2 * i}")),
    "same class": lambda i: (f"class Same {{ int n = {i}; }}", output()),
    "a new object": lambda i: ("new Same().n", value(f"{i}")),
    "lambda": lambda i: (f"IntStream.range(0, 9).map(n -> n * {i}).sum()", value(f"{36 * i}")),
    "print": lambda i: (f'System.out.println("line {i}"); System.err.println("warning {i}"); System.out.println("end");', printed(i)),
    "display": lambda i: (f'display("shown {i}");', output(("display_data", "", f"shown {i}"))),
    "mistake": lambda i: (f"unknown{i}()", fails("CompileError", f"unknown{i}")),
    "exception": lambda i: (f'throw new IllegalStateException("no {i}");', fails("IllegalStateException", f"no {i}")),
}


def completion(client, i):
    code = f"m{i - 1}(2); same.siz"
    reply = client.complete(code, len(code), reply=True, timeout=kernels.PATIENCE)
    assert "size" in "".join(reply["content"]["matches"])


def memory(session):
    """Resident memory in MB."""
    status = Path(f"/proc/{session.manager.provisioner.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


@pytest.fixture
def cells(request):
    return request.config.getoption("--cells")


def test_a_long_session_loses_nothing_and_stays_small(cells, capsys):
    times, memories = defaultdict(list), []
    with kernels.session() as session:
        for n in range(97):
            session.run(f"int v{n} = {n};")
        for n in range(cells):
            i, kind = 97 + n // len(KINDS), list(KINDS)[n % len(KINDS)]
            code, check = KINDS[kind](i)
            begun = time.perf_counter()
            answer = session.run(code)
            times[kind].append(time.perf_counter() - begun)
            check(answer)
            if n % 50 == 49:
                begun = time.perf_counter()
                completion(session.client, i)
                times["completion"].append(time.perf_counter() - begun)
                memories.append(memory(session))
        last = 97 + (cells - 1) // len(KINDS)
        kept = " + ".join(f"v{i}" for i in range(97)) + " + " + f"m{last - 1}(0)"
        value(str(sum(range(97)) + last - 1))(session.run(kept))
    with capsys.disabled():
        print(table(times, memories, cells))
    assert max(memories) - memories[len(memories) // 10] < GROWTH_MB


def table(times, memories, cells):
    rows = [f"\n{cells} mixed cells: medians in ms, first and last tenth of each kind"]
    for kind, all_of in times.items():
        tenth = max(1, len(all_of) // 10)
        first, last = (1000 * statistics.median(part) for part in (all_of[:tenth], all_of[-tenth:]))
        rows.append(f"  {kind:14} {first:7.1f} {last:7.1f}   {last / first:5.2f} times")
    rows.append(f"  memory {memories[0]:.0f} MB at first, {memories[len(memories) // 10]:.0f} after a tenth, {memories[-1]:.0f} at last, {max(memories):.0f} at most")
    return "\n".join(rows)
