"""From a request to a reply: the one way that the API and the page ask."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Understanding
from assistant.assistant import Assistant
from assistant.errors import NothingChosen
from assistant.understanding import Question, Scope
from assistant.web.bodies import AskReply, AskRequest
from corpus import Library


def reply_to(assistant: Assistant, request: AskRequest) -> AskReply:
    """Answer a request. Raises InvalidState, UnknownDocument, NothingChosen.

    The server remembers nothing: what was said before comes with the request.
    """
    chosen = _chosen(assistant.library, request)
    conversation = assistant.conversation(_state(request, chosen), within=chosen)
    if request.understanding is None:
        answer = conversation.ask(request.question)
    else:
        for document_id in request.understanding.documents:
            assistant.library.document(document_id)
        question = read_as(assistant.understand(request.question), request.understanding)
        answer = conversation.ask_as(question)
    return AskReply(answer=answer, state=conversation.state)


def read_as(question: Question, understanding: Understanding) -> Question:
    """The question with the reader's own reading in place of ours.

    Of a follow-up only the reading tells what is asked: 那公证呢 does not. A kind that lacks what
    it needs, as a list whose department was taken away, becomes measures.
    """
    asks = frozenset(understanding.asks) or question.asks
    read = replace(
        question,
        kind=understanding.kind,
        asks=asks,
        due=question.due if "due" in asks else None,
        topic=understanding.topic,
        scope=Scope(
            documents=understanding.documents,
            regions=understanding.regions,
            years=understanding.years,
            several=question.scope.several and len(understanding.documents) != 1,
        ),
        departments=understanding.departments,
        corrections=(),
        reason="",
    )
    return replace(read, kind=read.possible_kind)


def _chosen(library: Library, request: AskRequest) -> tuple[str, ...]:
    """The documents that fit all that was chosen; none without any choice."""
    if not (request.documents or request.regions or request.years):
        return ()
    asked = [library.document(each) for each in request.documents] or library.documents()
    fitting = tuple(
        document.id
        for document in asked
        if (not request.regions or document.region in request.regions)
        and (not request.years or document.year in request.years)
    )
    if not fitting:
        raise NothingChosen("没有文件同时符合所选的文件、地区和年份；请少选一些条件再问。")
    return fitting


def _state(request: AskRequest, chosen: tuple[str, ...]) -> dict[str, object] | None:
    """The state of before; documents chosen by the reader end those that were talked about."""
    if not chosen or request.state is None:
        return request.state
    return {**request.state, "documents": [], "regions": [], "years": []}
