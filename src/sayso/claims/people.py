"""How many people a sentence speaks of: counted, or a single one, joined ones added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.claims.numbers import Count, counts
from sayso.claims.wording import load
from sayso.spans import Span, cut

_NEXT = re.compile(r"\s+(?:\(\d+\)\s+)?([\w’'-]+)")
_AND = re.compile(r"\s+and\s+(?:(?:his|her|their|its)\s+)?")
_AGED = re.compile(r"\ban?\s+(?:[\w-]+\s+)?([\w-]+)\s+of\s$", re.I)
_LONGEST = 5  # words of a noun phrase behind its number


@dataclass(frozen=True, slots=True)
class Group:
    """Some people. `number` is where they are counted; `span` runs on to the noun that says who they are."""

    low: int
    high: int | None
    number: Span
    span: Span
    hostile: bool = False
    part: bool = False  # "two of them": counted within another group
    person: bool = True  # False where the noun is there and does not say so


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the word lists on people."""
    return frozenset(load("tolls.toml")["words"][name].split())


@cache
def _one() -> re.Pattern[str]:
    """Return the pattern of one person who is not named: "a fisherman", "another", "a third"."""
    stop, people = ("|".join(sorted(words(name))) for name in ("stop", "people"))
    article = r"(?:an?|one|(?<!of )the|another|his|her|their|its)"
    described = rf"{article}\s+(?:(?!(?:{stop})\b)[\w’'-]+\s+){{0,3}}?(?:{people})(?![\w’'-])"
    whole = rf"(?=\s+(?:(?:{stop}|\w+(?:ed|ing|ly))\b|{_fates().pattern})|[^\w\s]|\s*$)"
    further = r"(?:another|an?\s+(?:second|third|fourth|fifth|sixth|seventh))(?=\s+(?:was|is|has|had)\b|[.,;])"
    return re.compile(rf"(?<!\w)(?:{described}{whole}|{further})", re.I)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return one of the lists of phrases as a pattern."""
    return re.compile(rf"(?<!\w)(?:{load('tolls.toml')['words'][name]})(?!\w)", re.I)


def groups(body: str, sentence: Span, taken: Sequence[Span]) -> tuple[Group, ...]:
    """Return those that a sentence counts, in order, but not parts of others; `taken` are dates, sums and the like."""
    numbers = [count for count in counts(body, sentence.start, sentence.end) if not _label(body, count.span, taken)]
    found = [group for count in numbers if (group := _counted(body, count, sentence.end))]
    for hit in _one().finditer(body, sentence.start, sentence.end):
        span = cut(body, *hit.span())
        nobody = _pattern("none").search(body, max(sentence.start, span.start - 20), span.start)
        if not nobody and not any(span.overlaps(group.span) for group in found):
            found.append(Group(1, 1, span, span, _hostile(span.text)))
    zones = [zone.span() for zone in _pattern("part").finditer(body, sentence.start, sentence.end)]
    whole = [one for one in found if not any(left <= one.span.start < right for left, right in zones)]
    return tuple(_joined(body, sorted(whole, key=lambda one: one.span)))


def _counted(body: str, count: Count, end: int) -> Group | None:
    """Read on from a number to its noun; None where the noun is no person."""
    nouns = list(_nouns(body, count.span.end, end, vague=count.high is None))
    named = [hit[1].lower() for hit in nouns]
    sorts = [word for word in named if word in words("things") or is_person(word)]
    if sorts and sorts[-1] in words("things"):
        return None
    span = cut(body, count.span.start, nouns[-1].end() if nouns else count.span.end)
    known = not nouns or bool(sorts) or named[-1] in words("some") or nouns[-1][1][0].isupper()
    part = _pattern("wholes").match(body, count.span.end + 1) is not None
    return Group(count.low, count.high, count.span, span, _hostile(span.text), part, known)


def _label(body: str, number: Span, taken: Sequence[Span]) -> bool:
    """Whether a number counts nothing: a date, an age ("a man, 67,", "a girl of 11"), a name ("Post 4"), an aside."""
    if _aside(body, number) or any(number.overlaps(one) for one in taken):
        return True
    before = body[max(0, number.start - 30) : number.start]
    if _pattern("none").search(before):
        return True
    age = number.text.isdigit() and before.endswith(", ") and body.startswith(",", number.end)
    whose = _AGED.search(before)
    if whose and whose[1].lower() in words("people"):
        return True
    return age or re.search(rf"{_pattern('labels').pattern}\s$", before, re.I) is not None


def _aside(body: str, number: Span) -> bool:
    """Whether a number opens brackets in which nothing befalls anybody: "(29)", "(131 families)"."""
    opened = body[max(0, number.start - 1)] == "("
    return opened and not _fates().search(body, number.end, max(number.end, body.find(")", number.end)))


def _nouns(body: str, at: int, end: int, *, vague: bool) -> Iterator[re.Match[str]]:
    """Give the words of a noun phrase behind its number, up to a verb, a preposition or what befell the people."""
    of = re.compile(r"\s+of(?=\s)" if vague else r"\s+of\s+(?:his|her|their|its|our)(?=\s)").match(body, at, end)
    at = of.end() if of else at
    for _ in range(_LONGEST):
        hit = _NEXT.match(body, at, end)
        if hit is None or hit[1].lower() in words("stop") or _fates().match(body, hit.start(1)):
            return
        yield hit
        at = hit.end()


@cache
def _fates() -> re.Pattern[str]:
    """Return the pattern of all that can befall people."""
    slots = load("tolls.toml")["slots"].values()
    listed = [one for slot in slots for sort in ("acts", "fates", "counted") for one in slot[sort]]
    return re.compile(rf"(?:{'|'.join(listed)})(?!\w)", re.I)


def is_person(word: str) -> bool:
    """Whether a word, in lower case, stands for a person or people."""
    return (
        word in words("people") or word.removesuffix("s") in words("people") or bool(_pattern("kinds").fullmatch(word))
    )


def _hostile(phrase: str) -> bool:
    return not words("hostile").isdisjoint(phrase.lower().split())


def _joined(body: str, found: Sequence[Group]) -> Iterator[Group]:
    """Add up groups that "and" joins, where they are not of opposing sides."""
    waiting: Group | None = None
    for group in found:
        if waiting is not None and _AND.fullmatch(body, waiting.span.end, group.span.start) and _alike(waiting, group):
            high = None if waiting.high is None or group.high is None else waiting.high + group.high
            span = cut(body, waiting.span.start, group.span.end)
            waiting = Group(waiting.low + group.low, high, span, span, group.hostile)
            continue
        if waiting is not None:
            yield waiting
        waiting = group
    if waiting is not None:
        yield waiting


def _alike(one: Group, other: Group) -> bool:
    """Whether two groups can be added up: on one side, and both numbers known as well as each other."""
    return one.hostile == other.hostile and (one.high is None) == (other.high is None)
