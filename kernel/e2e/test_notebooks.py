"""The notebooks are the golden files of the kernel: a fresh run shows what is saved in them, octet for octet."""

import shutil
import subprocess
import sys

import nbformat
import notebooks
import pytest

NAMES = [str(path.relative_to(notebooks.ROOT)) for path in notebooks.everything()]


@pytest.mark.parametrize("name", NAMES)
def test_a_fresh_run_shows_what_is_saved(name):
    path = notebooks.ROOT / name
    difference = notebooks.difference(nbformat.read(path, as_version=4), notebooks.run(path))
    assert not difference, f"\n{difference}\nTo accept: python kernel/e2e/notebooks.py --accept {name}"


@pytest.mark.parametrize("name", NAMES)
def test_two_executions_are_identical(name, tmp_path):
    runs = []
    for _ in range(2):
        copy = shutil.copy(notebooks.ROOT / name, tmp_path / "notebook.ipynb")
        subprocess.run([sys.executable, "-m", "jupyter", "execute", "--inplace", copy], check=True, timeout=300)
        runs.append(nbformat.read(copy, as_version=4))
    assert not notebooks.difference(*runs)


def test_there_are_notebooks():
    assert NAMES
