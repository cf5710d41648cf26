"""What words tell an event of which PLOVER type: verbs, verbs with particles, verbs with what they govern, nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from sayso.claims.clauses import Word
from sayso.claims.verbs import forms, lemma, listing
from sayso.claims.wording import load

_REACH = 8  # words between a verb and the noun that it has to govern
_UNDOING = frozenset({"off", "back", "not"})  # behind these a verb tells another thing: "called off", "asked not to be"
_SAID = 3  # words between an auxiliary and its verb


class Strength(IntEnum):
    """How surely words tell a type: a noun, a word in -ing, a verb, one with its particle, one with what it governs."""

    NOUN = 0
    PARTICIPLE = 1
    VERB = 2
    PARTICLE = 3
    OBJECT = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """A type that words tell, by their numbers from `first` up to `last`; `open` where it is told as yet to come."""

    type: str
    first: int
    last: int
    strength: Strength
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    type: str
    particles: tuple[str, ...]
    nouns: frozenset[str]


@cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    """Return the frames of every verb, those first that say most."""
    found: dict[str, list[_Frame]] = {}
    for name, verb, nouns in listing():
        first, *particles = verb.split("_")
        found.setdefault(first, []).append(_Frame(name, tuple(particles), _numbers(nouns)))
    return {verb: tuple(sorted(frames, key=_telling, reverse=True)) for verb, frames in found.items()}


def _telling(frame: _Frame) -> tuple[int, bool]:
    return len(frame.particles), bool(frame.nouns)


def _numbers(nouns: Sequence[str]) -> frozenset[str]:
    """Return nouns in both numbers."""
    return frozenset([*nouns, *(noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in nouns)])


@cache
def _verbs() -> dict[str, str]:
    return {form: verb for verb in _frames() for form in forms(verb)}


@cache
def _nouns() -> dict[str, str]:
    types = load("plover.toml")["types"].items()
    return {noun: name for name, part in types for noun in part["names"].split()}


@cache
def acts() -> frozenset[str]:
    """Return the nouns that name what is done, not to whom: "curfew", "talks"."""
    return frozenset({*_nouns(), *load("plover.toml")["moods"]["acts"].split()})


@cache
def _mood(name: str) -> frozenset[str]:
    return frozenset(load("plover.toml")["moods"][name].split())


def kinds(words: Sequence[Word]) -> Iterator[Kind]:
    """Give what the words of a sentence tell, in order."""
    for at, word in enumerate(words):
        if word.part in "VI":
            yield from _told(words, at)
        elif word.part == "N" and word.low in _nouns() and words[at - 1].low != "to":
            yield Kind(_nouns()[word.low], at, at + 1, Strength.NOUN)


def _told(words: Sequence[Word], at: int) -> Iterator[Kind]:
    """Give what a verb tells where it stands, as it is told: as done, meant or demanded."""
    group = _group(words, at)
    first = at - len(group)
    demand = next((number for number in range(first, at) if words[number].low in _mood("demanded")), -1)
    if demand >= 0:
        yield Kind("REQUEST", demand, at + 1, Strength.PARTICLE, open=True)
        return
    kind = _vowed(words, at) or _kind(words, at)
    meant = _intent(words, first, at)
    if kind is None or ("to" in group and meant < 0):
        return
    if meant < 0:
        yield kind
    elif sort := _meant(kind.type, negated=any(low == "not" or low.endswith(("n’t", "n't")) for low in group)):
        yield Kind(sort, meant, kind.last, kind.strength, open=True)


def _kind(words: Sequence[Word], at: int) -> Kind | None:
    """Return what a verb tells by itself or with its company."""
    frames = _frames().get(_verbs().get(words[at].low, ""), ())
    return next(filter(None, (_match(words, at, frame) for frame in frames)), None)


def _intent(words: Sequence[Word], first: int, at: int) -> int:
    """Return where the words begin that make what a verb tells a thing meant; -1 where it is none."""
    for number in range(first, at):
        if words[number].low in _mood("intended"):
            return number
        if words[number].low == "to" and number and words[number - 1].low in _mood("intending"):
            return number - 1
    return -1


def _vowed(words: Sequence[Word], at: int) -> Kind | None:
    """Return what is promised or threatened by "vowed to": the deed decides."""
    if words[at].low not in _mood("vowing"):
        return None
    verb = next((number for number in range(at + 1, min(at + 2 + _SAID, len(words))) if words[number].part == "V"), -1)
    group = [word.low for word in words[at + 1 : verb]] if verb > 0 else []
    deed = _kind(words, verb) if "to" in group else None
    sort = _meant(deed.type, negated="not" in group) if deed else ""
    return Kind(sort, at, at + 1, Strength.PARTICLE) if sort in _mood("decided") else None


def _meant(sort: str, *, negated: bool) -> str:
    """Return the type of what is meant to be done, or not to be done; "" for none."""
    if sort in _mood("friendly"):
        return "REJECT" if negated else "AGREE"
    if sort in _mood("hostile"):
        return "" if negated else "THREATEN"
    return sort


def _group(words: Sequence[Word], at: int) -> list[str]:
    """Return the auxiliaries and adverbs before a verb."""
    first = at
    while first > 0 and at - first < 2 * _SAID and words[first - 1].part in "XBA":
        first -= 1
    return [word.low for word in words[first:at]]


def _match(words: Sequence[Word], at: int, frame: _Frame) -> Kind | None:
    """Return what a frame makes of a verb; None where its company is lacking."""
    last = at + 1 + len(frame.particles)
    beyond = words[last].low if last < len(words) else ""
    if tuple(word.low for word in words[at + 1 : last]) != frame.particles or beyond in _UNDOING:
        return None
    if not frame.nouns:
        plain = Strength.PARTICIPLE if words[at].part == "I" else Strength.VERB
        return Kind(frame.type, at, last, Strength.PARTICLE if frame.particles else plain)
    noun = _governed(words, last, frame.nouns)
    if noun > 0:
        empty = lemma(words[at].low) in _mood("empty") or _verbs().get(words[at].low) in _mood("empty")
        return Kind(frame.type, at, noun + 1 if empty and noun - at < _REACH - 2 else last, Strength.OBJECT)
    return Kind(frame.type, at, last, Strength.OBJECT) if _suffered(words, at, frame.nouns) else None


def _governed(words: Sequence[Word], at: int, nouns: frozenset[str]) -> int:
    """Return the number of the first of these nouns behind a verb, before the next clause; -1 for none."""
    signs = 0
    for number in range(at, min(at + _REACH, len(words))):
        word = words[number]
        signs += word.part == "P" and word.low not in {"of", "for"}
        if word.part in ";SRVX," or signs > 1 or word.low == "by":
            return -1
        if word.low in nouns and (word.part in "NDI" or word.part == "A"):
            return number
    return -1


def _suffered(words: Sequence[Word], at: int, nouns: frozenset[str]) -> bool:
    """Whether one of these nouns is what a verb is done to: "ties were cut", "sanctions imposed on"."""
    first = at
    while first > 0 and words[first - 1].part in "XBAT":
        first -= 1
    passive = any(word.part == "B" for word in words[first:at]) or (
        first == at and words[at].low.endswith(("ed", "en"))
    )
    if not passive:
        return False
    for word in reversed(words[max(0, first - _REACH) : first]):
        if word.part in ";,SVX":
            return False
        if word.part == "N" and word.low in nouns:
            return True
    return False
