"""Fits an adapter: a question's vector shall be nearer to its passages than to any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.adapter import Adapter
from index.encoders import Vectors

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Examples:
    """Vectors of questions and passages, and which belong together.

    ``questions`` are (m, dimension), ``passages`` (n, dimension); ``gold`` has for each question
    the rows of its passages.
    """

    questions: Vectors
    passages: Vectors
    gold: Sequence[frozenset[int]]


@dataclass(frozen=True)
class Recipe:
    """How to train; the defaults were chosen by cross-validation on STARD's train questions."""

    epochs: int = 40
    batch: int = 128
    rate: float = 5e-4
    temperature: float = 0.02
    noise: float = 0.5
    hard: int = 64
    drawn: int = 8192
    seed: int = 0


def fit(sets: Sequence[Examples], encoder: str, recipe: Recipe | None = None) -> Adapter:
    """Learn an adapter on several sets at once; it knows no likeness yet.

    The loss is InfoNCE: cross-entropy of the softmax over the gold passages of a batch and
    ``drawn`` others, out of a pool that holds every gold passage of the set and, for each question,
    its ``hard`` nearest passages by the plain vectors. Noise on the questions' vectors keeps
    300,000 weights from learning 1,235 questions by heart.
    """
    import torch
    from torch.nn import functional

    recipe = recipe or Recipe()
    torch.manual_seed(recipe.seed)
    size = sets[0].questions.shape[1]
    query, bias, passage = (
        torch.zeros(shape, requires_grad=True) for shape in ((size, size), (size,), (size, size))
    )
    pools = [_Pool.of(examples, recipe.hard) for examples in sets]
    steps = recipe.epochs * sum(pool.batches(recipe.batch) for pool in pools)
    optimizer = torch.optim.AdamW([query, bias, passage], lr=recipe.rate, weight_decay=0.0)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, recipe.rate, total_steps=steps, pct_start=0.1
    )
    for _ in range(recipe.epochs):
        batches = [
            (pool, rows)
            for pool in pools
            for rows in torch.randperm(len(pool.questions)).chunk(pool.batches(recipe.batch))
        ]
        for at in torch.randperm(len(batches)).tolist():
            pool, rows = batches[at]
            q = pool.questions[rows]
            q = functional.normalize(q + recipe.noise * torch.randn_like(q) / size**0.5, dim=1)
            q = functional.normalize(q + q @ query.T + bias, dim=1)
            columns = pool.draw(rows, recipe.drawn)
            p = pool.passages[columns]
            p = functional.normalize(p + p @ passage.T, dim=1)
            logits = (q.bfloat16() @ p.bfloat16().T).float() / recipe.temperature
            shares = pool.shares[rows][:, columns]
            loss = -(shares * torch.log_softmax(logits, 1)).sum(1).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    likeness = torch.zeros(size, size)
    learned = (each.detach().numpy() for each in (query, bias, passage, likeness))
    return Adapter(encoder, *learned)


@dataclass(frozen=True)
class _Pool:
    """Tensors of the questions, of the passages to choose from, and of what is right.

    ``shares`` are (questions, passages): 1 / number of gold passages where gold, else 0.
    """

    questions: Tensor
    passages: Tensor
    shares: Tensor

    @classmethod
    def of(cls, examples: Examples, hard: int) -> _Pool:
        import torch

        nearest = [
            np.argpartition(-(block @ examples.passages.T), hard, axis=1)[:, :hard].ravel()
            for block in np.array_split(examples.questions, len(examples.questions) // 100 + 1)
        ]
        golden = [row for gold in examples.gold for row in gold]
        rows = np.unique(np.concatenate([*nearest, np.array(golden)]))
        place = {row: at for at, row in enumerate(rows.tolist())}
        shares = torch.zeros(len(examples.questions), len(rows))
        for at, gold in enumerate(examples.gold):
            for row in gold:
                shares[at, place[row]] = 1 / len(gold)
        passages = torch.from_numpy(examples.passages[rows])
        return cls(torch.from_numpy(examples.questions), passages, shares)

    def draw(self, rows: Tensor, count: int) -> Tensor:
        """Columns of the gold passages of some questions and of ``count`` passages at random."""
        import torch

        gold = self.shares[rows].sum(0).nonzero().squeeze(1)
        others = torch.randint(len(self.passages), (count,))
        columns: Tensor = torch.unique(torch.cat([gold, others]))
        return columns

    def batches(self, size: int) -> int:
        return -(-len(self.questions) // size)
