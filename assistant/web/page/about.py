"""关于: what the library holds, how answers are made, how good they are, where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.web.views import Views


def about_tab(assistant: Assistant, views: Views, tab: gr.Tab) -> None:
    """Build the tab; its content is fetched when it is first opened."""
    shown = gr.HTML(elem_id="yj-about", apply_default_css=False)
    tab.select(
        lambda: views.about(assistant.library),
        outputs=[shown],
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
