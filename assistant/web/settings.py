"""What can be chosen about the server. Unknown keys are rejected."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, AnyHttpUrl, BaseModel, ConfigDict, Field

_SITE = re.compile(r"https?://[\w.-]+(?::\d+)?", re.ASCII)
EVERY_SITE = "*"


def _public_path(path: str) -> str:
    """``yiju/`` and ``/yiju`` both mean ``/yiju``; the root is the empty string."""
    trimmed = path.strip().strip("/")
    return f"/{trimmed}" if trimmed else ""


def _site(written: str) -> str:
    """``https://Portal.example:443/`` as browsers name that site: ``https://portal.example``."""
    if written == EVERY_SITE:
        return written
    try:
        site = str(AnyHttpUrl(written)).removesuffix("/")
    except ValueError:
        site = ""
    if not _SITE.fullmatch(site):
        raise ValueError(
            f"{written} 不是一个网站的来源；请写成 https://portal.example 的样子，不带路径，"
            f"或者用 {EVERY_SITE} 表示所有网站。"
        )
    return site


class WebSettings(BaseModel):
    """Settings of one server.

    ``root_path`` is the full public path behind a proxy that passes it on (``/yiju``).
    ``allowed_origins`` are the sites (``https://portal.example``) whose pages may call the API from
    a browser and show the page in a frame, ``*`` for every site; none by default.
    ``feedback`` is the SQLite file that marks on answers are kept in; the user's data folder
    by default.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Path | None = None
    root_path: Annotated[str, AfterValidator(_public_path)] = ""
    allowed_origins: tuple[Annotated[str, AfterValidator(_site)], ...] = ()
    feedback: Path | None = None
    largest_request: int = Field(
        default=2_000_000, ge=1_000, description="bytes of a request's body"
    )
    opening_patience: float = Field(
        default=60.0, ge=0, description="seconds a request waits for the index to be opened"
    )

    def feedback_file(self) -> Path:
        """Where marks on answers are kept."""
        if self.feedback is not None:
            return self.feedback
        from platformdirs import user_data_path

        return user_data_path("yiju") / "feedback.sqlite"
