"""The protocol library in JJava, a Java kernel that is not ours: lecture 01 shows there what it shows in Wirebook."""

import os
import re
import sys
from pathlib import Path

import kernels
import nbformat
import pytest
from jupyter_client.kernelspec import get_kernel_spec

ROOT = Path(__file__).resolve().parents[2]
SPEC = Path(get_kernel_spec("wirebook").resource_dir)
EXTENSION = SPEC / "lib" / "wirebook-jjava.jar"
KERNELS = Path(sys.prefix) / "share" / "jupyter" / "kernels"
LECTURE = nbformat.read(ROOT / "notebooks" / "lectures" / "01-http-rides-on-tcp-ip.ipynb", as_version=4)
CELLS = [cell for cell in LECTURE.cells if cell.cell_type == "code"]

# JJava shows no value for a declaration, with or without a semicolon, so there the variable is asked for.
DECLARATION = re.compile(r"var (\w+) = [^;]*\Z")


def session(**variables):
    """JJava on the JDK that Wirebook runs on; without options of its own it takes the first java on the path."""
    jdk = (SPEC / "jdk").read_text().strip()
    path = f"{jdk}/bin{os.pathsep}{os.environ['PATH']}"
    return kernels.session("java", folder=KERNELS, env={**os.environ, "PATH": path, **variables})


@pytest.fixture(scope="module")
def jjava():
    with session(JJAVA_CLASSPATH=str(EXTENSION)) as kernel:
        yield kernel


@pytest.fixture(scope="module")
def answers(jjava):
    """What JJava answers to the cells of the lecture, in their order."""
    return [jjava.run(DECLARATION.sub(r"\g<0>;\n\1", cell.source)) for cell in CELLS]


@pytest.mark.parametrize("number", range(len(CELLS)))
def test_a_cell_of_the_lecture_shows_what_it_shows_in_wirebook(answers, number):
    (saved,), answer = CELLS[number].outputs, answers[number]
    if saved.output_type == "error":
        assert saved.evalue in answer.error
    else:
        assert answer.status == "ok", answer.error
        assert [content["data"] for _, content in answer.outputs] == [saved.data]


def test_a_value_is_displayed_in_the_form_that_is_asked_for(jjava):
    answer = jjava.run('display(ipv4("192.0.2.10", "198.51.100.7"), "text/html");')
    (data,) = (content["data"] for kind, content in answer.outputs if kind == "display_data")
    assert set(data) == {"text/plain", "text/html"}
    assert "wirebook-fields" in data["text/html"]


def test_values_of_other_sorts_look_as_jjava_shows_them(jjava):
    answer = jjava.run("java.util.Map.of(1, new StringBuilder(\"one\"))")
    assert [content["data"] for _, content in answer.outputs] == [{"text/plain": "{1=one}"}]


def test_the_library_can_come_while_the_kernel_runs():
    with session() as kernel:
        assert kernel.run('GET("/")').status == "error"
        assert kernel.run(f"%classpath {EXTENSION}").status == "ok"
        assert kernel.run('GET("/")').data("text/html") != []
