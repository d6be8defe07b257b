"""What each part of retrieval is worth: the same questions with one part changed at a time."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from assistant import Assistant
from corpus import Clause
from eval.comparing import compare
from eval.errors import EvalError
from eval.question_sets import QuestionSet, read_set
from eval.readme import markdown_table
from eval.rescoring import Candidate, Score, by_feature, by_rrf, rescored
from eval.results import Place, Result
from eval.retrieval import (
    Search,
    evaluate_search,
    index_provenance,
    search_as_looked_up,
    search_as_typed,
    searched_rows,
)
from index import FieldWeights, Index, Progress, Settings


@dataclass(frozen=True, slots=True)
class System:
    """A way of searching, with what the table calls it."""

    name: str
    search: Search


def run_ablations(
    assistant: Assistant, question_set: QuestionSet | None = None, progress: Progress | None = None
) -> list[Result]:
    """Every system on the same questions, off the shelf first, the whole one last.

    All but the last search for the question as typed, so that the lines differ in one thing.
    """
    question_set = question_set or read_set()
    rows = searched_rows(assistant.library, question_set)
    known = index_provenance(assistant, question_set)
    return [
        evaluate_search(one.name, question_set.name, rows, one.search, known, progress=progress)
        for one in systems(assistant)
    ]


def systems(assistant: Assistant) -> Iterator[System]:
    """The lines of the table; each index is opened when its line is reached."""
    scored = _scored_once(assistant.index)
    clauses = [clause for document in assistant.library.documents() for clause in document.clauses]
    yield System("rank-bm25 with jieba, off the shelf", _rank_bm25(clauses))
    yield System("BM25, words", _by(scored, by_feature("words")))
    yield System("BM25, characters and bigrams", _by(scored, by_feature("grams")))
    yield System("embeddings", _by(scored, by_feature("dense")))
    yield System("embeddings, question adapted", _by(scored, by_feature("adapted")))
    yield System("embeddings, both sides adapted", _by(scored, by_feature("adapted_both")))
    yield System("BM25 and embeddings, RRF", _by(scored, by_rrf("words", "dense")))
    yield System("the same with characters, RRF", _by(scored, by_rrf("words", "grams", "dense")))
    for name, change in (
        ("weighted sum, nothing learned", {"learned_ranking": False}),
        ("all, without headings in BM25", {"fields": FieldWeights(text=3, headings=0, title=0)}),
        ("all, without thesaurus", {"thesaurus": False}),
        ("all, without phrasings", {"phrasings": False}),
        ("all, without adapter", {"adapter": False}),
    ):
        settings = assistant.index.settings.model_copy(update=change)
        changed = Assistant(assistant.library, Index.open(assistant.library, settings))
        yield System(name, search_as_typed(changed))
    yield System("all", search_as_typed(assistant))
    yield System("all, as the assistant looks it up", search_as_looked_up(assistant))


def ablation_table(results: Sequence[Result]) -> str:
    """A Markdown table; `p` is against the whole system as typed, on the main measure."""
    whole = next(result for result in results if result.name == "all")
    measures = ("Success@1", "Success@5", "R@10", "MRR@10", "nDCG@10")
    lines = []
    for result in results:
        change = compare(whole, result).changes[0]
        span = result.figures["Success@1"]
        lines.append(
            [
                result.name,
                *(_three(result.figures[measure].mean) for measure in measures),
                f"{_three(span.low)} – {_three(span.high)}",
                "" if result is whole else _p(change.difference.p),
            ]
        )
    return markdown_table(["search", *measures, "95 % of Success@1", "p"], lines)


def read_settings(path: Path) -> Settings:
    """Index settings from a TOML file; raises EvalError naming the key that is wrong."""
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise EvalError(f"cannot read {path}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise EvalError(f"{path}: {where}: {first['msg']}; see index.Settings") from error


Candidates = Callable[[str], Sequence[Candidate]]


def _scored_once(index: Index) -> Candidates:
    """All clauses with their features, by id; a question's are computed once for all systems."""

    @cache
    def candidates(question: str) -> Sequence[Candidate]:
        hits = sorted(index.score(question), key=lambda hit: hit.clause.id)
        return [Candidate(hit.clause.id, hit.features) for hit in hits]

    return candidates


def _by(candidates: Candidates, score: Score) -> Search:
    """Order all clauses anew; ties by id."""
    return lambda question, k: [
        Place(clause=name, score=value) for name, value in rescored(candidates(question), score, k)
    ]


def _rank_bm25(clauses: Sequence[Clause]) -> Search:
    """What a newcomer would write: BM25Okapi over jieba.lcut of each clause's own text."""
    import jieba
    from rank_bm25 import BM25Okapi

    model = BM25Okapi([jieba.lcut(clause.text) for clause in clauses])

    def search(question: str, k: int) -> list[Place]:
        scores = model.get_scores(jieba.lcut(question))
        best = sorted(range(len(clauses)), key=lambda row: -scores[row])[:k]
        return [Place(clause=clauses[row].id, score=float(scores[row])) for row in best]

    return search


def _three(value: float) -> str:
    return f"{value:.3f}"


def _p(value: float) -> str:
    return "< .001" if value < 0.001 else f"{value:.3f}"
