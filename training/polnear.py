"""A development figure on news that nobody here wrote: the attributions of PolNeAR, which is never trained on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.tools.attributions import Attribution, polnear

from sayso.read.decode import Found, Read

from .example import Example
from .figures import Tally

ROLES = ("source", "cue", "content")
_FEW = 3  # words between two clauses of one content
_THAT = re.compile(r"\bthat\s+$")
_Words = frozenset[int]


def examples(folder: Path) -> list[tuple[Example, tuple[Attribution, ...]]]:
    """Read the articles of a folder with their attributions."""
    return [(Example(text.body, ()), text.attributions) for text in polnear(folder)]


def figures(pairs: Iterable[tuple[Sequence[Attribution], Iterable[Attribution], str]]) -> dict[str, float]:
    """Return the exact F1 of each role, its parts taken as sets of words, and the F1 of all words of contents.

    `pairs`: what is marked in a text, what was found in it, one for each content, and the text.
    """
    tallies = {name: Tally() for name in (*ROLES, "content words")}
    for marked, told, body in pairs:
        found, words = [whole(one, body) for one in grouped(told)], _words(body)
        for role in ROLES:
            ours, theirs = (_sets(side, role, words) for side in (marked, found))
            tallies[role].count(ours.total(), theirs.total(), (ours & theirs).total())
        ours_told, theirs_told = (frozenset[int]().union(*_sets(side, "content", words)) for side in (marked, found))
        tallies["content words"].count(len(ours_told), len(theirs_told), len(ours_told & theirs_told))
    return {name: round(tally.f1, 4) for name, tally in tallies.items()}


def attributions(read: Read) -> list[Attribution]:
    """Return what an encoder finds by itself, one for each content."""
    ends: dict[Found, dict[str, Found | None]] = {}
    for link in read.links:
        if link.origin.layer == "content" and link.relation in {"source", "cue"}:
            ends.setdefault(link.origin, {})[link.relation] = link.target
    return [
        Attribution(_span(told.get("source")), _span(told.get("cue")), _span(content)) for content, told in ends.items()
    ]


def grouped(found: Iterable[Attribution]) -> list[Attribution]:
    """Put contents that share source and cue together, as PolNeAR does."""
    groups: dict[object, list[Attribution]] = {}
    for one in found:
        groups.setdefault((one.source, one.cue) if one.source or one.cue else one.content, []).append(one)
    return [
        Attribution(first.source, first.cue, tuple(piece for one in (first, *rest) for piece in one.content))
        for first, *rest in groups.values()
    ]


def whole(one: Attribution, body: str) -> Attribution:
    """Give a content as PolNeAR has it: with the `that` before it, and whole where a few words join its clauses."""
    pieces: list[tuple[int, int]] = []
    for start, end in sorted(one.content):
        that = _THAT.search(body, 0, start)
        first = that.start() if that else start
        if pieces and _joined(body, pieces[-1][1], first, (*one.source, *one.cue)):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((first, end))
    return Attribution(one.source, one.cue, tuple(pieces))


def _joined(body: str, end: int, start: int, ends: Iterable[tuple[int, int]]) -> bool:
    """Whether only a few words, and neither source nor cue, stand between two pieces of a content."""
    between = any(first < start and last > end for first, last in ends)
    return not between and len(body[end:start].split()) <= _FEW


def _span(found: Found | None) -> tuple[tuple[int, int], ...]:
    return ((found.start, found.end),) if found else ()


def _words(body: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\w+", body)]


def _sets(side: Iterable[Attribution], role: str, words: list[tuple[int, int]]) -> Counter[_Words]:
    """Count the sets of words, by number, that stand in a role; a role that is empty does not count."""
    sets = (
        frozenset(
            number
            for number, (first, last) in enumerate(words)
            for start, end in getattr(attribution, role)
            if first < end and last > start
        )
        for attribution in side
    )
    return Counter(one for one in sets if one)
