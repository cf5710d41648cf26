"""How precisely a time or a place is known, as ACLED codes it: 1 is the finest, 3 the coarsest.

Source: ACLED, Codebook: TIME_PRECISION (1 the day, 2 the week, 3 the month) and GEO_PRECISION (1 the town or spot, 2 a
small part of a region, 3 the region or more).
"""

from __future__ import annotations

from datetime import MAXYEAR, date
from typing import Literal

from sayso import edtf

Code = Literal[1, 2, 3]

SPOT_M, DISTRICT_M = 20_000, 75_000  # radii up to which a place is a spot, or a district
_WEEK = 7  # days
_ABOUT = ("~", "%", "?")


def of_radius(metres: int) -> Code:
    """Return the code of a place from its radius: 1 up to 20 km, 2 up to 75 km, else 3."""
    return 1 if metres <= SPOT_M else 2 if metres <= DISTRICT_M else 3


def of_time(value: str) -> Code:
    """Return the code of an EDTF date or interval from the days it covers: 1 for one day, 2 up to a week, else 3.

    A day that is only about right or unsure (`~`, `?`, `%`) is a 2, what has an open end a 3. A value that is no EDTF
    is a 3 as well: nothing can be said for it.
    """
    days = _days(value)
    if days is None or days > _WEEK:
        return 3
    return 2 if days > 1 or any(mark in value for mark in _ABOUT) else 1


def _days(value: str) -> int | None:
    """Count the days from the first to the last that a value may mean; None where that cannot be counted.

    Times of day are passed over.
    """
    first, slash, last = (part.partition("T")[0] for part in value.partition("/"))
    try:
        ends = edtf.bounds(first)[0], edtf.bounds(last if slash else first)[1]
    except ValueError:
        return None
    if not all(1 <= end[0] <= MAXYEAR for end in ends):
        return None
    return max(1, (date(*ends[1]) - date(*ends[0])).days + 1)
