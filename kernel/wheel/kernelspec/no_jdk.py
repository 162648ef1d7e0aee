"""Answers in the kernel's place where there is no JDK, so that the reason is read in the notebook and not in a log."""

import sys

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel

REASON, CONNECTION_FILE = sys.argv[1:3]


class NoJdk(Kernel):
    """A kernel that answers every cell with the reason why the real one cannot start."""

    implementation = "wirebook"
    implementation_version = "0"
    banner = REASON
    language_info = {"name": "java", "mimetype": "text/x-java", "file_extension": ".java"}

    def do_execute(self, code, silent, *args, **kwargs):
        error = {"ename": "NoJdk", "evalue": REASON, "traceback": [REASON]}
        if not silent:
            self.send_response(self.iopub_socket, "error", error)
        return {"status": "error", "execution_count": self.execution_count, **error}


IPKernelApp.launch_instance(argv=["-f", CONNECTION_FILE], kernel_class=NoJdk)
