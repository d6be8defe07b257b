"""Answers that say what the papers do not hold, and what they do hold instead."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.composing.draft import Draft
from assistant.composing.wording import joined, place
from assistant.evidence import Evidence
from assistant.locating import Location
from assistant.names import short
from assistant.sentences import shortened
from assistant.understanding.question import Question, Unheld
from corpus import Clause, Document, Library

_NEARBY = 3
_PAPERS = 6
_ECHO = 40  # characters of a question that are said back
_EXAMPLE = "例如“法律援助由哪个部门牵头”“社区矫正信息化有哪些措施”“司法部意见第17条原文”"


def refuse_unheld(unheld: tuple[Unheld, ...], evidence: Evidence) -> Draft:
    """The question names a place, year, paper, law or department that the library does not hold."""
    draft = Draft(status="not_found")
    what = unheld[0].what
    names = joined(dict.fromkeys(each.name for each in unheld))
    said = {
        "place": f"语料中没有{names}的文件",
        "year": f"语料中没有{names}的文件",
        "paper": f"语料中没有{names}",
        "law": f"语料中没有《{names}》的条文" if "《" not in names else f"语料中没有{names}的条文",
        "department": f"所问范围内的文件没有写到{names}",
    }[what]
    draft.say(f"{said}，不能据此回答。{holdings(evidence.library)}")
    _name_nearby(evidence, draft)
    return draft


def refuse_departments(evidence: Evidence) -> Draft:
    """No clause in scope gives the departments anything to do, whether it writes of them or not."""
    question, texts = evidence.question, [document.text for document in evidence.documents]
    called = {*question.departments, *(written for _, written in question.written)}
    if not any(name in text for name in called for text in texts):
        unheld = tuple(Unheld("department", name) for name in question.departments)
        return refuse_unheld(unheld, evidence)
    draft = Draft(status="not_found")
    draft.say(f"所问范围内的文件写到了{joined(question.departments)}，但没有写明由它承担的任务。")
    return draft


def refuse_topic(evidence: Evidence) -> Draft:
    """Nothing in scope is about the topic."""
    draft = Draft(status="not_found")
    scope = evidence.question.scope
    names = joined(f"《{document.title}》" for document in evidence.documents)
    if evidence.beyond_shown:
        draft.say(
            f"除已经列出的以外，{f'在{names}中' if scope.named else '语料中'}没有找到更多条款。"
        )
    elif scope.named:
        draft.say(f"在{names}中没有找到与所问事项对应的条款。")
    else:
        draft.say(f"语料中没有找到与所问事项对应的条款。{holdings(evidence.library)}")
    _name_nearby(evidence, draft)
    return draft


def refuse_number(missed: Sequence[tuple[Location, Document]], written: str) -> Draft:
    """The papers' numbers end before the one asked for: a premise corrected."""
    draft = Draft(status="not_found")
    for location, document in missed[:_PAPERS]:
        ends = f"，编号到{location.ends}为止" if location.ends else "，它没有这样的编号"
        draft.say(f"《{document.title}》没有{written}{ends}。")
    return draft


def refuse_word(word: str) -> Draft:
    """Asked where a word stands that nobody in scope writes."""
    draft = Draft(status="not_found")
    draft.say(f"所问范围内的文件没有出现“{word}”。")
    return draft


def refuse_step(clause: Clause) -> Draft:
    """Asked for what stands before a paper's first clause, behind its last or above its parts."""
    draft = Draft(status="not_found")
    draft.say(f"{place(clause)}已经到头，那一边没有别的条款了。")
    return draft


def refuse_reason(reason: str, library: Library) -> Draft:
    """Input that is no question to the papers: empty, too long, small talk, advice, commands."""
    draft = Draft(status="not_found")
    draft.say(_REASONS.get(reason, _REASONS["unclear"]) + holdings(library))
    return draft


def ask_back(question: Question) -> Draft:
    """A follow-up with nothing before it."""
    draft = Draft(status="not_found")
    said = shortened(question.text.strip(), _ECHO)
    draft.say(f"“{said}”指的是哪一件事？请把事项说完整，{_EXAMPLE}。")
    return draft


_REASONS = {
    "empty": f"请写下要问的事项，{_EXAMPLE}。",
    "too_long": "内容太长，看不出要问哪一件事。请用一两句话写出要问的事项。",
    "gibberish": f"没有看懂要问的事项。请换一种说法，{_EXAMPLE}。",
    "smalltalk": "这里只回答所收政策文件写明的内容，并附上原文。",
    "judgement": "这要靠个人判断，文件里没有答案；"
    "个人的案件和决定，可以请教律师或拨打12348公共法律服务热线。",
    "instruction": "这里只回答所收政策文件写明的内容，不执行其他指令。",
    "pasted": "这段文字不在所收的文件中，不能把它当作依据。",
    "contact": "所收文件是政策文件，没有单位的电话、地址、人员姓名和办公时间。",
    "not_shown": "上一个回答里没有这个编号的引用；请看它所列的引文编号，或者把要看的条款写出来。",
    "unclear": "没有看懂要问的事项，请换一种说法。",
}


def holdings(library: Library) -> str:
    """Which documents there are, in one sentence."""
    documents = library.documents()
    names = joined(map(_called, documents[:_PAPERS]))
    more = f"等{len(documents)}份文件" if len(documents) > _PAPERS else ""
    return f"现有的文件是：{names}{more}。"


def _called(document: Document) -> str:
    """吉林（2019年）《…》; the title alone where it is all that is known."""
    name, title = short(document), f"《{document.title}》"
    return title if name == title else f"{name}{title}"


def _name_nearby(evidence: Evidence, draft: Draft) -> None:
    near = [hit for hit in evidence.hits if hit.score >= evidence.thresholds.nearby]
    draft.nearby.extend(hit.clause for hit in near[:_NEARBY])
    if draft.nearby:
        draft.say("文件中相近、但不是所问的内容，见下列条款。")
