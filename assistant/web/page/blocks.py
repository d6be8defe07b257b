"""The page as a whole: its heading and its five tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.web.page.about import about_tab
from assistant.web.page.chat import chat_tab
from assistant.web.page.comparing import comparing_tab
from assistant.web.page.documents import documents_tab
from assistant.web.page.tasks import tasks_tab

if TYPE_CHECKING:
    from assistant.web.opening import Opening
    from assistant.web.views import Views


def make_page(opening: Opening, views: Views) -> Any:
    """Build the page over the assistant that ``opening`` gives."""
    assistant = opening.assistant()
    render = views.renderer.render
    with gr.Blocks(title="依据 · 政策文件问答", analytics_enabled=False, fill_width=True) as page:
        gr.HTML(render("masthead.html"), elem_id="yj-masthead", apply_default_css=False)
        with gr.Row(elem_id="yj-workspace", equal_height=False):
            with (
                gr.Column(elem_id="yj-main", scale=5, min_width=320),
                gr.Tabs(elem_id="yj-tabs"),
            ):
                with gr.Tab("问答", id="chat", elem_id="yj-tab-chat"):
                    chat_tab(opening, views)
                with gr.Tab("任务分工表", id="tasks", elem_id="yj-tab-tasks") as tasks:
                    tasks_tab(assistant.library, views, tasks)
                with gr.Tab("文件", id="documents", elem_id="yj-tab-documents") as documents:
                    documents_tab(assistant.library, views, documents)
                with gr.Tab("对照", id="comparison", elem_id="yj-tab-comparison"):
                    comparing_tab(assistant, views)
                with gr.Tab("关于", id="about", elem_id="yj-tab-about") as about:
                    about_tab(assistant, views, about)
            with gr.Column(elem_id="yj-beside", scale=4, min_width=320):
                gr.HTML(render("beside.html"), elem_id="yj-reading", apply_default_css=False)
        gr.HTML(render("sheet.html"), elem_id="yj-sheet-holder", apply_default_css=False)
    page.queue(default_concurrency_limit=None, max_size=256, api_open=False)
    return page
