"""What expressions made of other expressions mean: ranges, open intervals, nights between days, portions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sayso.records import PartOfDay
from sayso.times import edtf as calendar
from sayso.times.meanings import Dated, Meaning, Season
from sayso.times.relative import Weekday, counted
from sayso.times.scene import UNKNOWN, Anchor, Scene, Unit, Value, anchor_of


@dataclass(frozen=True, slots=True)
class Overnight:
    """Read "overnight", the night that ended on the day of publication, and "overnight into Tuesday"."""

    point: Meaning | None = None

    def resolve(self, scene: Scene) -> Value:
        """Return the day on which the night ended, or both days where the words name the second."""
        base = scene.published if self.point is None else _known(self.point.resolve(scene))
        if base is None or base.day is None or base.fineness < 3:
            return Value(None, "night")
        if self.point is None:
            return Value(base.day.isoformat(), "night", base.label)
        before = calendar.moved(base.day, -1)
        edtf = f"{before.isoformat()}/{base.day.isoformat()}" if before else None
        return Value(edtf, "night", base.label or None)


@dataclass(frozen=True, slots=True)
class Moved:
    """So many units from another expression ("two days after 16 January")."""

    point: Meaning
    count: int
    unit: Unit

    def resolve(self, scene: Scene) -> Value:
        """Return the moved date; None where the other is unknown or too coarse."""
        value = self.point.resolve(scene)
        anchor = _known(value)
        if anchor is None or anchor.fineness < {"day": 3, "week": 3, "month": 2}.get(self.unit, 1):
            return UNKNOWN
        return Value(counted(anchor, self.unit, self.count), anchor=value.anchor)


@dataclass(frozen=True, slots=True)
class OfYear:
    """A day, month or season of "this year", "last year" or "next year"."""

    point: Dated | Season
    years: Meaning

    def resolve(self, scene: Scene) -> Value:
        """Return the point in that year; None where the year is not known."""
        value = self.years.resolve(scene)
        if value.edtf is None:
            return UNKNOWN
        there = replace(self.point, year=int(value.edtf)).resolve(scene)
        return replace(there, anchor=value.anchor)


@dataclass(frozen=True, slots=True)
class Portion:
    """Expressions like "the first week of March": numbered days or months of a longer time."""

    whole: Meaning
    first: int
    last: int  # 0: to the end
    unit: Literal["day", "month"]

    def resolve(self, scene: Scene) -> Value:
        """Return the interval; days of a month, or months of a year."""
        value = self.whole.resolve(scene)
        anchor = _known(value)
        if anchor is None or anchor.fineness != (2 if self.unit == "day" else 1):
            return UNKNOWN
        start = anchor.first
        if self.unit == "month":
            ends = [calendar.month(start.year, of) for of in (self.first, self.last)]
        else:
            last = anchor.last.day
            numbers = (self.first, self.last) if self.first > 0 else (last + self.first + 1, last)
            ends = [(start + timedelta(days=number - 1)).isoformat() for number in numbers]
        return Value("/".join(ends), anchor=value.anchor)


@dataclass(frozen=True, slots=True)
class Opened:
    """Expressions like "(since) the beginning of the year": from the first day of a longer time on."""

    whole: Meaning

    def resolve(self, scene: Scene) -> Value:
        """Return an interval with an open end; None where the whole is not known."""
        value = self.whole.resolve(scene)
        anchor = _known(value)
        return UNKNOWN if anchor is None else Value(f"{anchor.first.isoformat()}/..", anchor=value.anchor)


@dataclass(frozen=True, slots=True)
class About:
    """Expressions like "Around 16 January": approximate."""

    point: Meaning

    def resolve(self, scene: Scene) -> Value:
        """Return the value with `~`; intervals have one at each end."""
        value = self.point.resolve(scene)
        if value.edtf is None or ".." in value.edtf:
            return value
        return replace(value, edtf="/".join(f"{end.rstrip('?~%')}~" for end in value.edtf.split("/")))


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another, both included."""

    first: Meaning
    last: Meaning
    part: PartOfDay | None = None

    def resolve(self, scene: Scene) -> Value:
        """Return the interval; the year is shared, and a weekday before the other is the nearest one to it."""
        last = self.last.resolve(scene)
        first = self._first(last).resolve(scene)
        ends = self._ordered(first, last, ahead=scene.tense == "future")
        if ends is None:
            return replace(UNKNOWN, part=self.part)
        edtf = calendar.interval(*ends)
        closed = calendar.cover(edtf) is not None or edtf.startswith("-")
        return Value(edtf if closed else None, self.part, last.anchor or first.anchor)

    def _first(self, last: Value) -> Meaning:
        end = _known(last)
        if not isinstance(self.first, Dated) or end is None or self.first.year is not None:
            return self.first
        shared = self.first.in_year(end.first.year)
        later = (shared.month, shared.day or 0) > (end.first.month, end.first.day)
        return replace(shared, year=end.first.year - 1) if later else shared

    def _ordered(self, first: Value, last: Value, ahead: bool) -> tuple[str, str] | None:
        if first.edtf is None or last.edtf is None or ".." in first.edtf + last.edtf:
            return None
        start, end = first.edtf.partition("/")[0], last.edtf.rpartition("/")[2]
        if start > end and isinstance(self.first, Weekday):
            move = 7 if ahead else -7
            moving = date.fromisoformat((end if ahead else start).rstrip("?~%"))
            there = calendar.moved(moving, move)
            if there is None:
                return None
            return (start, there.isoformat()) if ahead else (there.isoformat(), end)
        return start, end


def _known(value: Value) -> Anchor | None:
    if value.edtf is None:
        return None
    label = value.anchor or ""
    return anchor_of(value.edtf, label, value.part)
