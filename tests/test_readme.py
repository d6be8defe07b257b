"""What the READMEs show is what happens."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
PROGRAMS = Path(sys.executable).parent


def blocks(readme: Path, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"```{language}\n(.*?)```", readme.read_text("utf-8"), re.S)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_console_session_prints_what_is_shown(readme: Path) -> None:
    (session,) = blocks(readme, "console")
    command, _, shown = session.partition("\n")
    program, *arguments = command.removeprefix("$ ").split()
    printed = subprocess.run(
        [PROGRAMS / program, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert printed.startswith(shown.rstrip("\n"))


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_python_example_runs_and_prints(readme: Path) -> None:
    (example,) = blocks(readme, "python")
    printed = subprocess.run(
        [sys.executable, "-c", example], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.splitlines()
    assert printed[0] == "answered 第二部分（六）第24项（1）"
    assert printed[1].startswith("吉林由公共法律服务管理处牵头")
    assert any(line.startswith("四川由司法厅") for line in printed[2:])


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_linked_file_is_there(readme: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", readme.read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_make_serve_prints_an_address_that_serves_the_page(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "YIJU_CACHE": os.environ.get("YIJU_CACHE", str(tmp_path))}
    log = tmp_path / "serve.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            ["make", "serve", f"PORT={port}"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            page = _page(f"http://127.0.0.1:{port}/", server)
        finally:
            os.killpg(server.pid, 15)
            server.wait(30)
    assert "依据" in page
    assert f"http://127.0.0.1:{port}" in log.read_text("utf-8")


def _page(address: str, server: subprocess.Popen[bytes], patience: int = 240) -> str:
    """The page as soon as it is served; fails if the server ends or nothing comes."""
    for _ in range(patience):
        assert server.poll() is None, "make serve ended"
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if answer.status == 200:
                    return answer.read().decode("utf-8")
        except OSError:
            pass
        time.sleep(1)
    raise AssertionError(f"nothing is served at {address}")
