"""Triggers that a list of plain verbs and nouns finds, where the trained reader found none of their type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sayso.claims.parties import cast
from sayso.claims.wording import load
from sayso.records import Text, Trigger
from sayso.sentences import sentences
from sayso.spans import Span, cut


@cache
def _types() -> dict[str, re.Pattern[str]]:
    listed = load("triggers.toml")
    return {name: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.I) for name, words in listed.items()}


def found(text: Text, known: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the triggers of a text, those known and those the list adds; one of a type is enough for a sentence."""
    added = [
        trigger
        for block in text.blocks
        if block.role == "paragraph"
        for sentence in sentences(text.body, block.span.start, block.span.end)
        for trigger in _in(text.body, sentence, known)
    ]
    asides = [notice.span for notice in text.notices] + [item.span for item in text.furniture]
    kept = [one for one in added if not any(aside.overlaps(one.span) for aside in asides)]
    return tuple(sorted((*known, *kept), key=lambda one: one.span))


def _in(body: str, sentence: Span, known: Sequence[Trigger]) -> Iterator[Trigger]:
    here = [trigger for trigger in known if sentence.covers(trigger.span)]
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
