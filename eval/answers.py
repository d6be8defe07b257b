"""Ask the assistant every question of a set and judge what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from assistant import Answer, Assistant
from eval.judging import MEASURES, faults, judge
from eval.question_sets import QuestionSet, as_row, read_set
from eval.questions import Expected
from eval.results import Place, Result, Row, Timing, figures
from eval.retrieval import index_provenance
from index import Progress


def evaluate_answers(
    assistant: Assistant,
    question_set: QuestionSet | None = None,
    name: str = "default",
    progress: Progress | None = None,
) -> Result:
    """Judge the assistant's answers to a set, the project's own dev questions by default.

    A conversation's turns are asked in order; its later turns bear on `follow_up` and `verbatim`
    alone, its first on `verbatim`, so that the other figures are over single questions.
    """
    question_set = question_set or read_set()
    rows, milliseconds = [], []
    total = len(question_set.questions) + sum(len(one.turns) for one in question_set.conversations)
    for done, (row, took) in enumerate(_answered(assistant, question_set), start=1):
        rows.append(row)
        milliseconds.append(took)
        if progress:
            progress("answers", done, total)
    return Result(
        what="answers",
        name=name,
        data=question_set.name,
        measures=MEASURES,
        figures=figures(rows, MEASURES),
        rows=tuple(rows),
        timing=Timing.over(milliseconds),
        provenance=index_provenance(assistant, question_set),
    )


def _answered(assistant: Assistant, question_set: QuestionSet) -> Iterator[tuple[Row, float]]:
    for question in question_set.questions:
        answer, took = _timed(assistant.ask, question.question)
        values = judge(question, answer, assistant.library)
        best = assistant.look_up(question.question)[:1]
        row = _row(assistant, question.id, question, answer, values)
        yield row.model_copy(update={"confidence": best[0].score if best else 0.0}), took
    for conversation in question_set.conversations:
        talk = assistant.conversation()
        for number, turn in enumerate(conversation.turns, start=1):
            answer, took = _timed(talk.ask, turn.question)
            judged = judge(turn, answer, assistant.library)
            values = {"verbatim": judged["verbatim"]}
            if number > 1:
                values["follow_up"] = judged["right"]
            yield _row(assistant, f"{conversation.id}/{number}", turn, answer, values), took


def _timed(ask: Callable[[str], Answer], question: str) -> tuple[Answer, float]:
    began = perf_counter()
    answer = ask(question)
    return answer, 1000 * (perf_counter() - began)


def _row(
    assistant: Assistant,
    identifier: str,
    expected: Expected,
    answer: Answer,
    values: dict[str, float],
) -> Row:
    cited = tuple(
        Place(
            clause=citation.clause_id,
            label=f"《{citation.document_title}》{citation.label}",
            quote=citation.quote,
        )
        for citation in answer.citations
    )
    return as_row(identifier, expected, assistant.library).model_copy(
        update={
            "values": {name: values[name] for name in MEASURES if name in values},
            "found": cited,
            "found_status": answer.status,
            "text": answer.text,
            "faults": faults(answer, assistant.library),
        }
    )
