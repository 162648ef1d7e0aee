"""4-kernel, "Channels, order, life": running cells, what they show, what they ask."""

import time
import uuid
from datetime import datetime

import pytest


def test_a_cell_is_input_output_result_reply(client, code):
    """Execute: execute_input, outputs, execute_result, reply with execution_count, user_expressions, payload, started."""
    exchange = client.run(code("value"))
    assert [m.type for m in exchange.shown] == ["execute_input", "execute_result"]
    first, result = exchange.shown
    reply = exchange.reply
    assert first.content == dict(code=code("value"), execution_count=reply.content["execution_count"])
    assert result.content["execution_count"] == reply.content["execution_count"]
    assert result.content["data"]["text/plain"] == "42" and result.content["metadata"] == {}
    assert reply.content["user_expressions"] == {} and reply.content["payload"] == []
    assert "T" in reply.metadata["started"]


def test_all_output_comes_before_idle_in_its_order(client, code):
    """All output before idle; one ordered buffer for stdout and stderr."""
    exchange = client.run(code("both"))
    said = [(m.content["name"], m.content["text"]) for m in exchange.of("stream")]
    if client.kernel.language != "python":  # ipykernel keeps a buffer for each stream
        assert said == [("stdout", "one\n"), ("stderr", "two\n"), ("stdout", "three\n")]
    assert exchange.text("stdout") == "one\nthree\n" and exchange.text("stderr") == "two\n"
    assert exchange.iopub[-1].state == "idle"


def test_a_flood_of_lines_is_few_messages_and_none_is_lost(client, code):
    """200,000 lines: nothing is lost, and at most 150 messages."""
    exchange = client.run(code("flood"), timeout=120)
    lines = exchange.text().splitlines()
    assert lines == [f"line {i}" for i in range(200_000)]
    assert len(exchange.of("stream")) <= 150


def test_output_comes_while_the_cell_runs(client, code):
    """By time when a person is watching, which a front end says by answering questions."""
    request = client.begun(code("prints") + "\n" + code("nap"), allow_stdin=True)
    client.wait_type(request, "stream", timeout=1.2)
    assert not [m for m in client.about[request] if m.channel == "shell"]
    client.exchange(request)


def count(client, code, **options):
    return client.run(code("value"), **options).content["execution_count"]


def test_the_count_goes_up_with_cells_that_store_history(start, code):
    """Count rules for silent and store_history."""
    with start() as kernel, kernel.ready() as client:
        assert count(client, code) == 1
        assert count(client, code) == 2
        assert count(client, code, store_history=False) in (2, 3)
        assert count(client, code, silent=True) in (2, 3)
        assert count(client, code, silent=True, store_history=True) in (2, 3)
        assert count(client, code) == 3


def test_a_silent_cell_shows_neither_code_nor_result(client, code):
    """silent: no execute_input, no execute_result."""
    exchange = client.run(code("value"), silent=True)
    assert exchange.content["status"] == "ok"
    assert not exchange.of("execute_input") and not exchange.of("execute_result")
    assert [m.state for m in exchange.iopub] == ["busy", "idle"]


def test_an_error_is_told_in_the_same_words_twice(client, code):
    """Errors: IOPub error and the reply carry the same ename, evalue and non-empty traceback."""
    exchange = client.run(code("fails"))
    (error,) = exchange.of("error")
    reply = exchange.content
    assert reply["status"] == "error"
    assert error.content == {key: reply[key] for key in ("ename", "evalue", "traceback")}
    assert code("fails_name") in error.content["ename"] and error.content["evalue"] == "oh no"
    assert error.content["traceback"] and all(isinstance(line, str) for line in error.content["traceback"])
    assert exchange.text() == "before\n"
    assert exchange.text("stderr") == "", "graders read any stderr as a failure"


def test_code_that_does_not_compile_is_an_error(client, code):
    """Errors, also before anything runs."""
    exchange = client.run(code("broken"))
    assert exchange.content["status"] == "error" and exchange.content["traceback"]
    assert len(exchange.of("error")) == 1


