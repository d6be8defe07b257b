from __future__ import annotations

from assistant import Assistant
from eval.ablating import ablation_table, run_ablations
from eval.question_sets import QuestionSet
from eval.questions import GoldClause, Question

WANTED = GoldClause(document="jilin-2019", path=("二", "（六）", "24", "（1）"), quote="")


def test_every_line_finds_a_clause_by_its_own_words(assistant: Assistant) -> None:
    """A feature that the index no longer has would put the clauses in order of their ids."""
    text = assistant.library.document(WANTED.document).clause(WANTED.path).text
    question = Question(
        id="a", kind="measures", voice="official", question=text, status="answered", gold=(WANTED,)
    )
    results = run_ablations(assistant, QuestionSet("one all", (question,), (), ()))
    found = {result.name: result.figures["R@10"].mean for result in results}
    assert found == dict.fromkeys(found, 1.0)
    assert ablation_table(results).count("\n") == len(results) + 1
