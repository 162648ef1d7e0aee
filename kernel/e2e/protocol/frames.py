"""A Jupyter client down to the frames: what it sends it has put together itself, what it gets it takes apart itself."""

import hashlib
import hmac
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

import zmq
from jupyter_client.kernelspec import KernelSpecManager

DELIMITER = b"<IDS|MSG>"
PATIENCE = 60
CHANNELS = ("shell", "control", "iopub", "stdin", "hb")


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def load(octets):
    def refuse(constant):
        raise ValueError(f"{constant} is no JSON")

    return json.loads(octets.decode("utf-8", "strict"), parse_constant=refuse)


def sign(key, dicts):
    return hmac.new(key.encode(), b"".join(dicts), hashlib.sha256).hexdigest().encode() if key else b""


@dataclass
class Message:
    """One message as it came."""

    channel: str
    identities: list
    signature: bytes
    dicts: list
    buffers: list
    header: dict = field(init=False)
    parent: dict = field(init=False)
    metadata: dict = field(init=False)
    content: dict = field(init=False)

    def __post_init__(self):
        self.header, self.parent, self.metadata, self.content = map(load, self.dicts)

    @property
    def type(self):
        return self.header["msg_type"]

    @property
    def state(self):
        return self.content.get("execution_state") if self.type == "status" else None

    @classmethod
    def decode(cls, channel, frames):
        at = frames.index(DELIMITER)
        return cls(channel, frames[:at], frames[at + 1], frames[at + 2 : at + 6], frames[at + 6 :])


@dataclass
class Exchange:
    """A request and all that came of it, in the order of its coming on each channel."""

    messages: list

    @property
    def reply(self):
        return next((m for m in self.messages if m.channel in ("shell", "control")), None)

    @property
    def content(self):
        return self.reply.content

    @property
    def iopub(self):
        return [m for m in self.messages if m.channel == "iopub"]

    @property
    def shown(self):
        """What IOPub showed between busy and idle."""
        return [m for m in self.iopub if m.type != "status"]

    def of(self, kind):
        return [m for m in self.shown if m.type == kind]

    def text(self, name="stdout"):
        return "".join(m.content["text"] for m in self.of("stream") if m.content["name"] == name)

    @property
    def result(self):
        results = self.of("execute_result")
        return results[0].content["data"]["text/plain"] if results else None


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for s in sockets:
            s.bind(("127.0.0.1", 0))
        return [s.getsockname()[1] for s in sockets]
    finally:
        for s in sockets:
            s.close()