def test_a_failure_aborts_the_cells_that_wait_and_nothing_else(client, code):
    """stop_on_error: queued execute requests are aborted, other queued requests still served."""
    failing = client.execute(code("fails"))
    waiting = [client.execute(code("prints")) for _ in range(5)]
    info = client.send("shell", "kernel_info_request")
    comms = client.send("shell", "comm_info_request")
    assert client.exchange(failing).content["status"] == "error"
    for request in waiting:
        exchange = client.exchange(request)
        assert exchange.content["status"] == "aborted"
        assert exchange.shown == []
    assert client.exchange(info).content["status"] == "ok"
    assert client.exchange(comms).content["status"] == "ok"
    assert client.run(code("value")).result == "42", "the abort is over"


def test_without_stop_on_error_the_cells_that_wait_run(client, code):
    """`false` runs on (nbclient needs it)."""
    failing = client.execute(code("fails"), stop_on_error=False)
    waiting = client.execute(code("value"))
    assert client.exchange(failing).content["status"] == "error"
    assert client.exchange(waiting).content["status"] == "ok"


def test_each_user_expression_is_ok_or_error_of_its_own(client, code):
    """user_expressions each ok or error of its own."""
    good, bad = code("expressions")
    reply = client.run(code("value"), user_expressions=dict(good=good, bad=bad)).content
    assert reply["status"] == "ok"
    assert reply["user_expressions"]["good"]["status"] == "ok"
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "42"
    failure = reply["user_expressions"]["bad"]
    assert failure["status"] == "error" and failure["ename"] and failure["traceback"]


def test_a_payload_comes_with_the_reply(client, code):
    """reply with … payload."""
    (entry,) = client.run(code("next")).content["payload"]
    assert entry["source"] == "set_next_input" and entry["text"] == "more"


def test_a_display_is_shown_and_updated(client, code):
    """display_id, update_display_data."""
    (shown,) = client.run(code("display")).of("display_data")
    assert shown.content["data"]["text/plain"] == "42" and isinstance(shown.content["transient"], dict)
    exchange = client.run(code("display_update"))
    (first,), (second,) = exchange.of("display_data"), exchange.of("update_display_data")
    assert first.content["transient"]["display_id"] == second.content["transient"]["display_id"]
    assert "second" in second.content["data"]["text/plain"]


def test_output_can_be_cleared(client, code):
    """clear_output with wait."""
    exchange = client.run(code("clear"))
    assert [m.type for m in exchange.shown][1:3] == ["clear_output", "display_data"]
    assert exchange.of("clear_output")[0].content == {"wait": True}


def test_a_thread_that_is_waited_for_prints_into_its_cell(client, code):
    """Output of threads that a cell started belongs to that cell."""
    assert client.run(code("thread_joined")).text() == "soon\n"


@pytest.mark.beyond
@pytest.mark.parametrize("kind", ("thread", "virtual_thread"))
def test_a_thread_prints_into_its_cell_after_its_idle(client, code, kind):
    """… also after its idle; virtual threads too."""
    request = client.execute(code(kind))
    client.exchange(request)
    other = client.execute(code("value"))
    client.exchange(other)
    late = client.wait(request, lambda m: m.type == "stream" and "late" in m.content["text"], timeout=10)
    assert late.parent["msg_id"] == request


def test_a_blank_cell_is_no_error(client):
    """Nothing is something that can be run."""
    for blank in ("", "  \n\t\n"):
        exchange = client.run(blank)
        assert exchange.content["status"] == "ok"
        assert not exchange.of("execute_result")


# ---- stdin


def test_a_question_goes_to_the_client_that_runs_the_cell(client, code):
    """stdin: input_request with the shell identity."""
    with client.kernel.client() as other:
        other.settle()
        request = client.execute(code("input"), allow_stdin=True)
        question = client.wait_type(request, "input_request")
        assert question.channel == "stdin"
        assert isinstance(question.content["prompt"], str) and question.content["password"] is False
        client.send("stdin", "input_reply", dict(value="täst 😀"), parent=question.header)
        assert client.exchange(request).result.strip('"') == code("input_result")
        other.quiet(0.2)
        assert not [m for m in other.heard if m.type == "input_request"]


