"""What goes wrong in a student's cell is told clearly, and the next cell works."""

import pytest

MISHAPS = {
    "a misspelt method": ('"hello".lenght()', ["lenght"]),
    "a missing semicolon": ("int a = 1\nint b = 2;", ["';' expected"]),
    "an unknown name": ("int c = counter + 1;", ["counter"]),
    "a wrong type": ('int d = "four";', ["String", "int"]),
    "an exception": ("int[] e = {1, 2};\ne[2] = 3;", ["ArrayIndexOutOfBoundsException", "line 2"]),
    "an exception with a cause": (
        'throw new IllegalStateException("outer", new IllegalArgumentException("inner"));',
        ["outer", "IllegalArgumentException", "inner"],
    ),
    "a value without a text": (
        'class Shy { public String toString() { throw new IllegalStateException("no text"); } }\nnew Shy()',
        ["IllegalStateException: no text", "line 1, in Shy.toString"],
    ),
    "a way out of the JVM": ("System.exit(3);", ["exit"]),
    "endless recursion": ("int down(int n) { return down(n + 1) + 1; }\ndown(0)", ["StackOverflowError"]),
}


@pytest.mark.parametrize("mishap", MISHAPS)
def test_a_mishap_is_told_and_the_next_cell_works(kernel, mishap):
    code, words = MISHAPS[mishap]
    answer = kernel.run(code)
    assert answer.status == "error"
    assert [word for word in words if word not in answer.error] == []
    assert not [line for line in answer.error.splitlines() if "jdk.jshell" in line or "wirebook.app" in line]
    assert kernel.run("6 * 7").text == "42"


@pytest.mark.parametrize("start", ["new Thread", "Thread.ofVirtual().unstarted"])
def test_what_a_thread_does_not_catch_is_told_in_the_cells_own_lines(kernel, start):
    cell = f'var lost = {start}(() -> {{ throw new IllegalStateException("lost"); }});\nlost.start();\nlost.join();'
    said = kernel.run(cell).text
    assert said.startswith("Exception in thread") and "IllegalStateException: lost" in said and "line 1" in said
    assert "cells." not in said


@pytest.mark.parametrize("loop", ["while (true) {}", "Thread.sleep(600_000);", "void spin() { while (true) {} }\nspin();"])
def test_a_loop_is_interrupted_and_variables_survive(kernel, loop):
    kernel.run("int keep = 42;")
    request = kernel.start(loop)
    kernel.manager.interrupt_kernel()
    answer = kernel.finish(request)
    assert answer.status == "error"
    assert "interrupt" in answer.error.lower()
    assert kernel.run("keep").text == "42"


def test_a_question_to_nobody_fails_at_once(kernel):
    answer = kernel.run("System.in.read()")
    assert answer.status == "error"
    assert "input" in answer.error.lower()


def test_the_kernels_own_libraries_are_invisible(kernel):
    for name in ("org.zeromq.ZMQ", "tools.jackson.core.JsonParser", "wirebook.jupyter.kernel.Kernel", "wirebook.app.Main"):
        assert kernel.run(f"{name}.class").status == "error"
        answer = kernel.run(f'Class.forName("{name}")')
        assert "ClassNotFoundException" in answer.error
