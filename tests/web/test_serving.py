"""``yiju serve`` as it is typed."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

COMMAND = [sys.executable, "-c", "from assistant.commands import main; main()", "serve"]


def test_it_prints_its_address_and_answers_there(tmp_path: Path) -> None:
    feedback = tmp_path / "marks.sqlite"
    portals = ("--allowed-origin", "https://a.example", "--allowed-origin", "https://b.example")
    with subprocess.Popen(
        [*COMMAND, "--port", "0", *portals, "--feedback", feedback],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        try:
            line = running.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert address, line
            transport = httpx.HTTPTransport(retries=5)
            with httpx.Client(transport=transport, timeout=60) as client:
                origin = {"origin": "https://b.example"}
                documents = client.get(f"{address[0]}api/v1/documents", headers=origin)
                assert documents.status_code == 200
                assert documents.headers["access-control-allow-origin"] == origin["origin"]
                rules = documents.headers["content-security-policy"]
                assert rules.endswith("frame-ancestors 'self' https://a.example https://b.example")
                answer = {"question": "x", "status": "not_found", "text": "x"}
                marked = {"answer": answer, "mark": "wrong"}
                client.post(f"{address[0]}api/v1/feedback", json=marked).raise_for_status()
                assert feedback.is_file()
        finally:
            running.terminate()


@pytest.mark.parametrize(
    ("option", "written", "told"),
    [
        ("--allowed-origin", "https://portal.example/page", "https://portal.example 的样子"),
        ("--feedback", ".", "directory"),
    ],
)
def test_an_option_that_cannot_be_is_told(option: str, written: str, told: str) -> None:
    run = subprocess.run([*COMMAND, option, written], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert f"Invalid value for '{option}'" in run.stderr
    assert told in run.stderr


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        run = subprocess.run(
            [*COMMAND, "--port", port], capture_output=True, text=True, check=False
        )
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert port in run.stderr
    assert "--port" in run.stderr


def test_a_host_that_is_none_is_one_sentence() -> None:
    run = subprocess.run([*COMMAND, "--host", "法..x"], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "找不到" in run.stderr
