"""What a person has decided about occurrences and claims: it goes before all that linking finds by itself."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.link.telling import Ref


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Whether the occurrence that claim `a` tells of is the one that claim `b` tells of.

    `same` joins the two incidents whole. Otherwise what `a` belongs to (its report's telling) leaves the incident of
    `b`; where both kinds meet, apart wins. `because` is the sentence that stands among the incident's reasons.
    """

    a: Ref
    b: Ref
    same: bool
    because: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions that hold now, those undone or overtaken left out.

    `rejected` are claims that no report makes: they count for nothing and are not shown. `compatible` are pairs of
    claims, the lesser one first, that do not contradict each other.
    """

    pairs: tuple[Decision, ...] = ()
    rejected: frozenset[Ref] = frozenset()
    compatible: frozenset[tuple[Ref, Ref]] = frozenset()


UNDECIDED = Decisions()
