"""The line of time: when things are said to have happened, and when they were reported, as bars and as a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from sayso.incidents import State
from sayso.outline import Bar, Outline, Timeline, View, day, stretch, timeline_to_json, view
from sayso.web.pages import PAGE_LENGTH, is_exercise
from sayso.web.site import Site, site_of

router = APIRouter()
SiteOf = Annotated[Site, Depends(site_of)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]
STATES: tuple[State, ...] = get_args(State)
_FIELDS = tuple(View.__dataclass_fields__)
_WIDTH, _HEIGHT = 1000, 120  # units of the drawing
_LONGEST = 200
_FIRST_REPORT = re.compile(r"i-([0-9a-f]{16}):")


def view_of(request: Request) -> View:
    """Read which incidents an address asks for; raises BadValue."""
    return view({name: request.query_params.get(name, "")[:_LONGEST].strip() for name in _FIELDS})


ViewOf = Annotated[View, Depends(view_of)]


def query(shown: View, **changed: object) -> str:
    """Return a view as the query of an address, with other values where they are given."""
    values: dict[str, object] = {**shown.given, **changed}
    return urlencode({name: value for name, value in values.items() if value})


@dataclass(frozen=True, slots=True)
class Column:
    """A bar as it is drawn: its place and heights in units of the drawing, what it counts, and where it leads."""

    x: float
    width: float
    sure: float
    perhaps: float
    bar: Bar
    edtf: str
    query: str

    @property
    def count(self) -> int:
        """How many things there are, or may be."""
        return self.bar.sure + self.bar.perhaps


@dataclass(frozen=True, slots=True)
class Strip:
    """Where an incident lies on the line: the range of days it may have happened on, and those of its reports."""

    outline: Outline
    happened: tuple[float, float] | None
    reported: tuple[float, float] | None

    @property
    def came(self) -> str | None:
        """The days on which its reports were published, as EDTF; None where they are not known."""
        return stretch(*self.outline.reported) if self.outline.reported else None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What the page shows; `happened` and `published` are drawn to one scale of days, each to its own of counts."""

    view: View
    line: Timeline
    happened: tuple[Column, ...]
    published: tuple[Column, ...]
    strips: tuple[Strip, ...]
    number: int
    kinds: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]

    exercise: bool

    @property
    def first(self) -> str:
        """The first day drawn."""
        return day(self.line.happened[0].first) or ""

    @property
    def last(self) -> str:
        """The last day drawn."""
        return day(self.line.happened[-1].last) or ""

    @property
    def more(self) -> bool:
        """Whether another page of the list follows."""
        return self.number * PAGE_LENGTH < self.line.total

    def query(self, **changed: object) -> str:
        """Return the view as the query of an address, with other values where they are given."""
        return query(self.view, **changed)

    def moved(self, by: int) -> str:
        """Return the query of the stretch of the same length before (-1) or after (1) this one."""
        first, last = self.line.happened[0].first, self.line.happened[-1].last
        length = last - first + 1
        return query(self.view, since=day(max(first + by * length, 1)), until=day(max(last + by * length, 1)))


def timeline_page(site: Site, shown: View, number: int) -> TimelinePage:
    """Lay the line of time out for the page; raises BadValue."""
    line = site.workspace.timeline(shown, (number - 1) * PAGE_LENGTH, PAGE_LENGTH)
    first, last = line.happened[0].first, line.happened[-1].last + 1
    kinds, countries = choices(site)
    return TimelinePage(
        view=shown,
        line=line,
        happened=tuple(_columns(line.happened, shown)),
        published=tuple(_columns(line.published, shown)),
        strips=tuple(_strip(one, first, last) for one in line.incidents),
        number=number,
        kinds=kinds,
        countries=countries,
        exercise=told_by_samples(site, (one.id for one in line.incidents)),
    )


def told_by_samples(site: Site, incidents: Iterable[str]) -> bool:
    """Whether a bundled sample is the first to tell of one of these, by which an incident is called."""
    found = map(_FIRST_REPORT.match, incidents)
    return any(is_exercise(site.workspace.report(match[1])) for match in found if match)


def choices(site: Site) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the types of the incidents there are, and the countries they are in, by code and by name."""
    kinds, codes = site.workspace.kinds()
    return kinds, tuple(sorted(((code, site.country(code)) for code in codes), key=lambda one: one[1]))


def _columns(bars: Sequence[Bar], shown: View) -> Iterator[Column]:
    width = _WIDTH / len(bars)
    most = max((bar.sure + bar.perhaps for bar in bars), default=0) or 1
    narrower = replace(shown, undated=False)
    for number, bar in enumerate(bars):
        yield Column(
            x=round(number * width, 2),
            width=round(max(width * 0.86, 1), 2),
            sure=_tall(bar.sure, most),
            perhaps=_tall(bar.perhaps, most),
            bar=bar,
            edtf=stretch(bar.first, bar.last),
            query=query(narrower, since=day(bar.first), until=day(bar.last)),
        )


def _tall(count: int, most: int) -> float:
    """Return a bar's height: in proportion, but never too low to be seen."""
    return round(max(count / most * _HEIGHT, 3), 1) if count else 0


def _strip(one: Outline, first: int, last: int) -> Strip:
    return Strip(one, _range((one.first, one.last), first, last), _range(one.reported, first, last))


def _range(days: tuple[int | None, int | None] | None, first: int, last: int) -> tuple[float, float] | None:
    """Return where a range of days begins and how wide it is, cut off at the ends of the line; None if it is off it."""
    if days is None or days[0] is None or days[1] is None:
        return None
    start, end = max(days[0], first), min(days[1] + 1, last)
    scale = _WIDTH / (last - first)
    return (round((start - first) * scale, 1), round(max((end - start) * scale, 6), 1)) if start < end else None


@router.get("/timeline.json", summary="When incidents are said to have happened, in the shape sayso/timeline/1")
def timeline_as_json(site: SiteOf, shown: ViewOf, page: Page = 1) -> dict[str, Any]:
    """Give the same bars and the same page of the list as data."""
    return timeline_to_json(site.workspace.timeline(shown, (page - 1) * PAGE_LENGTH, PAGE_LENGTH), shown)


@router.get("/timeline", include_in_schema=False)
def timeline(request: Request, site: SiteOf, shown: ViewOf, page: Page = 1) -> Response:
    """Show when incidents are said to have happened, and when reports were published."""
    return site.page(request, "timeline.html", page=timeline_page(site, shown, page), states=STATES)
