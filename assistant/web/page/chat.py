"""问答: the conversation, what limits it, and the document beside it.

The conversation lives in the browser. What was said before comes along with each question; the
reply goes back as data, and the browser puts it into the chat (see static/page.js).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import gradio as gr
from pydantic import ValidationError

from assistant.errors import AssistantError
from assistant.names import short_title
from assistant.thresholds import thresholds
from assistant.web.asking import reply_to
from assistant.web.bodies import AskRequest
from corpus import CorpusError
from index import IndexingError

if TYPE_CHECKING:
    from assistant.web.opening import Opening
    from assistant.web.views import Views
    from corpus import Library

_T = TypeVar("_T")
_log = logging.getLogger(__name__)
_FAILED = "服务器内部出错，已记入日志；请换一种说法再问。"


@dataclass(frozen=True, slots=True)
class _Composer:
    """Where a question is written, sent off and limited to documents."""

    box: gr.Textbox
    send: gr.Button
    limits: tuple[gr.CheckboxGroup, ...]


def chat_tab(opening: Opening, views: Views) -> None:
    """Build the tab."""
    library = opening.assistant().library
    with gr.Column(elem_id="yj-conversation"):
        log = _log_of_turns(views.welcome(library))
        composer = _composer(library)
        gr.HTML(
            views.renderer.render("conversation_tools.html"),
            elem_id="yj-conversation-tools",
            apply_default_css=False,
        )
    _connect(log, composer, opening, views)


def _log_of_turns(welcome: str) -> gr.Chatbot:
    """The turns so far; ``welcome`` stands there before the first."""
    return gr.Chatbot(
        label="对话",
        show_label=False,
        container=False,
        elem_id="yj-log",
        height=None,
        buttons=[],
        feedback_options=None,
        latex_delimiters=[],
        sanitize_html=False,  # all of it comes from our templates, which escape
        group_consecutive_messages=False,
        autoscroll=False,
        layout="bubble",
        placeholder=welcome,
    )


def _composer(library: Library) -> _Composer:
    with gr.Column(elem_id="yj-composer"):
        with gr.Row(elem_id="yj-ask-row"):
            box = gr.Textbox(
                label="要问的事项",
                show_label=False,
                placeholder="请写下要问的事项",
                lines=1,
                max_lines=6,
                max_length=thresholds().longest_question,
                elem_id="yj-question",
                scale=1,
                autofocus=True,
            )
            send = gr.Button("提问", variant="primary", elem_id="yj-send", scale=0)
        with gr.Accordion("限定文件", open=False, elem_id="yj-filter"):
            limits = _limits(library)
    return _Composer(box, send, limits)


def _limits(library: Library) -> tuple[gr.CheckboxGroup, ...]:
    """Documents, regions and years; nothing chosen means all."""
    held = library.documents()
    years = sorted(_in_order(document.year for document in held))
    return (
        gr.CheckboxGroup(
            choices=[(short_title(document), document.id) for document in held],
            label="文件（都不选即全部）",
            elem_id="yj-documents",
        ),
        gr.CheckboxGroup(
            choices=_in_order(document.region for document in held),
            label="地区",
            elem_id="yj-regions",
        ),
        gr.CheckboxGroup(
            choices=[(f"{year}年", year) for year in years],
            label="年份",
            elem_id="yj-years",
        ),
    )


def _connect(log: gr.Chatbot, composer: _Composer, opening: Opening, views: Views) -> None:
    """From the box by way of the browser to the answer, and back into the chat."""

    def answer(request: dict[str, Any] | None) -> dict[str, Any]:
        """What the browser sent as ``{id, asked}``, answered as ``{id, html, answer, state}``."""
        sent = request if isinstance(request, dict) else {}
        return {"id": sent.get("id"), **_answer(sent.get("asked"), opening, views)}

    request = gr.JSON(visible=False)
    reply = gr.JSON(visible=False)
    redraw = gr.Button("重画", visible="hidden", elem_id="yj-redraw")
    asked = gr.on(
        [composer.box.submit, composer.send.click],
        fn=None,
        js="(...given) => yiju.begin(...given)",
        inputs=[composer.box, *composer.limits],
        outputs=[composer.box, log, request],
    )
    answered = asked.then(
        answer,
        inputs=[request],
        outputs=[reply],
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
    answered.then(fn=None, js="(reply) => [yiju.finish(reply)]", inputs=[reply], outputs=[log])
    redraw.click(fn=None, js="() => [yiju.messages()]", outputs=[log])


def _answer(body: object, opening: Opening, views: Views) -> dict[str, Any]:
    """The reply to a request's body, or a sentence in its place."""
    try:
        asked = AskRequest.model_validate(body)
        assistant = opening.assistant()
        reply = reply_to(assistant, asked)
    except ValidationError:
        longest = thresholds().longest_question
        return {"html": views.trouble(f"问题要在 1 到 {longest} 个字之间，请缩短后再问。")}
    except (AssistantError, CorpusError, IndexingError) as error:
        return {"html": views.trouble(str(error))}
    except Exception:
        # The outermost door of the page: the reader gets a sentence, the log gets the rest.
        _log.exception("a question could not be answered")
        return {"html": views.trouble(_FAILED)}
    return {
        "html": views.answer(reply.answer, assistant.library),
        "answer": reply.answer.model_dump(mode="json"),
        "state": reply.state,
    }


def _in_order(values: Iterable[_T | None]) -> list[_T]:
    """Each value once, as it first comes."""
    return [value for value in dict.fromkeys(values) if value is not None]