class Kernel:
    """One process of an installed kernel, started as a server starts it."""

    def __init__(self, name, *, key=None, curve=False, wrapper=(), environment=None, **connection):
        self.spec = KernelSpecManager().get_kernel_spec(name)
        self.language = self.spec.language.lower()
        self.folder = tempfile.TemporaryDirectory(prefix="protocol-")
        self.log = Path(self.folder.name, "log")
        self.connection = dict(
            transport="tcp",
            ip="127.0.0.1",
            key=uuid.uuid4().hex if key is None else key,
            signature_scheme="hmac-sha256",
            kernel_name=name,
            **{f"{channel}_port": port for channel, port in zip(CHANNELS, free_ports(5))},
        )
        if curve:
            public, secret = zmq.curve_keypair()
            self.connection.update(curve_publickey=public.decode(), curve_secretkey=secret.decode())
        self.connection.update(connection)
        file = Path(self.folder.name, "kernel.json")
        file.write_text(json.dumps(self.connection))
        words = {"{connection_file}": str(file), "{resource_dir}": self.spec.resource_dir}
        argv = list(self.spec.argv)
        for word, value in words.items():
            argv = [a.replace(word, value) for a in argv]
        if argv[0] in ("python", "python3"):  # as jupyter_client does
            argv[0] = sys.executable
        self.environment = {**os.environ, **self.spec.env, "JPY_PARENT_PID": str(os.getpid()), **(environment or {})}
        self.started = time.monotonic()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*wrapper, *argv], env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def client(self, **options):
        return Client(self, **options)

    def ready(self):
        """A client that has had an answer and hears IOPub."""
        client = self.client()
        client.settle()
        return client

    def exit_code(self, timeout):
        """The code with which the process ended, or None if it has not after `timeout` seconds."""
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            return None

    def memory(self):
        """Resident memory in MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) // 1024
        return 0

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Client:
    """One client of a kernel. It keeps all that it hears."""

    def __init__(self, kernel, channels=("shell", "control", "iopub", "stdin")):
        self.kernel = kernel
        self.key = kernel.connection["key"]
        self.session = uuid.uuid4().hex
        self.context = zmq.Context()
        self.sockets, self.heard, self.about = {}, [], defaultdict(list)
        self.poller = zmq.Poller()
        for channel in channels:
            s = self.sockets[channel] = self.connected(channel, zmq.SUB if channel == "iopub" else zmq.DEALER)
            if channel == "iopub":
                s.setsockopt(zmq.SUBSCRIBE, b"")
            self.poller.register(s, zmq.POLLIN)

    def connected(self, channel, kind):
        s = self.context.socket(kind)
        s.linger, s.rcvhwm, s.sndhwm = 0, 0, 0
        if kind == zmq.DEALER:
            s.identity = self.session.encode()
        if "curve_publickey" in self.kernel.connection:
            s.curve_publickey, s.curve_secretkey = zmq.curve_keypair()
            s.curve_serverkey = self.kernel.connection["curve_publickey"].encode()
        s.connect(f"tcp://{self.kernel.connection['ip']}:{self.kernel.connection[channel + '_port']}")
        return s

    # ---- out

    def header(self, kind, **more):
        now = datetime.now(timezone.utc).isoformat()
        header = dict(msg_id=uuid.uuid4().hex, msg_type=kind, session=self.session, username="tester", date=now, version="5.4")
        return {**header, **more}

    def dicts(self, kind, content=None, parent=None, metadata=None, **more):
        return [dump(d) for d in (self.header(kind, **more), parent or {}, metadata or {}, content or {})]

    def frames(self, dicts, buffers=()):
        return [DELIMITER, sign(self.key, dicts), *dicts, *buffers]

    def send_frames(self, channel, frames):
        self.sockets[channel].send_multipart(frames)

    def send(self, channel, kind, content=None, parent=None, metadata=None, **more):
        """Sends a request and returns its identifier."""
        dicts = self.dicts(kind, content, parent, metadata, **more)
        self.send_frames(channel, self.frames(dicts))
        return load(dicts[0])["msg_id"]

    def execute(self, code, metadata=None, **options):
        content = dict(
            code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=False, stop_on_error=True
        )
        return self.send("shell", "execute_request", {**content, **options}, metadata=metadata)

    # ---- in

    def pump(self, timeout):
        """Takes in what is there, waiting up to `timeout` seconds for the first of it; whether there was any."""
        ready = self.poller.poll(max(0, timeout) * 1000)
        for s, _ in ready:
            channel = next(name for name, other in self.sockets.items() if other is s)
            while s.poll(0):
                message = Message.decode(channel, s.recv_multipart())
                self.heard.append(message)
                self.about[str(message.parent.get("msg_id"))].append(message)
        return bool(ready)

    def wait(self, request, test, timeout=PATIENCE, what="a message"):
        """The first message on account of `request` that passes `test`."""
        end, seen = time.monotonic() + timeout, 0
        while True:
            messages = self.about[request]
            for message in messages[seen:]:
                if test(message):
                    return message
            seen = len(messages)
            alive = self.kernel.process.poll() is None
            if not self.pump(min(0.5, end - time.monotonic())) and (time.monotonic() >= end or not alive):
                raise AssertionError(
                    f"{what} did not come within {timeout} s{'' if alive else ', and the kernel is dead'};"
                    f" there came {[m.type for m in messages]}"
                )

    def wait_idle(self, request, timeout=PATIENCE):
        return self.wait(request, lambda m: m.state == "idle", timeout, "idle")

    def wait_reply(self, request, timeout=PATIENCE):
        return self.wait(request, lambda m: m.channel in ("shell", "control"), timeout, "the reply")

    def wait_type(self, request, kind, timeout=PATIENCE):
        return self.wait(request, lambda m: m.type == kind, timeout, kind)

    def exchange(self, request, timeout=PATIENCE, reply=True):
        """Waits until `request` is answered and the kernel idle again."""
        if reply:
            self.wait_reply(request, timeout)
        self.wait_idle(request, timeout)
        return Exchange(list(self.about[request]))

    def ask(self, channel, kind, content=None, timeout=PATIENCE, **more):
        return self.exchange(self.send(channel, kind, content, **more), timeout)

    def run(self, code, timeout=PATIENCE, **options):
        return self.exchange(self.execute(code, **options), timeout)

    def begun(self, code, **options):
        """Sends a cell and waits until it runs."""
        request = self.execute(code, **options)
        self.wait_type(request, "execute_input")
        return request

    def quiet(self, seconds):
        """Listens for `seconds`; what came in that time."""
        before, end = len(self.heard), time.monotonic() + seconds
        while time.monotonic() < end:
            self.pump(end - time.monotonic())
        return self.heard[before:]

    def settle(self, timeout=PATIENCE):
        """Waits until the kernel answers and IOPub is heard."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            request = self.send("shell", "kernel_info_request")
            self.wait_reply(request, timeout)
            try:
                self.wait_idle(request, 1)
                return
            except AssertionError:
                continue
        raise AssertionError("IOPub stays silent")

    def beat(self, timeout=5):
        """Whether a heartbeat comes back."""
        s = self.connected("hb", zmq.REQ)
        try:
            s.send(b"ping")
            return s.poll(timeout * 1000) and s.recv() == b"ping"
        finally:
            s.close()

    def close(self):
        self.context.destroy(linger=0)

    def check(self):
        """What must hold of every message that was ever heard."""
        ids = [m.header["msg_id"] for m in self.heard]
        assert len(ids) == len(set(ids)), "msg_id is unique"
        assert len({m.header["session"] for m in self.heard}) <= 1, "session is the kernel's own"
        for m in self.heard:
            assert m.signature == sign(self.key, m.dicts), f"the signature of a {m.type} is right"
            assert m.header["version"].startswith("5."), "version 5"
            date = datetime.fromisoformat(m.header["date"])
            assert date.tzinfo is not None, f"date {m.header['date']} has a zone"

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.close()
        if kind is None:
            self.check()
