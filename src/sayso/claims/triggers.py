"""Triggers that a list of plain verbs and nouns finds in short notes, where the trained reader found none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.claims.parties import cast
from sayso.claims.wording import load
from sayso.records import Text, Trigger
from sayso.sentences import sentences
from sayso.spans import Span, cut

_NOTE = 3  # sentences of a short note, at most


@cache
def _types() -> dict[str, re.Pattern[str]]:
    listed = load("triggers.toml")
    return {name: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.I) for name, words in listed.items()}


def found(text: Text, known: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the triggers of a text: those known, and in a short note those the list adds, one of a type a sentence.

    In longer reports the list costs more than it brings: much of what it adds was told before.
    Known ones without a recipient get the one that the order of words gives; who acts is left to the trained reader.
    """
    told: list[Trigger] = []
    parts = [
        sentence
        for block in text.blocks
        if block.role == "paragraph"
        for sentence in sentences(text.body, block.span.start, block.span.end)
    ]
    for sentence in parts:
        here = [trigger for trigger in known if sentence.covers(trigger.span)]
        told += [replace(one, recipient=cast(text.body, one, sentence).recipient) for one in here]
        if len(parts) <= _NOTE:
            told += [one for one in _added(text.body, sentence, here) if not _overlaps(one.span, _asides(text))]
    spans = {trigger.span for trigger in told}
    return tuple(sorted((*told, *(one for one in known if one.span not in spans)), key=lambda one: one.span))


def _asides(text: Text) -> list[Span]:
    return [notice.span for notice in text.notices] + [item.span for item in text.furniture]


def _added(body: str, sentence: Span, here: Sequence[Trigger]) -> Iterator[Trigger]:
    """Give the first hit of each type that the sentence has no trigger of."""
    told = {trigger.type for trigger in here}
    taken = [trigger.span for trigger in here]
    for name, pattern in _types().items():
        hits = (cut(body, *hit.span()) for hit in pattern.finditer(body, sentence.start, sentence.end))
        first = next((span for span in hits if not _overlaps(span, taken)), None)
        if name not in told and first is not None:
            taken.append(first)
            yield cast(body, Trigger(first, name), sentence)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
