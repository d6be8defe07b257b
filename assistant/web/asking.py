"""From a request to a reply: the one way that the API and the page ask."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Understanding
from assistant.assistant import Assistant
from assistant.understanding import Question, Scope
from assistant.web.bodies import AskReply, AskRequest


def reply_to(assistant: Assistant, request: AskRequest) -> AskReply:
    """Answer a request. Raises InvalidState for a state that is not one of ours, UnknownDocument.

    The server remembers nothing: what was said before comes with the request.
    """
    for document_id in (*request.documents, *_documents(request.understanding)):
        assistant.library.document(document_id)
    conversation = assistant.conversation(_state(request))
    if request.understanding is None:
        answer = conversation.ask(request.question)
    else:
        question = read_as(assistant.understand(request.question), request.understanding)
        answer = conversation.ask_as(question)
    return AskReply(answer=answer, state=conversation.state)


def read_as(question: Question, understanding: Understanding) -> Question:
    """The question with the reader's own reading in place of ours."""
    return replace(
        question,
        kind=understanding.kind,
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


def _documents(understanding: Understanding | None) -> tuple[str, ...]:
    return understanding.documents if understanding else ()


def _state(request: AskRequest) -> dict[str, object] | None:
    """The state of before, narrowed to the documents chosen on the page."""
    if not request.documents:
        return request.state
    state = dict(request.state or {})
    return {**state, "documents": list(request.documents), "regions": [], "years": []}
