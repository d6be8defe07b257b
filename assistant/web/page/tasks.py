"""任务分工表: every task with who leads, who supports and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

from assistant.names import short_title
from assistant.web.views import TaskFilter
from corpus import departments_of

if TYPE_CHECKING:
    from assistant.web.views import Views
    from corpus import Library

_ALL = "全部单位"
_LONGEST_WORDS = 200


def tasks_tab(library: Library, views: Views, tab: gr.Tab) -> None:
    """Build the tab; the table is made when the tab is first opened."""

    def table(documents: list[str] | None, department: str | None, words: str | None) -> str:
        held = tuple(each for each in documents or [] if each in library)
        wanted = "" if department in (None, _ALL) else str(department)[:_LONGEST_WORDS]
        return views.tasks(library, TaskFilter(held, wanted, (words or "")[:_LONGEST_WORDS]))

    with gr.Row(elem_classes="yj-filters"):
        documents = gr.Dropdown(
            choices=[(short_title(d), d.id) for d in library.documents()],
            value=[],
            multiselect=True,
            label="文件（不选即全部）",
            elem_id="yj-task-documents",
        )
        department = gr.Dropdown(
            choices=[_ALL, *departments_of(library.documents())],
            value=_ALL,
            label="单位",
            elem_id="yj-task-department",
        )
        words = gr.Textbox(
            label="关键词（空格隔开，同时含有）",
            placeholder="例如：法律援助",
            max_length=_LONGEST_WORDS,
            elem_id="yj-task-words",
        )
    shown = gr.HTML(elem_id="yj-task-table", apply_default_css=False)
    gr.on(
        [tab.select, documents.change, department.change, words.change],
        table,
        inputs=[documents, department, words],
        outputs=[shown],
        show_progress="hidden",
        trigger_mode="always_last",
        api_visibility="private",
        queue=False,
    )
