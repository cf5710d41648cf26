"""What a sentence says befell people: how many were killed, injured, captured, displaced or are missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.claims.people import Group, groups, words
from sayso.claims.wording import load
from sayso.records import Toll
from sayso.spans import Span, cut

Slot = Literal["killed", "injured", "captured", "displaced", "missing"]
# What befalls things too.
_OF_THINGS = re.compile(
    r"seiz|captur|picked|taken$|(?:have|had)\b|left|moved|missing|disappeared|vanished|.*held$", re.I
)
_FARTHEST = 400  # characters within which any people are looked for
_REACH = 140  # characters between people and what befell them
_BREAK = re.compile(
    r"[;:—]|[.!?]\s|(?<!of )\b(?:that|said|saying|says|which|when|where|while|because|after|as|if)\b|"
    r", (?:she|he|they|it)\b",
    re.I,
)
_BEFORE_OBJECT = re.compile(
    r"\s+[“\"‘«]?(?:(?!by\b|in\b|on\b|at\b|with\b|after\b|and\b|when\b|during\b)[\w’'-]+\s+){0,3}", re.I
)
_ASIDE = re.compile(r",? (?:among|including|of)\b[^,;.]*(?=,)|, [^,;.]{2,40} (?:said|says)(?=,)", re.I)
# "two of them" and a verb: they are told apart from the rest.
_OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|these|those|the\s+\w+)(?:,\s[^,;.]{2,60},)?\s+"
    r"(?:(?:was|were|had|have|has|been|later|also|then|since)\s+)*",
    re.I,
)
_PUT = re.compile(r"\s+(?:the|its|their|his|her)\s+", re.I)  # "raised to nine the number of dead"
_RISING = re.compile(r"\bfrom\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """A toll, the words that say what befell the people, and the sentence they stand in."""

    toll: Toll
    fate: Span
    sentence: Span


@cache
def _pattern(slot: Slot, sort: str) -> re.Pattern[str]:
    listed = load("tolls.toml")["slots"][slot][sort]
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed) or '(?!)'})(?!\w)", re.I)


@cache
def _passive() -> re.Pattern[str]:
    """Return the pattern of what stands before a passive: "were", "had been on Tuesday", "was shot and"."""
    be = load("tolls.toml")["words"]["be"]
    between = r"(?:(?!(?:and|but|who|that|which|have|had|has|to)\b)[\w’'-]+,?\s+){0,5}"
    return re.compile(rf"(?<!\w)(?:{be})\s+(?:{between}|[\w’'-]+\s+and\s+)$", re.I)


def find(body: str, sentence: Span, taken: Sequence[Span] = ()) -> tuple[Told, ...]:
    """Return the tolls of a sentence in order. `taken` are spans whose numbers count no people: dates, sums."""
    people = groups(body, sentence, taken)
    found: dict[tuple[str, Span], Told] = {}
    for slot in load("tolls.toml")["slots"] if people else ():
        for fate, group in _fates(body, sentence, slot, people):
            alone = slot == "displaced" and group.high == 1  # one who left has not lost a home
            known = slot == "injured" and group.part  # "three of them are in a serious condition"
            if alone or known or (not group.person and _OF_THINGS.match(fate.text)):
                continue
            toll = Toll(slot, group.low, group.high, group.span)
            found.setdefault((slot, group.span), Told(toll, fate, sentence))
    for slot in load("tolls.toml")["spared"]:
        for hit in _nobody(slot).finditer(body, sentence.start, sentence.end):
            span = cut(body, *hit.span())
            found.setdefault((slot, span), Told(Toll(slot, 0, 0, span), span, sentence))
    return tuple(sorted(found.values(), key=lambda one: (one.toll.span, one.toll.slot)))


@cache
def _nobody(slot: Slot) -> re.Pattern[str]:
    """Return the pattern of a fate that befell nobody: "no guard died", "no casualties", "without leaving victims"."""
    listed = load("tolls.toml")
    fates = "|".join(listed["slots"][slot]["acts"] + listed["slots"][slot]["fates"])
    nobody = rf"(?:nobody|no one|none|(?:no|not a single) (?:[\w-]+ )?(?:{'|'.join(sorted(words('people')))})s?)"
    be = r"(?:(?:was|were|is|are|has|have|had|been|be|being)\s+)*"
    lacking = rf"(?:no|without(?: \w+ing)?(?: any)?) (?:[\w-]+ )?(?:{listed['spared'][slot]})"
    return re.compile(rf"\b(?:{nobody}\s+{be}(?:{fates})|{lacking})(?!\w)", re.I)


def _fates(body: str, sentence: Span, slot: Slot, people: Sequence[Group]) -> Iterator[tuple[Span, Group]]:
    for sort, search in (
        ("counted", _counted),
        ("of", _after),
        ("tally", _tally),
        ("acts", _acted),
        ("fates", _before),
    ):
        for hit in _pattern(slot, sort).finditer(body, sentence.start, sentence.end):
            fate = cut(body, *hit.span())
            for group in search(body, fate, _around(people, fate)):
                yield fate, group


def _around(people: Sequence[Group], fate: Span) -> Sequence[Group]:
    """Return the groups near enough to be spoken of, so that no sentence costs too much."""
    first = bisect_left(people, fate.start - _FARTHEST, key=_start)
    return people[first : bisect_left(people, fate.end + _FARTHEST, key=_start)]


def _start(group: Group) -> int:
    return group.span.start


def _counted(_: str, fate: Span, people: Sequence[Group]) -> Iterator[Group]:
    """Give those whose number stands right before the word: "nine dead", "six miners hostage"."""
    for one in people:
        if one.number.end < fate.start and one.span.end == fate.start - 1:
            yield one


def _after(body: str, fate: Span, people: Sequence[Group]) -> Iterator[Group]:
    """Give those who follow as the object: "killing at least six people"."""
    for group in people:
        if group.span.start >= fate.end and _BEFORE_OBJECT.fullmatch(body, fate.end, group.span.start):
            yield group
            return


def _before(body: str, fate: Span, people: Sequence[Group]) -> Iterator[Group]:
    """Give the nearest who come before in the same clause, and those joined to them: "two men, both armed, died"."""
    at = fate.start
    for group in reversed([one for one in people if one.span.end <= fate.start]):
        if group.part and not _OF_THEM.fullmatch(body, group.span.end, fate.start):
            continue
        between = _ASIDE.sub("", body[group.span.end : at])
        if len(between) > _REACH or _BREAK.search(between) or (at != fate.start and between.strip() != "and"):
            return
        yield group
        at = group.span.start


def _acted(body: str, fate: Span, people: Sequence[Group]) -> Iterator[Group]:
    """Give those to whom something was done: the subject of a passive or clipped verb, else the object."""
    if _passive().search(body, max(0, fate.start - 60), fate.start):
        yield from _before(body, fate, people)
        return
    yield from list(_after(body, fate, people)) or list(_clipped(body, fate, people))


def _clipped(body: str, fate: Span, people: Sequence[Group]) -> Iterator[Group]:
    """Give those right before a verb without its auxiliary: "nine men arrested", "nine men, arrested on Friday,"."""
    for one in () if fate.text.lower().endswith("ing") else people:
        between = body[one.span.end : fate.start]
        if between == " " or (between == ", " and one.high != 1):
            yield one


def _tally(body: str, fate: Span, people: Sequence[Group]) -> Iterator[Group]:
    """Give the number that a toll is put at; of a change, the one it comes to: "rose from 12 to 15"."""
    for group in people:
        if _PUT.fullmatch(body, group.number.end, fate.start):
            yield group
            return
        between = body[fate.end : group.span.start]
        if group.span.start < fate.end or len(between) > _REACH or _BREAK.search(between):
            continue
        if not _RISING.search(between):
            yield group
            return
        if group.high is not None and group.high != group.low:
            yield Group(group.high, group.high, group.number, group.span)
            return
