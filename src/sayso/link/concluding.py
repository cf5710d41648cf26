"""An incident made of the tellings that were put together: who says it, from how many origins, and on what they differ.

All is computed from readings and decisions. What costs the square of the number of reports is done for some of them
where there are hundreds, and the incident says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from sayso import incidents
from sayso.filing import Member
from sayso.incidents import ClaimOf, Incident, Stated
from sayso.link import contradictions as differing
from sayso.link import origins as grouping
from sayso.link import summary
from sayso.link.decisions import UNDECIDED, Decisions
from sayso.link.footing import Footing, footing
from sayso.link.independence import established, independent
from sayso.link.linkage import Classes
from sayso.link.pairing import compare
from sayso.link.source import Source
from sayso.link.stance import stance
from sayso.link.state import Standing, standing
from sayso.link.telling import Ref, Statement, Telling
from sayso.wording import sentence

FULL = 200  # reports that are read for an incident; of more, one for each class of copies, the oldest first
FEW = 48  # reports whose claims are held against each other: one for each class of copies, those that deny first
MUCH = 400  # claims of these reports, for reports of many claims
_CALLED = re.compile(r"\b([0-9a-f]{16})\b(?: \(\d[^)]*\))?")  # a report's id, with the day it was published
Bands = Mapping[str, Sequence[tuple[int, int]]]


def order(members: Iterable[Member]) -> list[Member]:
    """Return tellings as they were published, those without a date last; the first of them names the incident."""
    return sorted(members, key=lambda one: (one.published is None, one.published or 0, one.report, one.id))


def name(members: Iterable[Member]) -> str:
    """Return the id of the incident that these tellings make."""
    return f"i-{order(members)[0].id}"


def conclude(
    members: Sequence[Member], source: Callable[[str], Source], bands: Bands, decisions: Decisions = UNDECIDED
) -> Incident:
    """Make the incident of these tellings; `bands` are those of its reports, asked only where these are many."""
    ordered = order(members)
    reports = list(dict.fromkeys(one.report for one in ordered))
    classes = _classes(ordered, bands) if len(reports) > FULL else {report: [report] for report in reports}
    read = [report for report in reports if report in classes][:FULL]
    sources = {report: source(report) for report in read}
    here = {one.id for one in ordered}
    tellings = [
        _without(telling, decisions) for report in read for telling in sources[report].tellings if telling.id in here
    ]
    return _Case(name(ordered), sources, tellings, classes, decisions).incident()


def unconcluded(members: Iterable[Member], error: Exception) -> Incident:
    """Return the incident of tellings that nothing can be said of, for a fault of the program, with the fault."""
    ordered = order(members)
    because = (f"This incident could not be worked out: {type(error).__name__}: {error}. Please report it as a fault.",)
    reports = tuple(dict.fromkeys(one.report for one in ordered))
    origin = incidents.Origin("o1", reports, ("Their origins could not be worked out.",))
    return Incident(f"i-{ordered[0].id}", None, None, None, (), (origin,), "single-origin", because)


def _classes(members: Sequence[Member], bands: Bands) -> dict[str, list[str]]:
    """Return the classes of copies, by their first report: those that share an account or a wide band."""
    classes = Classes(one.report for one in members)
    first: dict[object, str] = {}
    for one in members:
        for row in (one.account, *bands.get(one.report, ())):
            classes.join(one.report, first.setdefault(row, one.report))
    place = {one.report: at for at, one in reversed(list(enumerate(members)))}
    ordered = (sorted(each, key=place.__getitem__) for each in classes.all())
    return {each[0]: each for each in ordered}


def _without(telling: Telling, decisions: Decisions) -> Telling:
    """Return the telling without the claims that a person rejected."""
    kept = tuple(one for one in telling.statements if one.ref not in decisions.rejected)
    return replace(telling, statements=kept)


@dataclass(frozen=True)
class _Case:
    """What an incident is made of; `copies` are the classes of reports by the one that stands for each."""

    name: str
    sources: Mapping[str, Source]
    tellings: Sequence[Telling]
    copies: Mapping[str, Sequence[str]]
    decisions: Decisions

    def incident(self) -> Incident:
        readings = {report: source.reading for report, source in self.sources.items()}
        when = summary.when(self.tellings)
        lead = summary.lead(self.tellings)
        found = self._standing()
        return Incident(
            id=self.name,
            type=summary.kind(self.tellings),
            time=when.words if when else None,
            place=summary.where(self.tellings, readings),
            claims=tuple(self._stated(one) for telling in self.tellings for one in telling.statements),
            origins=self._origins,
            state=found.state,
            because=(*map(self._worded, found.because), *self._unshown(), *self._bounds()),
            disputes=tuple(map(self._dispute, differing.disputes(self._compared))),
            contradictions=tuple(self._contradictions()),
            joined=tuple(self._joined()),
            lead=f"{lead.report}:{lead.claim}" if lead else "",
        )

    # ---- origins and state ----

    @cached_property
    def _footings(self) -> dict[str, Footing]:
        claims: dict[str, list[str]] = {report: [] for report in self.sources}
        for telling in self.tellings:
            claims[telling.report] += [one.ref.claim for one in telling.statements]
        return {report: footing(report, self.sources[report].reading, ids) for report, ids in claims.items()}

    @cached_property
    def _groups(self) -> tuple[grouping.Origin, ...]:
        return grouping.origins(self._footings.values())

    @cached_property
    def _shown(self) -> tuple[grouping.Origin, ...]:
        """The origins that affirm it and are shown to be independent of each other; one where nothing is shown."""
        affirming = {telling.report for telling in self.tellings if not telling.denial}
        told = [origin for origin in self._groups if affirming & set(origin.reports)]
        return tuple(told[at] for at in established([self._on(origin) for origin in told]))

    def _on(self, origin: grouping.Origin) -> list[Footing]:
        return [self._footings[report] for report in origin.reports]

    def _standing(self) -> Standing:
        return standing(self.tellings, [origin.reports for origin in self._shown])

    @cached_property
    def _origins(self) -> tuple[incidents.Origin, ...]:
        return tuple(self._origin(at, origin) for at, origin in enumerate(self._groups, 1)) + self._unread()

    def _origin(self, at: int, origin: grouping.Origin) -> incidents.Origin:
        behind = tuple(copy for report in origin.reports for copy in self.copies[report] if copy != report)
        copied = grouping.copies(self._on(origin)).values()
        repeats = tuple(report for each in copied for report in sorted(each, key=self._age)[1:])
        because = tuple(map(self._worded, origin.because))
        if behind:
            because += (f"{len(behind):,} more reports repeat one of these nearly word for word and were not read.",)
        shown = len(self._shown) > 1 and origin in self._shown
        return incidents.Origin(f"o{at}", (*origin.reports, *behind), because, (*repeats, *behind), shown)

    def _age(self, report: str) -> tuple[str, str]:
        return self._footings[report].order

    def _unread(self) -> tuple[incidents.Origin, ...]:
        """Return the reports beyond those that were read: no origin is found for them, and they count for none."""
        left = tuple(copy for first, each in self.copies.items() if first not in self.sources for copy in each)
        because = f"Of this incident {FULL} reports are weighed, the oldest of each class of copies; these are later."
        return (incidents.Origin("unread", left, (because,)),) if left else ()

    def _unshown(self) -> list[str]:
        """Return why further origins do not count, for the first few."""
        first = self._shown[:1]
        others = [origin for origin in self._groups if origin not in self._shown]
        if not first or len(self._shown) > 1:
            return []
        verdicts = ((origin, independent(self._on(first[0]), self._on(origin))) for origin in others[:3])
        return [f"Independence not established: {' '.join(map(self._worded, found.because))}" for _, found in verdicts]

    def _bounds(self) -> list[str]:
        if len(self._held) == len(self.sources):
            return []
        return [f"Claims of {len(self._held)} of its {len(self.sources)} reports are held against each other."]

    # ---- agreement and contradiction ----

    @cached_property
    def _held(self) -> frozenset[str]:
        """The reports whose claims are held against each other."""
        claims: Counter[str] = Counter()
        for telling in self.tellings:
            claims[telling.report] += len(telling.statements)
        if len(self.sources) <= FEW and claims.total() <= MUCH:
            return frozenset(self.sources)
        leads = grouping.copies(self._footings.values())
        denying = {
            telling.report for telling in self.tellings if any(stance(one) == "denies" for one in telling.statements)
        }
        ordered = sorted(leads, key=lambda report: (report not in denying, self._age(report)))[:FEW]
        told = accumulate(claims[report] for report in ordered)
        return frozenset(ordered[:2]) | {report for report, so_far in zip(ordered, told, strict=True) if so_far <= MUCH}

    @cached_property
    def _compared(self) -> list[Statement]:
        return [one for telling in self.tellings if telling.report in self._held for one in telling.statements]

    def _contradictions(self) -> Iterable[incidents.Contradiction]:
        published = {telling.report: telling.published for telling in self.tellings if telling.published is not None}
        copied = {report for origin in self._origins for report in origin.copies}
        own = [one for one in self._compared if one.ref.report not in copied]
        for one in differing.contradictions(own, published):
            if tuple(sorted((one.a, one.b))) not in self.decisions.compatible:
                because = tuple(map(self._worded, one.because))
                yield incidents.Contradiction(self._claim(one.a), self._claim(one.b), because, one.slot)

    def _dispute(self, found: differing.Dispute) -> incidents.Dispute:
        values = (incidents.Value(one.value, tuple(map(self._claim, one.claims))) for one in found.values)
        return incidents.Dispute(found.slot, tuple(values))

    # ---- wording ----

    def _claim(self, ref: Ref) -> ClaimOf:
        return ClaimOf(ref.report, self.sources[ref.report].report.name, ref.claim)

    def _stated(self, one: Statement) -> Stated:
        source = self.sources[one.ref.report]
        claim = source.claims[one.ref.claim]
        words = "".join(part.text for part in sentence(claim, source.reading))
        return Stated(one.ref.report, source.report.name, one.ref.claim, claim.content, stance(one), words)

    def _joined(self) -> Iterable[str]:
        """Say of each report, by the one before that it is most like, why it is here; and what a person decided."""
        before: list[Telling] = []
        for report in (one for one in self.sources if one in self._held):
            own = [telling for telling in self.tellings if telling.report == report]
            pairings = [compare(one, other) for one in own for other in before]
            if pairings:
                best = max(pairings, key=lambda one: (one.weight, one.a, one.b))
                ends = {end.rpartition(":")[0] for end in (best.a, best.b)} - {report}
                yield self._worded(f"{report} tells of what {min(ends)} tells: {' '.join(best.because)}")
            before += own
        refs = {one.ref for telling in self.tellings for one in telling.statements}
        yield from (one.because for one in self.decisions.pairs if one.because and {one.a, one.b} & refs)

    def _worded(self, because: str) -> str:
        """Put for ids of reports the words by which a desk knows them: outlet or file, and day."""
        return _CALLED.sub(lambda found: self._names.get(found[1], found[0]), because)

    @cached_property
    def _names(self) -> dict[str, str]:
        found = {report: self.sources[report].report.name for report in self.sources}
        return {report: one.called.replace(report, found[report]) for report, one in self._footings.items()}
