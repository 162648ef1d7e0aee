"""A kernel as the tests talk to it: start it, run a cell, read what came."""

from contextlib import contextmanager
from dataclasses import dataclass, field

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

PATIENCE = 60


@dataclass
class Answer:
    """What a cell brought forth, in the order in which it came."""

    reply: dict
    outputs: list = field(default_factory=list)

    @property
    def status(self):
        return self.reply["status"]

    @property
    def error(self):
        """Name, message and traceback of the error, as a person reads them."""
        return "\n".join([f"{self.reply['ename']}: {self.reply['evalue']}", *self.reply["traceback"]])

    @property
    def text(self):
        """All that was printed, displayed and answered, as text."""
        return "".join(
            content["text"] if kind == "stream" else content["data"].get("text/plain", "")
            for kind, content in self.outputs
            if kind in ("stream", "display_data", "execute_result")
        )

    def data(self, mime):
        """What was displayed or answered in one media type."""
        return [content["data"][mime] for _, content in self.outputs if mime in content.get("data", {})]


class Session:
    """One running kernel and one client of it."""

    def __init__(self, manager, client):
        self.manager, self.client = manager, client

    def run(self, code, timeout=PATIENCE, **options):
        answer = Answer({})

        def keep(message):
            if message["msg_type"] not in ("status", "execute_input"):
                answer.outputs.append((message["msg_type"], message["content"]))

        options = {"stop_on_error": False, "allow_stdin": False, **options}
        answer.reply = self.client.execute_interactive(code, output_hook=keep, timeout=timeout, **options)["content"]
        return answer

    def start(self, code):
        """Sends a cell and waits until it runs, not until it ends."""
        request = self.client.execute(f'System.out.println("running");\n{code}', allow_stdin=True)
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == request and message["msg_type"] == "stream":
                return request

    def finish(self, request, timeout=PATIENCE):
        """Waits for the reply to a cell that was sent before."""
        while True:
            reply = self.client.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == request:
                return Answer(reply["content"])


@contextmanager
def session(name="wirebook", folder=None, **options):
    """A fresh kernel, gone at the end: an installed one, or one that lies in `folder`."""
    specs = KernelSpecManager(kernel_dirs=[str(folder)]) if folder else KernelSpecManager()
    manager = KernelManager(kernel_name=name, kernel_spec_manager=specs)
    manager.start_kernel(**options)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE)
        yield Session(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
