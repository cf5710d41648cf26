"""Invented incidents for the tests of exports: readings made by hand, in the words of their reports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from sayso.incidents import ClaimOf, Contradiction, Dispute, Incident, Origin, Sighted, Stance, Stated, Value
from sayso.outgoing import Case, Cited, District, Item
from sayso.records import (
    Claim,
    Entity,
    Event,
    Link,
    Mention,
    MentionType,
    Meta,
    Notice,
    Place,
    Reading,
    Report,
    SourceKind,
    Text,
    Time,
    Toll,
    Version,
)
from sayso.spans import Span, cut
from sayso.wording import sentence

DAY = "2031-04-08"
MARIB = District("Ma’rib", "YE", "Ma’rib", None, 15.46, 45.33, 74_000)


@dataclass
class Draft:
    """A report under construction; every part is named by the words that say it."""

    body: str
    outlet: str | None = "Nahr Wire"
    url: str | None = "https://nahr.example/2031/depot"
    published: str | None = "2031-04-09"
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.body.index(words)
        return cut(self.body, start, start + len(words))

    def named(self, *words: str, type: MentionType = "person") -> str:  # noqa: A002
        """Mention one entity by each of these words, and return its id."""
        id_ = f"e{len(self.entities) + 1}"
        first = len(self.mentions) + 1
        self.mentions += [Mention(f"m{first + at}", self.span(one), type, id_) for at, one in enumerate(words)]
        self.entities.append(Entity(id_, words[0], type, tuple(f"m{first + at}" for at in range(len(words)))))
        return id_

    def place(self, words: str, **given: Any) -> str:
        known: dict[str, Any] = {
            "name": words,
            "country": "YE",
            "admin1": "Ma’rib",
            "lat": 15.4,
            "lon": 45.3,
            "radius_m": 2000,
        }
        values = known | {"precision": 1, "geonames": 1} | given
        self.places.append(Place(f"p{len(self.places) + 1}", self.span(words), "gazetteer", **values))
        return self.places[-1].id

    def event(self, trigger: str, dead: str = "", place: str | None = None, day: str = DAY, **given: Any) -> None:
        time = None
        if day:
            self.times.append(Time(f"t{len(self.times) + 1}", self.span(trigger), day))
            time = self.times[-1].id
        tolls = (Toll("killed", int(dead), int(dead), self.span(dead)),) if dead else ()
        id_ = f"v{len(self.events) + 1}"
        self.events.append(Event(id_, self.span(trigger), "ASSAULT", place=place, time=time, tolls=tolls, **given))

    def claim(
        self, words: str, by: str = "", kind: SourceKind = "organisation", stance: Stance = "supports", **given: Any
    ) -> None:
        entity = given.pop("entity", None)
        chain = (Link(self.span(by), kind, entity),) if by else ()
        content = self.span(words)
        held = tuple(event.id for event in self.events if content.covers(event.trigger))
        values: dict[str, Any] = {"chain": chain, "events": held} | given
        self.claims.append(Claim(f"c{len(self.claims) + 1}", (content,), **values))
        self.stances.append(stance)

    def cited(self) -> Cited:
        digest = sha256(self.body.encode("utf-8", "surrogatepass")).hexdigest()
        title = self.span(self.body.split("\n")[0]) if self.body.split("\n")[0] else None
        text = Text(self.body, (), title, outlet=self.outlet, published=self.published, language="en")
        text = replace(text, notices=tuple(self.notices))
        reading = Reading(
            digest, "by hand", text, tuple(self.mentions), tuple(self.entities), tuple(self.times),
            tuple(self.places), tuple(self.events), tuple(self.claims),
        )  # fmt: skip
        meta = Meta(self.url, self.outlet, self.published)
        report = Report(digest[:16], digest, "depot.txt", "/home/desk/depot.txt", "text", meta, "2031-04-10T08:00:00Z")
        return Cited(report, Version(1, "by hand", "2031-04-10T08:00:00Z"), reading, digest)


def _stated(cited: Cited, claim: Claim, stance: Stance) -> Stated:
    words = "".join(part.text for part in sentence(claim, cited.reading))
    return Stated(cited.report.id, cited.report.name, claim.id, claim.content, stance, words)


def case(*drafts: Draft, accepted: tuple[Item, ...] = (), everything: bool = True, **given: Any) -> Case:
    """Make an incident of reports; `everything` says that a person accepted all claims and events."""
    sources = {cited.report.id: cited for cited in (draft.cited() for draft in drafts)}
    stated = tuple(
        _stated(cited, claim, stance)
        for cited, draft in zip(sources.values(), drafts, strict=True)
        for claim, stance in zip(cited.reading.claims, draft.stances, strict=True)
    )
    first, cited = next(iter(sources.items()))
    place = cited.reading.places[0] if cited.reading.places else None
    values: dict[str, Any] = {
        "id": f"i-{first}:v1",
        "type": "ASSAULT",
        "time": DAY,
        "place": Sighted(first, place) if place else None,
        "claims": stated,
        "origins": tuple(Origin(f"o{at}", (id_,), (), (), False) for at, id_ in enumerate(sources, 1)),
        "state": "single-origin",
        "because": ("Of its reports one names a source.",),
    }
    items = {(id_, one.id) for id_, each in sources.items() for one in each.reading.claims}
    items |= {(id_, one.id) for id_, each in sources.items() for one in each.reading.events}
    districts = {(id_, one.id): MARIB for id_, each in sources.items() for one in each.reading.places}
    return Case(
        Incident(**(values | given)), sources, frozenset(items) if everything else frozenset(accepted), districts
    )


def at(case_: Case, number: int) -> ClaimOf:
    """Return the claim of a case by its number, from 0."""
    one = case_.incident.claims[number]
    return ClaimOf(one.report, one.file, one.claim)


DEPOT = "Depot hit\nThe ministry said a drone struck the depot in Tell Anab on Tuesday, killing 3 guards.\n"
AGAIN = "Guards dead\nThe brigade said the drone that struck the depot killed 5 guards.\n"


def depot() -> Draft:
    """A report of a strike, with a place, a time and a toll."""
    draft = Draft(DEPOT)
    place = draft.place("Tell Anab")
    draft.event("struck", "3", place)
    draft.claim("a drone struck the depot in Tell Anab on Tuesday, killing 3 guards", by="The ministry")
    return draft


def again() -> Draft:
    """Another report of it, with another toll."""
    draft = Draft(AGAIN, outlet="Badia Mail", url=None)
    draft.event("struck", "5", day="")
    draft.claim("the drone that struck the depot killed 5 guards", by="The brigade", stance="supports")
    return draft


def disputed(**given: Any) -> Case:
    """Two reports that differ on the dead."""
    made = case(depot(), again(), **given)
    values = (Value("3", (at(made, 0),)), Value("5", (at(made, 1),)))
    contradiction = Contradiction(at(made, 0), at(made, 1), ("Both give a number of dead.",), "killed")
    told = replace(made.incident, disputes=(Dispute("killed", values),), contradictions=(contradiction,))
    return replace(made, incident=told)
