"""The chat page, one file per tab. Importing this package imports Gradio."""

from __future__ import annotations

from assistant.web.page.blocks import make_page

__all__ = ["make_page"]
