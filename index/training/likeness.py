"""Fits the turn under which questions about one clause lie near each other, strangers far off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encoders import Vectors
from index.fields import Fields

TWINS = 5  # clauses of each other paper that may be about the same matter


@dataclass(frozen=True)
class Recipe:
    """How to train; chosen on phrasings held out of what taught."""

    epochs: int = 12
    batch: int = 512
    rate: float = 3e-4
    temperature: float = 0.03
    strangers: int = 128  # a batch
    seed: int = 0


@dataclass(frozen=True)
class Questions:
    """Questions with the clause that each is about, and those that no clause answers.

    ``vectors`` are (m, dimension), ``strangers`` (s, dimension); ``owners``, (m,), names the clause
    of each question by its row. ``alike``, (clauses, clauses), is true where a question of one
    clause may well be one of the other: a clause and those above it, and its likely twins in other
    papers.
    """

    vectors: Vectors
    owners: NDArray[np.int64]
    alike: NDArray[np.bool_]
    strangers: Vectors

    @classmethod
    def of(cls, fields: Fields, ids: Sequence[str]) -> Questions:
        """The phrasings and strangers of an index of policy papers, ``ids`` being its clauses'."""
        assert fields.dense is not None
        assert fields.asks_dense is not None
        assert fields.strange is not None
        alike = _kin(ids) | _twins(fields.dense.vectors, ids)
        return cls(fields.asks_dense.vectors, fields.owners, alike, fields.strange.vectors)

    def only(self, asks: NDArray[np.bool_], strangers: NDArray[np.bool_]) -> Questions:
        """Those where the masks are true."""
        return Questions(
            self.vectors[asks], self.owners[asks], self.alike, self.strangers[strangers]
        )


def fit_likeness(questions: Questions, recipe: Recipe | None = None) -> Vectors:
    """The matrix U, (dimension, dimension), of x -> the unit vector along x + Ux.

    InfoNCE: of a batch, each question's other half is another question of its clause; the wrong
    ones are those of other clauses, except alike ones, and strangers.
    """
    import torch
    from torch.nn import functional

    recipe = recipe or Recipe()
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    size = questions.vectors.shape[1]
    turn = torch.zeros((size, size), requires_grad=True)
    optimizer = torch.optim.AdamW([turn], lr=recipe.rate, weight_decay=0.0)
    vectors, strangers = map(torch.from_numpy, (questions.vectors, questions.strangers))
    others = _others(questions.owners)
    for _ in range(recipe.epochs):
        order = random.permutation(sorted(others))
        for places in np.array_split(order, max(1, len(order) // recipe.batch)):
            partners = [random.choice(others[place]) for place in places.tolist()]
            drawn = torch.randint(len(strangers), (recipe.strangers,))
            asked, alike, strange = (
                functional.normalize(x + x @ turn.T, dim=1)
                for x in (vectors[places], vectors[partners], strangers[drawn])
            )
            owners = questions.owners[places]
            ambiguous = torch.from_numpy(questions.alike[np.ix_(owners, owners)])
            ambiguous.fill_diagonal_(False)
            wrong = (asked @ alike.T / recipe.temperature).masked_fill(ambiguous, -1e9)
            logits = torch.cat([wrong, asked @ strange.T / recipe.temperature], 1)
            loss = functional.cross_entropy(logits, torch.arange(len(places)))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    learned: Vectors = turn.detach().numpy()
    return learned


def _others(owners: NDArray[np.int64]) -> dict[int, list[int]]:
    """For each question its clause's other questions; those without any are left out."""
    of_clause: dict[int, list[int]] = defaultdict(list)
    for place, owner in enumerate(owners.tolist()):
        of_clause[owner].append(place)
    return {
        place: [other for other in places if other != place]
        for places in of_clause.values()
        if len(places) > 1
        for place in places
    }


def _kin(ids: Sequence[str]) -> NDArray[np.bool_]:
    """Whether one clause is the other or lies below it."""
    return np.array(
        [[f"{a}/".startswith(f"{b}/") or f"{b}/".startswith(f"{a}/") for b in ids] for a in ids]
    )


def _twins(vectors: Vectors, ids: Sequence[str]) -> NDArray[np.bool_]:
    """Of each other paper the clauses whose text is nearest."""
    papers = np.array([each.split("/")[0] for each in ids])
    cosines = vectors @ vectors.T
    twins = np.zeros(cosines.shape, bool)
    for row, own in enumerate(papers):
        for paper in set(papers.tolist()) - {str(own)}:
            places = np.flatnonzero(papers == paper)
            twins[row, places[np.argsort(-cosines[row, places])[:TWINS]]] = True
    return twins | twins.T
