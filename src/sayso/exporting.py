"""What leaves a workspace, joined: incidents with their readings, what persons accepted, the districts of places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.contract import plain
from sayso.errors import NotFound
from sayso.incidents import Incident
from sayso.judging import Judging
from sayso.link import applying
from sayso.outgoing import ALL, USUAL, BriefingFormat, Case, Cited, District, Format, Item, Preview, Selection, Terms
from sayso.outline import View
from sayso.overview import Overview
from sayso.records import Place
from sayso.searching import Searching
from sayso.store import now
from sayso.store.judgements import report_subject

if TYPE_CHECKING:
    from sayso.export import Described, Redactor
    from sayso.places import Entry, Gazetteer

_AT_ONCE = 100  # incidents that are held in memory at a time


class Exporting(Judging, Searching, Overview):
    """The part of a workspace that gives to others; the rest of it gives the incidents."""

    def export(
        self,
        format: Format,  # noqa: A002
        selection: Selection = ALL,
        terms: Terms = USUAL,
        preview: Preview | None = None,
    ) -> Iterator[bytes]:
        """Give the incidents of a selection in a format, piece by piece, and nothing that the terms withhold.

        `preview` is what `redactions` gives of the same, where that is at hand. Raises NotFound for an incident that is
        not there, BadValue for a filter that cannot be used, StoreError where reports came in since the preview, and
        MissingPackage for Parquet without pyarrow; each with the first piece or later.
        """
        from sayso import export  # noqa: PLC0415  (`list` and `show` have no need of it)

        redactor = self._redactor(selection, terms, preview)
        some = (case for case in self._cases(selection) if export.leaving(case, terms))  # of others the list is silent
        cases = (export.masked(case, redactor, terms.profile) for case in some)
        yield from export.written(format, cases, terms, now())

    def redactions(self, selection: Selection = ALL, terms: Terms = USUAL) -> Preview:
        """Say what such an export comes to: how much leaves, what is withheld, and why; raises as it does."""
        from sayso import export  # noqa: PLC0415

        return export.preview(self._cases(selection), terms)

    def brief(self, selection: Selection = ALL, terms: Terms = USUAL, format: BriefingFormat = "markdown") -> str:  # noqa: A002
        """Return a dated digest of the incidents of a selection; raises NotFound."""
        from sayso import export  # noqa: PLC0415
        from sayso.export import markdown, printing  # noqa: PLC0415

        redactor = self._redactor(selection, terms)
        digest = export.brief(self._cases(selection), terms, redactor, now())
        if format == "json":
            return json.dumps({"schema": "sayso/briefing/1", **plain(digest)}, ensure_ascii=False, indent=2) + "\n"
        return printing.render(digest) if format == "html" else markdown.render(digest)

    def _redactor(self, selection: Selection, terms: Terms, preview: Preview | None = None) -> Redactor:
        from sayso.export import Redactor  # noqa: PLC0415

        if terms.profile == "internal":
            return Redactor()
        found = preview or self.redactions(selection, terms)
        return Redactor(found.withheld, found.readings)

    def accepted(self, reports: Iterable[str]) -> frozenset[Item]:
        """Return the claims and events of these reports, by their ids, that a person accepted and nobody rejected."""
        subjects = [report_subject(self._store.report(report).sha256) for report in reports]
        rulings = self._store.judgements.under(subjects) if subjects else ()
        outcome = self._outcome(rulings) if rulings else applying.Outcome()
        return frozenset((ref.report, ref.claim) for ref in applying.accepted(outcome.applied))

    # ---- which ----

    def _cases(self, selection: Selection) -> Iterator[Case]:
        for incident in self._chosen(selection):
            reports = dict.fromkeys(one.report for one in incident.claims)
            sources = {report: self._cited(report) for report in reports}
            yield Case(incident, sources, self.accepted(reports), dict(self._districts(sources.values())))

    def _chosen(self, selection: Selection) -> Iterator[Incident]:
        if selection.incidents:
            named = map(self.incident, selection.incidents)
            yield from {incident.id: incident for incident in named}.values()
            return
        found = self._searched(selection)
        shown = (one for one in self._shown(selection.view) if found is None or one in found)
        end = None if selection.limit is None else selection.offset + selection.limit
        yield from map(self.incident, islice(shown, selection.offset, end))

    def _shown(self, view: View) -> Iterator[str]:
        offset = 0
        while page := self.outlines(view, offset, _AT_ONCE):
            yield from (one.id for one in page)
            offset += len(page)

    def _searched(self, selection: Selection) -> frozenset[str] | None:
        """Return the incidents of the reports that a search finds; None where nothing is searched for."""
        if not (selection.words.strip() or selection.filters.given):
            return None
        self._linker().finish()
        return self._told_of(selection.words, selection.filters)

    def _cited(self, id: str) -> Cited:  # noqa: A002
        report = self._store.report(id)
        version, reading = self._store.reading(id)
        digest = sha256(reading.text.body.encode("utf-8", "surrogatepass")).hexdigest()
        return Cited(report, version, self.corrected(report, reading), digest)

    # ---- where ----

    @cached_property
    def _finder(self) -> Callable[[Place], District | None]:
        from sayso.places.opened import opened  # noqa: PLC0415

        return Districts(opened(self.settings.gazetteer_folder)).of

    def _districts(self, sources: Iterable[Cited]) -> Iterator[tuple[Item, District]]:
        for source in sources:
            for place in source.reading.places:
                found = self._finder(place)
                if found:
                    yield (source.report.id, place.id), found


def formats() -> dict[Format, Described]:
    """Return the formats of an export, by name: what each is, and what it loses."""
    from sayso.export import FORMATS  # noqa: PLC0415

    return dict(FORMATS)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the lines of the format jsonl."""
    from sayso.export import schema  # noqa: PLC0415

    return schema()


class Districts:
    """Finds the second-level area in which a place lies, else the first-level one, else its country."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[tuple[object, ...], District | None] = {}

    def of(self, place: Place) -> District | None:
        """Return the district of a place; None where nobody knows in which country it lies."""
        key = (place.geonames, place.country, place.admin1)
        if key not in self._known:
            self._known[key] = self._found(place)
        return self._known[key]

    def _found(self, place: Place) -> District | None:
        entry = self._entry(place.geonames)
        if entry and entry.feature.startswith("A"):
            return _district(entry, itself=True)
        country = entry.country if entry else place.country
        admin1 = entry.admin1 if entry else place.admin1
        for name, feature in ((entry.admin2 if entry else None, "A.ADM2"), (admin1, "A.ADM1")):
            area = self._area(name, feature, country, admin1) if name and country else None
            if area:
                return _district(area)
        return self._country(country)

    def _entry(self, geonames: int | None) -> Entry | None:
        try:
            return self._gazetteer.entry(geonames) if geonames else None
        except NotFound:
            return None

    def _area(self, name: str, feature: str, country: str, admin1: str | None) -> Entry | None:
        alike = [one for one in self._gazetteer.lookup(name) if one.feature == feature and one.country == country]
        return next((one for one in alike if admin1 is None or one.admin1 == admin1), None)

    def _country(self, code: str | None) -> District | None:
        try:
            return _district(self._gazetteer.country(code)) if code else None
        except NotFound:
            return None


def _district(entry: Entry, *, itself: bool = False) -> District:
    second = entry.admin2 if entry.feature.startswith("A.ADM2") else None
    return District(
        entry.name, entry.country, entry.admin1, second, entry.lat, entry.lon, entry.radius_m, itself=itself
    )
