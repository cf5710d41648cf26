"""From the place names of a report to places on the globe, each with a radius and its reasons."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.errors import NotFound
from sayso.places import choose, relative, toponyms
from sayso.places.choose import Choice, Question, Scene
from sayso.places.gazetteer import Entry, Gazetteer
from sayso.places.geodesy import Circle, border, distance_m
from sayso.places.keys import meet
from sayso.places.relative import Description
from sayso.places.toponyms import Toponym
from sayso.precision import of_radius
from sayso.records import Mention, Place, Relation, Rival, Text
from sayso.spans import Span

_FACILITY_M = 5_000  # how far outside a town's extent a facility that bears its name may lie
_AREA_M = 30_000  # what a district, or a valley, reaches around the town it is named after
_SLACK_M = 25_000  # how far from where the text puts it a known place may lie and still be the one meant
_MOST_OF = 0.8  # share of the report's places in one country from which an unknown one is taken to lie there too
_NESTED = 4  # unknown areas, one in the other, that a name may be said to lie in
_CHAIN = 20  # places that a place may be told by, one by the other
_AROUND = 5  # places named around an unknown one by which its country is told

_APART = {"area", "facility", "nature", "land"}  # what shares its name with a town and is settled by itself
_LARGEST = ("A.PCL", "L.", "H.")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A place before it has its number; `anchor` is the number of the name that it is told by."""

    place: Place
    circle: Circle | None = None
    anchor: int | None = None


