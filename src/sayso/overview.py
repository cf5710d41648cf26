"""Overviews, joined: incidents and reports on a line of time, and incidents at their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from sayso.outline import Bar, Outline, Spot, Timeline, View
from sayso.store import Store

if TYPE_CHECKING:
    from sayso.link.linker import Linker

MOST_SPOTS = 2000
_Counted = tuple[int | None, int | None, int]
_DAYS, _WEEKS, _MONTHS = 62, 400, 2200  # days that are shown by day, by week, by month; more are shown by year
_ALL = View()


class Overview:
    """The part of a workspace that shows many incidents at once."""

    _store: Store

    def _linker(self) -> Linker:
        raise NotImplementedError

    def timeline(self, view: View = _ALL, offset: int = 0, limit: int = 50) -> Timeline:
        """Return when incidents are said to have happened, and when reports were published; raises BadValue.

        The days between the view's, or between the first and the last there are, are cut into days, weeks, months or
        years. What happened within one stretch is surely on it; what may have happened in several is perhaps on each.
        """
        self._linker().finish()
        outlines = self._store.outlines
        happened, published = outlines.happened(view), outlines.published(view)
        stretches = _stretches(*_window(view, (*happened, *published)))
        return Timeline(
            happened=_bars(stretches, happened),
            published=_bars(stretches, published),
            incidents=outlines.listed(view, offset, limit),
            total=outlines.count(view),
            undated=outlines.undated(view),
            unpublished=outlines.unpublished(),
        )

    def outlines(self, view: View = _ALL, offset: int = 0, limit: int = 50) -> tuple[Outline, ...]:
        """Return incidents at a glance, the latest first and those without a time last; raises BadValue."""
        self._linker().finish()
        return self._store.outlines.listed(view, offset, limit)

    def outline_count(self, view: View = _ALL) -> int:
        """Return how many incidents are shown; raises BadValue."""
        self._linker().finish()
        return self._store.outlines.count(view)

    def spots(self, view: View = _ALL, most: int = MOST_SPOTS, named: int = 0) -> tuple[Spot, ...]:
        """Return the places where incidents are put, those with the most first, each with so many of its latest.

        Raises BadValue.
        """
        self._linker().finish()
        return self._store.outlines.spots(view, most, named)

    def unplaced(self, view: View = _ALL) -> int:
        """Return how many incidents are at no known spot."""
        return self._store.outlines.unplaced(view)

    def kinds(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the types of the incidents there are, and the countries they are in."""
        return self._store.outlines.kinds()


# ---- stretches of days ----


def _window(view: View, counted: Iterable[_Counted]) -> tuple[int, int]:
    """Return the days that the line of time runs between; today's alone where nothing is known."""
    since, until = view.days
    days = [day for first, last, _ in counted for day in (first, last) if day]
    low = since or min(days, default=until or date.today().toordinal())
    high = until or max(days, default=low)
    return low, max(low, high)


def _stretches(first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Cut the days into whole days, weeks from Monday, months or years, by how many there are."""
    length = last - first + 1
    if length <= _DAYS:
        starts = list(range(first, last + 2))
    elif length <= _WEEKS:
        starts = list(range(first - (first - 1) % 7, last + 8, 7))
    else:
        starts = _calendar(first, last, months=length <= _MONTHS)
    return tuple((start, after - 1) for start, after in pairwise(starts))


def _calendar(first: int, last: int, *, months: bool) -> list[int]:
    """Return the first days of the months or years from the first day's on, and of the one after the last day's."""
    low, high = date.fromordinal(first), date.fromordinal(last)
    if months:
        numbers = range(low.year * 12 + low.month - 1, high.year * 12 + high.month + 1)
    else:
        numbers = range(low.year * 12, high.year * 12 + 13, 12)
    return [_month(number) for number in numbers]


def _month(number: int) -> int:
    """Return the ordinal of the first day of a month, counted from the year 0; the calendar ends with 9999."""
    year, month = divmod(number, 12)
    return date(year, month + 1, 1).toordinal() if year <= date.max.year else date.max.toordinal() + 1


def _bars(stretches: Sequence[tuple[int, int]], counted: Iterable[_Counted]) -> tuple[Bar, ...]:
    starts = [first for first, _ in stretches]
    sure, edges = [0] * len(stretches), [0] * (len(stretches) + 1)
    for first, last, number in counted:
        if first is not None and last is not None:
            low, high = (max(bisect_right(starts, day) - 1, 0) for day in (first, last))
            if low == high:
                sure[low] += number
            else:
                edges[low] += number
                edges[high + 1] -= number
    return tuple(Bar(*days, one, more) for days, one, more in zip(stretches, sure, accumulate(edges[:-1]), strict=True))
