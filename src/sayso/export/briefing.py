"""A dated digest of incidents for people who were not at the desk: quotations with their citations, and fixed phrases.

Nothing else stands in it: a piece with a span quotes a report to the letter, every other piece is a phrase of this
program, a name as the report's metadata has it, a date or a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.export.facts import facts
from sayso.export.masking import masked
from sayso.export.redactor import Redactor
from sayso.export.review import leaving, of_claim
from sayso.export.rows import said
from sayso.incidents import ClaimOf, Dispute, Stated
from sayso.outgoing import Case, Cited, Terms
from sayso.records import Claim
from sayso.wording import NOTICES, STATES, Part, sentence

HEADINGS = {"supports": "What is said to have happened", "denies": "What is denied"}
SCOPE = (
    "Every sentence gives what a report says, with the words as they stand there; none is a finding of this desk or of "
    "the program. Sentences and states are read by a machine; what a person has not reviewed is marked."
)
WITHHELD = " Words that could harm somebody are withheld; each such place is marked."
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; one that quotes a report says where: code points `start` to `end` of its text."""

    text: str
    report: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A report that is cited, by the number under which sentences refer to it."""

    number: int
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    sha256: str
    report: str
    reading: int
    address: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A claim as a sentence, the note that cites its report, where its content stands there, and its review."""

    pieces: tuple[Piece, ...]
    note: int
    at: tuple[tuple[int, int], ...]
    review: str


