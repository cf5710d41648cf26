"""Entities of corpora in columns: word first, tag last; IOB, IOB2 or IO; a blank line ends a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from ..example import Example, Span
from .joining import joined

FILES = ("CONLL-format/data/**/*.conll", "CONLL-format/data/*.conll.txt", "*.txt")
COVERS = frozenset({"mention.person", "mention.organisation", "mention.armed_group", "mention.place"})
_TOGETHER = 8  # sentences that stand in a row are read together, for they may name each other's people
_ORGANISED = ("organisation", "armed_group")
_PLACED = ("place", "facility")
_TYPES = {
    "per": ("person",), "person": ("person",), "politician": ("person",),
    "org": _ORGANISED, "organisation": _ORGANISED, "group": _ORGANISED, "corporation": ("organisation",),
    "politicalparty": _ORGANISED, "loc": _PLACED, "location": _PLACED, "country": ("place", "nationality"),
}  # fmt: skip


def examples(folder: Path) -> Iterator[Example]:
    """Read every file of a folder; entities of types that the program does not know are left open."""
    for path in sorted({path for pattern in FILES for path in folder.glob(pattern)}):
        rows = [line.split() for line in path.read_text("utf-8").splitlines()]
        sentences = [list(rows) for full, rows in groupby(rows, key=bool) if full]
        for at in range(0, len(sentences), _TOGETHER):
            yield _example([row for rows in sentences[at : at + _TOGETHER] for row in [*rows, []]])


def _example(rows: list[list[str]]) -> Example:
    words = [row[0] for row in rows if row]
    text, places = joined(words)
    tags = [row[-1] if row else "O" for row in rows]
    here = iter(places)
    placed = [(next(here) if row else (0, 0), tag) for row, tag in zip(rows, tags, strict=True)]
    return Example(text, tuple(_spans(placed)), covers=COVERS)


def _spans(placed: Iterable[tuple[tuple[int, int], str]]) -> Iterator[Span]:
    """Join the tags of words into entities; what has no type of ours may be any that the corpus leaves open."""
    start, end, kind = 0, 0, ""
    for (first, last), tag in [*placed, ((0, 0), "O")]:
        mark, _, name = tag.partition("-")
        if kind and (mark != "I" or name != kind):
            if kind.lower() in _TYPES:
                yield Span("mention", start, end, _TYPES[kind.lower()])
            kind = ""
        if name and not kind:
            start, kind = first, name
        end = last
