"""文件: what the library holds, with metadata, outlines and the way to the full text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

if TYPE_CHECKING:
    from assistant.web.views import Views
    from corpus import Library


def documents_tab(library: Library, views: Views, tab: gr.Tab) -> None:
    """Build the tab; its content is fetched when it is first opened."""
    shown = gr.HTML(elem_id="yj-library", apply_default_css=False)
    tab.select(
        lambda: views.documents(library),
        outputs=[shown],
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
