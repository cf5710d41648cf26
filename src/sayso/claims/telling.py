"""Triggers as the list of kinds has them: those known, of the type that their words tell, and those passed over."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.clauses import parts
from sayso.claims.kinds import Strength, kinds
from sayso.records import Trigger
from sayso.spans import Span, cut

_FEW = 8  # spans of a few words that can reach to one place


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell an event of a type, and how surely; `open` where it is told as yet to come."""

    span: Span
    type: str
    strength: Strength
    open: bool = False


def tellings(body: str, sentence: Span) -> tuple[Telling, ...]:
    """Return what the words of a sentence tell, in order."""
    words = parts(body, sentence.start, sentence.end)
    found = []
    for kind in kinds(words):
        span = cut(body, words[kind.first].start, words[kind.last - 1].end)
        found.append(Telling(span, kind.type, kind.strength, kind.open))
    return tuple(sorted(found, key=lambda one: one.span))


def retyped(trigger: Trigger, told: Sequence[Telling]) -> Trigger:
    """Give a known trigger the type that its verb tells, where a list has that verb: it errs less than what is trained.

    What is told as yet to come keeps the type of what is to come, and so does a noun.
    """
    here = [one for one in _at(told, trigger.span) if one.strength > Strength.NOUN and not one.open]
    best = max(here, key=lambda one: one.strength, default=None)
    return replace(trigger, type=best.type) if best else trigger


def added(told: Sequence[Telling], known: Sequence[Trigger], hints: Sequence[Span] | None) -> Iterator[Trigger]:
    """Give what no known trigger tells: where hints bear it out, or, without hints, the surest of each type.

    A noun or a word in -ing tells an event only where nothing else does.
    """
    types = {trigger.type for trigger in known}
    taken = sorted(trigger.span for trigger in known)
    for one in sorted(told, key=lambda one: -one.strength):
        if hints is None:
            sound = one.type not in types and not (one.strength <= Strength.PARTICIPLE and taken)
        else:
            sound = one.strength >= Strength.PARTICLE and _overlaps(one.span, hints)
        if sound and not _overlaps(one.span, taken):
            insort(taken, one.span)
            types.add(one.type)
            yield Trigger(one.span, one.type, certainty="possible" if one.open else "certain")


def _at(told: Sequence[Telling], span: Span) -> list[Telling]:
    """Return what is told, given in order, by words that share a code point with a span; the last few tell."""
    last = bisect_left(told, span.end, key=lambda one: one.span.start)
    return [one for one in told[max(0, last - _FEW) : last] if one.span.overlaps(span)]


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a code point with one of others, given in order; the last few tell."""
    last = bisect_left(others, span.end, key=lambda one: one.start)
    return any(span.overlaps(other) for other in others[max(0, last - _FEW) : last])
