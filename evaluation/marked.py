"""A marked report as the reading that a reader without fault would give, so that what follows is measured alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from corpus.tools.gold import Report
from corpus.tools.quotes import anchor, find, occurrences, parts

from sayso.records import (
    Block,
    Claim,
    Entity,
    Event,
    Link,
    Mention,
    MentionType,
    Notice,
    Place,
    Reading,
    Text,
    Time,
    Toll,
)
from sayso.spans import Span, cut, trimmed

Gold = dict[str, Any]
MODEL = "marks"
_TYPES: dict[str, MentionType] = {
    "named_person": "person", "named_role": "person", "unnamed": "person", "unspecified": "person",
    "document": "document", "organisation": "organisation", "outlet": "organisation",
}  # fmt: skip


def reading(report: Report) -> Reading:
    """Make a reading of the marks: each report bears its name for a hash; what is left out stands at its default."""
    names = _Names(report)
    times, places = tuple(_times(report)), tuple(_places(report))
    claims = tuple(filter(None, (_claim(report.text, claim, names) for claim in report.claims)))
    return Reading(
        sha256=report.name,
        model=MODEL,
        text=_text(report),
        mentions=names.mentions,
        entities=names.entities,
        times=times,
        places=places,
        events=tuple(_events(report, names, times, places)),
        claims=claims,
    )


class _Names:
    """The entities of a report under every name the marks give them, chains included."""

    def __init__(self, report: Report) -> None:
        self._ids: dict[str, str] = {}
        entities: list[Entity] = []
        mentions: list[Mention] = []
        types = _chained(report)
        types |= {name: kind for kind, names in report.gold.get("mentions", {}).items() for name in names}
        for group in _together(report, types):
            number = len(entities) + 1
            spans = [cut(report.text, *hit) for name in group for hit in occurrences(report.text, name)]
            kind: MentionType = next((types[name] for name in group if name in types), "organisation")
            own = [Mention(f"m{len(mentions) + at}", span, kind, f"e{number}") for at, span in enumerate(spans, 1)]
            mentions += own
            entities.append(Entity(f"e{number}", group[0], kind, tuple(one.id for one in own)))
            self._ids |= dict.fromkeys(group, f"e{number}")
        self.entities, self.mentions = tuple(entities), tuple(mentions)
        self._by_span = {(one.span.start, one.span.end): one.id for one in mentions}

    def entity(self, name: str | None) -> str | None:
        """Return the id under which a name stands."""
        return self._ids.get(name) if name else None

    def mention(self, span: Span | None) -> tuple[str, ...]:
        """Return the mention that stands there, if one does."""
        found = self._by_span.get((span.start, span.end)) if span else None
        return (found,) if found else ()


def _chained(report: Report) -> dict[str, MentionType]:
    """Return the names of those who speak or relay, with the type that their kind of source allows."""
    links = (link for claim in report.claims for link in claim["chain"])
    return {name: _TYPES[link["kind"]] for link in links if (name := link.get("entity") or link["label"])}


def _together(report: Report, types: Iterable[str]) -> Iterator[list[str]]:
    """Give every group of names for one thing, then every other name by itself."""
    seen: set[str] = set()
    for group in [*report.gold.get("same_entity", []), *([name] for name in types)]:
        fresh = [name for name in group if name not in seen]
        seen |= set(fresh)
        if fresh:
            yield fresh


def _text(report: Report) -> Text:
    header, body = report.gold["report"], report.text
    furniture = [span for quote in header.get("furniture", []) if (span := _span(body, quote))]
    title = _span(body, header.get("title"))
    return Text(
        body,
        tuple(_blocks(body, title, furniture)),
        title=title,
        outlet=header.get("outlet"),
        published=header["published"],
        language=header["language"],
        notices=tuple(_notices(body, header)),
    )


def _blocks(body: str, title: Span | None, furniture: list[Span]) -> Iterator[Block]:
    at = 0
    for line in body.splitlines(keepends=True):
        span = trimmed(body, at, at + len(line))
        at += len(line)
        if span:
            apart = any(one.covers(span) for one in furniture)
            yield Block(span, "title" if span == title else "furniture" if apart else "paragraph")


def _notices(body: str, header: Gold) -> Iterator[Notice]:
    for notice in header.get("notices", []):
        span = _span(body, notice["quote"], notice.get("nth", 1))
        if span:
            yield Notice(notice["kind"], span, notice.get("outlet"), _span(body, notice.get("scope")))


def _claim(body: str, claim: Gold, names: _Names) -> Claim | None:
    content = parts(body, claim)
    if not content:
        return None
    return Claim(
        id=claim["id"],
        content=tuple(cut(body, *span) for span in content),
        chain=tuple(_link(body, content[0], link, names) for link in claim["chain"]),
        kind=claim["kind"],
        polarity=claim.get("polarity", "positive"),
        certainty=claim.get("certainty", "certain"),
        quote=claim.get("quote", "none"),
        hedges=tuple(span for hedge in claim.get("hedges", []) if (span := _span(body, hedge))),
    )


def _link(body: str, content: tuple[int, int], link: Gold, names: _Names) -> Link:
    label, cue = anchor(body, content, link)
    entity = names.entity(link.get("entity") or link["label"])
    return Link(cut(body, *label) if label else None, link["kind"], entity, cut(body, *cue) if cue else None)


def _times(report: Report) -> Iterator[Time]:
    for number, time in enumerate(report.gold.get("times", []), 1):
        span = _span(report.text, time["quote"], time.get("nth", 1))
        if span:
            yield Time(f"t{number}", span, next(iter(time["edtf"]), None), time.get("part_of_day"), time.get("anchor"))


def _places(report: Report) -> Iterator[Place]:
    for number, place in enumerate(report.gold.get("places", []), 1):
        span = _span(report.text, place["quote"], place.get("nth", 1))
        known = place.get("lat") is not None
        if span:
            yield Place(
                f"p{number}",
                span,
                place.get("basis", "gazetteer" if known else "unresolved"),
                name=place["quote"],
                country=place.get("country"),
                admin1=place.get("admin1"),
                lat=place.get("lat"),
                lon=place.get("lon"),
                radius_m=int(place.get("tolerance_km", 10) * 1000) if known else None,
            )


def _events(report: Report, names: _Names, times: tuple[Time, ...], places: tuple[Place, ...]) -> Iterator[Event]:
    for number, event in enumerate(report.gold.get("events", []), 1):
        span = _span(report.text, event["trigger"], event.get("nth", 1))
        when = event.get("time")
        days = {when} if isinstance(when, str) else set(when or ())
        if span:
            yield Event(
                f"v{number}",
                span,
                event["type"],
                actors=names.mention(_span(report.text, event.get("actor"))),
                recipients=names.mention(_span(report.text, event.get("recipient"))),
                place=next((one.id for one in places if one.span.text == event.get("place")), None),
                time=next((one.id for one in times if one.edtf in days), None),
                polarity=event.get("polarity", "positive"),
                certainty=event.get("certainty", "certain"),
                tolls=tuple(_tolls(report.text, event.get("tolls", []))),
            )


def _tolls(body: str, tolls: list[Gold]) -> Iterator[Toll]:
    for toll in tolls:
        span = _span(body, toll["quote"], toll.get("nth", 1))
        if span:
            yield Toll(toll["slot"], toll["low"], toll["high"], span)


def _span(body: str, quote: str | None, nth: int = 1) -> Span | None:
    found = find(body, quote, nth) if quote else None
    return cut(body, *found) if found else None
