"""The triggers of a text: those that the trained reader found, set right and filled up by a list of what words tell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.claims import company
from sayso.claims.actuality import SPOKEN
from sayso.claims.named import Named
from sayso.claims.parties import cast
from sayso.claims.telling import added, retyped, tellings
from sayso.records import Text, Trigger
from sayso.spans import Span, cut

_VIOLENT, _THREAT = "ASSAULT", "THREATEN"
_OUTCOME = re.compile(
    r"(?:was |were )?(?:kill|wound|injur|hurt|maim|dead|died|dies|perish|los[et])\w*(?: \w+ li(?:fe|ves))?",
    re.I,
)
_NOBODY = Named()
_ROLES = ("actor", "recipient", "place", "time")
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
    asides = _asides(text)
    known = list(_joined(text.body, sorted(known, key=lambda one: one.span)))
    spans, marks = [one.span for one in known], sorted(hint.span for hint in hints)
    starts, types = [block.span.start for block in text.blocks], defaultdict[int, set[str]](set)
    last: tuple[int, Span] | None = None
    for sentence in sentences:
        inside = [known[at] for at in _within(spans, sentence)]
        near = None if len(sentences) <= _NOTE else [marks[at] for at in _within(marks, sentence)]
        block = bisect_left(starts, sentence.end)
        before = types[block]
        here = _told(text.body, sentence, inside, near, before)
        sure = {one.span for one in inside}
        here = [one for one in here if one.span in sure or not _overlaps(one.span, asides)]
        before |= {one.type for one in here}
        told += cast(text.body, here, sentence, named, last[1] if last and last[0] == block else None)
        last = block, sentence
    return tuple(sorted([*told, *_elsewhere(known, sentences)], key=lambda one: one.span))


def _told(
    body: str, sentence: Span, known: Sequence[Trigger], hints: Sequence[Span] | None, before: Iterable[str]
) -> list[Trigger]:
    """Return the triggers of a sentence: those known, what the list adds, and what words tell by their company."""
    worded = tellings(body, sentence) if known or hints != [] else ()
    here = [retyped(one, worded) for one in _acts(known)]
    more = list(added(worded, here, hints))
    told = list(company.found(body, sentence, [*here, *more], hints, before))
    threats = any(one.type == _THREAT for one in told)  # the announcement is the threat, not the deed announced
    return [*here, *(one for one in more if not (threats and one.type == _THREAT)), *told]


def _elsewhere(known: Iterable[Trigger], sentences: Sequence[Span]) -> Iterator[Trigger]:
    """Give the triggers that stand in no sentence."""
    for one in known:
        at = bisect_right(sentences, one.span.start, key=lambda sentence: sentence.start) - 1
        if at < 0 or one.span.end > sentences[at].end:
            yield one


def _joined(body: str, known: Iterable[Trigger]) -> Iterator[Trigger]:
    """Make one of triggers of a type that only a space or a hyphen parts: "missile" and "strikes"."""
    last: Trigger | None = None
    for one in known:
        if last and last.type == one.type and body[last.span.end : one.span.start] in {" ", "-"}:
            places = {role: getattr(last, role) or getattr(one, role) for role in _ROLES}
            last = replace(last, span=cut(body, last.span.start, one.span.end), **places)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _within(spans: Sequence[Span], sentence: Span) -> list[int]:
    """Return the numbers of the spans, given in order, that lie within a sentence."""
    first, last = (bisect_left(spans, at, key=lambda span: span.start) for at in (sentence.start, sentence.end))
    return [at for at in range(first, last) if spans[at].end <= sentence.end]


def led_to(span: Span) -> bool:
    """Whether a word says what an act led to: "killed", "lost their lives"."""
    return _OUTCOME.fullmatch(span.text) is not None


def _acts(here: Sequence[Trigger]) -> list[Trigger]:
    """Leave out what an act told in the same sentence led to: "killed" beside "shelled", ", killing" beside any act.

    Of 50 participles like ", killing six" beside another act on the training reports and dev, none is marked.
    """
    acts = [one for one in here if one.type not in SPOKEN and not led_to(one.span)]
    violent = any(one.type == _VIOLENT for one in acts)
    return [one for one in here if not led_to(one.span) or not (violent or (acts and _is_participle(one.span)))]


def _is_participle(span: Span) -> bool:
    return span.text.lower().endswith("ing")


def _asides(text: Text) -> list[Span]:
    return [notice.span for notice in text.notices] + [item.span for item in text.furniture]


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
