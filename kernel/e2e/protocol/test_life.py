"""4-kernel, "Channels, order, life": start, order, control, end."""

import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from frames import Kernel

QUESTIONS = {
    "kernel_info_request": {},
    "complete_request": dict(code="a", cursor_pos=1),
    "inspect_request": dict(code="a", cursor_pos=1, detail_level=0),
    "is_complete_request": dict(code="a"),
    "history_request": dict(hist_access_type="tail", n=3, output=False, raw=True),
    "comm_info_request": {},
    "execute_request": dict(code="", silent=False),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_shell_says_busy_then_replies_then_idle(client, kind):
    """For every request: busy, effects, reply, idle, all with that parent."""
    exchange = client.ask("shell", kind, QUESTIONS[kind])
    assert exchange.reply.type == kind.replace("_request", "_reply")
    assert exchange.reply.channel == "shell"
    assert [m.state for m in exchange.iopub if m.type == "status"] == ["busy", "idle"]
    assert exchange.iopub[0].state == "busy" and exchange.iopub[-1].state == "idle"


@pytest.mark.parametrize("kind", ("kernel_info_request", "interrupt_request"))
def test_control_says_busy_then_replies_then_idle(client, kind):
    """For every request on control, the same."""
    exchange = client.ask("control", kind)
    assert exchange.reply.type == kind.replace("_request", "_reply")
    assert exchange.reply.channel == "control"
    assert [m.state for m in exchange.iopub] == ["busy", "idle"]


def test_kernel_info_tells_all(client):
    """kernel_info: status, protocol, implementation, language, mimetype, extension, supported_features."""
    info = client.ask("shell", "kernel_info_request").content
    assert info["status"] == "ok"
    assert info["protocol_version"].startswith("5.")
    assert info["implementation"] and info["implementation_version"] and info["banner"]
    assert isinstance(info["supported_features"], list)
    assert all(link.keys() == {"text", "url"} for link in info["help_links"])
    language = info["language_info"]
    assert language["name"] == client.kernel.language
    assert language["mimetype"].startswith("text/") and language["file_extension"].startswith(".")
    if language["name"] == "java":
        assert info["implementation"] == "wirebook" and info["protocol_version"] == "5.5"
        assert language["version"].isdigit(), "the feature version alone"
        assert (language["mimetype"], language["file_extension"]) == ("text/x-java", ".java")


def test_starting_is_said_at_most_once_and_never_later(start, code):
    """`starting` once."""
    with start() as kernel, kernel.ready() as client:
        client.run(code("value"))
        assert [m.state for m in client.heard].count("starting") <= 1


def test_twenty_starts_in_a_row_become_ready(start):
    """Sockets are bound and handlers installed before the first receive: one question, sent at once, is answered."""
    for _ in range(20):
        with start() as kernel, kernel.client() as client:
            request = client.send("shell", "kernel_info_request")
            assert client.wait_reply(request).content["status"] == "ok"


def test_eight_kernels_at_once_all_answer(start, code):
    """8 kernels started at once all answer."""

    def first_result(kernel):
        with kernel, kernel.client() as client:
            return client.wait_reply(client.execute(code("value"))).content["status"]

    kernels = [start() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(first_result, kernels)) == ["ok"] * 8


def test_control_and_heartbeat_answer_while_a_cell_runs(client, code):
    """Control is served on its own thread while a cell runs; heartbeat has its own thread."""
    for sample in ("spin", "sleep"):
        request = client.begun(code(sample))
        assert client.ask("control", "kernel_info_request", timeout=5).content["status"] == "ok"
        assert client.beat()
        client.ask("control", "interrupt_request", timeout=5)
        assert client.exchange(request).content["status"] == "error"


def test_a_debugger_is_offered_or_declined(client):
    """Control is served …: debug."""
    asked = dict(type="request", seq=1, command="debugInfo", arguments={})
    answer = client.ask("control", "debug_request", asked).content
    assert answer["type"] == "response" and answer["command"] == "debugInfo" and isinstance(answer["success"], bool)
    assert answer["success"] or answer["message"]


@pytest.mark.beyond
def test_questions_are_answered_while_a_cell_runs(client, code):
    """Completion and inspection while a cell runs answer without waiting for it (better than ipykernel)."""
    request = client.begun(code("sleep"))
    try:
        for kind in ("complete_request", "inspect_request", "is_complete_request"):
            assert client.ask("shell", kind, QUESTIONS[kind], timeout=5).content["status"]
    finally:
        client.ask("control", "interrupt_request")
        client.exchange(request)


# ---- interrupt


def spent(kernel):
    """Processor seconds that the kernel has used."""
    fields = Path(f"/proc/{kernel.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize(
    "endless",
    (
        "a loop",
        "a sleep",
        "a loop in a method",
        "a loop in a lambda",
        "a loop in a stream",
        "a loop in the value",
        "blocking I/O",
        "a silent peer",
        "a silent process",
        "a wait for a lock",
        "a lock",
        "a semaphore",
        "threads that it started",
        "virtual threads that it started",
        "endless recursion, caught",
    ),
)
def test_an_interrupt_stops_it_and_variables_survive(client, code, endless):
    """Interrupt: reply at once; it ends with an error named after the interrupt, is really gone, variables survive."""
    if endless not in code("endless"):
        pytest.skip("no sample")
    if client.kernel.language == "python" and endless == "blocking I/O":
        pytest.xfail("a signal does not reach a blocked accept without a handler that raises")
    if client.kernel.language != "echo":
        client.run(code("define"))
    request = client.begun(code("endless")[endless])
    client.quiet(0.3)
    at = time.monotonic()
    assert client.ask("control", "interrupt_request", timeout=5).content["status"] == "ok"
    assert time.monotonic() - at < 2
    if client.kernel.spec.interrupt_mode == "signal":
        os.kill(client.kernel.process.pid, signal.SIGINT)
    reply = client.exchange(request, timeout=15).content
    assert reply["status"] == "error"
    assert "interrupt" in (reply["ename"] + reply["evalue"]).lower()
    before = spent(client.kernel)
    client.quiet(1)
    assert spent(client.kernel) - before < 0.3, "the loop is really gone"
    if client.kernel.language != "echo":
        assert client.run(code("kept")).result == "42"


def test_an_interrupt_of_nothing_does_no_harm(client, code):
    """Harmless when idle."""
    for _ in range(5):
        client.ask("control", "interrupt_request", timeout=5)
    assert client.run(code("value")).result == "42"


def test_sigint_is_survived(client, code):
    """SIGINT is survived."""
    os.kill(client.kernel.process.pid, signal.SIGINT)
    client.quiet(0.5)
    assert client.kernel.process.poll() is None
    assert client.run(code("value"), stop_on_error=False).content["status"] == "ok"


# ---- the end


def ports_are_free(kernel):
    for channel in ("shell", "control", "iopub", "stdin", "hb"):
        with socket.socket() as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            s.bind(("127.0.0.1", kernel.connection[f"{channel}_port"]))
    return True


@pytest.mark.parametrize("restart", (False, True))
@pytest.mark.parametrize("state", ("idle", "running"))
def test_shutdown_is_answered_and_quick(start, code, restart, state):
    """Shutdown: reply, IOPub copy, idle, exit 0 within a second, ports free."""
    with start() as kernel, kernel.ready() as client:
        client.run(code("value"))
        if state == "running":
            if kernel.language == "python":
                pytest.skip("ipykernel waits for the cell")
            client.begun(code("spin"))
        request = client.send("control", "shutdown_request", dict(restart=restart))
        exchange = client.exchange(request, timeout=5)
        at = time.monotonic()
        assert exchange.content["status"] == "ok" and exchange.content["restart"] is restart
        assert [m.content["restart"] for m in exchange.of("shutdown_reply")] == [restart]
        code_of_exit = kernel.exit_code(5)
        assert code_of_exit == 0
        assert time.monotonic() - at < (3 if kernel.language == "python" else 1)
        assert ports_are_free(kernel)


@pytest.mark.beyond
def test_processes_that_cells_started_end_with_it(start, code):
    """… and never leaves an orphan."""
    with start() as kernel, kernel.ready() as client:
        child = int(client.run(code("child")).result)
        assert running(child)
        client.send("control", "shutdown_request", dict(restart=False))
        assert kernel.exit_code(10) == 0
        assert gone(child)


def test_shutdown_on_shell_works_as_well(start):
    """Older clients ask for shutdown on shell."""
    with start() as kernel, kernel.ready() as client:
        client.send("shell", "shutdown_request", dict(restart=False))
        assert kernel.exit_code(5) == 0


def test_a_restart_on_the_same_ports_works(start, code):
    """Restart works: a second kernel on the same ports, for a client that stays connected."""
    with start() as kernel, kernel.ready() as client:
        client.send("control", "shutdown_request", dict(restart=True))
        assert kernel.exit_code(5) == 0
        ports = {key: value for key, value in kernel.connection.items() if key.endswith("_port") or key == "key"}
        with start(**ports) as second:
            client.quiet(0.2)
            client.kernel, client.heard = second, []
            client.settle()
            assert client.run(code("value")).content["execution_count"] == 1


def test_sigterm_ends_it(start):
    """The process ends on SIGTERM."""
    with start() as kernel, kernel.ready():
        kernel.process.terminate()
        assert kernel.exit_code(5) is not None


PARENT = """
import os, sys
sys.path.insert(0, {here!r})
from frames import Kernel
kernel = Kernel({name!r})
print(kernel.process.pid, flush=True)
with kernel.client() as client:
    client.settle()
    client.begun({code!r})
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("state", ("idle", "running"))
def test_it_ends_when_its_parent_dies(name, code, state):
    """The process ends when its parent dies (JPY_PARENT_PID) and never leaves an orphan."""
    here = str(Path(__file__).parent)
    cell = code("value" if state == "idle" else "sleep")
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.format(here=here, name=name, code=cell)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    child = int(parent.stdout.readline())
    try:
        assert parent.stdout.readline().strip() == "ready"
        parent.kill()
        parent.wait()
        end = time.monotonic() + 5
        while running(child) and time.monotonic() < end:
            time.sleep(0.05)
        assert not running(child)
    finally:
        parent.kill()
        if running(child):
            os.kill(child, signal.SIGKILL)


def gone(pid, patience=10):
    """Whether a process ends that was asked to."""
    deadline = time.monotonic() + patience
    while running(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not running(pid)


def running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


# ---- transports, subshells


def test_curve_encrypts_when_the_file_has_keys(start, code):
    """CURVE encryption when the connection file has keys."""
    with start(curve=True) as kernel:
        with kernel.ready() as client:
            assert client.run(code("value")).content["status"] == "ok"
            assert client.beat()
            assert client.ask("control", "kernel_info_request").content["status"] == "ok"
        public = kernel.connection.pop("curve_publickey")
        with kernel.client() as plain:
            plain.send("shell", "kernel_info_request")
            assert plain.quiet(1) == [], "without the key nothing is heard"
        kernel.connection["curve_publickey"] = public


def test_ipc_is_served_or_declined_clearly(name, tmp_path):
    """Transport tcp; ipc is declined with a clear error or served for real."""
    with Kernel(name, transport="ipc", ip=str(tmp_path / "ipc")) as kernel:
        code = kernel.exit_code(3)
        if code is None:
            assert (tmp_path / f"ipc-{kernel.connection['shell_port']}").is_socket()
        else:
            assert code != 0
            assert "ipc" in kernel.log.read_text()


def test_subshells_are_offered_or_declined(client, code):
    """Subshells (JEP 91): offered, or declined cleanly."""
    offered = "kernel subshells" in client.ask("control", "kernel_info_request").content["supported_features"]
    answer = client.ask("control", "create_subshell_request").content
    if not offered:
        assert answer["status"] == "error" and answer["ename"]
        assert client.ask("control", "list_subshell_request").content["status"] == "error"
        return
    subshell = answer["subshell_id"]
    assert client.ask("control", "list_subshell_request").content["subshell_id"] == [subshell]
    main = client.begun(code("sleep"))
    content = dict(code=code("value"), silent=False, store_history=True, allow_stdin=False)
    assert client.ask("shell", "execute_request", content, timeout=10, subshell_id=subshell).content["status"] == "ok"
    client.ask("control", "interrupt_request")
    client.exchange(main)
    assert client.ask("control", "delete_subshell_request", dict(subshell_id=subshell)).content["status"] == "ok"


def test_the_kernelspec_does_not_promise_the_handshake(kernel):
    """`kernel_protocol_version` is left out of kernel.json, or tells the truth."""
    assert getattr(kernel.spec, "kernel_protocol_version", None) in (None, "", "5.5")

