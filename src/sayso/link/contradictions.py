"""Claims of one occurrence that cannot both hold, and the values that sources give side by side.

Each kind of contradiction is one function from two statements to the sentences that say why; none where there is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from sayso.link import words
from sayso.link.days import apart
from sayso.link.denials import after_negations, ties
from sayso.link.names import listed
from sayso.link.stance import asserts
from sayso.link.state import rivals
from sayso.link.telling import NOBODY, PARTIES, Count, Names, Ref, Statement

Slot = Literal["happened", "perpetrator", "place", "time", "killed", "injured", "captured", "displaced", "missing"]
_PART = re.compile(
    r"^(?:\W*(?:another|the other|among)\b|(?:[\w’'-]+\W+){1,4}?(?:more|others?|of (?:them|whom|which))\b"
    r"|(?:(?:at least|about|some|only|nearly|more than|as many as)\W+)?[\w’'-]+ of the\b"
    r"|.{0,40}\b(?:still|remain(?:s|ed)?)\b)",
    re.I,
)  # begins with a number that counts only some of those struck, those struck since, or those left
_TAKEN_IN = re.compile(r"\b(?:admi(?:tted|ssions?)|patients?|brought|treated|took in|taken to|received)\b", re.I)
_SINGLE = re.compile(r"\b(?:one|1|single|lone|sole)\b", re.I)  # says itself that it counts
_NIGHT = re.compile(r"\b(?:\w*night|dawn|early|late|evening|dusk)\b", re.I)  # which of two days it was on is open
_TELLS_IT = 3  # stems that two claims of one act share
_NEARLY = 1 / 3  # a smaller share of the other number is a count of something else
_OPPOSED = (
    ("north", "south"), ("east", "west"), ("northern", "southern"), ("eastern", "western"), ("inside", "outside"),
    ("armed", "unarmed"),
)  # fmt: skip
_SIDES = frozenset(word for pair in _OPPOSED for word in pair)


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Two claims that cannot both hold; `slot` is the fact on which they differ. Where it is "happened", `a` denies."""

    a: Ref
    b: Ref
    slot: Slot
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """One value of a slot, and the claims that hold it."""

    value: str
    claims: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, order=True)
class Dispute:
    """A slot with rival values side by side."""

    slot: Slot
    values: tuple[Value, ...]


Published = Mapping[str, int]  # the ordinal day on which each report was published, as far as known
Rule = Callable[[Statement, Statement, Published], tuple[Slot, str] | None]


def contradictions(statements: Iterable[Statement], published: Published) -> tuple[Contradiction, ...]:
    """Return the pairs of claims of one occurrence that cannot both hold, in order.

    Each fact stands once for two sources, a source being a voice in a report: by the claims that it is plainest in.
    """
    known = {one.ref: one for one in statements}
    ordered = [known[ref] for ref in sorted(known)]
    found: dict[tuple[Ref, Ref], tuple[Slot, tuple[str, ...]]] = {}
    said = set[tuple[object, ...]]()
    for tie in sorted(ties(ordered), key=lambda one: (-one.points, one)):
        denied = known[tie.denied]
        if _is_new((tie.denial, denied.ref.report, denied.voice), said):
            found[tie.denial, tie.denied] = ("happened", tie.because)
    told = _naming_once([one for one in ordered if asserts(one)])  # none of them denies: no pair stands here twice
    for may, rule in RULES:
        for one, other in combinations(filter(may, told), 2):
            reason = rule(one, other, published)
            if reason and _is_new((reason[0], one.ref.report, one.voice, other.ref.report, other.voice), said):
                found.setdefault((one.ref, other.ref), (reason[0], (reason[1],)))
    return tuple(sorted(Contradiction(*pair, slot, because) for pair, (slot, because) in found.items()))


def _naming_once(told: Sequence[Statement]) -> list[Statement]:
    """Leave of each report the first claim that names who did it, so that one account is set against one."""
    naming = sorted((one for one in told if one.blamed), key=lambda one: (one.blamed <= PARTIES, one.position))
    first = {one.ref.report: one.ref for one in reversed(naming)}
    kept = set(first.values())
    return [one if one.ref in kept or not one.blamed else replace(one, blamed=NOBODY) for one in told]


def _is_new(fact: tuple[object, ...], said: set[tuple[object, ...]]) -> bool:
    """Whether a fact has not been told of two sources yet; from now on it has."""
    new = fact not in said
    said.add(fact)
    return new


def counts(one: Statement) -> bool:
    """Whether a claim gives a number of those struck, and not of a part of them."""
    return bool(one.counts) and not _PART.search(one.text)


def how_many(one: Statement, other: Statement, published: Published) -> tuple[Slot, str] | None:
    """Set two numbers of those struck against each other, unless one is a later and higher toll."""
    for a in one.counts:
        for b in other.counts:
            rival = a.clashes(b) and _comparable(a, b) and _is_whole(a, one) and _is_whole(b, other)
            if rival and not _rises(a, b, one, other, published):
                return _slot(a), f"One counts {a} {a.slot}, the other {b}."
    return None


def _comparable(one: Count, other: Count) -> bool:
    """Whether two numbers may be of the same people: none is as good a count as any."""
    low, high = sorted((one.low, other.low))
    return low == 0 or low / high >= _NEARLY


def _is_whole(count: Count, one: Statement) -> bool:
    """Whether a number may be of all who were struck: one person's fate is not, nor whom a hospital took in."""
    if count.low == count.high == 1:
        return bool(_SINGLE.search(one.text))
    return count.slot != "injured" or not _TAKEN_IN.search(one.text)