def test_what_was_printed_is_seen_before_the_question(client, code):
    """Flushed … before any … input request."""
    separator = "\n"
    request = client.execute(code("prints") + separator + code("input"), allow_stdin=True)
    client.wait_type(request, "input_request")
    client.wait_type(request, "stream", timeout=2)
    client.send("stdin", "input_reply", dict(value="x"))
    assert client.exchange(request).content["status"] == "ok"


def test_a_question_that_may_not_be_asked_fails_at_once(client, code):
    """Never when allow_stdin is false: fail at once, clearly."""
    request = client.execute(code("input"), allow_stdin=False)
    exchange = client.exchange(request, timeout=5)
    assert exchange.content["status"] == "error"
    assert "input" in (exchange.content["ename"] + exchange.content["evalue"]).lower()
    assert not [m for m in exchange.messages if m.channel == "stdin"]


def test_a_question_can_be_interrupted(client, code):
    """Interruptible; and a late answer is nobody's."""
    request = client.execute(code("input"), allow_stdin=True)
    client.wait_type(request, "input_request")
    client.ask("control", "interrupt_request", timeout=5)
    assert client.exchange(request, timeout=10).content["status"] == "error"
    client.send("stdin", "input_reply", dict(value="stale"))
    client.quiet(0.2)
    request = client.execute(code("input"), allow_stdin=True)
    question = client.wait_type(request, "input_request")
    client.send("stdin", "input_reply", dict(value="fresh"), parent=question.header)
    assert "fresh" in client.exchange(request).result


# ---- questions about code


@pytest.mark.parametrize("detail", (0, 1))
def test_inspection(client, code, detail):
    """inspect: never an error, never silence."""
    text, cursor = code("inspect")
    content = client.ask("shell", "inspect_request", dict(code=text, cursor_pos=cursor, detail_level=detail)).content
    assert content["status"] == "ok" and content["found"] is True
    assert content["data"]["text/plain"] and isinstance(content["metadata"], dict)


def test_completion(client, code):
    """complete, with types in `_jupyter_types_experimental`."""
    text, cursor, match = code("complete")
    content = client.ask("shell", "complete_request", dict(code=text, cursor_pos=cursor)).content
    assert content["status"] == "ok"
    assert [m for m in content["matches"] if match in m]
    assert content["cursor_start"] <= content["cursor_end"] == cursor
    typed = content["metadata"]["_jupyter_types_experimental"]
    assert len(typed) == len(content["matches"])
    assert {"start", "end", "text", "type"} <= typed[0].keys()


def test_completeness(client, code):
    """is_complete with indent."""
    for status, text in code("statuses").items():
        if text is not None:
            content = client.ask("shell", "is_complete_request", dict(code=text)).content
            assert content["status"] == status
            assert "indent" in content or status != "incomplete"


ODD = ["", " ", "\n", "(", "((((((((", '"', '"""', "'", "\\", "\x00", "😀", "a.", ".", "\u202e", "/*", "é" * 5000, "(" * 500]


