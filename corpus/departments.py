"""Names of departments: which ones mean the same body, and where a question names one.

A canonical name holds within one region: 司法厅 of 吉林 and 司法厅 of 四川 share it and are two
bodies. Prefixes of level go by rule (省、市、厅…); what no rule can know stands in
corpus/data/departments.toml.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from corpus.data_files import DataForm, read_data
from corpus.model import Document

# 省发改委 -> 发改委, 省委编办 -> 编办; but 市场监管局, 省政府办公厅, 省委办公厅, 厅直各单位 stay
_LEVEL = re.compile(
    r"(?:[省市区县]委(?!办公|和|及|员会|$)|自治区(?!政府|人民政府|党委)"
    r"|本?[省市区县旗厅](?!政府|人民政府|委|直|属|级|场|辖|域|容|会|机关各))"
)
_FIELD = re.compile(r"(.{2,12}?)(厅|局|部|委员会|委)")
# 备案审查处 -> 备审处: the first character of each of its words
_INITIALS = re.compile(r"(?P<words>(?:[^一二三四五六七八九十与和]{2}){2,3})(?P<kind>处|局)")
_FILLERS = ("管理", "工作", "保障", "与依法治理")
_SHORT = 4  # characters; a longer name is one, whatever follows it
_LEAST = 2  # characters of a name
# 备案处理, 省检查组, 宣传部署, 财政部门, 依法治省办法 and 政法委员 name nobody
_RUNS_ON = re.compile(
    r"处[理置罚分于境]|检[查验测索疫]|检察(?!院|厅|机关|长)|部[分署门件位]|局[面部势限]|办[理法案公事好]|委(?:[员托任]|派(?![了给过到]))"
)


class DepartmentEntry(DataForm):
    """A body: its canonical name, the ways it is written, and what people call it."""

    name: str
    aliases: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


class _File(DataForm):
    """`fields`: what a body is for, and the short ways of writing it."""

    fields: dict[str, tuple[str, ...]]
    department: tuple[DepartmentEntry, ...]


def canonical_department(name: str) -> str:
    """The name by which all spellings of one body are found, within one region.

    >>> canonical_department("省发改委"), canonical_department("行政审批办")
    ('发展改革委', '行政审批办公室')
    >>> canonical_department("市场监管局"), canonical_department("市人社局")
    ('市场监管局', '人力资源社会保障局')
    """
    known = _written()
    bare = _without_level(name)
    return known.get(name) or known.get(bare) or _spelt_out(bare)


def find_departments(
    text: str, documents: Iterable[Document] = ()
) -> tuple[tuple[str, int, int], ...]:
    """(canonical name, start, end) of each department that `text` names, as people write them.

    Knows the data file's names and those of `documents`; the longest name at a place wins.

    >>> find_departments("律师处和社矫局管什么")
    (('律师工作处', 0, 3), ('社区矫正管理局', 4, 7))
    """
    names = dict(_spoken())
    for document in documents:
        names |= _names_in(document)
    longest = max(map(len, names), default=0)
    found: list[tuple[str, int, int]] = []
    place = 0
    while place < len(text):
        for length in range(min(longest, len(text) - place), _LEAST - 1, -1):
            canonical = names.get(text[place : place + length])
            runs_on = length <= _SHORT and _RUNS_ON.match(text, place + length - 1)
            if canonical is not None and not runs_on:
                found.append((canonical, place, place + length))
                place += length
                break
        else:
            place += 1
    return tuple(found)


def fields_of(documents: Iterable[Document]) -> dict[str, str]:
    """What the departments of some documents are for -> canonical name: 民政 -> 民政厅, 人社 too.

    A field alone names its department only beside words that say so (民政也在里面吗).
    """
    fields: dict[str, str] = {}
    for canonical in sorted({n for d in documents for n in _names_in(d).values()}):
        if match := _FIELD.fullmatch(canonical):
            short = _file().fields.get(match[1], ())
            fields |= dict.fromkeys((match[1], *short), canonical)
    return fields


def departments_of(documents: Iterable[Document]) -> list[str]:
    """Canonical names of all departments that clauses name, the most named first."""
    counted = Counter(
        named.canonical
        for document in documents
        for clause in document.clauses
        for named in clause.responsibilities
    )
    return sorted(counted, key=lambda name: (-counted[name], name))


def department_entries() -> tuple[DepartmentEntry, ...]:
    """The reviewed bodies of corpus/data/departments.toml."""
    return _file().department


def _short_forms(name: str) -> Iterator[str]:
    """What people shorten a name to: 律师工作处 -> 律师处, 备案审查处 -> 备审处."""
    yield name
    for filler in _FILLERS:
        if filler in name[2:-1]:
            yield name[:2] + name[2:].replace(filler, "", 1)
    if initials := _INITIALS.fullmatch(re.sub("|".join(_FILLERS), "", name)):
        yield "".join(initials["words"][::2]) + initials["kind"]
    match = _FIELD.fullmatch(name)
    if match:
        yield from (short + match[2] for short in _file().fields.get(match[1], ()))


def _spelt_out(bare: str) -> str:
    match = _FIELD.fullmatch(bare)
    if match is None:
        return bare
    for full, short_ones in _file().fields.items():
        if match[1] == full or match[1] in short_ones:
            return full + ("委" if match[2] == "委员会" else match[2])
    return bare


def _without_level(name: str) -> str:
    match = _LEVEL.match(name)
    bare = name[match.end() :] if match else name
    return bare if len(bare) >= _LEAST else name


@cache
def _file() -> _File:
    return read_data("departments.toml", _File)


@cache
def _written() -> dict[str, str]:
    return {
        name: entry.name for entry in department_entries() for name in (entry.name, *entry.aliases)
    }


@cache
def _spoken() -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in department_entries():
        for name in (*_short_forms(entry.name), *entry.aliases, *entry.spoken):
            names.setdefault(name, entry.name)
            names.setdefault("省" + name, entry.name)
            names.setdefault("省委" + name, entry.name)
    return names


@cache
def _names_in(document: Document) -> dict[str, str]:
    names: dict[str, str] = {}
    written = {
        (r.department, r.canonical) for clause in document.clauses for r in clause.responsibilities
    }
    for department, canonical in written:
        names[department] = canonical
        for form in _short_forms(canonical):
            names.setdefault(form, canonical)
    return names
