"""EDTF times as the first and the last day that they may mean, and how precise that is on other people's scales."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso import edtf
from sayso.errors import BadValue


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day; one is None where a time is open at that end."""

    first: date | None = None
    last: date | None = None

    @property
    def length(self) -> int | None:
        """How many days it may be; None where an end is open or nothing is known."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


def days(value: str | None) -> Days:
    """Return the days of an EDTF time; nothing is known of one that cannot be understood."""
    try:
        told = edtf.check(value or "")
        start, _, end = told.partition("/")
        return Days(_day(start, 0), _day(end or start if "/" not in told else end, 1))
    except (BadValue, ValueError):
        return Days()


def _day(value: str, end: int) -> date | None:
    return None if value in {"", ".."} else date(*edtf.bounds(value)[end])


def acled_precision(found: Days) -> int | None:
    """Return ACLED's time_precision: 1 the day, 2 a week at most, 3 coarser."""
    if found.length is None:
        return 3 if found.first or found.last else None
    return 1 if found.length == 1 else 2 if found.length <= 7 else 3


def ucdp_precision(found: Days) -> int | None:
    """Return UCDP's date_prec: 1 the day, 2 two to six days, 3 a week, 4 a month at most, 5 longer."""
    if found.length is None:
        return 5 if found.first or found.last else None
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if found.length <= most), 5)
