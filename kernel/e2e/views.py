"""The views on pages and in notebooks of their own, made from the sample values of the wire module's tests."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WIRE = ROOT / "kernel" / "wire" / "target"
SCRIPTS = ROOT / "kernel" / "wire" / "src" / "main" / "resources" / "wirebook" / "view"
EXTENSION = ROOT / "kernel" / "wheel" / "labextension"
REPLAY = "application/vnd.wirebook.replay+json"


def gallery(folder):
    """A page for each sample value, light and dark, in `folder`."""
    if not (WIRE / "test-classes" / "wirebook" / "view" / "Gallery.class").exists():
        pytest.skip("the wire module's tests are not compiled (./mvnw -pl kernel/wire test-compile)")
    java = Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else "java"
    path = os.pathsep.join(str(WIRE / name) for name in ("classes", "test-classes"))
    subprocess.run([java, "-cp", path, "wirebook.view.Gallery", folder], check=True, timeout=120)
    return folder


def html(folder, name):
    """The HTML of a sample value as a cell's output has it."""
    return re.search(r"<main>(.*)</main>", (folder / f"{name}-light.html").read_text(), re.S)[1]


def bundle(markup):
    """What the kernel sends for a value; a replay carries its MIME type too."""
    data = {"text/plain": "as text", "text/html": markup}
    if 'class="wirebook-data"' in markup:
        data[REPLAY] = {"in": "text/html"}
    return data


def notebook(file, *markups):
    """A saved notebook with an output for each markup, and no kernel that runs."""
    cells = [
        {
            "cell_type": "code",
            "execution_count": n,
            "id": f"cell-{n}",
            "metadata": {},
            "source": f"value{n}",
            "outputs": [{"output_type": "execute_result", "execution_count": n, "metadata": {}, "data": bundle(markup)}],
        }
        for n, markup in enumerate(markups, 1)
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))


def install(data, config, present):
    """Puts the renderer extension where Jupyter looks for it, or turns off the one that is installed."""
    if present:
        shutil.copytree(EXTENSION, data / "labextensions" / "wirebook")
        shutil.copytree(SCRIPTS, data / "labextensions" / "wirebook" / "static", dirs_exist_ok=True)
    else:
        folder = config / "labconfig"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "page_config.json").write_text(json.dumps({"disabledExtensions": {"wirebook": True}}))
