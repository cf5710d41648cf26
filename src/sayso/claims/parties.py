"""Who acts and who is acted on, by the order of words, where no trained reader says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.claims.wording import load
from sayso.records import Trigger
from sayso.spans import Span, cut

_WORD = re.compile(r"\w[\w’'-]*")
_LAST = re.compile(r"(\w[\w’'-]*)\s+$")
_OWNERS = re.compile(r"[’']s?$")
_AROUND = 1_000  # code points around a trigger: what stands further off in a list or a table takes no part
_LONGEST = 8  # words of a noun phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, and whether a preposition makes it part of another one."""

    span: Span
    governed: bool


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("parties.toml")[name].split())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("parties.toml")[name].replace("\n", ""))


def phrases(body: str, sentence: Span, trigger: Span) -> list[Phrase]:
    """Return the noun phrases around a trigger: runs of words between verbs of being, prepositions and signs."""
    runs = _runs(body, sentence, trigger)
    return [Phrase(run, _governed(body[max(sentence.start, run.start - 30) : run.start])) for run in runs]


def _governed(before: str) -> bool:
    """Whether the words before a phrase end in a preposition."""
    last = _LAST.search(before)
    return last is not None and last[1].lower() in _words("governors")


def _runs(body: str, sentence: Span, trigger: Span) -> Iterator[Span]:
    run: list[tuple[int, int]] = []
    start, end = max(sentence.start, trigger.start - _AROUND), min(sentence.end, trigger.end + _AROUND)
    for hit in _WORD.finditer(body, start, end):
        word = hit[0].lower()
        ends = word in _words("stop") or trigger.start <= hit.start() < trigger.end
        broken = run and (body[run[-1][1] : hit.start()].strip() or word in _words("start") | _words("alone"))
        if run and (ends or broken or len(run) == _LONGEST):
            yield _bare(body, run)
            run = []
        if not ends:
            run.append(hit.span())
    if run:
        yield _bare(body, run)


def _bare(body: str, run: Sequence[tuple[int, int]]) -> Span:
    """Return a run of words without the sign of possession at its end."""
    span = cut(body, run[0][0], run[-1][1])
    return cut(body, span.start, span.start + len(_OWNERS.sub("", span.text)))


def cast(body: str, trigger: Trigger, sentence: Span) -> Trigger:
    """Give a trigger the actor and recipient that it lacks.

    The subject of an active verb acts and its object is acted on; of a passive the subject is acted on, and the one
    behind "by" acts. Of a noun, the owner acts ("the army's raid on Marib").
    """
    found = phrases(body, sentence, trigger.span)
    before = _subject(body, trigger.span, found)
    after = _object(body, trigger.span, found) if trigger.type in _words("done_to") else None
    if trigger.type in _words("dealt_with"):
        after = after or _party(body, trigger.span, found)
    if trigger.type == "REQUEST":
        after = _asked(body, trigger.span, found) or after
    head = body[sentence.start : trigger.span.start]
    actor, recipient = before, after
    if _pattern("passive").search(head):
        actor, recipient = _agent(body, trigger.span, found), before
    elif _is_noun(head, trigger.span):
        actor = _agent(body, trigger.span, found) or _owner(body, trigger.span, found)
    return replace(trigger, actor=trigger.actor or actor, recipient=trigger.recipient or recipient)


def _is_noun(before: str, trigger: Span) -> bool:
    """Whether a trigger is a noun, by the article or owner before it."""
    past = _pattern("past").fullmatch(trigger.text.split()[0]) is not None
    return bool(_pattern("noun").search(before) or (not past and _pattern("described").search(before)))


def _subject(body: str, verb: Span, found: Sequence[Phrase]) -> Span | None:
    """Return the nearest phrase before a verb that is no part of another."""
    for one in reversed(found):
        if one.span.end > verb.start or one.governed:
            continue
        return None if _pattern("barrier").search(body, one.span.end, verb.start) else one.span
    return None


def _object(body: str, verb: Span, found: Sequence[Phrase]) -> Span | None:
    """Return the phrase right behind a verb."""
    return next((one.span for one in found if _pattern("object").fullmatch(body, verb.end, one.span.start)), None)


def _party(body: str, verb: Span, found: Sequence[Phrase]) -> Span | None:
    """Return the first name behind a verb that is dealt with: "agreed to share the water with Chad"."""
    for one in found:
        if one.span.start < verb.end or not _pattern("towards").search(
            body[max(0, one.span.start - 12) : one.span.start]
        ):
            continue
        name = _pattern("name").search(one.span.text)
        if name and not _pattern("barrier").search(body, verb.end, one.span.start):
            return cut(body, one.span.start + name.start(), one.span.end)
    return None


def _asked(body: str, verb: Span, found: Sequence[Phrase]) -> Span | None:
    """Return who is to do what is asked for: "demanded on Friday that the army leave"."""
    return next((one.span for one in found if _pattern("asked").fullmatch(body, verb.end, one.span.start)), None)


def _agent(body: str, verb: Span, found: Sequence[Phrase]) -> Span | None:
    return next((one.span for one in found if _pattern("agent").fullmatch(body, verb.end, one.span.start)), None)


def _owner(body: str, noun: Span, found: Sequence[Phrase]) -> Span | None:
    return next((one.span for one in found if _pattern("owner").fullmatch(body, one.span.end, noun.start)), None)
