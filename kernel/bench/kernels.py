"""Measures installed kernels from outside, side by side in one run, and holds ours to its budgets: one command, one table.

    python kernel/bench/kernels.py [--kernel NAME ...] [--only MEASURE ...] [--rounds N] [--smoke]

The kernels take turns: in each round every kernel does the same once, so that a busy machine is busy for all of them. Every value
is the median of the rounds. Budgets are ratios to ipykernel in the same run, except where a number is given for itself.
"""

import argparse
import os
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from client import ready, running
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

OURS, REFERENCE = "wirebook", "python3"
NOTHING = float("nan")


@dataclass(frozen=True)
class Row:
    """A line of the table: what is measured, and the budget and the limit to aim at, as a ratio to ipykernel or as a value."""

    key: str
    what: str
    unit: str
    budget: float = NOTHING
    limit: float = NOTHING
    ratio: bool = True
    more: bool = False
    """Whether more is better."""

    def meets(self, value, goal):
        return value >= goal if self.more else value <= goal


def value(key, what, unit, budget, limit=NOTHING):
    return Row(key, what, unit, budget, limit, ratio=False)


ROWS = [
    Row("info", "start to the first kernel_info reply", "s", 0.6, 0.3),
    Row("first", "start to the first cell's result", "s", 1.0, 0.7),
    Row("first_cpu", "… processor time", "s"),
    Row("restart", "restart to the first cell's result", "s", 1.0, 0.7),
    Row("warm", "warm cell `1+1`", "ms", 1.6, 1.0),
    Row("warm_cpu", "… processor time", "ms"),
    Row("method", "warm new method", "ms", 2, 1.2),
    Row("class", "warm new class", "ms", 2, 1.2),
    Row("complete", "completion of a member", "ms", 0.2),
    Row("complete2", "completion of a name", "ms", 0.4),
    Row("inspect", "inspection", "ms", 2, 1),
    Row("lines", "printed lines a second", "", 3, 6, more=True),
    value("lost", "… lines lost", "", 0),
    value("messages", "… stream messages", "", 150),
    value("idle", "memory when idle (PSS)", "MB", 90, 70),
    value("after100", "… after 100 cells", "MB", 130, 90),
    value("values", "many values: last tenth / first", "×", 1.1),
    value("values_gain", "… memory gained", "MB", 50, 15),
    value("variables", "many variables: last tenth / first", "×", 1.1),
    value("variables_gain", "… memory gained", "MB", 50, 15),
    value("interrupt", "interrupt of an endless loop: reply", "ms", 50),
    value("burnt", "… processor still burnt after", "%", 0),
    Row("many", "8 kernels at once: all first results", "s", 2.5, 1.5),
    value("many_memory", "… memory together (PSS)", "MB", 900, 600),
    Row("compute", "a cell that computes: fib(34)", "s"),
]

SAMPLES = {
    "java": {
        "method": "int sq{i}(int x) {{ return x * x + {i}; }}",
        "class": "class P{i} {{ int x; P{i}(int x) {{ this.x = x; }} int twice() {{ return 2 * x; }} }}",
        "variables": "int v{i} = {i};",
        "flood": 'for (int i = 0; i < {n}; i++) System.out.println("line " + i);',
        "complete": 'String text = "abc"; text.sub',
        "complete2": "Sys",
        "inspect": ("Math.max(1, 2)", 8),
        "spin": "while (true) {}",
        "fib": "int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }",
    },
    "python": {
        "method": "def sq{i}(x):\n    return x * x + {i}",
        "class": "class P{i}:\n    def __init__(self, x): self.x = x\n    def twice(self): return 2 * self.x",
        "variables": "v{i} = {i}",
        "flood": 'for i in range({n}): print("line", i)',
        "complete": 'text = "abc"; text.sp',
        "complete2": "impo",
        "inspect": ("max(1, 2)", 2),
        "spin": "while True: pass",
        "fib": "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)",
    },
}


@dataclass(frozen=True)
class Size:
    """How much of everything."""

    rounds: int = 5
    warm: int = 100
    defined: int = 40
    asked: int = 30
    lines: int = 200_000
    cells: int = 2_000
    settle: float = 2
    kernels: int = 8
    fib: int = 34


SMOKE = Size(rounds=1, warm=3, defined=2, asked=2, lines=1_000, cells=10, settle=0.1, kernels=2, fib=10)


def start(name, code, size):
    with running(name) as kernel:
        info = kernel.ready()
        kernel.run("1+1")
        yield "info", info
        yield "first", kernel.age()
        yield "first_cpu", kernel.cpu()


def restart(name, code, size):
    with ready(name) as kernel:
        kernel.restart()
        kernel.ready()
        kernel.run("1+1")
        yield "restart", kernel.age()


def millis(kernel, cells):
    return 1000 * median([kernel.run(cell).seconds for cell in cells])


