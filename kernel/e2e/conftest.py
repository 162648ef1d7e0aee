"""What all tests of the installed kernel share."""

import os
import shutil
from pathlib import Path

import pytest

import kernels

ROOT = Path(__file__).resolve().parents[2]


def pytest_addoption(parser):
    parser.addoption("--cells", type=int, default=360, help="how many cells the soak test runs")
    parser.addoption("--accept", action="store_true", help="save the README's picture as it is seen now")


@pytest.fixture(scope="session", autouse=True)
def own_history(tmp_path_factory):
    """What the tests run is no part of a person's history, nor that of the tests."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def kernel():
    """One kernel for the tests of a file."""
    with kernels.session() as session:
        yield session


@pytest.fixture(scope="session")
def tshark():
    """Wireshark's own reading of a capture."""
    return shutil.which("tshark") or pytest.skip("tshark is not installed (as root on Debian: apt install tshark)")


@pytest.fixture(scope="session")
def chromium():
    """The browser of the system."""
    return shutil.which("chromium") or pytest.skip("Chromium is not installed (as root on Debian: apt install chromium)")


def pytest_sessionfinish(session, exitstatus):
    """CI has the rights to install everything, so there a skipped test is a failed one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter.stats.get("skipped") and exitstatus == 0:
        reporter.write_line("\nA test was skipped, and CI skips none: see the reasons below.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
