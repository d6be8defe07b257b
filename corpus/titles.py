"""Which lines before the outline are the paper's title."""

import re
from collections.abc import Sequence

from corpus.lines import Line, is_beside_the_paper
from corpus.naming import is_plainly_department

LONGEST_TITLE = 90
_ENDINGS = (
    "通知|意见|方案|要点|办法|规定|条例|规划|计划|纲要|细则|决定|决议|措施|指南|规则|通告|公告|公报|批复|函|报告|"
    "政策|标准|制度|章程|指引|预案|解释|守则|安排|清单|任务书|责任书|责任状|若干问题|规程|规范|倡议书|说明|总结|"
    "分工|分工表|任务表|一览表|法|指标|要求|讲话|命令|令"
)
# 加快数字化高质量发展打造数字先锋城市推进方案 / 交通强国建设试点任务要点（北京工业大学）
_TITLE = re.compile(rf".{{0,80}}(?:{_ENDINGS})(?:[（(〔［《].{{1,24}}[)）〕］》]|》)*")
# （2022 版） / （2021—2025年） / （试行）
_EDITION = re.compile(r"[（(](?:[^（）()]{0,4}(?:19|20)\d\d[^（）()]{0,12}|试行|暂行|修订)[)）]")
_ENDS = "。；：:，！？、"


def is_title(text: str) -> bool:
    """Whether a line reads like a title: it ends as papers are called and is no sentence."""
    return (
        len(text) <= LONGEST_TITLE
        and _TITLE.fullmatch(text) is not None
        and not is_beside_the_paper(text)
        and not text.startswith(("（", "(", "附件"))
    )


def title_lines(
    lines: Sequence[Line], ahead: int, skipped: frozenset[int], *, structured: bool
) -> list[int]:
    """The lines of the title among the first `ahead`, mostly one, none when nothing reads like it.

    Of several titles the last before the outline counts, for a notice stands before its paper; in a
    text without numbers the first does.
    """
    found = [i for i in range(ahead) if i not in skipped and is_title(lines[i].text)]
    if not found:
        return _short_opening(lines, ahead, skipped)
    title = [found[-1] if structured else found[0]]
    following = title[-1] + 1
    if following < ahead and _EDITION.fullmatch(lines[following].text):
        title.append(following)
    while (
        title[0] > 0
        and title[0] - 1 not in skipped
        and _continues(lines[title[0] - 1].text, lines[title[0]].text)
    ):
        title.insert(0, title[0] - 1)
    return title


def _short_opening(lines: Sequence[Line], ahead: int, skipped: frozenset[int]) -> list[int]:
    for i in range(min(ahead, 6, len(lines) - 1)):
        text = lines[i].text
        if i not in skipped and not is_beside_the_paper(text):
            return [i] if len(text) <= 40 and text[-1] not in _ENDS else []
    return []


def _continues(text: str, following: str) -> bool:
    """Whether a title goes on in the next line: 吉林省司法厅全面深化 / 司法行政改革实施方案."""
    if len(text) > 40 or text[-1] in _ENDS + "）)" or is_beside_the_paper(text):
        return False
    if is_title(text) and text.count("《") == text.count("》"):
        return False
    return not is_plainly_department(text) or following.startswith(("关于", "印发", "转发"))
