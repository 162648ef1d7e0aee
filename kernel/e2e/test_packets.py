"""Wireshark reads the packets of the first lecture as they are meant: nothing malformed, every checksum right."""

import subprocess

import nbformat
import notebooks
import pytest

LECTURE = notebooks.ROOT / "notebooks" / "lectures" / "01-http-rides-on-tcp-ip.ipynb"
CHECKS = ["-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE"]


@pytest.fixture(scope="module")
def lecture(kernel):
    """A kernel in which the lecture has been held."""
    for cell in nbformat.read(LECTURE, as_version=4).cells:
        if cell.cell_type == "code":
            answer = kernel.run(cell.source)
            assert answer.status == "ok" or "raises-exception" in cell.metadata.get("tags", []), answer.error
    return kernel


def capture(lecture, packets, file):
    """Saves packets of the lecture."""
    answer = lecture.run(f'wirebook.pcap.Capture.of({packets}).save(Path.of("{file}"));')
    assert answer.status == "ok", answer.error


def read(tshark, file, *fields):
    """One row a packet, with what Wireshark says of these fields."""
    command = [tshark, "-n", "-r", file, *CHECKS, "-T", "fields", *(word for field in fields for word in ("-e", field))]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    return [tuple(line.split("\t")) for line in told.splitlines()]


def test_no_packet_is_malformed_and_no_checksum_wrong(lecture, tshark, tmp_path):
    file = tmp_path / "lecture.pcapng"
    capture(lecture, "packets", file)
    rows = read(tshark, file, "ip.checksum.status", "tcp.checksum.status", "_ws.malformed")
    assert len(rows) == int(lecture.run("packets.size()").text)
    assert set(rows) == {("1", "1", "")}


def test_the_message_is_put_together_again(lecture, tshark, tmp_path):
    file = tmp_path / "lecture.pcapng"
    capture(lecture, "packets", file)
    assert ("GET", "/power-tools.html", "www.joes-hardware.com") in read(tshark, file, "http.request.method", "http.request.uri", "http.host")


def test_a_checksum_that_was_pinned_is_wrong_there_too(lecture, tshark, tmp_path):
    file = tmp_path / "pinned.pcapng"
    capture(lecture, "List.of(packets.get(1).checksum(0xdead))", file)
    assert "0" in {status for row in read(tshark, file, "ip.checksum.status", "tcp.checksum.status") for status in row}
