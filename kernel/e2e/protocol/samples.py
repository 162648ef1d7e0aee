"""The same small cells in each language. `printed` and `shown` are what they bring forth."""

JAVA = dict(
    next='nextInput("more");',
    target='onComm("mirror", (comm, data) -> { System.out.println("opened"); comm.onMessage(comm::send); });',
    value="6 * 7",
    astral='"täst 😀"',
    prints='System.out.println("a");',
    both='System.out.println("one"); System.err.println("two"); System.out.println("three");',
    fails='System.out.println("before"); throw new IllegalStateException("oh no");',
    fails_name="IllegalStateException",
    broken="int x = ;",
    define="int keep = 42;",
    kept="keep",
    sleep="Thread.sleep(600_000);",
    nap="Thread.sleep(1500);",
    spin="while (true) { }",
    endless={
        "a loop": "while (true) { }",
        "a sleep": "Thread.sleep(600_000);",
        "a loop in a method": "void turn() { while (true) { } }\nturn();",
        "a loop in a lambda": "Runnable round = () -> { while (true) { } };\nround.run();",
        "a loop in a stream": "IntStream.iterate(0, i -> i + 1).map(i -> i / 2).filter(i -> i < 0).findFirst();",
        "a loop in the value": "class Endless { public String toString() { while (true) { } } }\nnew Endless()",
        "blocking I/O": "new java.net.ServerSocket(0).accept();",
        "a silent peer": (
            "var listening = new java.net.ServerSocket(0);\n"
            'new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), listening.getLocalPort()).getInputStream().read();'
        ),
        "a silent process": 'new ProcessBuilder("sleep", "60").start().getInputStream().read();',
        "a wait for a lock": "Object lock = new Object();\nsynchronized (lock) { lock.wait(); }",
        "a semaphore": "new java.util.concurrent.Semaphore(0).acquire();",
        "a lock": (
            "var held = new java.util.concurrent.locks.ReentrantLock();\n"
            "Thread.ofPlatform().start(held::lock).join();\n"
            "held.lock();"
        ),
        "threads that it started": (
            "var busy = Stream.generate(() -> Thread.ofPlatform().start(() -> { while (true) { } })).limit(2).toList();\n"
            "for (var thread : busy) thread.join();"
        ),
        "virtual threads that it started": (
            "try (var pool = Executors.newVirtualThreadPerTaskExecutor()) { pool.submit(() -> { while (true) { } }); }"
        ),
        "endless recursion, caught": (
            "int down(int n) { try { return down(n + 1); } catch (StackOverflowError e) { return down(n); } }\ndown(0);"
        ),
    },
    little_memory=dict(JDK_JAVA_OPTIONS="-Xmx160m"),
    hoard="List<byte[]> hoard = new ArrayList<>();\nwhile (true) hoard.add(new byte[10_000]);",
    let_go="hoard = null;",
    flood='for (int i = 0; i < 200_000; i++) System.out.println("line " + i);',
    display="display(42);",
    display_update='String shownAs = display("first");\nupdateDisplay(shownAs, "second");',
    clear="clearOutput(true);\ndisplay(42);",
    expressions=("6 * 7", "nonsense"),
    thread=(
        "Thread late = new Thread(() -> {\n"
        "    try { Thread.sleep(700); } catch (InterruptedException e) { }\n"
        '    System.out.println("late");\n'
        "});\n"
        "late.start();"
    ),
    virtual_thread=(
        "Thread later = Thread.ofVirtual().start(() -> {\n"
        "    try { Thread.sleep(700); } catch (InterruptedException e) { }\n"
        '    System.out.println("late");\n'
        "});"
    ),
    thread_joined='Thread soon = new Thread(() -> System.out.println("soon"));\nsoon.start();\nsoon.join();',
    input='new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine()',
    input_result="täst 😀",
    complete=('"abc".subs', 10, "substring"),
    complete_astral='String s = "😀"; s.subs',
    inspect=("Math.max(1, 2)", 8),
    inspect_astral=('"😀😀😀😀".length() + Math.max(1, 2)', 26, "max"),
    no_json='display(DisplayData.of("application/json", Map.of("a", Double.NaN, "b", List.of(1.0 / 0))));',
    child='new ProcessBuilder("sleep", "600").start().pid()',
    statuses=dict(complete="int a = 1;", incomplete="if (true) {", invalid=None),
)

PYTHON = dict(
    value="6 * 7",
    astral='"täst 😀"',
    prints='print("a")',
    both='import sys\nprint("one"); print("two", file=sys.stderr); print("three")',
    fails='print("before"); raise ValueError("oh no")',
    fails_name="ValueError",
    broken="x = = 1",
    define="keep = 42",
    kept="keep",
    sleep="import time; time.sleep(600)",
    nap="import time; time.sleep(1.5)",
    spin="while True: pass",
    endless={
        "a loop": "while True: pass",
        "a sleep": "import time; time.sleep(600)",
        "a loop in a method": "def turn():\n    while True: pass\nturn()",
        "a loop in a stream": "all(i >= 0 for i in iter(int, 1))",
        "a silent process": "import subprocess; subprocess.run(['sleep', '60'])",
        "blocking I/O": "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); s.accept()",
        "a lock": "import threading; held = threading.Lock(); held.acquire(); held.acquire()",
        "a semaphore": "import threading; threading.Semaphore(0).acquire()",
    },
    flood='for i in range(200_000): print("line", i)',
    display="display(42)",
    display_update='shown_as = display("first", display_id=True)\nshown_as.update("second")',
    clear="from IPython.display import clear_output\nclear_output(wait=True)\ndisplay(42)",
    expressions=("6 * 7", "nonsense"),
    thread=(
        "import threading, time\n"
        "def late():\n    time.sleep(0.7)\n    print('late')\n"
        "threading.Thread(target=late).start()"
    ),
    thread_joined="import threading\nt = threading.Thread(target=lambda: print('soon')); t.start(); t.join()",
    input="input()",
    input_result="'täst 😀'",
    complete=('"abc".spl', 9, "split"),
    complete_astral='s = "😀"; s.spl',
    inspect=("max(1, 2)", 2),
    inspect_astral=('"😀😀😀😀"; max(1, 2)', 10, "max"),
    no_json="display({'application/json': {'a': float('nan')}}, raw=True)",
    child="import subprocess; subprocess.Popen(['sleep', '600']).pid",
    statuses=dict(complete="a = 1", incomplete="if True:", invalid="x = = 1"),
    target=(
        "def opened(comm, message):\n"
        "    print('opened')\n"
        "    comm.on_msg(lambda m: comm.send(m['content']['data']))\n"
        "get_ipython().kernel.comm_manager.register_target('mirror', opened)"
    ),
    next="get_ipython().set_next_input('more')",
)

ECHO = dict(
    value="42",
    astral="täst 😀",
    prints="print a",
    both="print one\nerror two\nprint three",
    fails="print before\nfail oh no",
    fails_name="EchoError",
    sleep="wait",
    spin="spin",
    endless={"a loop": "spin", "a sleep": "wait"},
    flood="flood 200000",
    display="display 42",
    display_update="named first\nupdate second",
    clear="clear wait\ndisplay 42",
    expressions=("42", "fail no"),
    input="input ?",
    input_result="täst 😀",
    complete=("ab", 2, "ab!"),
    inspect=("x", 0),
    statuses=dict(complete="a;", incomplete="if", invalid=None),
    target="target mirror",
    next="next more",
)

SAMPLES = dict(java=JAVA, python=PYTHON, echo=ECHO)
