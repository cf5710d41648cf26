"""Invented readings, written as marked text so that nobody counts characters, and a workspace that holds them.

`[c1|words]` is content of claim c1, `[c1.source|…]`, `[c1.cue|…]`, `[c1.hedge|…]` its parts; marks may nest. Marks that
belong to no claim are named likewise: `[time|…]`, `[notice|…]`, `[furniture|…]`, `[name|…]`.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sayso.records import Block, Claim, Custody, Link, Meta, Reading, Report, Text
from sayso.spans import Span, cut, trimmed
from sayso.store import Store

_TOKEN = re.compile(r"\[([a-z][a-z0-9.]*)\||\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A body and the spans marked in it, by name, in order of their beginning."""

    body: str
    spans: dict[str, tuple[Span, ...]]

    def one(self, name: str) -> Span:
        return self.spans[name][0]


def marked(text: str) -> Marked:
    """Read marked text: the marks are taken out and become spans of what is left."""
    body, last = "", 0
    open_marks: list[tuple[str, int]] = []
    places: list[tuple[int, int, str]] = []
    for token in _TOKEN.finditer(text):
        body += text[last : token.start()]
        last = token.end()
        if token[1]:
            open_marks.append((token[1], len(body)))
        else:
            name, start = open_marks.pop()
            places.append((start, len(body), name))
    body += text[last:]
    spans: dict[str, list[Span]] = defaultdict(list)
    for start, end, name in sorted(places):
        spans[name].append(cut(body, start, end))
    return Marked(body, {name: tuple(found) for name, found in spans.items()})


def blocks(body: str) -> tuple[Block, ...]:
    """One paragraph for each run of lines without an empty one."""
    found, at = [], 0
    for piece in body.split("\n\n"):
        span = trimmed(body, at, at + len(piece))
        if span:
            found.append(Block(span, "paragraph"))
        at += len(piece) + 2
    return tuple(found)


def claim(source: Marked, number: str, **fields: object) -> Claim:
    """A claim whose spans are those marked with its id; a marked source or cue makes a chain of one, unnamed."""
    spans = source.spans
    label, cue = spans.get(f"{number}.source", (None,))[0], spans.get(f"{number}.cue", (None,))[0]
    chain = (Link(label, "unnamed" if label else "unspecified", cue=cue),) if label or cue else ()
    values = {"chain": chain, "hedges": spans.get(f"{number}.hedge", ()), **fields}
    return Claim(number, spans[number], **values)  # type: ignore[arg-type]


def reading(source: Marked, *claims: Claim, **fields: object) -> Reading:
    """A reading of the marked text; `fields` are those of Text."""
    text = Text(source.body, fields.pop("blocks", blocks(source.body)), **fields)  # type: ignore[arg-type]
    return Reading(hashlib.sha256(source.body.encode()).hexdigest(), "hand", text, claims=claims)


def keep(folder: Path, found: Reading, meta: Meta | None = None, name: str = "report.txt") -> str:
    """Store the reading in a workspace folder and return the report's id."""
    at = "2025-03-01T08:00:00Z"
    report = Report(found.sha256[:16], found.sha256, name, f"/desk/{name}", "text", meta or Meta(), at)

    def line(previous: Custody | None) -> Custody:
        sequence, before = (previous.sequence + 1, previous.hash) if previous else (1, "")
        return Custody(sequence, at, found.sha256, report.origin, "sayso test", before, found.sha256)

    with Store.open(folder) as store:
        store.save(report, found, line)
    return report.id
