"""Dates as EDTF (ISO 8601-2), level 1 without years beyond four digits: checked against the calendar."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

from sayso.errors import BadValue

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[?~%]?"
)
_OPEN = ("", "..")
_SEASONS = range(21, 25)
_CURE = (
    "Give an EDTF date: 2024, 2024-01, 2024-01-16, a range such as 2024-01-14/2024-01-16, "
    "with ~ (about), ? (unsure) or % (both) at the end if needed."
)

Day = tuple[int, int, int]


def check(value: str) -> str:
    """Return `value` if it is an EDTF date or interval; of an ISO date-time, its date part as written.

    The time of day and its offset are left out unconverted, so that a date printed at the outlet stays the outlet's.
    Raises BadValue for anything else: 30 February, a reversed interval, another notation.
    """
    if len(value) > 10 and value[10] in "T ":
        return _date_part(value)
    try:
        if "/" in value:
            _interval(value)
        else:
            bounds(value)
    except ValueError as error:
        raise BadValue(f"{value[:60]!r} is not a date that can be used: {error}.", _CURE) from None
    return value


def _date_part(value: str) -> str:
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        raise BadValue(f"{value[:60]!r} is not a date and time.", _CURE) from None


def _interval(value: str) -> None:
    start, _, end = value.partition("/")
    if start in _OPEN and end in _OPEN:
        raise ValueError("both ends of the range are open")
    first = bounds(start)[0] if start not in _OPEN else None
    last = bounds(end)[1] if end not in _OPEN else None
    if first and last and first > last:
        raise ValueError("the range ends before it begins")


def ordinals(value: str) -> tuple[int | None, int | None]:
    """Return the ordinals of the first and the last day that a date or an interval may mean; None for an open end.

    Times of day are passed over. Raises BadValue for what is no EDTF.
    """
    start, slash, end = value.partition("/")
    halves = [half.partition("T")[0] for half in ((start, end) if slash else (start,))]
    check("/".join(halves))
    if any(half.startswith("0000") for half in halves):
        raise BadValue(f"{value[:60]!r} is in a year that no calendar here counts.", _CURE)
    first = None if halves[0] in _OPEN else date(*bounds(halves[0])[0]).toordinal()
    last = None if halves[-1] in _OPEN else date(*bounds(halves[-1])[1]).toordinal()
    return first, last


def bounds(value: str) -> tuple[Day, Day]:
    """Return the first and the last day that one date may mean, as (year, month, day).

    Raises ValueError with the reason in words.
    """
    match = _DATE.fullmatch(value)
    if match is None:
        raise ValueError("it is not written as EDTF")
    year, month, day = match["year"], match["month"], match["day"]
    if ("X" in year and month) or (month == "XX" and day not in {None, "XX"}):
        raise ValueError("only the last parts of a date can be left open with X")
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    months = _months(month, day)
    days = _days(high, months[1], day)
    return (low, months[0], days[0]), (high, months[1], days[1])


def _months(month: str | None, day: str | None) -> tuple[int, int]:
    if month in {None, "XX"}:
        return 1, 12
    number = int(month or 0)
    if number in _SEASONS and day is None:
        return 1, 12  # which months a season means depends on the hemisphere
    if not 1 <= number <= 12:
        raise ValueError(f"there is no month {month}")
    return number, number


def _days(year: int, month: int, day: str | None) -> tuple[int, int]:
    last = 29 if month == 2 and calendar.isleap(year) else (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month]
    if day in {None, "XX"}:
        return 1, last
    number = int(day or 0)
    if not 1 <= number <= last:
        raise ValueError(f"the month has no day {day}")
    return number, number
