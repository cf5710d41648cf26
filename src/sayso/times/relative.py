"""What relative expressions mean: weekdays, offsets, calendar frames, windows and streaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.records import PartOfDay
from sayso.times import edtf as calendar
from sayso.times.scene import UNKNOWN, Anchor, Origin, Scene, Unit, Value

_DAYS = {"day": 1, "week": 7}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_SAME_DAY = 6  # hours back that still count as the day of publication

Which = Literal["plain", "last", "next", "this", "previous", "following"]


def counted(anchor: Anchor, unit: str, count: int) -> str | None:
    """Return `anchor` moved by so many units, as finely as the unit allows; None beyond the calendar."""
    base = anchor.last if count > 0 else anchor.first
    if unit in _DAYS:
        there = calendar.moved(base, count * _DAYS[unit])
        return there.isoformat() if there else None
    if unit == "month":
        return calendar.moved_month(base.year, base.month, count)
    year = base.year + count * _YEARS[unit]
    return calendar.year(year) if 1 <= year <= 9999 else None


def framed(anchor: Anchor, unit: str, step: int) -> str | None:
    """Return the calendar week, month, year … that holds the anchor, moved by `step`."""
    if unit in ("day", "month", "year"):
        return counted(anchor, unit, step)
    if unit in ("week", "weekend"):
        monday = calendar.moved(anchor.first, 7 * step - anchor.first.weekday())
        first = calendar.moved(monday, 5 if unit == "weekend" else 0) if monday else None
        last = calendar.moved(monday, 6) if monday else None
        return f"{first.isoformat()}/{last.isoformat()}" if first and last else None
    year = anchor.first.year + step * _YEARS[unit]
    if not 1 <= year <= 9999:
        return None
    begun = year // 10 * 10 if unit == "decade" else (year - 1) // 100 * 100 + 1
    return f"{calendar.year(begun)}/{calendar.year(begun + _YEARS[unit] - 1)}"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (0 = Monday); `week` counts weeks from the publication's own ("Tuesday last week")."""

    day: int
    which: Which = "plain"
    week: int | None = None

    def resolve(self, scene: Scene) -> Value:
        """Return the day within seven days of its anchor that the words and the tense point to."""
        told = scene.origin("text", "day") if self.which in ("previous", "following") else None
        anchor = told if told is not None or self.which == "following" else scene.origin("published", "day")
        if anchor is None or (day := anchor.day) is None:
            return UNKNOWN
        there = calendar.moved(day, self._steps(day, scene))
        return UNKNOWN if there is None else Value(there.isoformat(), anchor=anchor.label)

    def _steps(self, day: date, scene: Scene) -> int:
        back = (day.weekday() - self.day) % 7
        ahead = (self.day - day.weekday()) % 7
        if self.week is not None:
            return 7 * self.week + self.day - day.weekday()
        if self.which in ("last", "previous"):
            return -(back or 7)
        if self.which in ("next", "following"):
            return ahead or 7
        if self.which == "this" and scene.tense == "none":
            return self.day - day.weekday()
        return ahead if scene.tense == "future" else -back


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from an anchor ("two days ago", "yesterday", "a month later"); count None is vague."""

    count: int | None
    unit: Unit
    origin: Origin = "published"

    def resolve(self, scene: Scene) -> Value:
        """Return the moved date, never finer than the unit."""
        anchor = scene.origin(self.origin, self.unit)
        if anchor is None or (self.count == 0 and self.unit == "day" and anchor.day is None):
            return UNKNOWN
        edtf = self._hours(anchor) if self.unit == "hour" else self._units(anchor)
        return UNKNOWN if edtf is None else Value(edtf, anchor=anchor.label)

    def _units(self, anchor: Anchor) -> str | None:
        return None if self.count is None else counted(anchor, self.unit, self.count)

    def _hours(self, anchor: Anchor) -> str | None:
        """Return hours stay on the anchor's day unless they may well cross midnight; then both days are given."""
        count = 0 if self.count is None else self.count
        late = anchor.part in ("evening", "night") and self.origin == "text"
        if abs(count) <= _SAME_DAY and not late:
            return anchor.edtf
        days = max(1, -(-abs(count) // 24))
        other = counted(anchor, "day", -days if count < 0 else days)
        if other is None or anchor.day is None:
            return None
        return "/".join(sorted((other, anchor.day.isoformat())))


@dataclass(frozen=True, slots=True)
class SameDay:
    """Expressions like "that day", "that night", "the same morning": the day told of last, one with that part first."""

    part: PartOfDay | None = None

    def resolve(self, scene: Scene) -> Value:
        """Return that day; of publication where no other was told of."""
        anchor = scene.day(self.part)
        return Value(None, self.part) if anchor is None else Value(anchor.edtf, self.part, anchor.label)


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole calendar unit: "last week" (step -1), "this month" (0), "the following year" (1, from the text)."""

    unit: Unit
    step: int
    origin: Origin = "published"

    def resolve(self, scene: Scene) -> Value:
        """Return the unit's own value; weeks run from Monday to Sunday."""
        anchor = scene.origin(self.origin, self.unit)
        edtf = None if anchor is None else framed(anchor, self.unit, self.step)
        return UNKNOWN if anchor is None or edtf is None else Value(edtf, anchor=anchor.label)


@dataclass(frozen=True, slots=True)
class Weekend:
    """Expressions like "The weekend": the one under way or the last one, or the coming one where the tense says so.

    "This weekend" (`this`) is the one of the week of publication unless the tense is past.
    """

    this: bool = False

    def resolve(self, scene: Scene) -> Value:
        """Return saturday to Sunday."""
        anchor = scene.origin("published", "weekend")
        if anchor is None:
            return UNKNOWN
        under_way = anchor.first.weekday() >= 5 or scene.tense == "future" or (self.this and scene.tense != "past")
        edtf = framed(anchor, "weekend", 0 if under_way else -1)
        return UNKNOWN if edtf is None else Value(edtf, anchor=anchor.label)


@dataclass(frozen=True, slots=True)
class Window:
    """Expressions like "The past three days", "the next 48 hours": so many units back or ahead."""

    count: int | None
    unit: Unit

    def resolve(self, scene: Scene) -> Value:
        """Return an interval that ends (or begins) at publication."""
        anchor = scene.origin("published", self.unit)
        if anchor is None or self.count is None:
            return UNKNOWN
        unit, count = self.unit, self.count
        if unit == "hour":
            unit, count = "day", (1 if count > 0 else -1) * max(1, -(-abs(count) // 24))
        there, here = counted(anchor, unit, count), counted(anchor, unit, 0)
        if there is None or here is None:
            return UNKNOWN
        return Value("/".join((here, there) if count > 0 else (there, here)), anchor=anchor.label)


@dataclass(frozen=True, slots=True)
class Deadline(Window):
    """Expressions like "within 48 hours", which set a time only where the clause looks ahead: else a duration."""


@dataclass(frozen=True, slots=True)
class Streak:
    """Expressions like "For the third day in a row": so many days up to the one spoken of."""

    count: int

    def resolve(self, scene: Scene) -> Value:
        """Return the days up to the sentence's own day, else to publication."""
        anchor = next((mate.anchor for mate in scene.mates if mate.anchor.day), scene.origin("published", "day"))
        if anchor is None or anchor.day is None:
            return UNKNOWN
        first = calendar.moved(anchor.day, 1 - self.count)
        edtf = calendar.interval(first.isoformat(), anchor.day.isoformat()) if first else None
        return Value(edtf, anchor=anchor.label)
