"""A case as it may leave: every string in it without what is withheld, before any format sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from sayso.errors import StoreError
from sayso.export.places import generalised
from sayso.export.redactor import Cut, Redactor
from sayso.export.withheld import reading_of
from sayso.incidents import Dispute, Incident, Sighted, Stated
from sayso.outgoing import Case, Cited, Profile
from sayso.records import Meta, Place, Reading, Report, Text
from sayso.spans import Span

Record = TypeVar("Record")


def masked(case: Case, redactor: Redactor, profile: Profile) -> Case:
    """Return the case as it may leave under a profile; for the desk itself, as it is.

    Offsets stay those of the canonical text, which itself, with the names of files, is left out. Raises StoreError for
    a reading that the preview did not see.
    """
    if profile == "internal":
        return case
    for source in case.sources.values():
        if reading_of(source) not in redactor.readings:
            raise StoreError(
                f"Report {source.report.id} came in, or was read again, since what is withheld was listed.",
                "Look at the preview again, then export.",
            )
    mask = _Mask(case, redactor, public=profile == "public")
    sources = {id_: mask.source(source) for id_, source in case.sources.items()}
    return replace(case, incident=mask.incident(), sources=sources)


@dataclass(frozen=True, slots=True)
class _Mask:
    """What masks one case; `public` also makes places wide."""

    case: Case
    redactor: Redactor
    public: bool

    def incident(self) -> Incident:
        incident, each = self.case.incident, self._each
        return replace(
            incident,
            place=self._sighted(incident.place),
            claims=tuple(map(self._stated, incident.claims)),
            origins=tuple(replace(one, because=each(one.because)) for one in incident.origins),
            because=each(incident.because),
            joined=each(incident.joined),
            disputes=tuple(
                Dispute(one.slot, tuple(replace(value, value=self.redactor.text(value.value)) for value in one.values))
                for one in incident.disputes
            ),
            contradictions=tuple(replace(one, because=each(one.because)) for one in incident.contradictions),
        )

    def source(self, source: Cited) -> Cited:
        report = source.report
        return replace(source, report=self._report(report), reading=self._reading(source.reading, report.id))

    def _report(self, report: Report) -> Report:
        meta = report.meta
        told = Meta(self.redactor.address(meta.url), self._maybe(meta.outlet), meta.published, meta.timezone)
        return replace(report, name="", origin="", meta=told)

    def _reading(self, reading: Reading, report: str) -> Reading:
        cuts = self.redactor.cuts(reading.text.body)
        return replace(
            reading,
            text=self._text(reading.text, cuts),
            mentions=self._spans(reading.mentions, cuts),
            entities=tuple(replace(one, name=self.redactor.text(one.name)) for one in reading.entities),
            times=self._spans(reading.times, cuts),
            places=tuple(self._place(place, report) for place in reading.places),
            events=self._spans(reading.events, cuts),
            claims=self._spans(reading.claims, cuts),
            remarks=(),
        )

    def _text(self, text: Text, cuts: Sequence[Cut]) -> Text:
        bare = replace(text, body="", blocks=(), furniture=(), dates=(), byline=None)
        notices = (replace(self._spans(one, cuts), outlet=self._maybe(one.outlet)) for one in text.notices)
        return replace(
            bare, title=self._spans(text.title, cuts), outlet=self._maybe(text.outlet), notices=tuple(notices)
        )

    def _stated(self, stated: Stated) -> Stated:
        content = tuple(map(self._span, stated.content))
        return replace(stated, file="", sentence=self.redactor.text(stated.sentence), content=content)

    def _sighted(self, sighted: Sighted | None) -> Sighted | None:
        return replace(sighted, place=self._place(sighted.place, sighted.report)) if sighted else None

    def _place(self, place: Place, report: str) -> Place:
        if self.public:
            place = generalised(place, self.case.districts.get((report, place.id)))
        return replace(
            place,
            span=self._span(place.span),
            name=self._maybe(place.name),
            admin1=self._maybe(place.admin1),
            because=self._each(place.because),
            runners_up=(),
        )

    def _span(self, span: Span) -> Span:
        return Span(span.start, span.end, self.redactor.text(span.text))

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self.redactor.text(text)

    def _each(self, sentences: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(self.redactor.text, sentences))

    def _spans(self, value: Record, cuts: Sequence[Cut]) -> Record:
        """Return a record, or several, with every span in it masked as its place in the text demands."""
        if isinstance(value, Span):
            return replace(value, text=self.redactor.piece(value.text, value.start, cuts))
        if isinstance(value, tuple):
            return tuple(self._spans(one, cuts) for one in value)  # type: ignore[return-value]
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: self._spans(getattr(value, one.name), cuts) for one in fields(value)})
        return value
