"""The words of linking on ECB+, event mentions given: `python -m evaluation.ecbplus FOLDER`.

FOLDER holds `ECB_{Train,Dev}_Event_gold_mentions.json` and `ECB_{Train,Dev}_corpus.txt`. Mentions are joined where
their documents are alike and their words are of one stem or one act of `concepts.toml`. How alike documents must be is
set on train alone. Beside it stand the baselines: one stem everywhere, and one stem in a topic. No word of it is kept.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.link import words

from .coreference import Score, partition, score

GRID = (0.08, 0.10, 0.12, 0.14, 0.16, 0.18)  # mean likeness from which documents are of one story
_SHORT = 6  # letters of a stem that are compared


@dataclass(frozen=True, slots=True)
class Mention:
    """An event mention: its document, its words, and the chain it belongs to."""

    document: str
    text: str
    chain: str


@dataclass(frozen=True, slots=True)
class Split:
    """The mentions of a split, its documents in order, and how alike each two are."""

    mentions: tuple[Mention, ...]
    documents: tuple[str, ...]
    likeness: NDArray[np.float64]


def read(folder: Path, split: str) -> Split:
    """Read one split; a mention marked as alone is a chain of its own."""
    marks = json.loads((folder / f"ECB_{split}_Event_gold_mentions.json").read_text("utf-8"))
    mentions = tuple(
        Mention(mark["doc_id"], mark["tokens_str"], f"alone {n}" if mark["is_singleton"] else mark["coref_chain"])
        for n, mark in enumerate(marks)
    )
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for line in (folder / f"ECB_{split}_corpus.txt").read_text("utf-8").splitlines():
        if len(fields := line.split("\t")) > 3:
            texts[fields[0]].append(fields[3])
    documents = tuple(sorted(texts))
    return Split(mentions, documents, likeness([" ".join(texts[one]) for one in documents]))


def likeness(texts: list[str]) -> NDArray[np.float64]:
    """Return the cosine of each two texts over their stems, weighed by how few texts hold them."""
    meaning = [words.stems(text) for text in texts]
    every = ([words.stem(word) for word in words.words(text)] for text in texts)
    counts = [Counter(stem for stem in found if stem in kept) for found, kept in zip(every, meaning, strict=True)]
    held = Counter(stem for count in counts for stem in count)
    number = {stem: at for at, stem in enumerate(sorted(held))}
    table = np.zeros((len(texts), len(number)))
    for row, count in enumerate(counts):
        for stem, times in count.items():
            table[row, number[stem]] = (1 + math.log(times)) * math.log(len(texts) / held[stem])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return np.asarray(table @ table.T)


def stories(alike: NDArray[np.float64], least: float) -> list[int]:
    """Return a story for each document: average linkage while the mean likeness is at least so much."""
    sums, sizes = alike.copy(), np.ones(len(alike))
    story = list(range(len(alike)))
    while True:
        means = sums / np.outer(sizes, sizes)
        means[np.tril_indices(len(means))] = -1
        one, other = np.unravel_index(int(np.argmax(means)), means.shape)
        if means[one, other] < least:
            return story
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        sizes[one] += sizes[other]
        sums[other], sums[:, other] = -np.inf, -np.inf
        story = [int(one) if at == other else at for at in story]


def act(text: str) -> str:
    """Return what a mention is joined by: the one act that its longest word names, or the beginning of that word."""
    stems = words.stems(text) or frozenset(words.stem(word) for word in words.words(text)) or {text}
    longest = min(stems, key=lambda stem: (-len(stem), stem))
    acts = words.concepts([longest], "acts")
    return next(iter(acts)) if len(acts) == 1 else longest[:_SHORT]


def joined(split: Split, least: float) -> Score:
    """Score mentions joined by act within a story."""
    story = dict(zip(split.documents, stories(split.likeness, least), strict=True))
    return _score(split, [f"{story[one.document]} {act(one.text)}" for one in split.mentions])


def baseline(split: Split, *, in_topic: bool) -> Score:
    """Score mentions joined by the stem of their first word, everywhere or within a topic as marked."""
    first = [words.stem(one.text.split()[0]) for one in split.mentions]
    topics = [one.document.split("_")[0] if in_topic else "" for one in split.mentions]
    return _score(split, [f"{topic} {stem}" for topic, stem in zip(topics, first, strict=True)])


def _score(split: Split, labels: list[str]) -> Score:
    key = partition({at: one.chain for at, one in enumerate(split.mentions)})
    return score(key, partition(dict(enumerate(labels))))


def main(folder: Path) -> None:
    """Set the likeness on train, and print the figures of both splits."""
    train, dev = read(folder, "Train"), read(folder, "Dev")
    least = max(GRID, key=lambda value: joined(train, value).conll)
    for name, split in (("train", train), ("dev", dev)):
        for what, got in (
            ("stem everywhere", baseline(split, in_topic=False)),
            ("stem in its topic", baseline(split, in_topic=True)),
            (f"act in its story, {least}", joined(split, least)),
        ):
            figures = f"MUC {got.muc:.3f}  B3 {got.b_cubed:.3f}  CEAF {got.ceaf:.3f}  CoNLL {got.conll:.3f}"
            sys.stdout.write(f"{name:6} {what:24} {figures}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
