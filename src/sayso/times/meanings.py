"""What calendar words mean, before they are read against a scene: absolute and partial dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from sayso.records import PartOfDay
from sayso.times import edtf as calendar
from sayso.times.scene import UNKNOWN, Anchor, Order, Scene, Tense, Value

_BEHIND, _AHEAD = 4, 7  # months around the last date of a narrative in which the next yearless one is looked for
_TELLING = 6  # the same, forward only, where the publication date is a rival anchor
_PAST = 365  # days before publication from which on a dated passage is a narrative of the past


_CLOSE, _FAR = 100, 250  # days from publication: near enough to be meant, too far to be


def _distance(anchor: Anchor, edtf: str | None) -> int:
    """Return the days between publication and a date; more than a year where there is none."""
    ends = calendar.cover(edtf) if edtf else None
    if ends is None:
        return 999
    return max(0, (anchor.first - ends[1]).days, (ends[0] - anchor.last).days)


class Meaning(Protocol):
    """A time expression's meaning."""

    def resolve(self, scene: Scene) -> Value:
        """Return its value in that scene; edtf None where the scene does not settle it."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor (None: one that no calendar fixes)."""

    edtf: str | None

    def resolve(self, _: Scene) -> Value:
        """Return the value."""
        return Value(self.edtf)


@dataclass(frozen=True, slots=True)
class Dated:
    """A month or a day of it, with or without the year and the weekday (0 = Monday)."""

    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None

    def resolve(self, scene: Scene) -> Value:
        """Return the date; a missing year is inferred, a weekday that does not fit makes the value uncertain."""
        if self.year is not None:
            return Value(self._edtf(self.year))
        told = self._narrated(scene)
        if told is not None:
            return told
        if scene.published is None or scene.published.fineness < (2 if self.day is None else 3):
            return self._coarse(scene)
        return self._nearest(scene.published, scene.tense)

    def _edtf(self, year: int) -> str | None:
        if self.day is None:
            return calendar.month(year, self.month)
        edtf = calendar.day(year, self.month, self.day)
        return f"{edtf}?" if edtf and not self._fits(edtf) else edtf

    def _fits(self, edtf: str) -> bool:
        return self.weekday is None or date.fromisoformat(edtf).weekday() == self.weekday

    def _candidates(self, years: Iterable[int]) -> list[str]:
        found = [calendar.month(y, self.month) if self.day is None else self._edtf(y) for y in years if 0 < y < 10000]
        return [edtf for edtf in found if edtf is not None]

    def _nearest(self, anchor: Anchor, tense: Tense) -> Value:
        near = anchor.first.year
        fitting = [edtf for edtf in self._candidates((near - 1, near, near + 1)) if not edtf.endswith("?")]
        if self.weekday is not None and len(fitting) == 1:
            return Value(fitting[0], anchor=anchor.label)
        past, coming = self._past(anchor), self._coming(anchor)
        ago, ahead = _distance(anchor, past), _distance(anchor, coming)
        # The cue of tense may belong to another clause; a date just gone or just ahead outweighs one a year away.
        chosen = coming if ahead <= _CLOSE < _FAR <= ago and tense != "past" else past
        if tense == "future" and not ago <= _CLOSE < _FAR <= ahead:
            chosen = coming
        return UNKNOWN if chosen is None else Value(chosen, anchor=anchor.label)

    def _past(self, anchor: Anchor) -> str | None:
        near = anchor.first.year
        covers = ((edtf, calendar.cover(edtf)) for edtf in self._candidates((near, near - 1)))
        return next((edtf for edtf, ends in covers if ends and ends[0] <= anchor.last), None)

    def _coming(self, anchor: Anchor) -> str | None:
        near = anchor.first.year
        covers = ((edtf, calendar.cover(edtf)) for edtf in self._candidates((near, near + 1)))
        return next((edtf for edtf, ends in covers if ends and ends[1] >= anchor.first), None)

    def _coarse(self, scene: Scene) -> Value:
        """Return a publication month or year settles the year only where no other could be meant."""
        anchor = scene.published
        if anchor is None or scene.tense == "future" or anchor.fineness < 2:
            return UNKNOWN
        return self._nearest(anchor, "past")

    def _narrated(self, scene: Scene) -> Value | None:
        anchor = scene.narrative()
        if anchor is None:
            return None
        if scene.published is not None:
            return self._told(anchor, scene.published)
        if anchor.whole_year:
            edtf = self._edtf(anchor.first.year)
            return Value(edtf, anchor=anchor.label if edtf else None)
        return self._within(anchor, -_BEHIND, _AHEAD)

    def _told(self, anchor: Anchor, published: Anchor) -> Value | None:
        if anchor.fineness < 2 or (published.first - anchor.last).days < _PAST:
            return None
        return self._within(anchor, 0, _TELLING)

    def _within(self, anchor: Anchor, low: int, high: int) -> Value | None:
        for year in (anchor.first.year, anchor.first.year + 1, anchor.first.year - 1):
            apart = (year - anchor.first.year) * 12 + self.month - anchor.first.month
            if low <= apart <= high:
                edtf = self._edtf(year)
                return Value(edtf, anchor=anchor.label) if edtf else None
        return None

    def in_year(self, year: int | None) -> Dated:
        """Return the same date in that year, where it has none of its own."""
        return self if self.year is not None else replace(self, year=year)


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """Expressions like "Last March" (step -1), "this March" (0), "next March" (1)."""

    month: int
    step: int

    def resolve(self, scene: Scene) -> Value:
        """Return the nearest such month before or after that of publication, or the one of its year."""
        anchor = scene.origin("published", "month")
        if anchor is None:
            return UNKNOWN
        year, now = anchor.first.year, anchor.first.month
        if self.step < 0:
            year -= self.month >= now
        elif self.step > 0:
            year += self.month <= now
        return Value(calendar.month(year, self.month), anchor=anchor.label)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """Expressions like "the 16th"; `step` counts months from the publication's own."""

    day: int
    step: int | None = None
    weekday: int | None = None

    def resolve(self, scene: Scene) -> Value:
        """Return the day in the month last spoken of, else the nearest one before (to come: after) publication."""
        if self.step is not None:
            anchor = scene.origin("published", "month")
            return self._in(anchor, self.step)
        mentioned = scene.before[-1] if scene.before and scene.before[-1].block == scene.block else None
        if mentioned is not None and mentioned.anchor.fineness >= 2:
            return self._in(mentioned.anchor, 0)
        return self._near(scene)

    def _near(self, scene: Scene) -> Value:
        anchor = scene.origin("published", "day")
        if anchor is None:
            return UNKNOWN
        ahead = scene.tense == "future"
        for step in (0, 1, 2) if ahead else (0, -1, -2):
            value = self._in(anchor, step)
            ends = calendar.cover(value.edtf) if value.edtf else None
            if ends and (ends[0] >= anchor.first if ahead else ends[0] <= anchor.last):
                return value
        return UNKNOWN

    def _in(self, anchor: Anchor | None, step: int) -> Value:
        if anchor is None:
            return UNKNOWN
        month = calendar.moved_month(anchor.first.year, anchor.first.month, step)
        edtf = calendar.day(int(month[:4]), int(month[5:]), self.day) if month else None
        if edtf is None:
            return UNKNOWN
        wrong = self.weekday is not None and date.fromisoformat(edtf).weekday() != self.weekday
        return Value(f"{edtf}?" if wrong else edtf, anchor=anchor.label)


