"""A language model may word an answer; what it writes is checked, and dropped if it says more.

Without one configured nothing here is used.

>>> from assistant import Assistant
>>> assistant = Assistant.open(reword=lambda answer: answer.text.replace("省法援中心", "财政厅"))
>>> assistant.ask("吉林哪个部门牵头法律援助条例").text.split("。")[0]
'吉林由公共法律服务管理处牵头，省法援中心配合[1]'
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from assistant.answer import Answer, Kind
from assistant.errors import RewordingFailed
from assistant.rewording.checking import objections

__all__ = ["Reworder", "reworded"]

Reworder = Callable[[Answer], str]
"""From a finished answer to another wording of its text; raises RewordingFailed if it has none."""

NOTE = "文字由语言模型改写，已逐句与所引条款核对；引文未改动。"
# The others are lists, clauses to the letter and refusals: nothing to be worded.
_KINDS: frozenset[Kind] = frozenset({"responsibility", "measures", "fact", "comparison"})

_log = logging.getLogger(__name__)


def reworded(answer: Answer, reworder: Reworder) -> Answer:
    """The answer in the reworder's words if these pass :func:`objections`, else as it is.

    Status, citations, departments and suggestions stay; a note says who worded the text.
    """
    if answer.status != "answered" or answer.understanding.kind not in _KINDS:
        return answer
    try:
        text = reworder(answer).strip()
    except RewordingFailed as error:
        _log.warning("not reworded: %s", error)
        return answer
    if found := objections(text, answer):
        _log.info("wording dropped: %s", "; ".join(found))
        return answer
    return answer.model_copy(update={"text": text, "notes": (*answer.notes, NOTE)})
