"""The triggers of a text: those that the trained reader found, set right and filled up by a list of what words tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.claims.named import Named
from sayso.claims.parties import cast
from sayso.claims.telling import added, retyped, tellings
from sayso.records import Text, Trigger
from sayso.spans import Span

_VIOLENT = "ASSAULT"
_OUTCOME = re.compile(
    r"(?:was |were )?(?:kill|wound|injur|hurt|maim|dead|died|dies|perish|los[et])\w*(?: \w+ li(?:fe|ves))?",
    re.I,
)
_NOBODY = Named()
_NOTE = 3  # sentences of a short note, at most


def found(
    text: Text,
    sentences: Sequence[Span],
    known: Sequence[Trigger],
    hints: Sequence[Trigger] = (),
    named: Named = _NOBODY,
) -> tuple[Trigger, ...]:
    """Return the triggers of a text: those known, and those that the list of kinds adds.

    `sentences` are those of its paragraphs. In a short note the list adds one of each type a sentence; in longer
    reports, where much of what it finds was told before, only what a hint bears out and what takes more than a bare
    verb to tell. Who acts and who is acted on is told by the order of words where the trained reader does not say. What
    an act led to is no event beside it.
    """
    told: list[Trigger] = []
    placed: set[Span] = set()
    asides = _asides(text)
    known = sorted(known, key=lambda one: one.span)
    spans, marks = [one.span for one in known], sorted(hint.span for hint in hints)
    for sentence in sentences:
        inside = [known[at] for at in _within(spans, sentence)]
        placed |= {trigger.span for trigger in inside}
        near = None if len(sentences) <= _NOTE else [marks[at] for at in _within(marks, sentence)]
        if not inside and near == []:
            continue
        worded = tellings(text.body, sentence)
        here = [retyped(one, worded) for one in _acts(inside)]
        here += [one for one in added(worded, here, near) if not _overlaps(one.span, asides)]
        told += [cast(text.body, one, sentence, named) for one in here]
    told += [one for one in known if one.span not in placed]
    return tuple(sorted(told, key=lambda one: one.span))


def _within(spans: Sequence[Span], sentence: Span) -> list[int]:
    """Return the numbers of the spans, given in order, that lie within a sentence."""
    first, last = (bisect_left(spans, at, key=lambda span: span.start) for at in (sentence.start, sentence.end))
    return [at for at in range(first, last) if spans[at].end <= sentence.end]


def led_to(span: Span) -> bool:
    """Whether a word says what an act led to: "killed", "lost their lives"."""
    return _OUTCOME.fullmatch(span.text) is not None


def _acts(here: Sequence[Trigger]) -> list[Trigger]:
    """Leave out what an act told in the same sentence led to: "killed" beside "shelled"."""
    acts = [one for one in here if one.type == _VIOLENT and not led_to(one.span)]
    return [one for one in here if not acts or not led_to(one.span)]


def _asides(text: Text) -> list[Span]:
    return [notice.span for notice in text.notices] + [item.span for item in text.furniture]


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