@pytest.mark.parametrize("kind", ("complete_request", "inspect_request", "is_complete_request"))
def test_questions_about_nonsense_are_answered(client, kind):
    """Never an error, never silence."""
    for text in ODD:
        for cursor in {0, len(text) // 2, len(text)}:
            content = client.ask("shell", kind, dict(code=text, cursor_pos=cursor, detail_level=1), timeout=20).content
            known = ("complete", "incomplete", "invalid", "unknown") if kind.startswith("is_") else ("ok",)
            assert content["status"] in known


@pytest.mark.beyond
@pytest.mark.parametrize("cursor", (-1, 10**9, 10**30, 1.5, "1", None))
def test_a_cursor_from_nowhere_is_answered(client, cursor):
    """… whatever the cursor is."""
    for kind in ("complete_request", "inspect_request"):
        content = client.ask("shell", kind, dict(code="abc", cursor_pos=cursor, detail_level=0), timeout=5).content
        assert content["status"] == "ok"


# ---- history


def history(client, **asked):
    content = dict(output=False, raw=True, **asked)
    return client.ask("shell", "history_request", content).content["history"]


def unique(code):
    """A cell like no other, of any language."""
    return f"{code('value')} {'' if code('value') == '42' else comment(code)}{uuid.uuid4().hex}"


def comment(code):
    return "# " if "print(" in code("prints") and ";" not in code("prints") else "// "


def test_history_of_this_session(start, code):
    """History: session 0, range."""
    with start() as kernel, kernel.ready() as client:
        cells = [unique(code) for _ in range(3)]
        for cell in cells:
            client.run(cell)
        client.run(unique(code), store_history=False)
        client.run(unique(code), silent=True)
        entries = history(client, hist_access_type="range", session=0, start=1, stop=4)
        assert [(line, source) for _, line, source in entries] == [(i + 1, cell) for i, cell in enumerate(cells)]
        assert [e[2] for e in history(client, hist_access_type="range", session=0, start=2, stop=3)] == [cells[1]]


def test_history_over_a_restart(start, code):
    """Tail, search; kept over restarts."""
    cell = unique(code)
    with start() as kernel, kernel.ready() as client:
        client.run(cell)
        client.ask("shell", "history_request", dict(hist_access_type="tail", n=1, output=False, raw=True))
        client.ask("control", "shutdown_request", dict(restart=True))
        assert kernel.exit_code(5) == 0
    with start() as kernel, kernel.ready() as client:
        mark = cell.split()[-1]
        (found,) = history(client, hist_access_type="search", pattern=f"*{mark}*", n=10, unique=False)
        assert found[1:] == [1, cell]
        assert len(history(client, hist_access_type="tail", n=3)) <= 3
        assert cell in [entry[2] for entry in history(client, hist_access_type="tail", n=200)]
        assert [e[2] for e in history(client, hist_access_type="range", session=found[0], start=1, stop=2)] == [cell]
        outputs = client.ask(
            "shell",
            "history_request",
            dict(hist_access_type="search", pattern=f"*{mark}*", n=1, output=True, raw=True),
        ).content["history"]
        assert outputs[0][2][0] == cell and len(outputs[0][2]) == 2


# ---- comms


def test_a_comm_to_an_unknown_target_is_closed(client):
    """Comm: open to an unknown target is answered with close."""
    comm = uuid.uuid4().hex
    request = client.send("shell", "comm_open", dict(comm_id=comm, target_name="nobody", data={}))
    exchange = client.exchange(request, reply=False)
    (close,) = exchange.of("comm_close")
    assert close.content["comm_id"] == comm
    assert comm not in client.ask("shell", "comm_info_request").content["comms"]


@pytest.mark.beyond
def test_a_message_to_an_unknown_comm_is_ignored(client, code):
    """Message to an unknown id is ignored silently."""
    for kind in ("comm_msg", "comm_close"):
        request = client.send("shell", kind, dict(comm_id=uuid.uuid4().hex, data={}))
        exchange = client.exchange(request, reply=False)
        assert exchange.shown == [] and exchange.reply is None
    assert client.run(code("value")).result == "42"


def test_a_cell_registers_a_target_and_answers(client, code):
    """Targets can be registered from a cell."""
    client.run(code("target"))
    comm = uuid.uuid4().hex
    request = client.send("shell", "comm_open", dict(comm_id=comm, target_name="mirror", data={}))
    assert client.exchange(request, reply=False).text() == "opened\n"
    assert client.ask("shell", "comm_info_request").content["comms"][comm] == {"target_name": "mirror"}
    assert client.ask("shell", "comm_info_request", dict(target_name="other")).content["comms"].get(comm) is None
    request = client.send("shell", "comm_msg", dict(comm_id=comm, data={"täst": [1, None, {"a": "😀"}]}))
    (echo,) = client.exchange(request, reply=False).of("comm_msg")
    assert echo.content["comm_id"] == comm and echo.content["data"] == {"täst": [1, None, {"a": "😀"}]}
    client.exchange(client.send("shell", "comm_close", dict(comm_id=comm, data={})), reply=False)
    assert comm not in client.ask("shell", "comm_info_request").content["comms"]


def test_the_reply_says_when_the_cell_began(client, code):
    """`metadata.started` lies before the reply."""
    before = time.time()
    reply = client.run(code("value")).reply
    started = datetime.fromisoformat(reply.metadata["started"]).timestamp()
    assert before - 1 <= started <= datetime.fromisoformat(reply.header["date"]).timestamp()
