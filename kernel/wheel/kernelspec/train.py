"""Trains the installed kernel's start: runs it once as a notebook would, so that the JVM keeps what it loaded in an AOT cache.

    python train.py JDK MARK        JDK: the home of the JDK to remember · MARK: what install.sh knows this installation by

The files made here are entered in the wheel's list of files, so that `pip uninstall wirebook` removes them too.
"""

import csv
import os
import sys
from importlib.metadata import distribution
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

HERE = Path(__file__).resolve().parent
CACHE = HERE / "wirebook.aot"

CELLS = [
    "1 + 1",
    'System.out.println("hello"); System.err.println("there");',
    "int twice(int x) { return 2 * x; }",
    "record Point(int x, int y) {}\nvar points = List.of(new Point(1, 2), new Point(3, twice(2)));\npoints",
    "points.stream().map(Point::x).filter(x -> x > 1).collect(Collectors.toList())",
    'var words = new TreeMap<String, Integer>();\nfor (var word : "to be or not to be".split(" ")) words.merge(word, 1, Integer::sum);\nwords',
    'display("shown")',
    'throw new IllegalStateException("on purpose");',
    "int wrong = points.lenght();",
    'String text = switch (points.get(0)) { case Point(var x, var y) when x > 0 -> "right"; default -> "left"; };\ntext',
    'class Counter { private int count; int next() { return ++count; } }\nvar counter = new Counter();\ncounter.next()',
    'for (int i = 0; i < 3; i++) {\n    print(i);\n}\nint total = 0;\nfor (var point : points) total += point.x();\ntotal',
    'var name = IO.readln("name? ");\nname',
    'var get = GET("/power-tools.html").host("www.joes-hardware.com").header("Accept", "text/html")',
    "get.hexdump()",
    'var packets = get.over(tcp(49152, 80).seq(1).ack(1).mss(40)).over(ipv4("192.0.2.10", "198.51.100.7"))',
    "packets.first()",
    "packets.first().tree()",
    "packets.get(1).checksum(0xdead).tree()",
    "replay(packets).every(ms(10)).over(link().delay(ms(20)).drop(2))",
    'var visit = client("192.0.2.10").over(link().delay(ms(20)))\n'
    '        .to(server("198.51.100.7", 80).page("/power-tools.html", "<h1>Power tools</h1>"))\n'
    "        .open().send(get).receive().close();\nvisit.run()",
    'check(visit.run()).delivered("<h1>Power tools</h1>")',
    "%time total",
]

ENDLESS = 'System.out.println("on"); while (true) {}'


def train(kernel):
    """One session from start to shutdown; what each request answers is not looked at, except that it is answered."""
    client = kernel.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    for cell in CELLS:
        client.execute_interactive(
            cell, output_hook=lambda message: None, stdin_hook=lambda question: client.input("Ada"), timeout=60, stop_on_error=False
        )
    client.execute(ENDLESS)
    while client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
        pass
    kernel.interrupt_kernel()
    client.get_shell_msg(timeout=60)
    for _ in range(3):
        for code in ("points.st", "Sys", "words.put(", "Math.ma"):
            client.complete(code, reply=True, timeout=60)
        client.inspect("Math.max(1, 2)", 7, reply=True, timeout=60)
        client.inspect("points", 3, reply=True, timeout=60)
        client.is_complete("int f() {")
        client.get_shell_msg(timeout=60)
    client.history(hist_access_type="tail", n=5, reply=True, timeout=60)
    client.shutdown()
    client.stop_channels()
    kernel.provisioner.process.wait(120)


def remember(*files):
    """Enters files in the list by which pip removes the wheel."""
    wheel = distribution("wirebook")
    site = Path(wheel.locate_file(""))
    record = next(Path(wheel.locate_file(file)) for file in wheel.files if file.name == "RECORD")
    with record.open(newline="") as lines:
        rows = list(csv.reader(lines))
    known = {row[0] for row in rows}
    rows += [[name, "", ""] for name in (os.path.relpath(file, site.resolve()) for file in files) if name not in known]
    with record.open("w", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows(rows)


def main(jdk, mark):
    (HERE / "jdk").write_text(jdk + "\n")
    remember(CACHE, HERE / "jdk", HERE / "mark")
    CACHE.unlink(missing_ok=True)
    kernel = KernelManager(kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(HERE.parent)]), kernel_name="wirebook")
    kernel.start_kernel(env={**os.environ, "WIREBOOK_TRAIN": str(CACHE)})
    try:
        train(kernel)
    finally:
        kernel.shutdown_kernel(now=True)
        CACHE.with_suffix(".aot.config").unlink(missing_ok=True)
    (HERE / "mark").write_text(mark + "\n")
    print("trained" if CACHE.exists() else "answers, but the JVM wrote no AOT cache: it will start slower")


main(*sys.argv[1:])
