"""Statements and tellings made in a line, and readings of short invented reports, for the tests of linking."""

from __future__ import annotations

from datetime import date
from typing import Any

from sayso.link import names, words
from sayso.link.days import days
from sayso.link.telling import Count, Ref, Spot, Statement, Telling
from sayso.records import Block, Claim, Event, Mention, Place, Reading, Text, Time, Toll
from sayso.spans import Span, cut

MARIB = Spot("Marib", "YE", 15.46, 45.33, 10_000)
SHABWA = Spot("Ataq", "YE", 14.54, 46.83, 10_000)
ATBARA = Spot("Atbara", "SD", 17.70, 33.99, 10_000)


def killed(low: int, high: int | None = -1) -> Count:
    """So many dead; at least so many where `high` is None."""
    return Count("killed", low, low if high == -1 else high)


def statement(ref: str, text: str, **given: Any) -> Statement:
    """A claim `REPORT.CLAIM` of these words; `by` names its speaker, `blames` who did it."""
    report, claim = ref.split(".")
    voice, blamed = given.pop("by", ""), given.pop("blames", "")
    return Statement(
        Ref(report, claim),
        text,
        voice=voice.casefold(),
        speaker=names.parts(voice),
        stems=words.stems(text),
        deeds=words.concepts(words.stems(text), "acts") if given.get("main") else frozenset(),
        blamed=names.described(blamed) if blamed else frozenset(),
        **given,
    )


def telling(report: str, text: str, day: str = "2031-04-08", spot: Spot = MARIB, **given: Any) -> Telling:
    """A report's account of one occurrence in these words, at a day and a place."""
    stems = words.stems(text)
    fields: dict[str, Any] = {
        "types": frozenset({"ASSAULT"}),
        "days": days(day),
        "dated": True,
        "spots": (spot,),
        "placed": True,
        "published": date(2031, 4, 9).toordinal(),
        "names": names.parts(given.pop("named", "")),
        "means": words.concepts(stems, "means"),
        "deeds": words.concepts(stems, "acts"),
        "stems": stems,
    }
    return Telling(report, f"{report}:v1", **(fields | given))


DEPOT = "A drone struck a fuel depot near the refinery and killed three guards"
AGAIN = "Three guards died when a drone hit the fuel depot at the refinery"
MARKET = "Gunmen robbed traders at a livestock market"

STORY = (
    telling("a", DEPOT, counts=frozenset({killed(3)})),
    telling("b", AGAIN, spot=Spot("Safer", "YE", 15.5, 45.5, 12_000), counts=frozenset({killed(3)})),
    telling("c", "The refinery's depot burned after a drone struck it, killing five guards"),
    telling("d", DEPOT, day="2031-04-12"),
    telling("e", MARKET, spot=SHABWA),
    telling("f", "A drone struck a fuel depot at the airfield", spot=ATBARA),
    telling("g", "Men on motorcycles robbed traders at the livestock market of Ataq", spot=SHABWA),
)


class Draft:
    """A reading under construction: every part is named by the words of the report that say it."""

    def __init__(self, body: str, published: str = "2031-04-09") -> None:
        self.body = body
        self.published = published
        self.times: list[Time] = []
        self.places: list[Place] = []
        self.events: list[Event] = []
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []

    def span(self, words: str) -> Span:
        """Return the first occurrence of the words; raises ValueError where there is none."""
        start = self.body.index(words)
        return cut(self.body, start, start + len(words))

    def time(self, words: str, edtf: str) -> str:
        """Add a time and return its id."""
        self.times.append(Time(f"t{len(self.times)}", self.span(words), edtf))
        return self.times[-1].id

    def place(self, words: str, spot: Spot) -> str:
        """Add a place and return its id."""
        place = Place(
            f"p{len(self.places)}",
            self.span(words),
            "gazetteer",
            spot.name,
            None,
            spot.country,
            None,
            spot.lat,
            spot.lon,
        )
        self.places.append(place)
        return place.id

    def event(self, trigger: str, type: str = "ASSAULT", **given: Any) -> None:  # noqa: A002
        """Add an event; `killed` is the number of dead and the words for it, `by` who did it."""
        dead, who = given.pop("killed", None), given.pop("by", None)
        if dead:
            given["tolls"] = (Toll("killed", dead[0], dead[0], self.span(dead[1])),)
        if who:
            self.mentions.append(Mention(f"m{len(self.mentions)}", self.span(who), "armed_group"))
            given["actors"] = (self.mentions[-1].id,)
        self.events.append(Event(f"v{len(self.events)}", self.span(trigger), type, **given))

    def claim(self, words: str, **given: Any) -> None:
        """Add a claim with the events it holds."""
        content = self.span(words)
        held = tuple(event.id for event in self.events if content.covers(event.trigger))
        self.claims.append(Claim(f"c{len(self.claims) + 1}", (content,), events=held, **given))

    def reading(self) -> Reading:
        """Return the reading, a paragraph a line."""
        lines = [line for line in self.body.split("\n") if line]
        blocks = tuple(Block(self.span(line), "paragraph") for line in lines)
        text = Text(self.body, blocks, published=self.published)
        return Reading(
            "", "by hand", text, tuple(self.mentions), (), tuple(self.times), tuple(self.places), tuple(self.events),
            tuple(self.claims),
        )  # fmt: skip
