"""What the page of one incident shows: who tells it and who denies it, grouped by the telling they go back to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents import HAPPENED, ClaimOf, Contradiction, Dispute, Incident, Origin, Stance, Stated, Value
from sayso.outline import Outline
from sayso.rulings import Ruling
from sayso.web.cards import Card
from sayso.web.history import Entry, History, Ruled
from sayso.web.opened import Opened, Shown

READ_AT_MOST = 40  # reports of one incident that are opened for its page; of the others only the sentences are shown
SHOWN = 20  # claims of an origin, origins on a side, and contradictions that its page shows unless all are asked for
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A claim of an incident: its card, the report it stands in, what persons decided of it.

    `shown` and `card` are None where the incident has more reports than are opened. `other` is a claim of another
    report, from which it can be set apart.
    """

    stated: Stated
    shown: Shown | None
    card: Card | None
    ruled: Ruled
    other: str | None

    @property
    def subject(self) -> str:
        """The claim's name in judgements."""
        return subject(self.stated)

    @property
    def address(self) -> str:
        """The path at which its words stand."""
        span = self.stated.content[0]
        page = self.shown.address if self.shown else f"/d/{self.stated.report}"
        return f"{page}#s={span.start}-{span.end}"

    @property
    def words(self) -> str:
        """Its content, pieces apart."""
        return " … ".join(span.text for span in self.stated.content)

    @property
    def speaker(self) -> str | None:
        """Who says it, as the sentence begins; None where nobody is named."""
        if self.card is None:
            return None
        return next((part.text for part in self.card.said if part.role in {"source", "name"}), None)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the reports of one origin say on one side; `copies` repeat another of them, and are folded."""

    origin: Origin
    number: int
    lines: tuple[Line, ...]
    copies: tuple[Shown, ...]

    @property
    def reports(self) -> tuple[Shown, ...]:
        """The reports in which its lines stand, each once."""
        return tuple({line.shown.id: line.shown for line in self.lines if line.shown}.values())


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an incident: those who say that it happened, that it did not, or who only mention it."""

    stance: Stance
    tellings: tuple[Telling, ...]

    @property
    def claims(self) -> int:
        """How many claims are shown."""
        return sum(len(telling.lines) for telling in self.tellings)


@dataclass(frozen=True, slots=True)
class Holding:
    """A value of a disputed slot with the lines that hold it; `high` is None where it is open upwards."""

    value: str
    low: int
    high: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """A disputed slot: rival values in order, and for numbers the ends of the range they span."""

    slot: str
    holdings: tuple[Holding, ...]

    @property
    def ends(self) -> tuple[int, int] | None:
        """The least and the greatest number told; None where the values are no numbers."""
        if not all(_NUMBER.search(one.value) for one in self.holdings):
            return None
        return min(one.low for one in self.holdings), max(one.high or one.low for one in self.holdings)

    def at(self, holding: Holding, width: int) -> tuple[int, int]:
        """Return where a value begins and ends on a scale of this width."""
        low, high = self.ends or (0, 1)
        scale = width / max(high - low, 1)
        last = high if holding.high is None else holding.high
        return round((holding.low - low) * scale), round((last - low) * scale)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims that cannot both hold, why, and the ruling by which a person agreed, if any."""

    slot: str
    a: Line
    b: Line
    because: tuple[str, ...]
    accepted: Ruling | None


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """All that the page of one incident shows. `near` are incidents of about the same days, to be merged with."""

    incident: Incident
    sides: tuple[Side, ...]
    ranges: tuple[Range, ...]
    clashes: tuple[Clash, ...]
    reports: tuple[Shown, ...]
    history: tuple[Entry, ...]
    near: tuple[Outline, ...]

    @property
    def address(self) -> str:
        """The path of this page."""
        return f"/i/{self.incident.id}"

    @property
    def copies(self) -> frozenset[str]:
        """The reports that repeat another."""
        return frozenset(report for origin in self.incident.origins for report in origin.copies)

    @property
    def accepted(self) -> int:
        """How many of its claims a person accepted."""
        return sum(
            line.ruled.accepted is not None for side in self.sides for one in side.tellings for line in one.lines
        )

    @property
    def unread(self) -> int:
        """How many of its reports were not opened for the page."""
        return len(self.incident.reports) - len(self.reports)

    @property
    def exercise(self) -> bool:
        """Whether a bundled sample is among its reports."""
        return any(shown.exercise for shown in self.reports)

    def number(self, report_id: str) -> int:
        """Return the number of the origin that a report goes back to."""
        return next(at for at, origin in enumerate(self.incident.origins, 1) if report_id in origin.reports)


def _numbers(value: str) -> tuple[int, int | None]:
    """Return the least and the greatest number that a value may mean: `7`, `3 to 5`, `at least 6`, `at most 4`."""
    found = [int(number) for number in _NUMBER.findall(value)] or [0]
    if value.startswith("at least"):
        return found[0], None
    return (0 if value.startswith("at most") else found[0]), found[-1]


def _first(incident: Incident) -> list[str]:
    """Return the reports to be opened: those that tell it themselves before those that repeat them."""
    told = [report for origin in incident.origins for report in origin.reports if report not in origin.copies]
    return list(dict.fromkeys([*told, *incident.reports]))[:READ_AT_MOST]


def _firm(incident: Incident) -> tuple[Stated, ...]:
    """Return the claim by which another can best be told apart from this incident, and one of another report.

    That is the first that says it happened, else the first.
    """
    ordered = sorted(incident.claims, key=lambda one: one.stance != "supports")
    other = next((one for one in ordered if one.report != ordered[0].report), None) if ordered else None
    return (*ordered[:1], *([other] if other else []))


def subject(claim: Stated | ClaimOf) -> str:
    """Return a claim's name in judgements."""
    return f"{claim.report}:{claim.claim}"