def _rises(a: Count, b: Count, one: Statement, other: Statement, published: Published) -> bool:
    """Whether the later report has the higher number and may have it for being later: that contradicts nothing.

    So it is where one source is said to have raised its number, where the report says that it rose, and with the
    injured, who are still being counted for days.
    """
    first, then = published.get(one.ref.report), published.get(other.ref.report)
    if first is None or then is None or first == then:
        return False
    (earlier, _), (later, told) = ((a, one), (b, other)) if first < then else ((b, other), (a, one))
    counted = a.slot == "injured" or one.voice == other.voice or words.listed("later", told.text)
    return later.low > earlier.low and counted


def _slot(count: Count) -> Slot:
    slots: dict[str, Slot] = {"injured": "injured", "captured": "captured", "displaced": "displaced"}
    return "missing" if count.slot == "missing" else slots.get(count.slot, "killed")


def blames(one: Statement) -> bool:
    """Whether a claim says who did it."""
    return bool(one.blamed)


def who(one: Statement, other: Statement, _: Published) -> tuple[Slot, str] | None:
    """Set two perpetrators against each other of which neither can be the other."""
    if not rivals(one.blamed, other.blamed):
        return None
    return "perpetrator", f"One says that it was {listed(one.blamed)}, the other that it was {listed(other.blamed)}."


def _opposed(one: Statement) -> AbstractSet[str]:
    return _SIDES.intersection(words.words(one.text.casefold()))


def takes_sides(one: Statement) -> bool:
    """Whether a claim has a word of place that has an opposite."""
    return bool(_opposed(one))


def where(one: Statement, other: Statement, _: Published) -> tuple[Slot, str] | None:
    """Set opposite words of place against each other, in claims that share other words."""
    mine, yours = _opposed(one), _opposed(other)
    for this, that in _OPPOSED:
        for left, right in ((this, that), (that, this)):
            if left in mine - yours and right in yours - mine and len(one.stems & other.stems) >= 2:
                return "place", f"One says “{left}”, the other “{right}”."
    return None


def dates(one: Statement) -> bool:
    """Whether a claim tells the occurrence with its day."""
    return bool(one.main and one.days and one.deeds)


def when(one: Statement, other: Statement, _: Published) -> tuple[Slot, str] | None:
    """Set two days against each other, in claims that tell the occurrence by the same act and words."""
    if not one.deeds & other.deeds:
        return None
    gap = min(apart(a, b) for a in one.days for b in other.days)
    night = any(_NIGHT.search(each.text) for each in (one, other))
    if gap <= night or len(one.stems & other.stems) < _TELLS_IT:
        return None
    return "time", f"One says {listed(d.words for d in one.days)}, the other {listed(d.words for d in other.days)}."


def explains(one: Statement) -> bool:
    """Whether a claim tells of an accident, or whose deed it was."""
    return bool(one.blamed) or _is_accident(one)


def how(one: Statement, other: Statement, _: Published) -> tuple[Slot, str] | None:
    """Set an accident against an attack, in claims that tell of one act."""
    accidents = [_is_accident(each) for each in (one, other)]
    attack = other if accidents[0] else one
    if all(accidents) or not any(accidents) or not attack.blamed:
        return None
    if not words.concepts(one.stems & other.stems, "acts"):
        return None
    return "happened", "One tells of an accident, the other of somebody's deed."


def _is_accident(statement: Statement) -> bool:
    """Whether a claim tells of an accident, and not that it was none."""
    if "accident" not in words.concepts(statement.stems, "means"):
        return False
    return "accident" in words.concepts(statement.stems - after_negations(statement.text), "means")


# Each rule behind the claims that it can say anything of: those are few, where the pairs of all claims are many.
RULES: tuple[tuple[Callable[[Statement], bool], Rule], ...] = (
    (counts, how_many), (blames, who), (takes_sides, where), (dates, when), (explains, how),
)  # fmt: skip


def disputes(statements: Iterable[Statement]) -> tuple[Dispute, ...]:
    """Return the slots on which claims of one occurrence hold rival values, with the claims behind each.

    Tolls that rise are rival values too, for they stand in different reports.
    """
    told = sorted((one for one in statements if asserts(one)), key=lambda one: one.ref)
    found = [*_tolls(told), *_perpetrators(told)]
    return tuple(sorted(found))


def _tolls(told: Sequence[Statement]) -> list[Dispute]:
    by_slot: dict[Slot, dict[Count, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        if not _PART.search(one.text):
            for count in one.counts:
                by_slot[_slot(count)][count].append(one.ref)
    found = []
    for slot, values in by_slot.items():
        rival = [a for a in values if any(a.clashes(b) and _comparable(a, b) for b in values)]
        if rival:
            found.append(Dispute(slot, tuple(sorted(Value(str(one), tuple(values[one])) for one in rival))))
    return found


def _perpetrators(told: Sequence[Statement]) -> list[Dispute]:
    by_name: dict[Names, list[Ref]] = defaultdict(list)
    for one in told:
        if one.blamed:
            by_name[one.blamed].append(one.ref)
    rival = [one for one in by_name if any(rivals(one, other) for other in by_name)]
    values = sorted(Value(listed(one), tuple(by_name[one])) for one in rival)
    return [Dispute("perpetrator", tuple(values))] if values else []
