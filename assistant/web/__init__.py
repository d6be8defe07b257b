"""The web side: one application with the API under ``/api/v1`` and the Gradio page at its root."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.web.application import create_application
    from assistant.web.settings import WebSettings

__all__ = ["WebSettings", "create_application"]


def __getattr__(name: str) -> object:
    # FastAPI is imported when a server is wanted, not with the package.
    if name == "create_application":
        from assistant.web.application import create_application

        return create_application
    if name == "WebSettings":
        from assistant.web.settings import WebSettings

        return WebSettings
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