class Layout:
    """Lays one incident out, from the readings of its reports (those named, or the first) and the rulings on them."""

    def __init__(
        self, incident: Incident, opened: Opened, history: History, reports: Sequence[str] | None = None
    ) -> None:
        self.incident = incident
        self._history = history
        self._copies = {report for origin in incident.origins for report in origin.copies}
        wanted = _first(incident) if reports is None else reports
        self.shown: Mapping[str, Shown] = {report: opened(report) for report in wanted}
        self._firm = _firm(incident)
        self._lines = {(one.report, one.claim): self._line(one) for one in incident.claims}

    def page(self, near: Sequence[Outline]) -> IncidentPage:
        """Return the page; `near` are the incidents that it can be merged with."""
        return IncidentPage(
            incident=self.incident,
            sides=tuple(self.side(stance) for stance in ("supports", "denies", "mentions")),
            ranges=tuple(map(self._range, self.incident.disputes)),
            clashes=tuple(self._clashes()),
            reports=tuple(self.shown.values()),
            history=self._history.entries(self.incident.reports),
            near=tuple(near),
        )

    def lines(self) -> tuple[Line, ...]:
        """Return its claims in order."""
        return tuple(self._lines.values())

    def side(self, stance: Stance) -> Side:
        """Return one side, origin by origin; an origin that says nothing there is left out."""
        return Side(stance, tuple(self._tellings(stance)))

    def _tellings(self, stance: Stance) -> Iterator[Telling]:
        told = defaultdict[str, list[tuple[int, Line]]](list)
        for at, line in enumerate(self._lines.values()):
            if line.stated.stance == stance:
                told[line.stated.report].append((at, line))
        for number, origin in enumerate(self.incident.origins, 1):
            found = {at: line for report in origin.reports for at, line in told.get(report, ())}
            mine = [found[at] for at in sorted(found)]
            own = [line for line in mine if line.stated.report not in origin.copies] or mine
            if own:
                said = {line.stated.report for line in mine}
                copies = tuple(self.shown[one] for one in origin.copies if one in said and one in self.shown)
                yield Telling(origin, number, tuple(own), copies)

    def _line(self, stated: Stated) -> Line:
        shown = self.shown.get(stated.report)
        card = shown.cards.get(stated.claim) if shown else None
        ruled = self._history.of(stated.report, stated.content)
        return Line(stated, shown, card, ruled, self._other(stated))

    def _other(self, stated: Stated) -> str | None:
        return next((subject(one) for one in self._firm if one.report != stated.report), None)

    def _found(self, claims: Sequence[ClaimOf]) -> tuple[Line, ...]:
        keys = ((one.report, one.claim) for one in claims)
        return tuple(self._lines[key] for key in keys if key in self._lines)

    def _range(self, dispute: Dispute) -> Range:
        return Range(dispute.slot, tuple(sorted(map(self._holding, dispute.values), key=lambda one: one.low)))

    def _holding(self, value: Value) -> Holding:
        low, high = _numbers(value.value)
        lines = self._found(value.claims)
        own = tuple(line for line in lines if line.stated.report not in self._copies)
        return Holding(value.value, low, high, own or lines)

    def _clashes(self) -> Iterator[Clash]:
        """Yield the contradictions: of a number or a name first, those of copies last."""
        for one in sorted(self.incident.contradictions, key=self._weight):
            pair = self._found((one.a, one.b))
            if len(pair) == 2:
                a, b = pair
                yield Clash(one.slot, a, b, one.because, self._history.clash(a.stated, b.stated))

    def _weight(self, one: Contradiction) -> tuple[bool, bool]:
        return bool({one.a.report, one.b.report} & self._copies), one.slot == HAPPENED
