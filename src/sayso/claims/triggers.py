"""Triggers that a list of plain verbs and nouns finds in short notes, where the trained reader found none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.claims.parties import cast
from sayso.claims.wording import load
from sayso.records import Text, Trigger
from sayso.spans import Span, cut

_VIOLENT = "ASSAULT"
_OUTCOME = re.compile(
    r"(?:was |were )?(?:kill|wound|injur|hurt|maim|dead|died|dies|perish|los[et])\w*(?: \w+ li(?:fe|ves))?",
    re.I,
)
_NOTE = 3  # sentences of a short note, at most


@cache
def _types() -> dict[str, re.Pattern[str]]:
    listed = load("triggers.toml")
    return {name: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.I) for name, words in listed.items()}


def found(
    text: Text, sentences: Sequence[Span], known: Sequence[Trigger], hints: Sequence[Trigger] = ()
) -> tuple[Trigger, ...]:
    """Return the triggers of a text: those known, and those that the list adds where a hint bears it out.

    `sentences` are those of its paragraphs.

    In a short note the list needs no hint: one of a type a sentence is added. In longer reports it would cost more than
    it brings, for much of what it finds was told before. Known ones without a recipient get the one that the order of
    words gives; who acts is left to the trained reader. What an act led to is no event beside it.
    """
    told: list[Trigger] = []
    placed: set[Span] = set()
    asides = _asides(text)
    known = sorted(known, key=lambda one: one.span)
    spans, marks = [one.span for one in known], sorted(hint.span for hint in hints)
    for sentence in sentences:
        inside = [known[at] for at in _within(spans, sentence)]
        placed |= {trigger.span for trigger in inside}
        here = _acts(inside)
        told += [replace(one, recipient=cast(text.body, one, sentence).recipient) for one in here]
        near = None if len(sentences) <= _NOTE else [marks[at] for at in _within(marks, sentence)]
        added = _added(text.body, sentence, here, near) if near is None or near else ()
        told += [one for one in added if not _overlaps(one.span, asides)]
    told += [one for one in known if one.span not in placed]
    return tuple(sorted(told, key=lambda one: one.span))


def _within(spans: Sequence[Span], sentence: Span) -> list[int]:
    """Return the numbers of the spans, given in order, that lie within a sentence."""
    first, last = (bisect_left(spans, at, key=lambda span: span.start) for at in (sentence.start, sentence.end))
    return [at for at in range(first, last) if spans[at].end <= sentence.end]


def _acts(here: Sequence[Trigger]) -> list[Trigger]:
    """Leave out what an act told in the same sentence led to: "killed" beside "shelled"."""
    acts = [one for one in here if one.type == _VIOLENT and not _OUTCOME.fullmatch(one.span.text)]
    return [one for one in here if not acts or not _OUTCOME.fullmatch(one.span.text)]


def _asides(text: Text) -> list[Span]:
    return [notice.span for notice in text.notices] + [item.span for item in text.furniture]


def _added(body: str, sentence: Span, here: Sequence[Trigger], hints: Sequence[Span] | None) -> Iterator[Trigger]:
    """Give what the list finds beside the known triggers: where hints bear it out, else the first hit of each type."""
    told = {trigger.type for trigger in here}
    taken = [trigger.span for trigger in here]
    for name, pattern in _types().items():
        for hit in pattern.finditer(body, sentence.start, sentence.end):
            span = cut(body, *hit.span())
            sound = name not in told if hints is None else _overlaps(span, hints)
            if sound and not _overlaps(span, taken):
                taken.append(span)
                told.add(name)
                yield cast(body, Trigger(span, name), sentence)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
