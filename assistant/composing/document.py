"""What a paper says about itself: number, issuer, date, status, and how much it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from assistant.answer import Ask
from assistant.composing.draft import Draft
from assistant.composing.wording import joined
from assistant.document_notes import listed_first_note
from assistant.evidence import Evidence
from assistant.locating import PREFACE
from assistant.names import names_anybody
from assistant.sentences import pieces, sentences
from assistant.understanding.papers_asked import Property, asks_day_of_issue, asks_year_alone
from corpus import Document, Span

_BODIES = re.compile(r"各|厅|局|院|委员会|部门|单位|机关|政府")
_APPROVED = re.compile(r"会议|审议|批准|同意")
_KINDS = {
    "section": "个部分",
    "subsection": "个小节",
    "task": "项任务",
    "item": "个小点",
}


def compose_document(evidence: Evidence) -> Draft | None:
    """Answer about the documents in scope themselves, each statement cited to their heads."""
    asks = evidence.question.asks
    documents = evidence.documents
    wanted = evidence.question.paper_property
    if wanted:
        documents = tuple(d for d in documents if _HAS[wanted](d))
        asks = asks | _SHOWN_BY.get(wanted, frozenset())
    if not documents:
        return None
    listed = bool(asks & {"catalog", "newest"})
    draft = Draft()
    if wanted:
        draft.say(f"有{len(documents)}份：")
    elif "catalog" in asks and not evidence.question.scope.named:
        draft.say(f"语料中现有{len(evidence.library.documents())}份文件：")
    if "newest" in asks:
        _say_newest(documents, draft)
    for document in documents:
        say_date = _year if _year_will_do(document, evidence) else _date
        statements = [
            statement
            for ask, say in (_SAYINGS | {"date": say_date}).items()
            if ask in asks and (statement := say(document, draft))
        ]
        if listed or not statements:
            statements.insert(0, _catalog_line(document, draft))
        name = "" if listed else f"《{document.title}》"
        draft.say(f"{'- ' if len(documents) > 1 else ''}{name}{'；'.join(statements)}。")
    if len(documents) == 1 and _lacks(documents[0], evidence):
        draft.status = "partial"
    return draft


def _lacks(document: Document, evidence: Evidence) -> bool:
    """Whether the paper does not say of itself what is asked."""
    asks = evidence.question.asks
    if _year_will_do(document, evidence):
        asks = asks - {"date"}
    if "date" in asks and document.date is None and asks_day_of_issue(evidence.question.plain):
        return True
    return any(ask in asks and lacks(document) for ask, lacks in _LACKS)


def _year_will_do(document: Document, evidence: Evidence) -> bool:
    """这是哪年的文件, of a paper of which no more is known."""
    known = document.date is None and document.year is not None
    return known and asks_year_alone(evidence.question.plain)


def _say_newest(documents: tuple[Document, ...], draft: Draft) -> None:
    dated = sorted((d for d in documents if d.year is not None), key=lambda d: d.year or 0)
    if dated:
        newest, oldest = dated[-1], dated[0]
        draft.say(
            f"年份最新的是{newest.year}年的《{newest.title}》{_cite(newest, 'title', draft)}，"
            f"最早的是{oldest.year}年的《{oldest.title}》{_cite(oldest, 'title', draft)}。"
        )


def _cite(document: Document, what: str, draft: Draft) -> str:
    """The place where the paper says it, else its title, else the first words that it has.

    A paper copied without its head has none to cite.
    """
    span: Span | None = document.evidence.get(what) or document.evidence.get("title")
    if span is not None:
        return draft.cite(document.head, span.start, span.end)
    return draft.cite(next(c for c in (document.head, *document.clauses) if pieces(c)))


def _number(document: Document, draft: Draft) -> str:
    if document.number:
        return f"文号是{document.number}{_cite(document, 'number', draft)}"
    return f"所收文本没有写文号{_cite(document, 'title', draft)}"


def _issuer(document: Document, draft: Draft) -> str:
    if document.issuer:
        return f"发文机关是{document.issuer}{_cite(document, 'issuer', draft)}"
    return f"所收文本没有写发文机关{_cite(document, 'title', draft)}"


def _date(document: Document, draft: Draft) -> str:
    if document.date:
        day = f"{document.date.year}年{document.date.month}月{document.date.day}日"
        return f"成文日期是{day}{_cite(document, 'date', draft)}"
    statement = f"所收文本没有写成文日期{_cite(document, 'title', draft)}"
    if document.published:
        marker = _cite(document, "published", draft)
        statement += f"，网页的发布日期是{document.published.isoformat()}{marker}，那不是成文日期"
    elif document.year:
        statement += f"，只能知道是{document.year}年的文件"
    return statement


def _year(document: Document, draft: Draft) -> str:
    return f"是{document.year}年的文件{_cite(document, 'title', draft)}，没有写成文日期"


def _status(document: Document, draft: Draft) -> str:
    if document.status == "正式":
        return f"是正式文件，不是征求意见稿{_cite(document, 'status', draft)}"
    if document.status == "征求意见稿":
        return f"是征求意见稿，不是正式文件{_cite(document, 'status', draft)}"
    return f"{document.status}{_cite(document, 'status', draft)}"


def _count(document: Document, draft: Draft) -> str:
    kinds = Counter[str](clause.kind for clause in document.clauses if clause.path != PREFACE)
    parts = [f"{kinds[kind]}{unit}" for kind, unit in _KINDS.items() if kinds[kind]]
    if not kinds["task"] and kinds["paragraph"]:
        where = "部分以下" if kinds["section"] else ""
        parts.append(f"{kinds['paragraph']}个自然段（{where}没有编号）")
    return f"共有{joined(parts)}{_cite(document, 'title', draft)}"


def _title(document: Document, draft: Draft) -> str:
    return f"题为《{document.title}》{_cite(document, 'title', draft)}"


def _addressees(document: Document, draft: Draft) -> str:
    """The line of the head that ends with a colon and names those whom the paper is sent to."""
    for sentence in sentences(document.head):
        addressed = _BODIES.search(sentence.text) and sentence.text.rstrip().endswith(("：", ":"))
        if addressed:
            marker = draft.cite(document.head, sentence.start, sentence.end)
            return f"发给{sentence.text.rstrip('：: ')}{marker}"
    return f"所收文本没有写发给哪些单位{_cite(document, 'title', draft)}"


def _approval(document: Document, draft: Draft) -> str:
    """The sentence of the head or the preface that tells of a meeting or an approval."""
    openings = (document.head, *(c for c in document.clauses if c.path == PREFACE))
    for sentence in (each for opening in openings for each in sentences(opening)):
        if _APPROVED.search(sentence.text):
            marker = draft.cite(sentence.clause, sentence.start, sentence.end)
            return f"关于审批写的是“{sentence.text}”{marker}"
    return f"所收文本没有写由谁批准或通过{_cite(document, 'title', draft)}"


def _roles(document: Document, draft: Draft) -> str:
    """How the paper shows who leads: in its own words where it says so."""
    span = document.evidence.get("role_convention")
    if span is not None:
        draft.note(listed_first_note(document) if document.bold_lost else "")
        marker = draft.cite(document.clause_at(span.start), span.start, span.end)
        return f"这样区分牵头与配合：“{document.text[span.start : span.end].rstrip('。')}”{marker}"
    naming = next((clause for clause in document.clauses if clause.responsibilities), None)
    if naming is None:
        return f"没有写明由哪些单位负责{_cite(document, 'title', draft)}"
    stated = (c for c in document.clauses if any(r.basis == "stated" for r in c.responsibilities))
    if (telling := next(stated, None)) is not None:
        return f"在条款里写明谁牵头，例如{telling.label}{draft.cite(telling)}"
    return f"只写由哪些单位负责，没有区分牵头与配合，例如{naming.label}{draft.cite(naming)}"


def _catalog_line(document: Document, draft: Draft) -> str:
    year = f"{document.year}年" if document.year else None
    known = (document.issuer, document.number, year, document.status)
    told = "，".join(each for each in known if each)
    return f"《{document.title}》（{told}）{_cite(document, 'title', draft)}"


# What a paper may not say of itself; with the page's date at hand a question for it is answered.
_LACKS: tuple[tuple[str, Callable[[Document], bool]], ...] = (
    ("number", lambda document: document.number is None),
    ("issuer", lambda document: document.issuer is None),
    ("date", lambda document: document.date is None and document.published is None),
    ("roles", lambda document: not names_anybody(document)),
)
_HAS: dict[Property, Callable[[Document], bool]] = {
    "draft": lambda document: document.status == "征求意见稿",
    "formal": lambda document: document.status == "正式",
    "numbered": lambda document: document.number is not None,
    "unnumbered": lambda document: document.number is None,
    "dated": lambda document: document.date is not None,
    "naming": names_anybody,
}
# What is told of each paper, so that its property is seen.
_SHOWN_BY: dict[Property, frozenset[Ask]] = {
    "draft": frozenset({"status"}),
    "numbered": frozenset({"number"}),
    "unnumbered": frozenset({"number"}),
    "dated": frozenset({"date"}),
}
_SAYINGS: dict[str, Callable[[Document, Draft], str]] = {
    "number": _number,
    "issuer": _issuer,
    "date": _date,
    "status": _status,
    "count": _count,
    "title": _title,
    "addressees": _addressees,
    "approval": _approval,
    "roles": _roles,
}
