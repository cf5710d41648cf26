"""Figures on texts that nobody here wrote, for each reader. That data does not ship, and nothing is trained on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.tools.attributions import Attribution
from corpus.tools.attributions import polnear as articles
from corpus.tools.gold import Unreadable
from training.example import Class, Example
from training.figures import entities, pearson
from training.readers import factuality, re3d

from sayso.claims import find
from sayso.read.decode import Found, Read
from sayso.read.decode import factuality as degrees
from sayso.read.encoder import encoder
from sayso.read.inputs import shapes
from sayso.records import Block, Claim, Tags, Text
from sayso.spans import cut
from training import polnear as attribution

from . import wikiwars as expressions
from .readings import Reader, text
from .table import Row
from .tallies import ranges

_SIZES = {"certain": 3.0, "probable": 2.0, "possible": 1.0}  # on the scale of UDS-IH2, from -3 to 3
_LONGEST = 510  # pieces that the encoder takes at once; no sentence there has as many


def polnear(folder: Path, readers: Sequence[Reader]) -> list[Row]:
    """Return the exact F1 of sources, cues and contents as sets of words, and that of single words of contents."""
    read = [(one.attributions, text(one.body)) for one in articles(folder)]
    found = [
        attribution.figures((marked, told(reader.tag(given)), given.body) for marked, given in read)
        for reader in readers
    ]
    return [(f"PolNeAR {name} F1", [figures[name] for figures in found]) for name in found[0]]


def told(tags: Tags) -> list[Attribution]:
    """Return the attributions of a reader in the form of PolNeAR."""
    return [
        Attribution(
            tuple(ranges([one.source] if one.source else [])),
            tuple(ranges([one.cue] if one.cue else [])),
            tuple(ranges(one.content)),
        )
        for one in tags.attributions
    ]


def _under_encoder(value: float, readers: Sequence[Reader]) -> list[float | None]:
    """Put what the encoder says before it is asked for claims into its own column."""
    return [value if reader.name == "encoder" else None for reader in readers]


# ---- entities ----


def entity(folder: Path, readers: Sequence[Reader]) -> list[Row]:
    """Return the exact F1 of entities with types in the documents of re3d that are kept out of training.

    That corpus marks whole noun phrases; the encoder has a layer for these, and the program shows names.
    """
    where = folder / re3d.HELD_OUT
    if not where.is_dir():
        raise Unreadable(f"there is no folder {re3d.HELD_OUT!r} in {folder}")
    examples = list(re3d.documents(where))
    shown = [
        entities(((one, _mentions(reader.tag(text(one.text)))) for one in examples), "phrase", re3d.merged)
        for reader in readers
    ]
    phrases = entities(((one, encoder().see(one.text).read()) for one in examples), "phrase", re3d.merged)
    return [
        ("re3d entities F1, mentions of the program", shown),
        ("re3d entities F1, phrases of the encoder", _under_encoder(phrases, readers)),
    ]


def _mentions(tags: Tags) -> Read:
    return Read(tuple(Found("phrase", one.type, one.span.start, one.span.end, 0) for one in tags.mentions))


# ---- how certainly something happened ----


def certainty(folder: Path, readers: Sequence[Reader]) -> list[Row]:
    """Return Pearson's r of polarity and certainty, as one number, with what people said of events (UDS-IH2, dev).

    By claims: the number of the shortest claim around the event, and "surely" where none is around it.
    """
    examples = list(factuality.sentences(folder / "dev.jsonl"))
    told = [float(mark.value) for one in examples for mark in one.classes]
    by_claims = [[value for one in examples for value in claimed(one, reader)] for reader in readers]
    encoded = [value for one in examples for value in _encoded(one)]
    return [
        ("UDS-IH2 r, claims of the program", [pearson(told, values) for values in by_claims]),
        ("UDS-IH2 r, the encoder at the event", _under_encoder(pearson(told, encoded), readers)),
    ]


def claimed(example: Example, reader: Reader) -> list[float]:
    """Return for each event of a sentence what the shortest claim around it says."""
    body = example.text
    given = Text(body, (Block(cut(body, 0, len(body)), "paragraph"),), language="en")
    claims = find(given, reader.tag(given))
    return [_degree(mark, claims) for mark in example.classes]


def _degree(mark: Class, claims: Sequence[Claim]) -> float:
    around = [(len(span), claim) for claim in claims for span in claim.content if span.start <= mark.at < span.end]
    if not around:
        return _SIZES["certain"]
    _, claim = min(around, key=lambda one: one[0])
    return _SIZES[claim.certainty] * (1 if claim.polarity == "positive" else -1)


def _encoded(example: Example) -> list[float]:
    """Return for each event of a sentence what the encoder says at the piece where it begins."""
    tokens = encoder().pieces(example.text)
    values = degrees(encoder().run(tokens.ids[:_LONGEST], shapes(tokens)[:_LONGEST]).classes)
    starts = [start for start, _ in tokens.offsets[:_LONGEST]]
    return [float(values[bisect_right(starts, mark.at) - 1]) for mark in example.classes]


# ---- times ----


def times(folder: Path, readers: Sequence[Reader]) -> list[Row]:
    """Return the F1 of time expressions and of their values on WikiWars; times are found alike with any reader."""
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise Unreadable(f"there are no .tml files in {folder}")
    tallies = expressions.Tallies()
    for path in paths:
        body, marks = expressions.read(path)
        tallies.add(path.stem, body, marks, expressions.expressions(body))
    return [(f"WikiWars {name}", [value for _ in readers]) for name, value in tallies.f1().items()]


FIGURES: dict[str, Callable[[Path, Sequence[Reader]], list[Row]]] = {
    "polnear": polnear, "re3d": entity, "uds": certainty, "wikiwars": times,
}  # fmt: skip
