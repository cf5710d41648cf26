"""Who says that an occurrence happened, who denies it, who merely mentions it; and what each denial denies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.link import words
from sayso.link.telling import Ref, Statement

Stance = Literal["supports", "denies", "mentions"]
VIOLENT = frozenset({"kill", "shoot", "bombard", "explode", "burn", "seize", "clash", "raid", "beat"})
_NEAR = 300  # characters
_BARE = 2  # words that carry meaning, up to which a denial only points back
_TIED = 2.2  # points from which a denial is of a claim
_NEGATIVE = 4  # negative claims from which a report is about what did not happen
_FIRST = 3  # claims in which a report that denies says so


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A denial and a claim that it denies, with the points that speak for it."""

    denial: Ref
    denied: Ref
    points: float
    because: tuple[str, ...]


def stance(statement: Statement) -> Stance:
    """Return how a claim stands to the occurrence it speaks of.

    A denial denies; a claim of what was done, or how many it struck, supports; all else mentions.
    """
    if statement.kind == "denial":
        return "denies"
    if asserts(statement) and (statement.deeds or statement.counts or statement.main):
        return "supports"
    return "mentions"


def asserts(statement: Statement) -> bool:
    """Whether a claim holds out that something was or is so."""
    kinds = {"report", "assessment", "responsibility"}
    return statement.kind in kinds and statement.polarity == "positive" and not statement.withdrawn


def ties(statements: Iterable[Statement]) -> tuple[Tie, ...]:
    """Tie every denial to the claims of its occurrence that it denies, in its own report and in others."""
    ordered = sorted(statements, key=lambda one: one.ref)
    leads = _leads(ordered)
    return tuple(
        tie
        for denial in ordered
        if denial.kind == "denial"
        for claim in ordered
        if asserts(claim) and not _is_own(denial, claim)
        if (tie := _tie(denial, claim, claim.ref in leads)).points >= _TIED
    )


def _is_own(denial: Statement, claim: Statement) -> bool:
    return denial.ref.report == claim.ref.report and denial.voice == claim.voice


def _leads(statements: Sequence[Statement]) -> frozenset[Ref]:
    """Return the first claim of every report that tells the occurrence itself."""
    found: dict[str, Statement] = {}
    for one in statements:
        if one.main and asserts(one):
            first = found.setdefault(one.ref.report, one)
            found[one.ref.report] = min(first, one, key=lambda each: each.position)
    return frozenset(one.ref for one in found.values())


def _tie(denial: Statement, claim: Statement, lead: bool) -> Tie:
    """Weigh a denial against a claim by all that may tie them."""
    found = [
        *_of_one_act(denial, claim, lead=lead),
        *_of_the_accused(denial, claim),
        *_of_the_words_before(denial, claim),
    ]
    found.sort(key=lambda each: (-each[0], each[1]))
    return Tie(denial.ref, claim.ref, sum(points for points, _ in found), tuple(because for _, because in found))


def _of_one_act(denial: Statement, claim: Statement, *, lead: bool) -> Iterator[tuple[float, str]]:
    """By what is denied: the act, the words, or the whole occurrence, which a first claim tells."""
    done = claim.deeds or (words.concepts(claim.stems, "acts") if claim.kind == "responsibility" else frozenset())
    if shared := (denial.deeds | words.concepts(denial.stems, "acts")) & done:
        yield 1.0, f"The denial and the claim are of one act ({_listed(shared)})."
    if shared := denial.stems & claim.stems:
        yield min(2.0, 0.7 * len(shared)), f"They share the words {_listed(shared)}."
    if lead and words.listed("nothing", denial.text):
        yield 2.5, "The denial is of the whole occurrence, which the claim tells."
    elif lead and denies_all(denial, done):
        yield 0.9, "The denial is that anything of the kind was done, which the claim tells."
    elif lead:
        yield 0.5, "The claim is the one by which its report tells the occurrence."


def _of_the_accused(denial: Statement, claim: Statement) -> Iterator[tuple[float, str]]:
    """By who denies: those whom the claim names as having done it."""
    if shared := denial.speaker & claim.blamed:
        yield 1.5, f"Those who deny are those whom the claim names ({_listed(shared)})."


def _of_the_words_before(denial: Statement, claim: Statement) -> Iterator[tuple[float, str]]:
    """By where they stand: "he denied it" is of the claim before, by another voice."""
    between = denial.position - claim.position
    if denial.ref.report == claim.ref.report and 0 < between < _NEAR:
        yield (1.5 if len(denial.stems) <= _BARE else 0.7), "The denial follows the claim in the text."


def denies(statements: Iterable[Statement]) -> bool:
    """Whether a report, by all its claims, is there to deny.

    Denials stand among its first claims, much in it is negative, and what it affirms does not outweigh them.
    """
    ordered = sorted(statements, key=lambda one: one.position)
    denials = [one for one in ordered if one.kind == "denial"]
    early = [number for number, one in enumerate(ordered[:_FIRST]) if one.kind == "denial"]
    negative = sum(one.polarity == "negative" for one in ordered)
    affirmed = sum(one.main and asserts(one) for one in ordered)
    if not early or len(denials) < 2 or negative < _NEGATIVE:
        return False
    return len(denials) > affirmed or (early[0] == 0 and len(denials) == affirmed)


def denies_all(statement: Statement, deeds: frozenset[str]) -> bool:
    """Whether a claim denies that anything of the kind was done by anybody: "no shot was fired", "any attack"."""
    if statement.kind != "denial" or not statement.voice:
        return False
    acts = statement.deeds | words.concepts(statement.stems, "acts")
    return words.listed("nothing", statement.text) or (words.listed("whole", statement.text) and bool(acts & deeds))


def _listed(values: Iterable[object]) -> str:
    return ", ".join(sorted(map(str, values)))
