"""What IJava documents runs unchanged: each of its functions, magics and variables in cells of our own, with what has to come."""

import os
import shutil
import subprocess
from pathlib import Path

import kernels
import pytest
from jupyter_client.kernelspec import get_kernel_spec

JDK = Path((Path(get_kernel_spec("wirebook").resource_dir) / "jdk").read_text().strip())

# Cell, and the text of all that it prints, displays and answers. The cells of a row run one after the other.
CELLS = {
    "imports that are there": [('new BigDecimal("1.5").add(BigDecimal.ONE) + Pattern.quote("") + List.of(1)', "2.5\\Q\\E[1]")],
    "printf": [('printf("%d of %s%n", 3, "four");', "3 of four\n")],
    "a variable without a semicolon": [('String greeting = "Good morning"', "Good morning"), ("greeting", "Good morning")],
    "eval has a value": [('(int) eval("6 * 7") - 2', "40")],
    "eval declares": [('eval("int declared = 5; int twice(int n) { return 2 * n; }");', ""), ("twice(declared)", "10")],
    "eval takes magics": [('eval("%env IJAVA_ROW=set\\n%env IJAVA_ROW");', "set\n")],
    "eval throws what is thrown": [
        ('String caught = "";\ntry { eval("Integer.parseInt(\\"x\\")"); } catch (NumberFormatException e) { caught = "caught"; }\ncaught', "caught")
    ],
    "eval says what does not compile": [
        ('try { eval("int n = \\"one\\";"); } catch (Exception e) { System.out.println(e.getMessage().contains("String")); }', "true\n")
    ],
    "lineMagic": [('lineMagic("env", List.of("ROW=line"));\nlineMagic("env", List.of("ROW"));', "line\n")],
    "lineMagic has a value of the type that is wanted": [
        ('List<String> added = lineMagic("jars", List.of("jars with blanks/one.jar"));\nadded.size()', "1")
    ],
    "cellMagic": [('cellMagic("sh", List.of(), "echo from a script");', "from a script\n")],
    "a magic that is not there": [
        ('try { lineMagic("nosuch", List.of()); } catch (RuntimeException e) { System.out.println(e.getMessage().contains("%nosuch")); }', "true\n")
    ],
    "a magic is a value": [('List<String> found = %jars jars/*.jar\nfound.size()', "2")],
    "a magic in a loop": [('for (var name : List.of("a", "b")) {\n    %env ROW=loop\n    %env ROW\n}', "loop\nloop\n")],
    "a percent sign in a text is none": [('String text = "x = %d";\nString block = """\n    %maven no:such:thing\n    """;\ntext + block', "x = %d%maven no:such:thing\n")],
    "jars of a folder": [("%jars jars/", None), ("one.One.NAME + two.Two.NAME", "onetwo")],
    "a jar by a question mark": [("List<String> q = %jars jars/?ne.jar\nq.size()", "1")],
    "a folder of classes": [("%classpath classes", None), ("three.Three.NAME", "three")],
    "load takes each ending": [("%load scripts/first\n%load scripts/second\n%load scripts/third.jsh", ""), ("first() + second() + third()", "123")],
    "load takes a notebook": [("%load scripts/notebook", ""), ("fromNotebook", "42")],
    "the kernel": [
        ('getKernelInstance().addToClasspath("jars/*.jar");', ""),
        ('(String) getKernelInstance().evalRaw("two.Two.NAME")', "two"),
        ('getKernelInstance().eval("1 + 1")', "2"),
    ],
    "a magic of one's own": [
        ('getKernelInstance().getMagics().registerLineMagic("shout", words -> String.join(" ", words).toUpperCase());', ""),
        ("%shout good morning", "GOOD MORNING"),
        ('String loud = %shout "a b"\nloud', "A B"),
        ('getKernelInstance().getMagics().registerCellMagic("lines", (words, body) -> body.lines().count());', ""),
        ("%%lines\none\ntwo", "2"),
        ('getKernelInstance().getMagics().<String>applyLineMagic("shout", List.of("x"))', "X"),
    ],
}

