"""From rulings to what they come to: which hold, where their subjects stand now, and what linking has to obey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.errors import BadValue
from sayso.link.decisions import Decision, Decisions
from sayso.link.passages import Lost, find
from sayso.link.telling import Ref
from sayso.records import Reading
from sayso.rulings import Orphan, Passage, Ruling, RulingKind

Readings = Mapping[str, tuple[str, Reading]]  # the id of each report and its latest reading, by the sha256

_ON_THE_SENSE: frozenset[RulingKind] = frozenset({"accept", "reject", "grade"})


@dataclass(frozen=True, slots=True)
class Applied:
    """A ruling in force, and what it is about in the latest readings, in its order; lost passages are left out."""

    ruling: Ruling
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all rulings come to: those that apply, and those that no longer do, each with the reason."""

    applied: tuple[Applied, ...] = ()
    orphans: tuple[Orphan, ...] = ()


def undone(rulings: Sequence[Ruling]) -> dict[str, str]:
    """Return the rulings that do not hold, each with the undoing in force that took it back.

    An undoing is itself a ruling: undone in its turn, it takes nothing back.
    """
    found: dict[str, str] = {}
    for ruling in reversed(rulings):  # what is undone stands before what undoes it
        if ruling.undoes is not None and ruling.id not in found:
            found[ruling.undoes] = ruling.id
    return found


def in_force(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings that hold, undoings left out."""
    gone = undone(rulings)
    return tuple(ruling for ruling in rulings if ruling.kind != "undo" and ruling.id not in gone)


def check(ruling: Ruling, earlier: Sequence[Ruling]) -> None:
    """Raise BadValue where a ruling undoes what is undone already; `earlier` are those under the same subjects."""
    by = undone(earlier).get(ruling.undoes or "")
    if by:
        raise BadValue(
            f"Judgement {ruling.undoes} was undone already, by {by}.", f"To let it hold again: sayso judge undo {by}."
        )


def apply(rulings: Sequence[Ruling], readings: Readings) -> Outcome:
    """Find what each ruling in force is about in the latest readings, and list those that no longer apply, with why.

    A ruling on several passages applies to those that are found, as long as what it says can be said of them.
    """
    outcomes = [_applied(ruling, readings) for ruling in in_force(rulings)]
    kept = tuple(applied for applied, _ in outcomes if applied.refs or not applied.ruling.about)
    return Outcome(kept, tuple(orphan for _, orphan in outcomes if orphan.because))


def _applied(ruling: Ruling, readings: Readings) -> tuple[Applied, Orphan]:
    found = [_found(passage, ruling, readings) for passage in ruling.about]
    refs = tuple(one for one in found if isinstance(one, Ref))
    lost = " ".join(dict.fromkeys(one.because for one in found if isinstance(one, Lost)))
    if _can_hold(ruling, found):
        return Applied(ruling, refs), Orphan(ruling, f"{lost} It still applies to the others." if lost else "")
    return Applied(ruling), Orphan(ruling, lost)


def _can_hold(ruling: Ruling, found: Sequence[Ref | Lost]) -> bool:
    """Whether enough is found: all of it, or of several occurrences two, the one that is set apart among them."""
    kept = sum(isinstance(one, Ref) for one in found)
    if ruling.kind == "merge":
        return kept > 1
    if ruling.kind == "split":
        return kept > 1 and isinstance(found[0], Ref)
    return kept == len(found)


def _found(passage: Passage, ruling: Ruling, readings: Readings) -> Ref | Lost:
    if passage.sha256 not in readings:
        return Lost(f"Report {passage.sha256[:16]} is not in this workspace.")
    report, reading = readings[passage.sha256]
    item = find(passage, reading, alike=ruling.kind in _ON_THE_SENSE)
    return item if isinstance(item, Lost) else Ref(report, item)


# ---- what they come to ----


def decisions(applied: Iterable[Applied]) -> Decisions:
    """Return what linking has to obey: of two rulings on one pair, or on one claim, the later."""
    pairs: dict[tuple[Ref, Ref], Decision] = {}
    compatible: set[tuple[Ref, Ref]] = set()
    kept = list(applied)
    for one in kept:
        for decision in _pairs(one):
            pairs[_ordered(decision.a, decision.b)] = decision
        if len(one.refs) == 2 and one.ruling.kind in {"accept", "reject"}:
            pair = _ordered(*one.refs)
            compatible = compatible | {pair} if one.ruling.kind == "reject" else compatible - {pair}
    return Decisions(tuple(pairs[pair] for pair in sorted(pairs)), rejected(kept), frozenset(compatible))


def _pairs(one: Applied) -> Iterator[Decision]:
    ruling = one.ruling
    if ruling.kind == "merge":
        because = _told(ruling, "these are one occurrence")
        yield from (Decision(a, b, True, because) for a, b in combinations(one.refs, 2))
    if ruling.kind == "split":
        apart, *others = one.refs
        because = _told(ruling, "these are not one occurrence")
        yield from (Decision(apart, other, False, because) for other in others)


def _told(ruling: Ruling, what: str) -> str:
    why = f": {ruling.why.rstrip('.')}" if ruling.why else ""
    return f"{ruling.by} decided on {ruling.at[:10]} that {what} ({ruling.id}){why}."


def _ordered(one: Ref, other: Ref) -> tuple[Ref, Ref]:
    return (one, other) if one < other else (other, one)


def rejected(applied: Iterable[Applied]) -> frozenset[Ref]:
    """Return the claims and events that a person rejected and nobody accepted since."""
    return frozenset(ref for ref, kind in _verdicts(applied).items() if kind == "reject")


def accepted(applied: Iterable[Applied]) -> frozenset[Ref]:
    """Return the claims and events that a person accepted and nobody rejected since."""
    return frozenset(ref for ref, kind in _verdicts(applied).items() if kind == "accept")


def _verdicts(applied: Iterable[Applied]) -> dict[Ref, RulingKind]:
    """Return the last word on each claim or event that was accepted or rejected by itself."""
    return {
        one.refs[0]: one.ruling.kind
        for one in applied
        if one.ruling.kind in {"accept", "reject"} and len(one.refs) == 1
    }


def corrected(reading: Reading, report: str, gone: frozenset[Ref]) -> Reading:
    """Return the reading without the claims and events that are rejected."""
    events = frozenset(ref.claim for ref in gone if ref.report == report)
    if not events:
        return reading
    claims = tuple(
        replace(claim, events=tuple(event for event in claim.events if event not in events))
        for claim in reading.claims
        if claim.id not in events
    )
    return replace(reading, claims=claims, events=tuple(event for event in reading.events if event.id not in events))
