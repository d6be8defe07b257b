from __future__ import annotations

from pathlib import Path

import pytest

from eval.errors import EvalError
from eval.trec import read_run, write_qrels, write_run


def test_a_run_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "run.trec"
    write_run(path, {"q1": [("jilin-2019/二/（六）", 0.5), ("moj-2018", 0.25)]}, "bm25")
    assert path.read_text(encoding="utf-8") == (
        "q1 Q0 jilin-2019/二/（六） 1 0.5 bm25\nq1 Q0 moj-2018 2 0.25 bm25\n"
    )
    assert read_run(path) == {"q1": [("jilin-2019/二/（六）", 0.5), ("moj-2018", 0.25)]}


def test_judgements_are_written_as_other_tools_read_them(tmp_path: Path) -> None:
    path = tmp_path / "qrels.trec"
    write_qrels(path, {"q1": {"a": 1, "b": 0}})
    assert path.read_text(encoding="utf-8") == "q1 0 a 1\nq1 0 b 0\n"


@pytest.mark.parametrize("line", ["q1 Q0 a 1 0.5", "q1 Q0 a 1 high name"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "run.trec"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(EvalError, match=r"run\.trec, line 1"):
        read_run(path)
