"""What stands around the outline: title, number, issuer, dates, status, and where they stand."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.model import Span, Status
from corpus.naming import is_plainly_department
from corpus.numbering import han_value


class Line(NamedTuple):
    """A line of the text; `end` is after its line end, `text` is without it."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Metadata:
    """What a paper says of itself; `evidence` is where it says so. `head_end`: the first line that
    is no longer front matter; `back_start`: the first line of the back matter."""

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    published: dt.date | None = None
    status: Status = "正式"
    evidence: dict[str, Span] = field(default_factory=dict)
    head_end: int = 0
    back_start: int = 0


_GAP = r"[ \u3000\xa0]*"
_LABELS = (
    "索引号 主题分类 发文机关 发布机构 制发机关 公开机构 成文日期 生成日期 发文日期 印发日期 标题 名称 信息名称 文件名称 "
    "发文字号 文号 文件编号 字号 发布日期 发布时间 公开日期 主题词 有效性 时效性 效力状态 公开方式 公开类型 体裁分类 服务对象 "
    "来源 信息来源 文章来源 生效日期 实施日期 废止日期 失效日期 浏览次数 原文链接 关键词"
).split()
_LABEL = re.compile(
    rf"[【\[]?{_GAP}(?P<name>"
    + "|".join(_GAP.join(label) for label in sorted(_LABELS, key=len, reverse=True))
    + rf"){_GAP}[】\]]?{_GAP}[:：]{_GAP}"
)
# 吉司发〔2019〕21号 / （皖政办秘〔2021〕82号） / 司发[2018]1号
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}[〔\[（(【［﹝]\s?(?:19|20)\d\d\s?[〕\])）】］﹞]\s?第?\s?\d{1,5}\s?号"
)
_NUMBER_LINE = re.compile(rf"[（(]?(?P<number>{NUMBER.pattern})[)）]?")
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d|[二〇零○一三四五六七八九]{4})\s?[年./-]\s?"
    r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s?[月./-]\s?"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s?日?"
)
_DATE_LINE = re.compile(rf"[（(]?{_DATE.pattern}[)）]?")
_ADOPTED = re.compile(
    rf"[（(]?{_DATE.pattern}.{{2,80}}(?:通过|公布|发布|修正|修订|批准|施行|起施行)[）)》]*"
)
_TITLE = re.compile(
    r".{0,80}(?:通知|意见|方案|要点|办法|规定|条例|规划|计划|纲要|细则|决定|决议|措施|指南|规则|通告|公告|公报|批复|函|"
    r"报告|政策|标准|制度|章程|指引|预案|解释|守则|安排|清单|任务书|责任书|若干问题|规程|规范|倡议书|说明|总结|分工|法|体系)"
    r"(?:[（(〔［《].{1,24}[)）〕］》]|》)*"
)
_NOTE_LINE = re.compile(r"[（(].{1,40}[)）]|\d{4}\s?年(?:\s?\d{1,2}\s?月)?|目\s*录|前\s+言")
_DRAFT = re.compile(r"征求意见稿|公开征求意见|征求意见的?(?:公告|通知)")
_PROMISE = re.compile(r"(?:如下|以下|下列|下面).{0,12}[:：]$")
_ISSUER = re.compile(
    r"(?P<issuer>(?:[\u4e00-\u9fff]{2,24}?(?:人民政府|国务院|委员会|厅|局|部|署|院|办公厅|办公室|委)"
    r"|国务院|中共中央)(?:办公厅|办公室)?)(?=关于|印发|转发)"
)
_BACK = re.compile(
    r"[（(]?(?:来源|信息来源|文章来源|责任编辑|编辑|审核|校对|抄送|抄报|分送|联系人|联系电话|附件下载|相关附件|相关链接)"
    r"\s*[:：].*|[（(]此件.{1,20}[)）]|.*(?:【打印|【关闭|打印本页|关闭窗口|分享到|扫一扫|返回顶部|上一篇|下一篇|版权所有|ICP备).*"
    r"|.{2,30}(?:办公厅|办公室|秘书处)\s*\d{4}年\d{1,2}月\d{1,2}日印发"
)
_SOURCE = re.compile(r"[（(]?(?:信息|文章)?来源\s*[:：]\s*(?P<issuer>[\u4e00-\u9fff]{2,24})[)）]?")
_PUBLISHED_LABELS = frozenset({"发布日期", "发布时间", "公开日期"})
_DATE_LABELS = frozenset({"成文日期", "发文日期", "印发日期", "生成日期"})
_LONGEST_TITLE = 90
_LOOK_AHEAD = 80  # lines of front matter at most


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their places; together they are the text."""
    lines: list[Line] = []
    start = 0
    for part in _split(text):
        lines.append(Line(part.rstrip("\n"), start, start + len(part)))
        start += len(part)
    return lines


def read_metadata(
    lines: Sequence[Line], first: int, pairs: Iterable[tuple[str, str]] = ()
) -> Metadata:
    """What the lines before the first numbered one (`first`) and the last lines say of the paper.

    `pairs` is what the reader found outside the text (properties, a portal's block).
    """
    found = Metadata()
    ahead = min(first, _LOOK_AHEAD)
    labelled = _portal_block(lines, ahead, found)
    title = _title_lines(lines, ahead, labelled, structured=first < len(lines))
    if title:
        found.title = "".join(lines[i].text for i in title)
        found.evidence["title"] = Span(
            lines[title[0]].start, lines[title[-1]].start + len(lines[title[-1]].text)
        )
    found.head_end = _head_end(lines, ahead, title[-1] + 1 if title else 0, labelled)
    found.back_start = _back_start(lines, max(found.head_end, first))
    front = range(found.head_end)
    back = range(found.back_start, len(lines))
    _read_lines(lines, [*front, *back], found)
    for name, value in pairs:
        _note(found, name, value, None)
    _status(lines, front, found)
    if found.issuer is None and found.title and (match := _ISSUER.match(found.title)):
        found.issuer = match["issuer"]
    return found


def _split(text: str) -> list[str]:
    parts = text.split("\n")
    last = parts.pop()
    return [part + "\n" for part in parts] + ([last] if last else [])


def _portal_block(lines: Sequence[Line], ahead: int, found: Metadata) -> frozenset[int]:
    """Read 发文字号：国发〔2019〕3号 and its kin; the lines that are labels or their values."""
    labelled: set[int] = set()
    for i in range(ahead):
        line = lines[i]
        matches = list(_LABEL.finditer(line.text))
        if not matches or matches[0].start() != 0:
            continue
        labelled.add(i)
        for match, following in zip(matches, [*matches[1:], None], strict=True):
            end = following.start() if following else len(line.text)
            value = Span(line.start + match.end(), line.start + end)
            text = line.text[match.end() : end].strip()
            name = re.sub(r"\s", "", match["name"])
            # the value may stand on the next line; 主题词 is mostly left empty
            if not text and following is None and name != "主题词" and i + 1 < ahead:
                below = lines[i + 1]
                if (
                    len(below.text) <= _LONGEST_TITLE
                    and below.text[-1] not in "。；"
                    and not _LABEL.match(below.text)
                ):
                    labelled.add(i + 1)
                    text, value = below.text, Span(below.start, below.start + len(below.text))
            _note(found, name, text, value)
    return frozenset(labelled)


def _note(found: Metadata, name: str, text: str, span: Span | None) -> None:
    evidence = None
    if name in {"发文机关", "制发机关"} and text:
        found.issuer, evidence = text, "issuer"
    elif name in {"发文字号", "文号", "字号", "文件编号"} and (match := NUMBER.search(text)):
        found.number, evidence = match[0], "number"
    elif name in _DATE_LABELS and (date := read_date(text)):
        found.date, evidence = date, "date"
    elif name in _PUBLISHED_LABELS and (date := read_date(text)):
        found.published, evidence = date, "published"
    elif name in {"有效性", "时效性", "效力状态"} and re.search(r"废止|失效|无效", text):
        found.status, evidence = "已废止", "status"
    if evidence and span is not None:
        leading = 0
        found.evidence[evidence] = Span(span.start + leading, span.start + leading + len(text))


def read_date(text: str) -> dt.date | None:
    """The first date in `text`, in digits or Han numerals; None for none or an impossible one."""
    match = _DATE.search(text)
    if match is None:
        return None
    year = match["y"] if match["y"].isdecimal() and match["y"].isascii() else _han_year(match["y"])
    try:
        return dt.date(int(year), han_value(match["m"]), han_value(match["d"]))
    except ValueError:
        return None


def _han_year(numeral: str) -> str:
    return "".join(str(max("〇一二三四五六七八九".find(c), 0)) for c in numeral)


def _title_lines(
    lines: Sequence[Line], ahead: int, labelled: frozenset[int], *, structured: bool
) -> list[int]:
    """The lines of the title: the last before the outline, for a notice stands before its paper."""
    candidates = [i for i in range(ahead) if i not in labelled and _is_title(lines[i].text)]
    if not candidates:
        return _untypical_title(lines, ahead, labelled)
    last = candidates[-1] if structured else candidates[0]
    title = [last]
    while (
        title[0] > 0
        and title[0] - 1 not in labelled
        and _continues(lines[title[0] - 1].text, lines[title[0]].text)
    ):
        title.insert(0, title[0] - 1)
    return title


def _is_title(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and _TITLE.fullmatch(text) is not None
        and not _NUMBER_LINE.fullmatch(text)
        and not _ADOPTED.fullmatch(text)
        and not text.startswith(("（", "(", "附件", "关键词"))
    )


def _untypical_title(lines: Sequence[Line], ahead: int, labelled: frozenset[int]) -> list[int]:
    for i in range(min(ahead, 6)):
        text = lines[i].text
        if i in labelled or _is_furniture(text):
            continue
        return (
            [i]
            if len(text) <= 40 and text[-1] not in "。；：:，！？" and i + 1 < len(lines)
            else []
        )
    return []


def _continues(text: str, following: str) -> bool:
    """Whether a title begun on one line goes on in the next: 吉林省司法厅全面深化 / 司法行政改革实施方案."""
    if not text or len(text) > 40 or text[-1] in "。；：:，！？、）)" or _is_furniture(text):
        return False
    if _is_title(text) and text.count("《") == text.count("》"):
        return False
    return not is_plainly_department(text) or following.startswith(("关于", "印发", "转发"))


def _is_furniture(text: str) -> bool:
    return (
        any(
            pattern.fullmatch(text)
            for pattern in (_NUMBER_LINE, _DATE_LINE, _NOTE_LINE, _ADOPTED, _SOURCE)
        )
        or bool(_LABEL.match(text))
        or text in {"附件", "目录"}
    )


def _is_addressees(text: str) -> bool:
    return text.endswith(("：", ":")) and "。" not in text and not _PROMISE.search(text)


def _head_end(lines: Sequence[Line], ahead: int, start: int, labelled: frozenset[int]) -> int:
    """The line at which the foreword begins."""
    i = start
    while i < ahead:
        text = lines[i].text
        furniture = _is_furniture(text) or i in labelled
        if re.fullmatch(r"前\s*言", text) or not (
            furniture or (start and _is_addressees(text)) or _signs(lines, i, ahead)
        ):
            break
        i += 1
    return i


def _signs(lines: Sequence[Line], i: int, end: int) -> bool:
    """Whether the line is the name above a date."""
    return (
        i + 1 < end
        and len(lines[i].text) <= 30
        and not re.search(r"[。，；：:]", lines[i].text)
        and _DATE_LINE.fullmatch(lines[i + 1].text) is not None
    )


def _back_start(lines: Sequence[Line], first: int) -> int:
    i = len(lines)
    while i - 1 > first:
        text = lines[i - 1].text
        if not (
            _BACK.fullmatch(text) or _DATE_LINE.fullmatch(text) or _signs(lines, i - 1, len(lines))
        ):
            break
        i -= 1
    return i


def _read_lines(lines: Sequence[Line], where: Iterable[int], found: Metadata) -> None:
    for i in where:
        line = lines[i]
        if found.number is None and (match := _NUMBER_LINE.fullmatch(line.text)):
            found.number = match["number"]
            found.evidence["number"] = Span(
                line.start + match.start("number"), line.start + match.end("number")
            )
        elif "date" not in found.evidence and (
            _DATE_LINE.fullmatch(line.text) or (i < 12 and _ADOPTED.fullmatch(line.text))
        ):
            found.date = read_date(line.text)
            if found.date:
                found.evidence["date"] = Span(line.start, line.start + len(line.text))
        elif found.issuer is None and i + 1 < len(lines) and _signs(lines, i, len(lines)):
            found.issuer = line.text
            found.evidence["issuer"] = Span(line.start, line.start + len(line.text))
        elif (
            found.issuer is None
            and (match := _SOURCE.fullmatch(line.text))
            and is_plainly_department(match["issuer"])
        ):
            found.issuer = match["issuer"]
            found.evidence["issuer"] = Span(
                line.start + match.start("issuer"), line.start + match.end("issuer")
            )


def _status(lines: Sequence[Line], front: Iterable[int], found: Metadata) -> None:
    for i in front:
        match = _DRAFT.search(lines[i].text)
        if match and len(lines[i].text) <= _LONGEST_TITLE:
            found.status = "征求意见稿"
            found.evidence["status"] = Span(
                lines[i].start + match.start(), lines[i].start + match.end()
            )
            return


def evidence_of(found: Metadata) -> Mapping[str, Span]:
    return dict(found.evidence)
