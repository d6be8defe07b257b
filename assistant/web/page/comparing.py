"""对照: one topic in two or more documents, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

from assistant.names import short_title
from assistant.web.comparison import compare

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.web.views import Views

_LONGEST_TOPIC = 200


def comparing_tab(assistant: Assistant, views: Views) -> None:
    """Build the tab."""
    library = assistant.library

    def side_by_side(topic: str | None, documents: list[str] | None) -> str:
        held = tuple(each for each in documents or [] if each in library)
        return views.comparison(compare(assistant, (topic or "")[:_LONGEST_TOPIC], held))

    with gr.Row(elem_classes="yj-filters"):
        topic = gr.Textbox(
            label="事项",
            placeholder="例如：社区矫正信息化",
            max_length=_LONGEST_TOPIC,
            elem_id="yj-compare-topic",
        )
        documents = gr.Dropdown(
            choices=[(short_title(d), d.id) for d in library.documents()],
            value=[],
            multiselect=True,
            label="文件（至少两份，不选即全部）",
            elem_id="yj-compare-documents",
        )
        go = gr.Button("对照", variant="primary", elem_id="yj-compare-go", scale=0)
    shown = gr.HTML(
        views.renderer.render("comparison_empty.html"),
        elem_id="yj-comparison",
        apply_default_css=False,
    )
    gr.on(
        [go.click, topic.submit],
        side_by_side,
        inputs=[topic, documents],
        outputs=[shown],
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
