"""A workspace in which every hostile string is title, outlet, source, relay, claim, place, note, alias, address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.hostile_strings.strings import STRINGS, is_storable

from sayso.errors import BadValue, NotFound
from sayso.records import (
    Block,
    Claim,
    Custody,
    Entity,
    Event,
    Furniture,
    Link,
    Mention,
    Meta,
    Notice,
    Place,
    Reading,
    Report,
    SourceKind,
    Text,
    Time,
    Toll,
)
from sayso.spans import Span, cut
from sayso.store import Store
from sayso.workspace import Workspace

AT = "2031-04-20T08:00:00Z"
KINDS: tuple[SourceKind, ...] = ("unnamed", "named_person", "organisation", "outlet", "document", "named_role")
TOWNS = (
    ("Marib", 15.46, 45.33, "YE"), ("Atbara", 17.70, 33.99, "SD"), ("Izium", 49.21, 37.26, "UA"),
    ("Goma", -1.68, 29.22, "CD"), ("Myitkyina", 25.38, 97.40, "MM"), ("Gao", 16.27, -0.04, "ML"),
    ("Herat", 34.35, 62.20, "AF"), ("Sirte", 31.21, 16.59, "LY"), ("Jaffna", 9.66, 80.02, "LK"),
    ("Mocha", 13.32, 43.25, "YE"), ("Pemba", -12.97, 40.52, "MZ"), ("Quetta", 30.18, 67.00, "PK"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hostile:
    """The workspace, and the id of the report in which each string stands."""

    folder: Path
    reports: dict[str, str]


def fill(folder: Path, chosen: Iterable[str] = STRINGS) -> Hostile:
    """Store a report for each string that a database takes, and judge it in the string's own words."""
    strings = [text for text in chosen if is_storable(text)]
    with Store.open(folder) as store:
        reports = {text: _kept(store, number, text) for number, text in enumerate(strings)}
    with Workspace.open(folder) as workspace:
        for text, report in reports.items():
            workspace.judge("accept", [f"{report}:c1"], by=text, why=text)
        for text in strings[::6]:
            workspace.judge("note", [f"{reports[text]}:c2"], by=text, why=f"{text}.")
            with suppress(NotFound, BadValue):  # what has neither letter nor digit is nobody's name
                workspace.judge("note", [text], by=text, why=f"{text}.")
                workspace.judge("alias", [f"{text} agency", text], by=text)
            workspace.save_search(text[:100] or "none", "depot", by=text)
    return Hostile(folder, reports)


def _kept(store: Store, number: int, text: str) -> str:
    found = reading(number, text)
    name = text.replace("\n", " ")
    report = Report(found.sha256[:16], found.sha256, name, f"/desk/{name}", "text", Meta(url=text, outlet=text), AT)

    def line(previous: Custody | None) -> Custody:
        sequence, before = (previous.sequence + 1, previous.hash) if previous else (1, "")
        return Custody(sequence, AT, found.sha256, report.origin, "sayso test", before, found.sha256)

    store.save(report, found, line)
    return report.id


def reading(number: int, text: str) -> Reading:
    """Read a report made of the string, a strike that many tell of, and words that nobody else uses."""
    town, lat, lon, country = TOWNS[number % len(TOWNS)]
    day, dead = number % len(TOWNS) + 1, 3 + number % 7
    at = _laid(text, town, f"{day} April", str(dead), " ".join(f"w{number}x{at}" for at in range(40)))
    content = Span(at["words"].start, at["toll"].end + 7, at["body"].text[at["words"].start : at["toll"].end + 7])
    chain = (Link(at["speaker"], KINDS[number % len(KINDS)], "e1", at["cue"]), Link(at["relay"], "outlet"))
    claims = (
        Claim("c1", (content,), chain, hedges=(at["hedge"],), events=("v1",)),
        Claim("c2", (at["again"],), kind="assessment", hedges=(at["again"],)),
    )
    told = Text(
        at["body"].text, (Block(at["title"], "title"), Block(at["line"], "paragraph"), Block(at["again"], "notice")),
        at["title"], None, text, f"2031-04-{day + 1:02}", None, "en",
        (Notice("unverified", at["again"], text),), (Furniture(at["again"], text),),
    )  # fmt: skip
    struck = Event(
        "v1", at["struck"], "ASSAULT", ("m1",), (), "p1", "t1", tolls=(Toll("killed", dead, dead, at["toll"]),)
    )
    where = Place("p1", at["town"], "gazetteer", text, None, country, text, lat, lon, 5_000)
    return Reading(
        hashlib.sha256(f"{number}{text}".encode()).hexdigest(), text, told,
        (Mention("m1", at["speaker"], "armed_group", "e1"),), (Entity("e1", text, "armed_group", ("m1",)),),
        (Time("t1", at["day"], f"2031-04-{day:02}"),), (where,), (struck,), claims, (text,),
    )  # fmt: skip


def _laid(text: str, town: str, day: str, dead: str, own: str) -> dict[str, Span]:
    """Lay the report out; give its spans by name, with its `body` and the `line` in which it is told."""
    parts = [
        ("title", text), ("", "\n\n"), ("speaker", text), ("", " "), ("cue", "told"), ("", " "), ("relay", text),
        ("", ", "), ("hedge", "reportedly"), ("", ", "), ("words", text), ("", " saw how a drone "),
        ("struck", "struck"), ("", " the depot of "), ("town", town), ("", " on "), ("day", day), ("", ", killing "),
        ("toll", dead), ("", " guards"), ("rest", f". It was {own}."), ("", "\n\n"), ("again", text),
    ]  # fmt: skip
    body, spans = "", {}
    for name, words in parts:
        spans[name] = Span(len(body), len(body) + len(words), words)
        body += words
    line = cut(body, spans["speaker"].start, spans["rest"].end)
    return spans | {"body": cut(body, 0, len(body)), "line": line}
