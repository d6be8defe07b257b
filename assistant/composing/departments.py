"""Which departments answer for a clause: its own, those of its points, or of the clause above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Clause, Responsibility, Role


@dataclass(frozen=True, slots=True)
class Responsible:
    """A clause with the departments that answer for it."""

    clause: Clause
    names: tuple[Responsibility, ...]
    inherited: bool = False


def departments_of(clause: Clause) -> tuple[Responsible, ...]:
    """The clause's own departments, or those of its points, or those of the clause above."""
    if clause.responsibilities:
        return (Responsible(clause, clause.responsibilities),)
    if below := tuple(_below(clause)):
        return below
    above = clause.inherited_responsibilities
    return (Responsible(above[0], above[1], inherited=True),) if above else ()


def _below(clause: Clause) -> Iterator[Responsible]:
    for child in clause.children:
        if child.responsibilities:
            yield Responsible(child, child.responsibilities)
        else:
            yield from _below(child)


def roles_of(named: tuple[Responsible, ...]) -> dict[str, Role]:
    """Each department's role; who leads one point and helps with another leads."""
    names = [each for one in named for each in one.names]
    return {each.canonical: each.role for each in sorted(names, key=lambda n: n.role == "lead")}
