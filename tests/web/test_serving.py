"""``yiju serve`` as it is typed."""

from __future__ import annotations

import re
import socket
import subprocess
import sys

import httpx

COMMAND = [sys.executable, "-c", "from assistant.commands import main; main()", "serve"]


def test_it_prints_its_address_and_answers_there() -> None:
    with subprocess.Popen(
        [*COMMAND, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        try:
            line = running.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert address, line
            transport = httpx.HTTPTransport(retries=5)
            with httpx.Client(transport=transport, timeout=60) as client:
                assert client.get(f"{address[0]}api/v1/documents").status_code == 200
        finally:
            running.terminate()


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
