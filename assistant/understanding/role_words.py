"""Words for leading and for helping, from ``assistant/data/roles.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.data_files import DataForm, read_data
from corpus import Role


class _Role(DataForm):
    words: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


class _File(DataForm):
    leading: _Role
    helping: _Role


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of one role, each set as alternatives for a regular expression."""

    # 牵头, 排在首位: this role and no other.
    only: str
    # 负责, 参与: said of the other role too.
    either: str
    # 管, 支持: this role, but only right behind a department's name.
    behind: str

    @property
    def said(self) -> str:
        """All words that say the role wherever they stand."""
        return f"{self.only}|{self.either}"


@cache
def leading() -> RoleWords:
    """Words that say that a department leads."""
    return _compiled(_read().leading)


@cache
def helping() -> RoleWords:
    """Words that say that a department helps."""
    return _compiled(_read().helping)


@cache
def in_any_role() -> str:
    """Words for either role, as alternatives for a regular expression."""
    return f"{leading().said}|{helping().said}"


def role_said(text: str) -> Role | None:
    """The role of which a text has a word that says it and no other."""
    if re.search(leading().only, text):
        return "lead"
    return "support" if re.search(helping().only, text) else None


@cache
def _read() -> _File:
    return read_data("roles.toml", _File)


def _compiled(role: _Role) -> RoleWords:
    only = "|".join((*role.patterns, *map(re.escape, role.words)))
    return RoleWords(only, "|".join(role.either), "|".join(role.behind))
