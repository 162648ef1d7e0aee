"""The protocol suite: `pytest kernel/e2e/protocol --kernel NAME` holds any installed kernel to 4-kernel's lines."""

import pytest
from frames import Kernel
from samples import SAMPLES


def pytest_addoption(parser):
    parser.addoption("--kernel", default="wirebook", help="name of the installed kernel to test")


def pytest_configure(config):
    config.addinivalue_line("markers", "beyond: more than ipykernel does, so there it is expected to fail")


@pytest.fixture(scope="session")
def name(request):
    return request.config.getoption("--kernel", default="wirebook")


@pytest.fixture(scope="session")
def start(name):
    """Starts a kernel of its own for a test: `with start() as kernel`."""
    return lambda **options: Kernel(name, **options)


@pytest.fixture(scope="module")
def kernel(start):
    """One kernel for the tests of a file."""
    with start() as kernel:
        yield kernel


@pytest.fixture
def client(kernel):
    """A client of its own for each test; at the end, what must hold of every message is checked of all that it heard."""
    with kernel.client() as client:
        client.settle()
        yield client


@pytest.fixture(scope="module")
def code(kernel):
    """The samples in the kernel's language; a test whose sample it lacks is skipped."""
    samples = SAMPLES[kernel.language]

    def sample(key):
        if key not in samples:
            pytest.skip(f"no sample of {key} in {kernel.language}")
        return samples[key]

    return sample


@pytest.fixture(autouse=True)
def beyond(request, name):
    if request.node.get_closest_marker("beyond") and name.startswith("python"):
        request.applymarker(pytest.mark.xfail(reason="better than ipykernel", strict=False))
