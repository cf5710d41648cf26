"""The vocabulary of what reports say together: incidents, origins, disputes, contradictions, and why.

All are frozen. Claims are named by the ids of their report and of the claim in its latest reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Literal

from sayso.records import Place
from sayso.spans import Span

Stance = Literal["supports", "denies", "mentions"]
HAPPENED = "happened"  # the slot of a contradiction on whether something is so
State = Literal["single-origin", "corroborated", "disputed", "denied"]


@dataclass(frozen=True, slots=True, order=True)
class ClaimOf:
    """A claim of a report; `file` is the name that the report was added with."""

    report: str
    file: str
    claim: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim that speaks of an incident, where it stands, how it stands to it, and as a sentence."""

    report: str
    file: str
    claim: str
    content: tuple[Span, ...]
    stance: Stance
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one telling, the oldest first, and why; `copies` are those that repeat another."""

    id: str
    reports: tuple[str, ...]
    because: tuple[str, ...]
    copies: tuple[str, ...] = ()
    independent: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a slot, with the claims that hold it."""

    value: str
    claims: tuple[ClaimOf, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Rival values of one slot (`killed`, `perpetrator`, …), side by side."""

    slot: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold; `slot` is the fact on which they differ. Where it is `HAPPENED`, `a` denies."""

    a: ClaimOf
    b: ClaimOf
    because: tuple[str, ...]
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Sighted:
    """A place as one report names it; its spans are of that report's text."""

    report: str
    place: Place


@dataclass(frozen=True, slots=True)
class Incident:
    """One occurrence as the stored reports tell it.

    `id` is that of the telling published first; those of its other tellings name it too. `type` is a PLOVER type,
    `time` EDTF. `because` are the reasons for its state, `joined` those for which reports were put together here.
    `lead` is the claim that tells it best, as `REPORT:CLAIM`.
    """

    id: str
    type: str | None
    time: str | None
    place: Sighted | None
    claims: tuple[Stated, ...]
    origins: tuple[Origin, ...]
    state: State
    because: tuple[str, ...]
    disputes: tuple[Dispute, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    joined: tuple[str, ...] = ()
    lead: str = ""

    @property
    def headline(self) -> Stated | None:
        """The claim that tells it best, else the first that supports it, else the first; None where it has none."""
        best = (one for one in self.claims if f"{one.report}:{one.claim}" == self.lead)
        supporting = (one for one in self.claims if one.stance == "supports")
        return next(chain(best, supporting, self.claims), None)

    @property
    def denied(self) -> dict[ClaimOf, tuple[tuple[ClaimOf, tuple[str, ...]], ...]]:
        """What is said not to be so, each with the claims that it is held against, and why."""
        found: dict[ClaimOf, tuple[tuple[ClaimOf, tuple[str, ...]], ...]] = {}
        for one in (one for one in self.contradictions if one.slot == HAPPENED):
            found[one.a] = (*found.get(one.a, ()), (one.b, one.because))
        return found

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that tell of it, origin by origin."""
        return tuple(report for origin in self.origins for report in origin.reports)


@dataclass(frozen=True, slots=True)
class Why:
    """Why two reports, or two incidents, are or are not of one occurrence, and what they share.

    `origin` says whether two reports of one incident go back to one telling: None where they share no incident.
    `places` are those that both name, `copied` the share of the shorter text that stands in the longer.
    """

    a: str
    b: str
    together: bool
    because: tuple[str, ...]
    incidents: tuple[str, ...] = ()
    origin: bool | None = None
    origin_because: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    copied: float = 0.0
