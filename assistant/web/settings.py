"""What can be chosen about the server. Unknown keys are rejected."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _public_path(path: str) -> str:
    """``yiju/`` and ``/yiju`` both mean ``/yiju``; the root is the empty string."""
    trimmed = path.strip().strip("/")
    return f"/{trimmed}" if trimmed else ""


class WebSettings(BaseModel):
    """Settings of one server.

    ``root_path`` is the full public path behind a proxy that passes it on (``/yiju``).
    ``allowed_origins`` are the sites whose pages may call the API from a browser; none by default.
    ``feedback`` is the SQLite file that marks on answers are kept in; the user's data folder
    by default.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Path | None = None
    root_path: Annotated[str, AfterValidator(_public_path)] = ""
    allowed_origins: tuple[str, ...] = ()
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
