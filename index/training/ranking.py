"""Learns data/ranking.json.

    yiju eval asked --out ASKED.jsonl
    python -m index.training.ranking --stard DIR [--asked ASKED.jsonl]

For policy papers ("clauses") the teachers are the phrasings, each asked of its paper as if it were
not in the index, and what the assistant looks up for the dev half of the question set and for the
strangers, each as if it were not in the index; for plain texts ("passages") STARD's train
questions. For these, adapters are trained anew without the questions whose features they give, so
that no weight is learned from what an adapter knows by heart; so are the turns under which
phrasings are held against phrasings. STARD's train questions also teach what a question looks like
that the papers do not answer.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Library
from index.adapter import Adapter
from index.encoders import Encoder, open_encoder
from index.features import FEATURES
from index.passage_index import PassageIndex
from index.ranking import ABSOLUTE, QUESTION_SIGNALS, Ranking
from index.settings import Settings
from index.training.adapter import FOLDS, Teacher
from index.training.contrastive import fit
from index.training.linear import Array, Sample, fit_distance, fit_order, fit_probability
from index.training.questions import beir_pairs, phrasing_pairs
from index.training.samples import STARD_WEIGHT, PaperSampler, Sampler, with_asks
from index.training_queries import read_training_queries

TEN = 10
SHOWN = 5  # of these, how many teach the probability
RIDGE = 1e-4


def learn(samples: Sequence[Sample], judged: Sequence[Sample] = ()) -> Ranking:
    """Weights of the order from ``samples``, then of the probability.

    Where there are ``judged`` questions, some with an answer and some without, the best passage's
    probability is that there is an answer; without them, that the best passage is one.
    """
    weights = fit_order(samples)
    evidence, right, weight = [], [], []
    behind: list[tuple[Array, NDArray[np.bool_], float]] = []
    for sample in judged or samples:
        order = sample.features @ weights
        places = np.argsort(-order)[:SHOWN]
        best = sample.features[places[0]]
        evidence.append([best[FEATURES.index(name)] for name in ABSOLUTE])
        said = sample.of_best(int(places[0]))
        evidence[-1] += [said[name] for name in QUESTION_SIGNALS]
        right.append(bool(sample.gold.any() if judged else sample.gold[places[0]]))
        weight.append(sample.weight)
        behind.append((order[places] - order[places[0]], sample.gold[places], sample.weight))
    fitted = fit_probability(np.array(evidence), np.array(right), np.array(weight), RIDGE)
    *evidence_weights, bias = fitted.tolist()
    return Ranking(
        weights=_named(FEATURES, weights.tolist()),
        behind=fit_distance(np.array(evidence) @ fitted[:-1] + bias, behind),
        evidence=_named((*ABSOLUTE, *QUESTION_SIGNALS), evidence_weights),
        bias=bias,
    )


def _named(names: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    """Weights by name, those that were learned to be nothing left out."""
    rounded = ((name, float(f"{value:.4g}")) for name, value in zip(names, values, strict=True))
    return {name: value for name, value in rounded if value > 1e-6}


def checked(
    asked: Sequence[Sequence[Sample]], always: Sequence[Sample], *, judged: bool = False
) -> str:
    """Figures of questions whose weights were learned without them, and always with others.

    Of a question that is there in several ways the first is measured. ``judged`` tells that they
    teach whether there is an answer.
    """
    ranks, chances = [], []
    for fold in range(FOLDS):
        seen = [s for at, ways in enumerate(asked) if at % FOLDS != fold for s in ways]
        ranking = learn([*seen, *always], seen if judged else ())
        for sample in (ways[0] for ways in asked[fold::FOLDS]):
            order = ranking.order(sample.features)
            place = np.argsort(-order)
            best = sample.features[place[0]]
            said = sample.of_best(int(place[0]))
            chance = ranking.probabilities(order, best, said).max()
            chances.append((float(chance), bool(sample.gold.any())))
            if sample.gold.any():
                ranks.append(int(np.flatnonzero(sample.gold[place])[0]))
    first = np.mean([rank == 0 for rank in ranks])
    reciprocal = np.mean([1 / (rank + 1) if rank < TEN else 0 for rank in ranks])
    return (
        f"right first {first:.3f}, MRR@10 {reciprocal:.3f} of {len(ranks)}; "
        f"answerable above unanswerable {_auc(chances):.3f}"
    )


def _auc(chances: Sequence[tuple[float, bool]]) -> float:
    """Share of pairs (answerable, unanswerable) in the right order; nan without a pair."""
    yes = np.array([chance for chance, answerable in chances if answerable])
    no = np.array([chance for chance, answerable in chances if not answerable])
    if not len(yes) or not len(no):
        return float("nan")
    return float((yes[:, None] > no[None]).mean())


def learn_clauses(stard: Teacher, encoder: Encoder, asked: Path | None) -> Ranking:
    """Weights for policy papers."""
    library = Library.packaged()
    papers = PaperSampler(phrasing_pairs(library), encoder)
    phrasings = list(papers.phrasings())
    print("phrasings, each hidden, within its paper:", checked([[s] for s in phrasings], []))
    foreign = zip(stard.pairs.questions[::2], stard.questions[::2], strict=True)
    always = [papers.taught.sample(text, raw, weight=STARD_WEIGHT) for text, raw in foreign]
    always += phrasings
    queries = read_training_queries(asked) if asked else []
    real = [(each, papers.asked(each)) for each in queries]
    own = [[sample] for each, sample in real if each.stranger is None]
    strangers = [[sample] for each, sample in real if each.stranger is not None]
    if own:
        print("dev questions and strangers:", checked([*own, *strangers], always, judged=True))
    taught = [sample for _, sample in real]
    return learn([*always, *taught], taught)


def learn_passages(stard: Teacher, encoder: Encoder) -> Ranking:
    """Weights for plain texts, without phrasings and with: the train questions of other folds."""
    pairs = stard.pairs
    passages, place_of = with_asks(pairs)
    retriever = PassageIndex.open("stard", passages).retriever
    folds = pairs.folds(FOLDS, by="question")
    likeness = Adapter.packaged().likeness
    everything = range(len(retriever.fields.owners))
    samples: list[list[Sample]] = []
    for fold in range(FOLDS):
        adapter = fit([stard.examples(folds != fold)], encoder.name)
        sampler = Sampler(retriever, replace(adapter, likeness=likeness))
        held = np.flatnonzero(folds == fold).tolist()
        hidden = [place for at in held for place in place_of[at]]
        for at in held:
            asked = pairs.questions[at], stard.questions[at], pairs.gold[at]
            samples.append(
                [
                    sampler.sample(*asked, hidden=way, weight=STARD_WEIGHT)
                    for way in (everything, hidden)
                ]
            )
    print("STARD train, without phrasings:", checked(samples, []))
    print("STARD train, with:", checked([ways[::-1] for ways in samples], []))
    return learn([sample for ways in samples for sample in ways])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m index.training.ranking")
    parser.add_argument("--stard", type=Path, required=True, help="folder of STARD in BEIR form")
    parser.add_argument("--asked", type=Path, help="what `yiju eval asked` has written")
    arguments = parser.parse_args()
    encoder = open_encoder(Settings().encoder)
    assert encoder is not None  # the bundled one is the default
    stard = Teacher.of(beir_pairs(arguments.stard, "train"), "stard", encoder)
    profiles = {
        "clauses": learn_clauses(stard, encoder, arguments.asked),
        "passages": learn_passages(stard, encoder),
    }
    text = json.dumps({name: each.model_dump() for name, each in profiles.items()}, indent=1)
    Path(str(files("index") / "data" / "ranking.json")).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
