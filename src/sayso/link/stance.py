"""Who says that an occurrence happened, who denies it, and who merely mentions it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sayso.link import words
from sayso.link.telling import Statement

Stance = Literal["supports", "denies", "mentions"]
VIOLENT = frozenset({"kill", "shoot", "bombard", "explode", "burn", "seize", "clash", "raid", "beat"})
_NEGATIVE = 4  # negative claims from which a report is about what did not happen
_FIRST = 3  # claims in which a report that denies says so
_OPENING = 4  # claims with which it opens


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


def denies(statements: Iterable[Statement]) -> bool:
    """Whether a report, by all its claims, is there to deny.

    It opens with what is not so and goes on with it, and much in it is negative; or denials stand among its first
    claims and what it affirms does not outweigh them.
    """
    ordered = sorted(statements, key=lambda one: one.position)
    negative = [one.kind == "denial" or one.polarity == "negative" for one in ordered]
    if any(negative[:1]) and sum(negative[:_OPENING]) > 1 and sum(negative) > _NEGATIVE:
        return True
    denials = [one for one in ordered if one.kind == "denial"]
    early = [number for number, one in enumerate(ordered[:_FIRST]) if one.kind == "denial"]
    affirmed = sum(one.main and asserts(one) for one in ordered)
    if not early or len(denials) < 2 or sum(negative) < _NEGATIVE:
        return False
    return len(denials) > affirmed or (early[0] == 0 and len(denials) == affirmed)


def denies_all(statement: Statement, deeds: frozenset[str]) -> bool:
    """Whether a claim denies that anything of the kind was done by anybody: "no shot was fired", "any attack"."""
    if statement.kind != "denial" or not statement.voice:
        return False
    acts = statement.deeds | words.concepts(statement.stems, "acts")
    return words.listed("nothing", statement.text) or (words.listed("whole", statement.text) and bool(acts & deeds))
