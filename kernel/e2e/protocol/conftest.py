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


class Shared:
    """The kernel that the tests of a file share; one that a failed test has left hanging is replaced."""

    def __init__(self, start):
        self.start, self.kernel = start, start()

    def client(self):
        try:
            return self.settled(20)
        except AssertionError:
            self.kernel.stop()
            self.kernel = self.start()
            return self.settled(60)

    def settled(self, patience):
        client = self.kernel.client()
        try:
            client.settle(patience)
            client.wait_reply(client.execute("", silent=True), patience)
            return client
        except AssertionError:
            client.close()
            raise


@pytest.fixture(scope="module")
def shared(start):
    shared = Shared(start)
    yield shared
    shared.kernel.stop()


@pytest.fixture
def client(shared):
    """A client of its own for each test; at the end, what must hold of every message is checked of all that it heard."""
    with shared.client() as client:
        yield client


@pytest.fixture
def kernel(client):
    return client.kernel


@pytest.fixture(scope="module")
def code(shared):
    """The samples in the kernel's language; a test whose sample it lacks is a known gap."""
    samples = SAMPLES[shared.kernel.language]

    def sample(key):
        if key not in samples:
            pytest.xfail(f"no sample of {key} in {shared.kernel.language}")
        return samples[key]

    return sample


@pytest.fixture(autouse=True)
def beyond(request, name):
    if request.node.get_closest_marker("beyond") and name.startswith("python"):
        request.applymarker(pytest.mark.xfail(reason="better than ipykernel", strict=False))
