"""A kernel as a bench sees it: from outside, over the wire, with a clock and the system's account of its processes beside it."""

import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil
import zmq
from jupyter_client import KernelManager

PATIENCE = 180
MEGABYTE = 1 << 20
SETTLING = 0.02


@dataclass
class Answer:
    """What a request brought, and the seconds from sending it until both the reply and the idle were here."""

    reply: dict
    seconds: float
    outputs: list = field(default_factory=list)


class Kernel:
    """One running kernel and one client of it."""

    def __init__(self, name):
        context = zmq.Context()
        context.setsockopt(zmq.RECONNECT_IVL, 2)  # a port that is not bound yet is tried again at once
        context.setsockopt(zmq.LINGER, 0)
        self.begun = time.perf_counter()
        self.manager = KernelManager(kernel_name=name, context=context)
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.connect()

    def connect(self):
        self.client = self.manager.client(context=self.manager.context)
        self.client.start_channels(hb=False)
        self.shell, self.iopub = self.client.shell_channel.socket, self.client.iopub_channel.socket
        self.poller = zmq.Poller()
        self.poller.register(self.shell, zmq.POLLIN)
        self.poller.register(self.iopub, zmq.POLLIN)

    def age(self):
        return time.perf_counter() - self.begun

    def ready(self):
        """Waits for the first kernel_info reply and returns the age at which it came; then until IOPub is heard too."""
        self.ask("kernel_info_request", heard=False)
        age = self.age()
        while not self.ask("kernel_info_request", patience=SETTLING):
            pass
        return age

    def restart(self):
        self.client.stop_channels()
        self.begun = time.perf_counter()
        self.manager.restart_kernel()
        self.connect()

    def send(self, kind, **content):
        message = self.client.session.msg(kind, content)
        self.client.session.send(self.shell, message)
        return message["msg_id"]

    def execute(self, code):
        return self.send("execute_request", code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=False)

    def ask(self, kind, heard=True, patience=PATIENCE, **content):
        begun = time.perf_counter()
        return self.wait(self.send(kind, **content), begun, heard, patience)

    def run(self, code):
        begun = time.perf_counter()
        answer = self.wait(self.execute(code), begun)
        if answer.reply["status"] != "ok":
            raise RuntimeError(f"{code}: {answer.reply}")
        return answer

    def wait(self, request, begun, heard=True, patience=PATIENCE):
        """The answer to `request`, once its reply and, if it is to be `heard`, its idle have come; None after `patience` seconds."""
        reply, idle, outputs = None, not heard, []
        while reply is None or not idle:
            left = begun + patience - time.perf_counter()
            if left <= 0:
                return self.late(patience)
            for channel, _ in self.poller.poll(1000 * left):
                for message in self.arrived(channel):
                    if message["parent_header"].get("msg_id") != request:
                        continue
                    if channel is self.shell:
                        reply = message["content"]
                    elif message["content"].get("execution_state") == "idle":
                        idle = True
                    else:
                        outputs.append(message)
        return Answer(reply, time.perf_counter() - begun, outputs)

    def late(self, patience):
        if patience == PATIENCE:
            raise TimeoutError(f"no answer in {PATIENCE} s; the kernel is {'alive' if self.manager.is_alive() else 'dead'}")
        return None

    def arrived(self, channel):
        while True:
            try:
                _, message = self.client.session.recv(channel, zmq.NOBLOCK)
            except zmq.Again:
                return
            if message is None:
                return
            yield message

    def processes(self):
        root = psutil.Process(self.manager.provisioner.pid)
        return [root, *root.children(recursive=True)]

    def cpu(self):
        """Seconds of processor time that its processes have taken so far."""
        return sum(sum(process.cpu_times()[:2]) for process in self.processes())

    def memory(self):
        """Megabytes that its processes take; pages that several share are divided among them."""
        return sum(process.memory_full_info().pss for process in self.processes()) / MEGABYTE

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.manager.context.destroy()


@contextmanager
def running(name):
    """A fresh kernel, gone at the end."""
    kernel = Kernel(name)
    try:
        yield kernel
    finally:
        kernel.stop()


@contextmanager
def ready(name):
    """A fresh kernel that has run a cell."""
    with running(name) as kernel:
        kernel.ready()
        kernel.run("1+1")
        yield kernel
