"""4-kernel: what the machine lacks costs speed, not function: no disk to write to, no network, no memory left."""

import subprocess
import sys
from pathlib import Path

import pytest
from frames import Kernel

NO_WRITES = ("sh", "-c", 'ulimit -f 0; exec "$@"', "sh")


def serves(client, code):
    """A value, an error, output, a question and the history of this session."""
    assert client.run(code("value")).result == "42"
    assert client.run(code("fails")).content["ename"].endswith(code("fails_name"))
    assert client.run(code("both")).text("stderr") == "two\n"
    text, cursor, match = code("complete")
    asked = client.ask("shell", "complete_request", dict(code=text, cursor_pos=cursor))
    assert [m for m in asked.content["matches"] if match in m]
    past = client.ask("shell", "history_request", dict(hist_access_type="tail", n=1, output=False, raw=True))
    assert past.content["history"][0][2] == code("both")


def ends(kernel, client):
    client.ask("control", "shutdown_request", dict(restart=False))
    assert kernel.exit_code(5) == 0


def test_a_full_disk_costs_no_function(start, code):
    """A full disk: every write to a file fails."""
    with start(wrapper=NO_WRITES) as kernel, kernel.ready() as client:
        if kernel.language == "python":
            pytest.xfail("ipykernel cannot write its own log then, and says so in its cells")
        serves(client, code)
        ends(kernel, client)


@pytest.mark.beyond
@pytest.mark.parametrize("nowhere", ("/proc/nowhere", "/dev/null/nowhere"))
def test_a_read_only_home_costs_no_function(start, code, nowhere):
    """A read-only home: no folder can be made in it."""
    places = dict(HOME=nowhere, XDG_DATA_HOME=nowhere, XDG_CACHE_HOME=nowhere, XDG_CONFIG_HOME=nowhere, IPYTHONDIR=nowhere)
    with start(environment=places) as kernel, kernel.ready() as client:
        serves(client, code)
        ends(kernel, client)


ALONE = """
import fcntl, socket, struct, sys
sys.path.insert(0, {here!r})
from pathlib import Path
from frames import Kernel
with socket.socket() as s:  # the loopback interface of a new network is down
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", 0x49))
with Kernel({name!r}) as kernel, kernel.ready() as client:
    print(client.run({code!r}).result)
    client.ask("shell", "complete_request", dict(code="a", cursor_pos=1))
names, values = [line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:")]
print(dict(zip(names, values))["OutNoRoutes"])
"""


def test_the_network_is_left_alone(name, code):
    """A started kernel never blocks on the network: in one that leads nowhere it works, and it has tried to reach nobody."""
    script = ALONE.format(here=str(Path(__file__).parent), name=name, code=code("value"))
    alone = subprocess.run(["unshare", "-rn", sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    if "unshare" in alone.stderr:
        pytest.skip("no network of one's own may be made here: " + alone.stderr.strip())
    assert alone.stdout.split() == ["42", "0"], alone.stderr


def test_a_cell_that_uses_up_the_memory_fails_alone(start, code):
    """OutOfMemoryError: the kernel lives, says what happened, and what took the memory can be let go."""
    with start(environment=code("little_memory")) as kernel, kernel.ready() as client:
        for _ in range(2):
            failed = client.run(code("hoard"), timeout=120).content
            assert failed["status"] == "error" and failed["ename"].endswith("OutOfMemoryError")
            assert client.ask("control", "kernel_info_request").content["status"] == "ok"
            assert client.run(code("let_go"), timeout=120).content["status"] == "ok"
            assert client.run(code("value")).result == "42"
