"""问答: the conversation, what limits it, and the document beside it.

The conversation lives in the browser. What was said before comes along with each question; the
reply goes back as data, and the browser puts it into the chat (see static/page.js).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import gradio as gr
from pydantic import ValidationError

from assistant.errors import AssistantError
from assistant.web.asking import reply_to
from assistant.web.bodies import LONGEST_QUESTION, AskRequest
from assistant.web.citing import short_title
from assistant.web.examples import examples
from corpus import CorpusError
from index import IndexingError

if TYPE_CHECKING:
    from assistant.web.opening import Opening
    from assistant.web.views import Views

_log = logging.getLogger(__name__)


def chat_tab(opening: Opening, views: Views) -> None:
    """Build the tab."""
    assistant = opening.assistant()
    library = assistant.library

    def answer(request: dict[str, Any] | None) -> dict[str, Any]:
        try:
            asked = AskRequest.model_validate(request)
            reply = reply_to(opening.assistant(), asked)
        except ValidationError:
            return {"html": views.trouble(_MALFORMED)}
        except (AssistantError, CorpusError, IndexingError) as error:
            return {"html": views.trouble(str(error))}
        except Exception:
            # The outermost door of the page: the reader gets a sentence, the log gets the rest.
            _log.exception("a question could not be answered")
            return {"html": views.trouble(_FAILED)}
        return {
            "html": views.answer(reply.answer, library),
            "answer": reply.answer.model_dump(mode="json"),
            "state": reply.state,
        }

    with gr.Row(elem_id="yj-workspace", equal_height=False):
        with gr.Column(elem_id="yj-conversation", scale=5, min_width=320):
            log = gr.Chatbot(
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
                placeholder=views.welcome(library, examples(assistant)),
            )
            with gr.Column(elem_id="yj-composer"):
                with gr.Accordion("限定文件", open=False, elem_id="yj-filter"):
                    documents = gr.CheckboxGroup(
                        choices=[(short_title(d), d.id) for d in library.documents()],
                        label="只在这些文件里找（不选即全部）",
                        elem_id="yj-documents",
                    )
                with gr.Row(elem_id="yj-ask-row"):
                    box = gr.Textbox(
                        label="要问的事项",
                        show_label=False,
                        placeholder="例如：哪个部门牵头法律援助条例",
                        lines=1,
                        max_lines=6,
                        max_length=LONGEST_QUESTION,
                        elem_id="yj-question",
                        scale=1,
                        autofocus=True,
                    )
                    send = gr.Button("提问", variant="primary", elem_id="yj-send", scale=0)
            gr.HTML(
                views.renderer.render("conversation_tools.html"),
                elem_id="yj-conversation-tools",
                apply_default_css=False,
            )
        with gr.Column(elem_id="yj-beside", scale=4, min_width=320):
            gr.HTML(
                views.renderer.render("beside.html"), elem_id="yj-reading", apply_default_css=False
            )
    request = gr.JSON(visible="hidden", elem_id="yj-request")
    reply = gr.JSON(visible="hidden", elem_id="yj-reply")
    redraw = gr.Button("重画", visible="hidden", elem_id="yj-redraw")

    asked = gr.on(
        [box.submit, send.click],
        fn=None,
        js="(question, documents) => yiju.begin(question, documents)",
        inputs=[box, documents],
        outputs=[box, log, request],
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


_MALFORMED = f"问题要在 1 到 {LONGEST_QUESTION} 个字之间，请缩短后再问。"
_FAILED = "服务器内部出错，已记入日志；请换一种说法再问。"
