"""Which incidents are handed on, and on which terms: an address carries the very choice of the page it was made on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlencode

from fastapi import Depends, Request

from sayso.errors import BadValue
from sayso.outgoing import Profile, Selection, Terms
from sayso.outline import View, view
from sayso.search import Filters, filters
from sayso.web.pages import PAGE_LENGTH
from sayso.web.sources import REPORTS
from sayso.workspace import Workspace

PROFILES: tuple[Profile, ...] = get_args(Profile)
AT_ONCE = 25  # incidents that are looked through without being asked to
EVERY = "all"
Of = Literal["incidents", "reports", "search", "source"]
_LONGEST = 500
_MOST_NAMED = 500
_VIEW = tuple(View.__dataclass_fields__)
_FILTERS = tuple(Filters.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a page showed: incidents by name, those of a report, or those of a page of what `of` says.

    That is a list of incidents, of reports with some words, of what a search found, or the record of a source. `every`
    asks for all of it, not for the page alone.
    """

    named: tuple[str, ...] = ()
    report: str = ""
    of: Of = "incidents"
    words: str = ""
    view: View = View()  # noqa: RUF009  (frozen)
    filters: Filters = Filters()  # noqa: RUF009
    page: int = 1
    every: bool = False

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The fields of an address that asks for the same, but for how many."""
        return tuple((name, value) for name, value in self._pairs() if value)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        yield from (("incident", one) for one in self.named)
        yield "report", self.report
        yield "of", "" if self.of == "incidents" else self.of
        yield "q", self.words
        yield from (self.view.given if self.of == "incidents" else self.filters.given).items()
        yield "page", str(self.page) if self.page > 1 else ""

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """What was filtered by, name by name, for a person to read."""
        filtered = self.view.given if self.of == "incidents" else self.filters.given
        return (*((("q", self.words),) if self.words else ()), *filtered.items())


def chosen_of(request: Request) -> Chosen:
    """Read which incidents an address asks for; raises BadValue."""
    asked = request.query_params
    values = {name: value[:_LONGEST].strip() for name, value in asked.items()}
    number = values.get("page", "1")
    if not (number.isascii() and number.isdecimal() and 1 <= int(number[:8]) <= 1_000_000):
        raise BadValue(f"{number[:20]!r} is no page.", "Pages are whole numbers from 1 on.")
    of: Of = one_of(values.get("of") or "incidents", Of)
    shown = {name: values[name] for name in _VIEW if name in values}
    shown |= {"type": values["kind"]} if values.get("kind") else {}
    return Chosen(
        named=tuple(dict.fromkeys(one[:_LONGEST] for one in asked.getlist("incident")))[:_MOST_NAMED],
        report=values.get("report", ""),
        of=of,
        words=values.get("q", ""),
        view=view(shown) if of == "incidents" else View(),
        filters=Filters()
        if of == "incidents"
        else filters({name: values[name] for name in _FILTERS if name in values}),
        page=int(number),
        every=values.get("many") == EVERY,
    )


ChosenOf = Annotated[Chosen, Depends(chosen_of)]


@dataclass(frozen=True, slots=True)
class Picked:
    """The incidents that were chosen: `selection` is None where there are none.

    `count` is how many they are, None where they are all of a search, which nobody has counted; `total` is how many
    the view shows in all, 0 where `every` would choose no others.
    """

    selection: Selection | None
    count: int | None
    total: int = 0


def picked(workspace: Workspace, chosen: Chosen) -> Picked:
    """Find what was chosen; raises NotFound and BadValue."""
    if chosen.named:
        return Picked(Selection(chosen.named), len(chosen.named))
    if chosen.report:
        return _of_reports(workspace, [workspace.report(chosen.report).id])
    if chosen.of == "incidents":
        return _of_view(workspace, chosen)
    if chosen.every:
        return Picked(Selection(words=chosen.words, filters=chosen.filters), None, 1)
    found = _of_reports(workspace, _reports(workspace, chosen))
    return replace(found, total=1)


def _reports(workspace: Workspace, chosen: Chosen) -> list[str]:
    """Return the reports on the page of a list, of a search or of the record of a source."""
    if chosen.of == "search":
        results = workspace.search(chosen.words, chosen.filters, chosen.page)
        return [one.listed.report.id for one in results.found]
    if chosen.of == "source":
        record = workspace.source(chosen.filters.source, (chosen.page - 1) * REPORTS, REPORTS)
        return sorted({one.report for one in (*record.said, *record.relayed)})
    listed = workspace.reports(chosen.words, (chosen.page - 1) * PAGE_LENGTH, PAGE_LENGTH)
    return [one.report.id for one in listed]


def _of_reports(workspace: Workspace, reports: list[str]) -> Picked:
    names = tuple(one.id for one in workspace.incidents_of(reports)) if reports else ()
    return Picked(Selection(names) if names else None, len(names))


def _of_view(workspace: Workspace, chosen: Chosen) -> Picked:
    total = workspace.outline_count(chosen.view)
    if chosen.every:
        return Picked(Selection(view=chosen.view) if total else None, total, total)
    offset = (chosen.page - 1) * PAGE_LENGTH
    count = max(0, min(PAGE_LENGTH, total - offset))
    return Picked(Selection(view=chosen.view, offset=offset, limit=PAGE_LENGTH) if count else None, count, total)


def terms_of(request: Request) -> Terms:
    """Read on which terms it is handed on: by default for this desk; raises BadValue."""
    asked = request.query_params
    profile = one_of(asked.get("profile") or "internal", Profile)
    on = {name: bool(asked.get(name)) for name in ("unreviewed", "hxl", "areas")}
    return Terms(profile, **on, base=str(request.base_url).rstrip("/"))


def brief_terms_of(request: Request) -> Terms:
    """Read on which terms a digest is made: what nobody reviewed stands in it, marked, unless an address says no."""
    return replace(terms_of(request), unreviewed=not request.query_params.get("reviewed"))


TermsOf = Annotated[Terms, Depends(terms_of)]
BriefTermsOf = Annotated[Terms, Depends(brief_terms_of)]


def one_of(value: str, choices: object) -> Any:
    """Return a value that is one of a Literal's; raises BadValue with those that there are."""
    if value not in get_args(choices):
        raise BadValue(f"{value[:60]!r} cannot be chosen.", f"Choose one of {', '.join(get_args(choices))}.")
    return value


def query(*pairs: tuple[str, str]) -> str:
    """Return fields as the query of an address, those left empty passed over."""
    return urlencode([(name, value) for name, value in pairs if value])
