"""The bench works: it measures everything of our kernel and of ipykernel. What it measures is for people to judge, not for a test."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[1] / "bench" / "kernels.py"


def bench(*arguments):
    return subprocess.run([sys.executable, BENCH, *arguments], capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def rows():
    told = bench("--smoke")
    assert told.returncode == 0, told.stderr
    lines = [line.strip("| ").split(" | ") for line in told.stdout.splitlines() if line.startswith("| ")]
    return {line[0]: dict(zip(lines[0], line)) for line in lines[2:]}


def test_every_row_has_a_value_for_each_kernel(rows):
    assert len(rows) > 20
    assert [row for row in rows.values() if not (re.match("-?[0-9]", row["wirebook"]) and re.match("-?[0-9]", row["python3"]))] == []


@pytest.mark.parametrize("kernel", ["wirebook", "python3"])
def test_a_flood_is_counted_where_it_arrives(rows, kernel):
    assert rows["… lines lost"][kernel] == "0"
    assert int(rows["… stream messages"][kernel]) >= 1


def test_a_kernel_that_is_not_installed_is_refused():
    told = bench("--kernel", "nobody")
    assert told.returncode == 2
    assert "no kernel named nobody is installed" in told.stderr
