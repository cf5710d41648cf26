"""Whether two origins are shown to be independent: stated on evidence alone, and otherwise not established."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from sayso.link.footing import Footing, Voice, names_of
from sayso.link.kinship import credit_a_third, credits_the_other, tie
from sayso.link.origins import copies

_TELLING = 3  # claims on the matter from which a report tells it; with fewer it only recalls it
_OWN = 0.2  # of the words of a report that another lacks, when it has content of its own


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether independence is established, and why or what is lacking. Not established is not the same as dependent."""

    established: bool
    because: tuple[str, ...]

    def __str__(self) -> str:
        """Word the finding."""
        return "independent" if self.established else "independence not established"


def independent(one: Sequence[Footing], other: Sequence[Footing]) -> Verdict:
    """Say whether two origins (the reports of each) are shown to be independent.

    Shown they are by a named or placed source that each heard itself and the other did not, and by words of their own.
    An unnamed source shows nothing, nor does one that an outlet passes on, nor one beside whom a report passes on
    more from outlets and unnamed papers than it heard. Nothing is shown where a report of one side
    credits or names the outlet of the other, where both credit one outlet, or where their sources may be of one body.
    """
    sides = _leads(one), _leads(other)
    for a, b in product(*sides):
        if because := _bound(a, b):
            return Verdict(False, because)
    mine, theirs = _best(*sides), _best(*reversed(sides))
    lacking = [_lacking(side) for side, found in zip(sides, (mine, theirs), strict=True) if not found]
    if lacking:
        return Verdict(False, tuple(lacking))
    return Verdict(True, (*mine, *theirs))


def established(groups: Sequence[Sequence[Footing]]) -> tuple[int, ...]:
    """Return which origins (by their places in the row) are each shown to be independent of all others returned.

    As many as are found from one of them on, in order; one where nothing is shown. What counts how often a matter is
    attested counts these.
    """
    pairs = combinations(range(len(groups)), 2)
    shown = {(one, other): independent(groups[one], groups[other]).established for one, other in pairs}
    best: tuple[int, ...] = ()
    for start in range(len(groups)):
        row = [start]
        for at in range(len(groups)):
            if at != start and all(shown[min(at, other), max(at, other)] for other in row):
                row.append(at)
        best = max(best, tuple(sorted(row)), key=len)
    return best


def _leads(side: Sequence[Footing]) -> list[Footing]:
    """Return one report for each class of copies."""
    given = {one.report: one for one in side}
    return [given[lead] for lead in copies(side)]


def _bound(one: Footing, other: Footing) -> tuple[str, ...]:
    """Return what keeps two reports from being called independent, whatever else they have; empty if nothing does."""
    found = tie(one, other)
    bound = [it.because for feature in (credits_the_other, credit_a_third) if (it := feature(one, other)).points]
    papers = [voice for voice in (*one.shared(other), *other.shared(one)) if voice.kind == "document"]
    bound += [f"Both go back to {voice.name}." for voice in papers[:1]]
    return found.because if found.holds else tuple(bound)


def _best(side: Sequence[Footing], others: Sequence[Footing]) -> tuple[str, ...]:
    """Return why a side has a telling of its own; empty where it has not shown one."""
    for one in sorted(side, key=lambda one: (-one.ground, one.order)):
        own = [voice for voice in one.told_by() if not _may_be_theirs(voice, others)]
        heard = one.own + sum(voice.claims for voice in own)
        if own and heard >= one.passed_on and one.size >= _TELLING and all(_has_own_words(one, it) for it in others):
            return (f"{one.called} heard {names_of(own)}, the other side did not.",)
    return ()


def _may_be_theirs(voice: Voice, others: Sequence[Footing]) -> bool:
    """Tell whether the other side may have heard the same source or body: one word of name or office is enough."""
    return any(voice.tokens & one.tokens for other in others for one in other.heard)


def _has_own_words(one: Footing, other: Footing) -> bool:
    return len(one.stems - other.stems) >= _OWN * max(1, len(one.stems))


def _lacking(side: Sequence[Footing]) -> str:
    named = " and ".join(one.called for one in sorted(side, key=lambda one: one.order)[:2])
    return f"{named}: no named or placed source heard by it alone, with words of its own."
