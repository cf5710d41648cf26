"""Calendar values written as EDTF (ISO 8601-2, levels 0 and 1), and the days they cover."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

_ONE = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[?~%]?")
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


def year(number: int) -> str:
    """Return a calendar year; 0 and below are years before the common era (0 is 1 BC)."""
    return f"-{-number:04d}" if number < 0 else f"{number:04d}"


def month(number: int, of: int) -> str:
    """Return month `of` (1-12) of a year."""
    return f"{year(number)}-{of:02d}"


def day(number: int, of: int, day_number: int) -> str | None:
    """Return a day, or None where the calendar has no such day."""
    if not MINYEAR <= number <= MAXYEAR or not 1 <= day_number <= monthrange(number, of)[1]:
        return None
    return date(number, of, day_number).isoformat()


def season(number: int, code: int) -> str:
    """Return the months of season 21-24 of a year, northern, winter named by the year it begins in."""
    start = _SEASON_STARTS[code]
    last = month(number + 1, 2) if start == 12 else month(number, start + 2)
    return f"{month(number, start)}/{last}"


def interval(first: str, last: str) -> str:
    """Return a closed interval; two equal ends are one value."""
    return first if first == last else f"{first}/{last}"


def moved(start: date, days: int) -> date | None:
    """Return `start` moved by a number of days, or None beyond the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def moved_month(number: int, of: int, months: int) -> str | None:
    """Return year and month moved by a number of months, or None beyond the calendar."""
    count = number * 12 + of - 1 + months
    return month(count // 12, count % 12 + 1) if MINYEAR <= count // 12 <= MAXYEAR else None


def last_day(number: int, of: int) -> date:
    """Return the last day of a month."""
    return date(number, of, monthrange(number, of)[1])


def cover(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day that a value covers; None for open intervals, years BC and what is no EDTF."""
    first, slash, last = edtf.partition("/")
    ends = (_one(first), _one(last) if slash else _one(first))
    if ends[0] is None or ends[1] is None or ends[0][0] > ends[1][1]:
        return None
    return ends[0][0], ends[1][1]


def _one(edtf: str) -> tuple[date, date] | None:
    hit = _ONE.fullmatch(edtf)
    if hit is None:
        return None
    first, last = int(hit[1].replace("X", "0")), int(hit[1].replace("X", "9"))
    if first < MINYEAR or (first != last and hit[2]):
        return None
    if hit[2] in (None, "XX"):
        return date(first, 1, 1), date(last, 12, 31)
    if int(hit[2]) in _SEASON_STARTS and hit[3] is None:
        return _season(first, int(hit[2]))
    return _in_month(first, int(hit[2]), hit[3])


def _in_month(number: int, of: int, day_number: str | None) -> tuple[date, date] | None:
    if not 1 <= of <= 12:
        return None
    if day_number in (None, "XX"):
        return date(number, of, 1), last_day(number, of)
    exact = day(number, of, int(day_number or 0))
    return (date.fromisoformat(exact), date.fromisoformat(exact)) if exact else None


def _season(number: int, season: int) -> tuple[date, date] | None:
    start = _SEASON_STARTS[season]
    if start == 12:
        return (date(number, 12, 1), last_day(number + 1, 2)) if number < MAXYEAR else None
    return date(number, start, 1), last_day(number, start + 2)
