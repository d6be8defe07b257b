"""``yiju serve``: the chat page and the API on one address."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.web import WebSettings

_LAST_PORT = 65535


def register(app: typer.Typer) -> None:
    """Add the command of this file to ``app``."""
    app.command()(serve)


def serve(
    *,
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 picks a free one.")] = 7860,
    library: Annotated[
        Path | None,
        typer.Option(
            "--library", "-l", help="Folder of a library; the packaged papers if left out."
        ),
    ] = None,
    root_path: Annotated[
        str, typer.Option(help="Public path behind a proxy that passes it on, such as /yiju.")
    ] = "",
    allowed_origin: Annotated[
        list[str] | None,
        typer.Option(
            help="Site that may frame the page and call the API, such as https://portal.example; "
            "repeatable, * for every site."
        ),
    ] = None,
    feedback: Annotated[
        Path | None,
        typer.Option(
            dir_okay=False, help="SQLite file for marks on answers, instead of one among your data."
        ),
    ] = None,
) -> None:
    """Serve the chat page and the HTTP API, and print their address."""
    import uvicorn

    from assistant.web import create_application

    settings = _settings(library, root_path, allowed_origin or [], feedback)
    listening = _listen(host, port)
    address = _address(host, listening.getsockname()[1], settings.root_path)
    application = create_application(settings, lambda: _open(library))
    typer.echo(f"依据 {address}  （Ctrl+C 停止）")
    server = uvicorn.Server(uvicorn.Config(application, log_level="warning", access_log=False))
    server.run(sockets=[listening])


def _settings(
    library: Path | None, root_path: str, allowed_origins: list[str], feedback: Path | None
) -> WebSettings:
    from pydantic import ValidationError

    from assistant.web import WebSettings

    try:
        return WebSettings(
            library=library,
            root_path=root_path,
            allowed_origins=tuple(allowed_origins),
            feedback=feedback,
        )
    except ValidationError as error:  # of what can be typed, only an origin can be wrong
        reason = error.errors()[0]["ctx"]["error"]
        raise typer.BadParameter(str(reason), param_hint="'--allowed-origin'") from None


def _open(library: Path | None) -> Assistant:
    from assistant.commands.asking import open_assistant

    return open_assistant(library)


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket, so that a port in use is said before anything is loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (socket.gaierror, TypeError, UnicodeError):  # the two latter: of no possible name
        listening.close()
        print(f"yiju: 找不到 {host} 这个地址；本机用 --host 127.0.0.1", file=sys.stderr)
        raise typer.Exit(1) from None
    except OSError as error:
        listening.close()
        other = port + 1 if port < _LAST_PORT else 0
        print(
            f"yiju: 不能在 {host}:{port} 上监听（{error.strerror}）；"
            f"请关掉占用它的程序，或换一个端口：yiju serve --port {other}",
            file=sys.stderr,
        )
        raise typer.Exit(1) from None
    return listening


def _address(host: str, port: int, root_path: str) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}{root_path}/"
