"""The whole road without a network: papers, index, answers, search."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROAD = """
import socket, sys

def no_network(event, arguments):
    if event == "socket.__new__" and arguments[1] != socket.AF_UNIX:
        raise RuntimeError(f"a socket was opened: {arguments[1:]}")
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise RuntimeError(f"a name was looked up: {arguments[0]}")

sys.addaudithook(no_network)
try:
    socket.socket()
except RuntimeError:
    print("blocked")

from assistant import Assistant

assistant = Assistant.open()
print(len(assistant.library.documents()))
print(assistant.ask("哪个部门牵头法律援助条例").citations[0].clause_id)
print(assistant.search("法律援助条例", k=1, documents=["sichuan-2018"])[0].clause.id)
print(assistant.ask("人民条解 sichuan shui fuze").status)
"""


@pytest.mark.slow
def test_no_request_leaves_the_machine(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    ran = subprocess.run(
        [sys.executable, "-c", ROAD],
        env={**os.environ, "YIJU_CACHE": str(cache), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == [
        "blocked",
        "5",
        "jilin-2019/二/（六）/24/（1）",
        "sichuan-2018/三/（二）/8/（45）",
        "answered",
    ]
    assert any(cache.rglob("*")), "the index was built into the folder chosen"