def warm(name, code, size):
    with ready(name) as kernel:
        millis(kernel, [f"{i}+1" for i in range(size.warm // 3)])
        before = kernel.cpu()
        yield "warm", millis(kernel, ["1+1"] * size.warm)
        yield "warm_cpu", 1000 * (kernel.cpu() - before) / size.warm
        for key in ("method", "class"):
            yield key, millis(kernel, [code[key].format(i=i) for i in range(size.defined)])


def questions(name, code, size):
    with ready(name) as kernel:
        for key in ("complete", "complete2"):
            sample = code[key]
            yield key, asked(kernel, size, "complete_request", code=sample, cursor_pos=len(sample))
        sample, cursor = code["inspect"]
        yield "inspect", asked(kernel, size, "inspect_request", code=sample, cursor_pos=cursor, detail_level=0)


def asked(kernel, size, kind, **content):
    return 1000 * median([kernel.ask(kind, **content).seconds for _ in range(size.asked)])


def flood(name, code, size):
    with ready(name) as kernel:
        answer = kernel.run(code["flood"].format(n=size.lines))
        texts = [message["content"]["text"] for message in answer.outputs if message["msg_type"] == "stream"]
        yield "lines", size.lines / answer.seconds
        yield "lost", size.lines - sum(text.count("\n") for text in texts)
        yield "messages", len(texts)


def memory(name, code, size):
    with ready(name) as kernel:
        time.sleep(size.settle)
        yield "idle", kernel.memory()
        for i in range(25):
            for cell in (f"{i}+1", *(code[key].format(i=i) for key in ("variables", "method", "class"))):
                kernel.run(cell)
        time.sleep(size.settle)
        yield "after100", kernel.memory()


def growth(name, code, size):
    for key, sample in (("values", "{i}+1"), ("variables", code["variables"])):
        with ready(name) as kernel:
            millis(kernel, ["1+1"] * 20)
            before = kernel.memory()
            seconds = [kernel.run(sample.format(i=i)).seconds for i in range(size.cells)]
            tenth = size.cells // 10
            yield key, median(seconds[-tenth:]) / median(seconds[:tenth])
            yield f"{key}_gain", kernel.memory() - before


def interrupt(name, code, size):
    with ready(name) as kernel:
        request = kernel.execute(code["spin"])
        time.sleep(0.5)
        begun = time.perf_counter()
        kernel.manager.interrupt_kernel()
        yield "interrupt", 1000 * kernel.wait(request, begun).seconds
        time.sleep(0.2)
        before = kernel.cpu()
        time.sleep(size.settle)
        yield "burnt", 100 * (kernel.cpu() - before) / size.settle


def many(name, code, size):
    begun = time.perf_counter()
    with ExitStack() as stack:
        kernels = [stack.enter_context(running(name)) for _ in range(size.kernels)]
        for kernel in kernels:
            kernel.ready()
        for kernel in kernels:
            kernel.run("1+1")
        yield "many", time.perf_counter() - begun
        time.sleep(size.settle)
        yield "many_memory", sum(kernel.memory() for kernel in kernels)


def compute(name, code, size):
    with ready(name) as kernel:
        kernel.run(code["fib"])
        yield "compute", kernel.run(f"fib({size.fib})").seconds


MEASURES = [start, restart, warm, questions, flood, memory, growth, interrupt, many, compute]


def measured(names, measures, size):
    """(row, kernel) → the values of all rounds."""
    values = defaultdict(list)
    specs = KernelSpecManager()
    samples = {name: SAMPLES[specs.get_kernel_spec(name).language.lower()] for name in names}
    for measure in measures:
        rounds = 1 if measure is growth else size.rounds
        for _ in range(rounds):
            for name in names:
                for key, found in measure(name, samples[name], size):
                    values[key, name].append(found)
    return values


def line(row, names, values):
    own = {name: median(values[row.key, name]) for name in names}
    ratio = own[OURS] / own[REFERENCE] if own[REFERENCE] else NOTHING
    held = ratio if row.ratio else own[OURS]
    if row.budget != row.budget:
        verdict = ""
    elif row.meets(held, row.budget):
        verdict = "met, and the limit" if row.meets(held, row.limit) else "met"
    else:
        verdict = "**missed**"
    cells = [row.what, *(shown(own[name], row.unit) for name in names), shown(ratio, "×")]
    return [*cells, goal(row, row.budget), goal(row, row.limit), verdict]


def shown(number, unit=""):
    if number != number:
        return ""
    digits = 0 if abs(number) >= 100 or number == int(number) else 1 if abs(number) >= 10 else 2
    return f"{number:,.{digits}f} {unit}".strip()


def goal(row, number):
    return number == number and f"{'≥' if row.more else '≤'} {number:g} {'×' if row.ratio else row.unit}".strip() or ""


def table(names, values):
    yield ["what", *names, f"{OURS} / {REFERENCE}", "budget", "limit", ""]
    yield ["---", *["--:"] * (len(names) + 3), "---"]
    for row in ROWS:
        if all(values.get((row.key, name)) for name in names):
            yield line(row, names, values)


def installed(name):
    try:
        KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel:
        raise argparse.ArgumentTypeError(f"no kernel named {name} is installed") from None
    return name


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [measure.__name__ for measure in MEASURES]
    parser.add_argument("--kernel", nargs="+", default=[], type=installed, metavar="NAME", help="peers to measure beside ours and ipykernel")
    parser.add_argument("--only", nargs="+", default=names, choices=names, metavar="MEASURE", help=", ".join(names))
    parser.add_argument("--rounds", type=int, help=f"{Size().rounds} if not given; growth has one")
    parser.add_argument("--smoke", action="store_true", help="a little of everything, to see that the bench works")
    asked = parser.parse_args()
    size = SMOKE if asked.smoke else Size(rounds=asked.rounds or Size().rounds)
    before = os.getloadavg()[0]
    kernels = list(dict.fromkeys([OURS, REFERENCE, *asked.kernel]))
    values = measured(kernels, [measure for measure in MEASURES if measure.__name__ in asked.only], size)
    for cells in table(kernels, values):
        print("| " + " | ".join(cells) + " |")
    print(f"\n{os.cpu_count()} processors; load average {before:.1f} before, {os.getloadavg()[0]:.1f} after; medians of {size.rounds} rounds.")


if __name__ == "__main__":
    main()
