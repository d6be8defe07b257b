"""Names of departments: which ones mean the same body, and where a question names one.

A canonical name holds within one region: 司法厅 of 吉林 and 司法厅 of 四川 share it and are two
bodies. Prefixes of level go by rule (省、市、厅…); what no rule can know stands in
corpus/data/departments.toml.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import DataFileError
from corpus.model import Document

_DATA = Path(__file__).parent / "data" / "departments.toml"
# 省发改委 -> 发改委, 省委编办 -> 编办, 厅直各单位 stays
_LEVEL = re.compile(r"(?:本?[省市]委|[省市]直|自治区|本?[省市区县旗厅])(?=[^委直属级政])")
_KEEP = re.compile(r"(?:[省市]委)(?:办公|和|及|$)|各|厅机关|厅直|厅属")
_LEAST = 2  # characters of a name


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A body: its canonical name, the ways it is written, and what people call it."""

    name: str
    aliases: tuple[str, ...]
    spoken: tuple[str, ...]


@cache
def department_entries() -> tuple[DepartmentEntry, ...]:
    """The reviewed entries of corpus/data/departments.toml."""
    entries = tomllib.loads(_DATA.read_text(encoding="utf-8")).get("department", [])
    try:
        return tuple(
            DepartmentEntry(e["name"], tuple(e.get("aliases", ())), tuple(e.get("spoken", ())))
            for e in entries
        )
    except KeyError as error:
        raise DataFileError(f"{_DATA.name} 里有一条没有 {error}；每条须有 name。") from error


def canonical_department(name: str) -> str:
    """The name by which all spellings of one body are found, within one region.

    >>> canonical_department("省发改委"), canonical_department("行政审批办")
    ('发展改革委', '行政审批办公室')
    """
    known = _by_alias()
    bare = _without_level(name)
    return known.get(name) or known.get(bare) or bare


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
    if not names:
        return ()
    found: list[tuple[str, int, int]] = []
    longest = max(map(len, names))
    place = 0
    while place < len(text):
        for length in range(min(longest, len(text) - place), _LEAST - 1, -1):
            canonical = names.get(text[place : place + length])
            if canonical is not None:
                found.append((canonical, place, place + length))
                place += length
                break
        else:
            place += 1
    return tuple(found)


def short_forms(name: str) -> frozenset[str]:
    """What people shorten an office's name to: 律师工作处 -> 律师处, 监狱管理局 -> 监狱局.

    >>> sorted(short_forms("社区矫正管理局"))
    ['社区矫正局', '社区矫正管理局']
    """
    forms = {name}
    for filler in ("管理", "工作", "保障", "与依法治理"):
        if filler in name[2:-1]:
            forms.add(name[:2] + name[2:].replace(filler, "", 1))
    if name.endswith("办公室"):
        forms.add(name[:-2])
    return frozenset(form for form in forms if len(form) > _LEAST)


def _without_level(name: str) -> str:
    if _KEEP.match(name):
        return name
    match = _LEVEL.match(name)
    bare = name[match.end() :] if match else name
    return bare if len(bare) > 1 else name


@cache
def _by_alias() -> dict[str, str]:
    known: dict[str, str] = {}
    for entry in department_entries():
        for name in (entry.name, *entry.aliases):
            known[name] = entry.name
    return known


@cache
def _spoken() -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in department_entries():
        for name in (*short_forms(entry.name), *entry.aliases, *entry.spoken):
            names[name] = entry.name
            names.setdefault("省" + name, entry.name)
    return names


@cache
def _names_in(document: Document) -> dict[str, str]:
    names: dict[str, str] = {}
    for clause in document.clauses:
        for responsibility in clause.responsibilities:
            for form in short_forms(responsibility.department):
                names.setdefault(form, responsibility.canonical)
            names.setdefault(responsibility.canonical, responsibility.canonical)
    return names