def find(text: Text, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Find the places that a report names or describes, in order; only English is read so far."""
    if text.language not in {"en", "und"}:
        return ()
    return _Grounding(text, toponyms.find(text, mentions, gazetteer), gazetteer).places()


class _Grounding:
    """The place names of one report, what they are said to be, and what they come to."""

    def __init__(self, text: Text, found: toponyms.Found, gazetteer: Gazetteer) -> None:
        self.text = text
        self.names = _with_airfields(found.toponyms)
        self.gazetteer = gazetteer
        self.containers = relative.containers(text.body, self.names)
        self.descriptions = relative.find(text.body, self.names)
        self.told = {item.target: item for item in self.descriptions if item.target is not None}
        # By name, those that may lend a namesake their place: others know no more than it does, unless they are told.
        self._told_as: dict[str, list[int]] = defaultdict(list)
        self._named_after: dict[str, list[int]] = defaultdict(list)  # what a facility may be named after, too
        for number, name in enumerate(self.names):
            if number in self.told:
                self._told_as[name.name.casefold()].append(number)
            if number in self.told or name.kind != "facility":
                self._named_after[name.name.casefold()].append(number)
        self.nation = cache(self._nation)
        self.scene = Scene(choose.countries(self.names, found.nations), self._outlet(), named=self.nation)
        self.choices = self._choices()
        entries = ((number, self.choices[_key(name)].entry) for number, name in enumerate(self.names) if name.sure)
        self._known = [(number, entry) for number, entry in entries if entry and entry.country]
        self.country = self._country()
        self._drafts: dict[int, Draft | None] = {}
        self._told_by = 0

    def _nation(self, code: str) -> str:
        """Return the English name of a country, for sentences; its code where no gazetteer has it."""
        try:
            return self.gazetteer.country(code).name
        except NotFound:
            return code

    def _outlet(self) -> str | None:
        for word in (self.text.outlet or "").split():
            try:
                return self.gazetteer.country(word).country if len(word) > 3 else None
            except NotFound:
                continue
        return None

    # ---- choosing, once a name ----

    def _choices(self) -> dict[Key, Choice]:
        questions: dict[Key, Question] = {}
        lists = relative.lists(self.text.body, self.names)
        for number, name in enumerate(self.names):
            key = _key(name)
            old = questions.get(key, Question(name.name, name.kind, name.entries, sure=False))
            inside, nation = old.inside or self._inside(number), old.nation or name.nation
            beside = old.beside.union(self.names[other].name for other in lists.get(number, ()) if other != number)
            kind, sure = old.kind or name.kind, old.sure or name.sure
            questions[key] = replace(old, kind=kind, inside=inside, nation=nation, beside=beside, sure=sure)
        for number, (container, firm) in self.containers.items():
            key = _key(self.names[container])
            if not firm and questions[_key(self.names[number])].inside and not questions[key].kind:
                questions[key] = replace(questions[key], kind="area")
        return dict(zip(questions, choose.settle(list(questions.values()), self.scene), strict=True))

    def _container(self, number: int) -> tuple[int, bool]:
        """Return the number of the area that a name is said to lie in, its own where none is, and whether that is sure.

        A comma says so surely where the country of the area follows: "Stroud, Ontario, Canada".
        """
        container, firm = self.containers.get(number, (number, False))
        outer = self.containers.get(container, (container, False))[0] if container != number else number
        nations = {entry.country for entry in self.names[outer].entries[:1] if entry.feature.startswith("A.PCL")}
        firsts = {entry.country for entry in self.names[container].entries[:6] if entry.feature == "A.ADM1"}
        return container, firm or (outer != container and bool(nations & firsts))

    def _inside(self, number: int, levels: int = _NESTED) -> tuple[Entry, ...]:
        """Return the areas that a name is said to lie in; a comma says so only where one of its entries does."""
        container, firm = self._container(number)
        entries = self.names[number].entries
        if container == number or any(entry.exact and entry.feature.startswith(_LARGEST) for entry in entries):
            return ()
        large = any(entry.exact and entry.feature == "A.ADM1" for entry in entries)
        listed = large and not self.names[number].kind  # "California, Maryland": a list
        known = [entry for entry in self.names[container].entries[:6] if entry.exact]
        areas = tuple(entry for entry in known if entry.feature.startswith(("A.PCL" if listed else "A.", "L.")))
        if firm and not known and levels:
            return self._inside(container, levels - 1)  # an unknown district of a known province
        lies = any(choose.lies_in(entry, area) and entry != area for entry in entries for area in areas)
        return areas if firm or lies else ()

    def _country(self) -> str | None:
        """Return the country that nearly all places of the report lie in, or None."""
        known = [entry for _, entry in self._known]
        inner = [entry.country for entry in known if entry.feature[:5] != "A.PCL"]
        return _one_of(inner or [entry.country for entry in known])

    def _country_around(self, number: int) -> str | None:
        """Return the country that nearly all of the places named closest before and after lie in, or None."""
        at = bisect_left(self._known, number, key=lambda item: item[0])
        near = sorted(self._known[max(0, at - _AROUND) : at + _AROUND], key=lambda item: abs(item[0] - number))
        return _one_of([entry.country for _, entry in near[:_AROUND]])

    # ---- places ----

    def places(self) -> tuple[Place, ...]:
        """Return the places of the names, of the descriptions that stand for themselves, and of borders, in order."""
        backwards = reversed(range(len(self.names)))  # names are told by later ones, whose places are then known
        named = {number: draft for number in backwards if (draft := self._draft(number))}
        drafts = list(named.values())
        for item in self.descriptions:
            draft = self._described(item, item.span) if item.target is None or item.target not in named else None
            drafts += [draft] if draft else []
        drafts += self._borders()
        drafts.sort(key=lambda draft: (draft.place.span.start, -draft.place.span.end))
        ids = {id(draft): f"p{number}" for number, draft in enumerate(drafts, 1)}
        anchors = {number: ids[id(draft)] for number, draft in named.items()}
        return tuple(_numbered(draft, ids[id(draft)], anchors) for draft in drafts)

    def _draft(self, number: int) -> Draft | None:
        """Return what a name comes to; None for one that is no place after all, told only by itself, or by too many."""
        if number not in self._drafts and self._told_by < _CHAIN:
            self._drafts[number] = None  # two places told by each other are told by nothing
            self._told_by += 1
            self._drafts[number] = self._ground(number)
            self._told_by -= 1
        return self._drafts.get(number)

    def _ground(self, number: int) -> Draft | None:
        name, told = self.names[number], self.told.get(number)
        choice = self.choices[_key(name)]
        described = self._described(told, name.span, name.name) if told else None
        entry = self._fitting(name, choice, described)
        if entry is not None:
            return _known(name, entry, choice, described)
        if described is not None:
            return described
        return self._contained(number) or self._namesake(number) or self._unresolved(number, choice)

    def _fitting(self, name: Toponym, choice: Choice, described: Draft | None) -> Entry | None:
        """Return the entry chosen, or the one that lies where the text says; None where none does."""
        if described is None or described.circle is None:
            return choice.entry if name.sure else None
        area = described.circle
        ways = [(distance_m(entry.lat, entry.lon, area.lat, area.lon), entry) for entry in name.entries]
        fitting = [(way, entry) for way, entry in ways if way <= area.radius_m + entry.radius_m + _SLACK_M]
        chosen = [entry for _, entry in fitting if entry == choice.entry]
        return next(iter(chosen), min(fitting, key=lambda item: item[0])[1] if fitting else None)

    def _described(self, item: Description, span: Span, name: str | None = None) -> Draft | None:
        """Return the place that a description gives, or None where its anchors are not known."""
        anchors = [draft for number in item.anchors if (draft := self._draft(number)) and draft.circle]
        if len(anchors) < len(item.anchors):
            return None
        circle = relative.circle(item, [draft.circle for draft in anchors if draft.circle])
        countries = {draft.place.country for draft in anchors}
        areas = {draft.place.admin1 for draft in anchors}
        place = Place(
            "", span, "relative", name,
            country=countries.pop() if len(countries) == 1 else None, admin1=areas.pop() if len(areas) == 1 else None,
            relation=Relation("", item.bearing_deg, item.distance_m),
            because=(f"The text puts it “{item.span.text}”.",),
        )  # fmt: skip
        return _located(place, circle, item.anchors[0])

    def _namesake(self, number: int) -> Draft | None:
        """Return what the report tells elsewhere of the same name, or of what a facility is named after."""
        name = self.names[number]
        facility = name.kind == "facility"
        for other in (self._named_after if facility else self._told_as).get(name.name.casefold(), ()):
            item = self.names[other]
            named_after = facility and item.kind != "facility"
            if other == number:
                continue
            draft = self._draft(other)
            if draft and draft.circle and (named_after or draft.place.basis == "relative"):
                because = (f"It takes the place that the report gives for {item.span.text}.",)
                place = replace(draft.place, span=name.span, because=because)
                return self._at(draft, other, place, _FACILITY_M if named_after else 0)
        return None

    def _contained(self, number: int) -> Draft | None:
        """Return the area that an unknown place is said to lie in: no more than that is known of it."""
        container, firm = self._container(number)
        asked = container != number and self.names[number].sure and not _is_area(self.names[number])
        draft = self._draft(container) if asked and (firm or self._closes(container)) else None
        if draft is None or draft.circle is None:
            return None
        name = self.names[number]
        because = (f"No gazetteer has it; the text says that it lies in {draft.place.span.text}.",)
        place = replace(draft.place, span=name.span, name=name.name, because=because)
        return self._at(draft, container, place, 0 if _is_area(self.names[container]) else _FACILITY_M)

    def _closes(self, container: int) -> bool:
        """Whether an area after a comma tells where the name before lies, and is no further item of a list."""
        entry = self.choices[_key(self.names[container])].entry
        ends = re.compile(r"[.;)]|,(?! (?:and|or)\b)").match(self.text.body, self.names[container].span.end)
        return entry is not None and entry.feature in {"A.PCLI", "A.ADM1"} and bool(ends)

    @staticmethod
    def _at(draft: Draft, anchor: int, place: Place, margin: float = 0.0) -> Draft:
        circle = draft.circle or Circle(0.0, 0.0, 0.0)
        place = replace(place, basis="relative", geonames=None, relation=Relation(""), runners_up=())
        return _located(place, replace(circle, radius_m=circle.radius_m + margin), anchor)

    def _unresolved(self, number: int, choice: Choice) -> Draft | None:
        """Return a place that is neither known nor described; its country where the report leaves no other."""
        name = self.names[number]
        if not name.sure:
            return None
        country, why = name.nation, "The text calls it by the adjective of its country."
        if country is None and self.country is not None:
            country, why = self.country, f"Nearly all places that the report names lie in {self.nation(self.country)}."
        elif country is None:
            country = self._country_around(number)
            why = f"The places that the report names around it lie in {self.nation(country)}." if country else ""
        because = choice.because or ("No gazetteer has it.",)
        place = Place("", name.span, "unresolved", name.name, country=country)
        rivals = tuple(map(_rival, choice.runners_up))
        return Draft(replace(place, because=(*because, why) if country else because, runners_up=rivals))

    def _borders(self) -> list[Draft]:
        """Return the borders of two countries: "the Iraqi-Syrian border", "the border with Iraq" told of Syria."""
        found = []
        for block in self.text.blocks:
            for span, one, other in relative.borders(self.text.body, block.span.start, block.span.end):
                try:
                    sides = [self.gazetteer.country(word) for word in (one, other or self.country or "")]
                except NotFound:
                    continue
                if sides[0] == sides[1]:
                    continue
                because = (f"It is where {sides[0].name} and {sides[1].name} meet.",)
                place = Place("", span, "relative", because=because)
                found.append(_located(place, border(*map(_circle, sides)), None))
        return found


def _with_airfields(names: Sequence[Toponym]) -> list[Toponym]:
    """Give a base the airfield that the report calls by another spelling: "X Air Base", later "the Xx base"."""
    fields = [item for item in names if item.kind == "facility" and any(_is_airfield(entry) for entry in item.entries)]
    found = []
    for name in names:
        known = name.kind != "facility" or any(_is_airfield(entry) for entry in name.entries)
        same = None if known else next((item for item in fields if meet(item.name, name.name)), None)
        found.append(replace(name, entries=same.entries) if same else name)
    return found


def _one_of(countries: Sequence[str]) -> str | None:
    """Return the country that nearly all of some places lie in, or None."""
    for country, times in Counter(countries).most_common(1):
        return country if times >= _MOST_OF * len(countries) else None
    return None


def _is_airfield(entry: Entry) -> bool:
    return entry.feature.startswith("S.AIR")


def _is_area(name: Toponym) -> bool:
    """Whether a name is first of all that of a country, a first-level area, a region or a sea."""
    best = name.entries[0] if name.entries else None
    return best is not None and best.exact and best.feature.startswith((*_LARGEST, "A.ADM1"))


def _key(name: Toponym) -> Key:
    nation = bool(name.entries) and name.entries[0].feature.startswith("A.PCL")
    return name.name.casefold(), name.kind if name.kind in _APART or (nation and name.kind == "settlement") else ""


def _circle(entry: Entry) -> Circle:
    return Circle(entry.lat, entry.lon, entry.radius_m)


def _rival(entry: Entry) -> Rival:
    return Rival(entry.name, entry.geonames, entry.country, entry.admin1, entry.lat, entry.lon)


def _known(name: Toponym, entry: Entry, choice: Choice, described: Draft | None) -> Draft:
    """Return the place of a gazetteer's entry; a facility that bears a town's name lies in or near it."""
    because = choice.because if entry == choice.entry else ()
    because += described.place.because if described else ()
    circle = _circle(entry)
    if name.kind in {"area", "land"} and entry.feature[0] == "P":
        because += (f"No area of this name is known; it is taken for the surroundings of {entry.name}.",)
        circle = replace(circle, radius_m=max(circle.radius_m, _AREA_M))
    if name.kind == "facility" and entry.feature[0] in "PA":
        because += (f"It takes the place it is named after, {entry.name}.",)
        circle = replace(circle, radius_m=circle.radius_m + _FACILITY_M)
    place = Place(
        "", name.span, "gazetteer", entry.name, entry.geonames, entry.country or None, entry.admin1,
        because=because or ("It is the only place of this name that the report can mean.",),
        runners_up=tuple(_rival(other) for other in choice.runners_up if other != entry),
    )  # fmt: skip
    return _located(place, circle, None)


def _located(place: Place, circle: Circle, anchor: int | None) -> Draft:
    radius = round(circle.radius_m)
    lat, lon = round(circle.lat, 5), round(circle.lon, 5)
    return Draft(replace(place, lat=lat, lon=lon, radius_m=radius, precision=of_radius(radius)), circle, anchor)


def _numbered(draft: Draft, number: str, anchors: dict[int, str]) -> Place:
    relation = draft.place.relation
    if relation is not None:
        relation = replace(relation, place=anchors[draft.anchor]) if draft.anchor in anchors else None
    return replace(draft.place, id=number, relation=relation)