# Cell, and the media types with their content of its one display or result; None for content that is not compared.
SHOWN = {
    "a value": ("display(3);", {"text/plain": "3"}),
    "a text as a script": ("display(\"1 + 1\", \"application/javascript\");", {"text/plain": "1 + 1", "application/javascript": "1 + 1"}),
    "a text as two types": ('display("<i>x</i>", "text/html", "text/markdown");', {type: "<i>x</i>" for type in ("text/plain", "text/html", "text/markdown")}),
    "a type that the value does not have": ('display(3, "text/html");', {"text/plain": "3"}),
    "render": ('String note = "some **bold** words";\n\nrender(note, "text/markdown")', {"text/plain": "some **bold** words", "text/markdown": "some **bold** words"}),
    "render alone": ("render(3)", {"text/plain": "3"}),
    "an image": ("new java.awt.image.BufferedImage(2, 2, 1)", {"text/plain": "image, 2 × 2", "image/png": None}),
    "an image as another type": ('display(new java.awt.image.BufferedImage(2, 2, 1), "image/gif");', {"text/plain": "image, 2 × 2", "image/gif": None}),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of a notebook, with jars, classes and scripts beside it."""
    home = tmp_path_factory.mktemp("ijava")
    for name in ("one", "two", "three"):
        source = home / "src" / name / f"{name.title()}.java"
        source.parent.mkdir(parents=True)
        source.write_text(f'package {name};\npublic class {name.title()} {{ public static String NAME = "{name}"; }}\n')
    sources = [str(path) for path in (home / "src").rglob("*.java")]
    subprocess.run([JDK / "bin" / "javac", "-d", home / "all", *sources], check=True)
    for place in ("jars", "jars with blanks", "scripts"):
        (home / place).mkdir()
    for name in ("one", "two"):
        subprocess.run([JDK / "bin" / "jar", "cf", home / "jars" / f"{name}.jar", "-C", home / "all", name], check=True)
    shutil.copy(home / "jars" / "one.jar", home / "jars with blanks")
    shutil.copytree(home / "all" / "three", home / "classes" / "three")
    (home / "jars" / "notes.txt").write_text("no jar")
    (home / "scripts" / "first.ijava").write_text("int first() { return 100; }\n")
    (home / "scripts" / "second.jshell").write_text("int second() { return 20; }\n")
    (home / "scripts" / "third.jsh").write_text("int third() { return 3; }\n")
    (home / "scripts" / "notebook.ipynb").write_text('{"cells": [{"cell_type": "code", "source": ["int fromNotebook = 42;"]}], "nbformat": 4}')
    return home


@pytest.fixture(scope="module")
def kernel(folder):
    with kernels.session(cwd=folder) as session:
        yield session


@pytest.mark.parametrize("row", CELLS)
def test_cells(kernel, row):
    for code, text in CELLS[row]:
        answer = kernel.run(code)
        assert answer.status == "ok", answer.error
        assert text is None or answer.text == text


def test_plain_jshell_evaluates_within_a_cell_as_well(folder):
    with kernels.session(cwd=folder, env={**os.environ, "WIREBOOK_ENGINE": "jshell"}) as session:
        session.run("1")
        for row in [row for row in CELLS if "eval" in row or "lineMagic" in row]:
            test_cells(session, row)


@pytest.mark.parametrize("row", SHOWN)
def test_what_is_shown(kernel, row):
    code, wanted = SHOWN[row]
    (data,) = (content["data"] for kind, content in kernel.run(code).outputs if "data" in content)
    assert data.keys() == wanted.keys()
    assert {type: data[type] for type in wanted if wanted[type] is not None} == {t: text for t, text in wanted.items() if text is not None}


def test_a_display_is_updated_by_its_identifier(kernel):
    answer = kernel.run('String id = display("<b>two</b>", "text/html");\nupdateDisplay(id, "<b>one</b>", "text/html");\nupdateDisplay(id, 0);')
    kinds = [(kind, content["transient"]["display_id"], content["data"]) for kind, content in answer.outputs]
    assert [kind for kind, _, _ in kinds] == ["display_data", "update_display_data", "update_display_data"]
    assert len({identifier for _, identifier, _ in kinds}) == 1
    assert kinds[1][2]["text/html"] == "<b>one</b>"
    assert kinds[2][2] == {"text/plain": "0"}


def test_unlike_in_ijava_a_semicolon_hides_the_value_of_a_call(kernel):
    assert kernel.run("List.of(1, 2).size()").text == "2"
    assert kernel.run("List.of(1, 2).size();").outputs == []


def test_an_eval_is_stopped_with_its_cell(kernel):
    request = kernel.start('try { eval("while (true) {}"); } catch (Exception e) { System.out.println("went on"); }')
    kernel.manager.interrupt_kernel()
    assert kernel.finish(request).reply["ename"] == "Interrupted"
    assert kernel.run("1 + 1").text == "2"


@pytest.mark.parametrize("prefix", ["IJAVA", "JJAVA"])
def test_the_environment_is_read(folder, prefix):
    environment = {
        "CLASSPATH": f"jars/*.jar{os.pathsep}classes",
        "COMPILER_OPTS": '-Xmaxerrs "3" -parameters',
        "TIMEOUT": "3 SECONDS",
        "STARTUP_SCRIPTS_PATH": "scripts/*.jsh*",
        "STARTUP_SCRIPT": "int started = 7;\nvoid named(int someName) {}",
    }
    names = {f"{prefix}_{name}": value for name, value in environment.items()}
    with kernels.session(cwd=folder, env={**os.environ, **names}) as kernel:
        assert kernel.run("one.One.NAME + two.Two.NAME + three.Three.NAME").text == "onetwothree"
        assert kernel.run("second() + third() + started").text == "30"
        code = 'class Named { void named(int someName) {} }\nNamed.class.getDeclaredMethods()[0].getParameters()[0].getName()'
        assert kernel.run(code).text == "someName"
        assert kernel.run("while (true) {}").status == "error"
        assert kernel.run("started").text == "7"
