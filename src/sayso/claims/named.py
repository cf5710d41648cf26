"""Which names in a text are of those who can act, and which are of places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records import Mention, Place
from sayso.spans import Span

_ACTING = frozenset({"person", "organisation", "armed_group", "nationality"})


@dataclass(frozen=True, slots=True)
class Named:
    """The names of those who act, countries among them, of places that are none, and of countries, each in order."""

    parties: tuple[Span, ...] = ()
    sites: tuple[Span, ...] = ()
    countries: tuple[Span, ...] = ()

    def is_party(self, start: int, end: int) -> bool:
        """Whether somebody who can act is named between two offsets."""
        return _touches(self.parties, start, end)

    def is_site(self, start: int, end: int) -> bool:
        """Whether a place that is no country is named between two offsets."""
        return _touches(self.sites, start, end)

    def is_country(self, start: int, end: int) -> bool:
        """Whether a country is named between two offsets."""
        return _touches(self.countries, start, end)


def named(mentions: Iterable[Mention], places: Iterable[Place]) -> Named:
    """Sort the names of a text: a country acts, a town does not."""
    countries: list[Span] = []
    sites: list[Span] = []
    for place in places:
        (countries if place.country and place.admin1 is None and place.geonames else sites).append(place.span)
    acting = [one.span for one in mentions if one.type in _ACTING]
    return Named(tuple(sorted([*acting, *countries])), tuple(sorted(sites)), tuple(sorted(countries)))


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of some spans, in order, shares a code point with a stretch; the last few tell: names are short."""
    last = bisect_right(spans, end - 1, key=lambda one: one.start)
    return any(one.end > start for one in spans[max(0, last - 4) : last])