@dataclass(frozen=True, slots=True)
class Held:
    """One value of what is disputed, and who holds it, each with a note."""

    value: str
    by: tuple[tuple[tuple[Piece, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A fact on which claims differ: its name, the range where the values are numbers, and each value."""

    slot: str
    range: str
    values: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """What an outlet says about its own report, with the note that cites it."""

    kind: str
    piece: Piece
    note: int


@dataclass(frozen=True, slots=True)
class Digest:
    """One incident: when, where, in what state, told how often, the sentences by heading, and what goes with them."""

    id: str
    type: str | None
    time: str | None
    place: Piece | None
    country: str | None
    state: str
    tally: str
    left_out: str
    sections: tuple[tuple[str, tuple[Sentence, ...]], ...]
    differing: tuple[Differing, ...]
    notices: tuple[Repeated, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The digest: when it was made (UTC), for whom, and its incidents in the order given."""

    made: str
    profile: str
    scope: str
    incidents: tuple[Digest, ...]


def brief(cases: Iterable[Case], terms: Terms, redactor: Redactor, made: str) -> Briefing:
    """Make the digest of incidents; one of which no claim leaves is left out."""
    found = (_Digesting(case, terms, redactor) for case in cases)
    scope = SCOPE if terms.profile == "internal" else SCOPE + WITHHELD
    return Briefing(made, terms.profile, scope, tuple(one.digest() for one in found if leaving(one.case, terms)))


@dataclass(frozen=True, slots=True)
class _Digesting:
    """One incident while its digest is made, from the words as they stand: each piece is masked by itself."""

    case: Case
    terms: Terms
    redactor: Redactor

    def digest(self) -> Digest:
        incident, claims = self.case.incident, self._claims()
        found = facts(masked(self.case, self.redactor, self.terms.profile), self.terms)
        spot = found.place.place if found.place else None
        return Digest(
            id=incident.id,
            type=found.type,
            time=found.time,
            place=self._placed(),
            country=spot.country if spot else None,
            state=STATES[incident.state],
            tally=_tally(self.case),
            left_out=_left_out(self.case, claims),
            sections=tuple(self._sections(claims)),
            differing=tuple(self._differing(claims)),
            notices=tuple(self._notices(claims)),
            notes=tuple(self._note(number, report) for report, number in _numbered(claims).items()),
        )

    def _claims(self) -> list[Stated]:
        """Return the claims that are told: those for and against it, without those of mere copies."""
        copies = {report for origin in self.case.incident.origins for report in origin.copies}
        told = [one for one in leaving(self.case, self.terms) if one.stance in HEADINGS]
        return [one for one in told if one.report not in copies] or told

    def _placed(self) -> Piece | None:
        """Return the place in the words of the report, or for the public by the name of its district."""
        place = facts(self.case, self.terms).place
        if place is None:
            return None
        span = place.place.span
        if self.terms.profile == "public":
            wide = facts(masked(self.case, self.redactor, "public"), self.terms).place
            return Piece((wide.place.name or wide.place.span.text) if wide else "")
        return Piece(self.redactor.text(span.text), place.report, span.start, span.end)

    # ---- sentences ----

    def _sections(self, claims: Sequence[Stated]) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
        numbers = _numbered(claims)
        for stance, heading in HEADINGS.items():
            told = [self._sentence(one, numbers[one.report]) for one in claims if one.stance == stance]
            if told:
                yield heading, tuple(told)

    def _sentence(self, stated: Stated, number: int) -> Sentence:
        source, claim = said(stated, self.case)
        pieces = (self._piece(part, source) for part in sentence(claim, source.reading))
        at = tuple((span.start, span.end) for span in claim.content)
        return Sentence(tuple(pieces), number, at, of_claim(stated, self.case))

    def _piece(self, part: Part, source: Cited) -> Piece:
        if part.span is None:
            return Piece(self.redactor.text(part.text))
        cuts = self.redactor.cuts(source.reading.text.body)
        words = self.redactor.piece(part.text, part.span.start, cuts)
        return Piece(words, source.report.id, part.span.start, part.span.end)

    def _note(self, number: int, report: str) -> Note:
        source = self.case.sources[report]
        text, meta = source.reading.text, source.report.meta
        return Note(
            number=number,
            outlet=self._maybe(text.outlet),
            title=self._maybe(text.title.text if text.title else None),
            published=text.published,
            url=self.redactor.address(meta.url),
            sha256=source.report.sha256,
            report=source.report.id,
            reading=source.version.number,
            address=f"{self.terms.base}/d/{report}/v/{source.version.number}",
        )

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self.redactor.text(text)

    # ---- what goes with them ----

    def _differing(self, claims: Sequence[Stated]) -> Iterator[Differing]:
        notes = _numbered(claims)
        numbers = {(one.report, one.claim): notes[one.report] for one in claims}
        for dispute in self.case.incident.disputes:
            values = [
                Held(self.redactor.text(value.value), tuple(self._holders(value.claims, numbers)))
                for value in dispute.values
            ]
            held = [value for value in values if value.by]
            if len(held) > 1:
                yield Differing(dispute.slot, _range(dispute, held), tuple(held))

    def _holders(
        self, claims: Iterable[ClaimOf], numbers: dict[tuple[str, str], int]
    ) -> Iterator[tuple[tuple[Piece, ...], int]]:
        for one in claims:
            number = numbers.get((one.report, one.claim))
            if number is not None:
                source = self.case.sources[one.report]
                claim = next(claim for claim in source.reading.claims if claim.id == one.claim)
                yield tuple(self._holder(claim, source)), number

    def _holder(self, claim: Claim, source: Cited) -> Iterator[Piece]:
        label = claim.chain[0].label if claim.chain else None
        outlet = self._maybe(source.reading.text.outlet) or "outlet not known"
        if label:
            yield self._piece(Part(label.text, label, "source"), source)
            yield Piece(" in ")
        yield Piece(outlet)

    def _notices(self, claims: Sequence[Stated]) -> Iterator[Repeated]:
        for report, number in _numbered(claims).items():
            source = self.case.sources[report]
            for notice in source.reading.text.notices:
                piece = self._piece(Part(notice.span.text, notice.span, "notice"), source)
                yield Repeated(NOTICES[notice.kind], piece, number)


def _numbered(claims: Iterable[Stated]) -> dict[str, int]:
    """Return the number of each report, from 1, in the order in which they are cited."""
    return {report: number for number, report in enumerate(dict.fromkeys(one.report for one in claims), 1)}


def _tally(case: Case) -> str:
    reports, origins = len(case.incident.reports), sum(one.id != "unread" for one in case.incident.origins)
    return f"{_counted(reports, 'report')}, {_counted(origins, 'origin')}"


def _left_out(case: Case, told: Sequence[Stated]) -> str:
    """Say how many claims of the incident are not told here: those that mention it, copies, unreviewed ones."""
    count = len(case.incident.claims) - len(told)
    return f"{_counted(count, 'further claim')} of its reports not given here" if count else ""


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _range(dispute: Dispute, held: Sequence[Held]) -> str:
    """Return the lowest and the highest number that is held; "" where values are no numbers."""
    found = [int(number) for value in held for number in _NUMBER.findall(value.value)]
    if dispute.slot in {"place", "time", "perpetrator"} or not found:
        return ""
    return f"{min(found)} to {max(found)}" if min(found) < max(found) else str(min(found))
