"""What may not leave under a profile, found in the incidents themselves: the preview of an export."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from sayso.export.addresses import Telling
from sayso.export.countries import country
from sayso.export.days import days
from sayso.export.facts import facts
from sayso.export.persons import Person, names, persons
from sayso.export.places import is_coarse
from sayso.export.privacy import each, is_generic, words
from sayso.export.redactor import folded
from sayso.export.review import leaving
from sayso.outgoing import Case, Cited, Preview, Redaction, Terms, Where, Withheld
from sayso.records import Reading
from sayso.spans import Span

INSTEAD: dict[Withheld, str] = {
    "name": "[name withheld]",
    "source": "[description withheld]",
    "place": "[place withheld]",
    "address": "[address withheld]",
}
BECAUSE: dict[Withheld, str] = {
    "name": "A person is named, and no report gives that person an office.",
    "source": "The words describe a source that the report does not name.",
    "place": "The place is closer than the district.",
    "address": "The address holds words that are withheld.",
}
_SHORTEST = 3  # letters of a part of a name that is withheld by itself
_FIRST = re.compile(r"^\W*(?:an?|the|one|another|some|its|his|her|their|our)\s+", re.IGNORECASE)
_NUMBERS = (
    "an? one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty eighty "
    "hundred few several couple dozen"
)
_DISTANCE = re.compile(
    rf"\b(?:\d[\d.,]*[\s\u00a0-]*|(?:(?:{'|'.join(_NUMBERS.split())}|of)\s+)+)"
    r"(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s|m)\b"
    r"(?:(?:\s+(?:to\s+the|due|further))*\s+(?:[news]{1,3}|(?:north|south|east|west)[-\w]*)\s+(?:of|from)"
    r"|(?:\s+away)?\s+(?:from|outside))\b",
    re.IGNORECASE,
)


def preview(cases: Iterable[Case], terms: Terms) -> Preview:
    """Say what an export comes to, and list what its profile withholds, each with the reason and where it was found."""
    list_, readings = _List(), set[str]()
    events, leaving_, staying, undated = 0, 0, 0, 0
    for case in cases:
        claims = leaving(case, terms)
        staying += len(case.incident.claims) - len(claims)
        if claims:
            events, leaving_ = events + 1, leaving_ + len(claims)
            undated += days(facts(case, terms).time).first is None
            if terms.profile != "internal":
                readings.update(map(reading_of, case.sources.values()))
                list_.take(case, public=terms.profile == "public")
    return Preview(events, leaving_, staying, undated, tuple(list_.redactions()), frozenset(readings))


def reading_of(source: Cited) -> str:
    """Return the name of a reading in a preview."""
    return f"{source.report.id}/{source.version.number}"


@dataclass(slots=True)
class _List:
    """The list while it is made; `areas` are the names that are given in the stead of closer ones."""

    found: dict[tuple[Withheld, str], set[Where]] = field(default_factory=lambda: defaultdict(set))
    areas: set[tuple[str, ...]] = field(default_factory=set)
    addresses: dict[str, set[Where]] = field(default_factory=lambda: defaultdict(set))

    def take(self, case: Case, *, public: bool) -> None:
        """List what a case holds of names and, where it is for the public, of descriptions and places."""
        self._people(case, public=public)
        for source in case.sources.values():
            if source.report.meta.url:
                self.addresses[source.report.meta.url].add(Where(source.report.id, 0, 0))
            if public:
                self._unnamed(source)
                self._places(source, case)

    def _add(self, kind: Withheld, text: str, source: Cited, span: Span) -> None:
        text = " ".join(text.split())
        if folded(text):
            self.found[kind, text].add(Where(source.report.id, span.start, span.end))

    def _people(self, case: Case, *, public: bool) -> None:
        people = [(source, person) for source in case.sources.values() for person in persons(source.reading)]
        officials = defaultdict(list)
        for source, person in people:
            if not person.private:
                officials[source.report.id].append(person)
        known = {name for here in officials.values() for person in here for name in _full(person)}
        kept = {word for name in known for word in name.split()} | words().particles
        kept |= {word for source in case.sources.values() for word in _kept(source.reading)}
        for source, person in people:
            here = officials[source.report.id]
            if person.private and not known & _full(person) and not any(person.words <= one.words for one in here):
                self._person(source, person, kept, public=public)

    def _person(self, source: Cited, person: Person, kept: Set[str], *, public: bool) -> None:
        """List the names of a private person, and the parts of them that are not `kept`."""
        for span in person.called:
            self._add("name", span.text, source, span)
            for part in span.text.split():
                if len(part) >= _SHORTEST and part[0].isupper() and kept.isdisjoint(each(part)):
                    self._add("name", part, source, span)
        for span in person.described if public else ():
            self._add("name", span.text, source, span)

    def _unnamed(self, source: Cited) -> None:
        reading = source.reading
        links = [link for claim in reading.claims for link in claim.chain if link.kind == "unnamed"]
        entities = {link.entity for link in links} - {None}
        spans = [link.label for link in links if link.label]
        spans += [one.span for one in reading.mentions if one.entity in entities]
        for span in spans:
            if not is_generic(span.text):
                shorter = _FIRST.sub("", span.text)
                self._add("source", shorter if len(shorter.split()) > 1 else span.text, source, span)

    def _places(self, source: Cited, case: Case) -> None:
        reading, close = source.reading, set()
        for place in reading.places:
            district = case.districts.get((source.report.id, place.id))
            self.areas.update(folded(name) for name in (country(place.country).name, place.admin1 or "") if name)
            if district:
                self.areas.update(folded(name) for name in (district.name, district.admin1, district.admin2) if name)
            if is_coarse(place, district):
                self.areas.update(folded(name) for name in (place.name or "", place.span.text))
            elif place.basis == "relative":
                self._add("place", place.span.text, source, place.span)
            else:
                close.add(place.span)
                if place.name:
                    self._add("place", place.name, source, place.span)
        close.update(one.span for one in reading.mentions if one.type in {"place", "facility"})
        others = {folded(one.span.text) for one in reading.mentions if one.type in {"organisation", "person"}}
        others.add(folded(reading.text.outlet or ""))
        for hit in _DISTANCE.finditer(reading.text.body):
            self._add("place", hit[0], source, Span(*hit.span(), hit[0]))
        for span in close:
            for name in names(span, reading.text.body):
                if folded(name.text) not in others:
                    self._add("place", name.text, source, span)

    def redactions(self) -> Iterator[Redaction]:
        """Give the list in order; a place that bears the name of an area which is given is none."""
        sizes = {len(folded(text)) for kind, text in self.found if kind == "place"}
        parts = {part for area in self.areas for part in _parts(area, sizes)}
        joined = {"".join(area) for area in self.areas}
        listed = [
            Redaction(kind, text, INSTEAD[kind], BECAUSE[kind], tuple(sorted(where)))
            for (kind, text), where in sorted(self.found.items())
            if kind != "place" or not (folded(text) in parts or "".join(folded(text)) in joined)
        ]
        yield from listed
        telling = Telling(folded(one.words) for one in listed)
        for url, where in sorted(self.addresses.items()):
            shorter = telling.shortened(url, INSTEAD["address"])
            if shorter != url:
                yield Redaction("address", url, shorter, BECAUSE["address"], tuple(sorted(where)))


def _full(person: Person) -> set[str]:
    """Return the names of a person that have a first and a family name, in lower case."""
    return {" ".join(each(span.text)) for span in person.called if len(each(span.text)) > 1}


def _kept(reading: Reading) -> Iterator[str]:
    """Give the words of names that stay: of organisations, places and the outlet."""
    for mention in reading.mentions:
        if mention.type not in {"person", "time", "quantity"}:
            yield from each(mention.span.text)
    yield from each(reading.text.outlet or "")


def _parts(area: tuple[str, ...], sizes: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """Give the runs of so many words in the name of an area."""
    for size in sizes:
        yield from (area[start : start + size] for start in range(len(area) - size + 1))