@dataclass(frozen=True, slots=True)
class Numeric:
    """Expressions like "5/6/2024": decided by a number above 12, else by the text's other dates, else left open."""

    first: int
    second: int
    year: int

    def resolve(self, scene: Scene) -> Value:
        """Return the day; None where both orders are possible."""
        if self.first == self.second or self.first > 12 or scene.order == "dmy":
            return Value(calendar.day(self.year, self.second, self.first) if self.second <= 12 else None)
        if self.second > 12 or scene.order == "mdy":
            return Value(calendar.day(self.year, self.first, self.second))
        return self._published(scene)

    def _published(self, scene: Scene) -> Value:
        """Return the day in the one order that does not put it after publication."""
        if scene.published is None:
            return UNKNOWN
        days = (calendar.day(self.year, of, day) for of, day in ((self.second, self.first), (self.first, self.second)))
        gone = [day for day in days if day is not None and day <= scene.published.last.isoformat()]
        return Value(gone[0], anchor=scene.published.label) if len(gone) == 1 else UNKNOWN

    @property
    def order(self) -> Order | None:
        """The order that this date alone proves."""
        if self.first > 12 >= self.second:
            return "dmy"
        return "mdy" if self.second > 12 >= self.first else None


@dataclass(frozen=True, slots=True)
class Season:
    """A season (21-24) of a year, or the one that a step or the tense points to."""

    season: int
    year: int | None = None
    step: int | None = None  # -1 last, 0 this, 1 next

    def resolve(self, scene: Scene) -> Value:
        """Return the months of the season; without a year, the last one begun (last: ended; next: not begun)."""
        if self.year is not None:
            return Value(calendar.season(self.year, self.season))
        told = scene.narrative() if self.step is None else None
        if told is not None and told.first.year == told.last.year:
            return Value(calendar.season(told.first.year, self.season), anchor=told.label)
        anchor = scene.origin("published", "month")
        return UNKNOWN if anchor is None else self._near(anchor, scene.tense == "future")

    def _near(self, anchor: Anchor, ahead: bool) -> Value:
        near = anchor.first.year
        step = 1 if self.step is None and ahead else self.step
        if step == 0:
            around = [calendar.season(year, self.season) for year in (near, near - 1, near + 1) if 1 <= year < 9999]
            return Value(min(around, key=lambda edtf: _distance(anchor, edtf)), anchor=anchor.label)
        for year in range(near, near + 3) if step == 1 else range(near, near - 3, -1):
            edtf = calendar.season(year, self.season) if 1 <= year < 9999 else ""
            ends = calendar.cover(edtf)
            if ends and self._reached(ends, anchor, step):
                return Value(edtf, anchor=anchor.label)
        return UNKNOWN

    @staticmethod
    def _reached(ends: tuple[date, date], anchor: Anchor, step: int | None) -> bool:
        if step == 1:
            return ends[0] > anchor.last
        return ends[1] < anchor.first if step == -1 else ends[0] <= anchor.last


@dataclass(frozen=True, slots=True)
class Timed:
    """A point with the part of its day; `point` None is a bare clock time, dated by its neighbours."""

    part: PartOfDay | None
    point: Meaning | None = None

    def resolve(self, scene: Scene) -> Value:
        """Return the point's date; alone, the day that the scene has for it."""
        if self.point is not None:
            return replace(self.point.resolve(scene), part=self.part)
        anchor = scene.day()
        return Value(None, self.part) if anchor is None else Value(anchor.edtf, self.part, anchor.label)
