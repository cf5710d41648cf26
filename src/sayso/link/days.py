"""EDTF times as spans of whole days, which is how linking compares them."""

from __future__ import annotations

from datetime import date

from sayso import edtf
from sayso.errors import BadValue
from sayso.link.telling import Days

_OPEN_DAYS = 3660  # ten years: how long a time with an open end is taken to last


def days(value: str) -> tuple[Days, ...]:
    """Return the days that an EDTF time may mean, or nothing where it cannot be understood."""
    try:
        edtf.check(value[:10] if "T" in value and "/" not in value else value)
    except BadValue:
        return ()
    start, _, end = value.partition("/")
    first, last = _bounds(start), _bounds(end or start)
    if first is None and last is None:
        return ()
    low = first[0] if first else (last or (0, 0))[0] - _OPEN_DAYS
    high = last[1] if last else low + _OPEN_DAYS
    return (Days(low, high, value),)


def _bounds(value: str) -> tuple[int, int] | None:
    """Return the first and the last ordinal day of a date; None for an open end."""
    if value in {"", ".."}:
        return None
    first, last = edtf.bounds(value[:10])
    return date(*first).toordinal(), date(*last).toordinal()


def apart(one: Days, other: Days) -> int:
    """Return how many days lie between two times; 0 where they share a day."""
    return max(0, one.first - other.last, other.first - one.last)
