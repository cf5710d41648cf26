"""From what the encoder found, span by span and link by link, to attributions, own voice and events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import cast

from sayso.read.decode import Found, Read
from sayso.read.edges import Stretches, end_of
from sayso.read.lexicon import verbs
from sayso.read.mending import mended
from sayso.read.phrases import is_clause, parse
from sayso.read.schema import LAYERS
from sayso.read.seen import Seen
from sayso.read.weigh import Said
from sayso.records import (
    Attribution,
    Certainty,
    Polarity,
    Quote,
    Sense,
    Text,
    Trigger,
)
from sayso.sentences import quotations, touching
from sayso.spans import Span, cut

_SENSES: dict[str, Sense] = {
    "report": "say", "denial": "deny", "responsibility": "responsibility", "assessment": "assess",
    "forecast": "forecast", "intention": "intend", "demand": "demand",
}  # fmt: skip
_LEAST = 0.02  # chance from which a word may tell an event
_SHORTEST = 2  # code points: what is as short says nothing
_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "which", "its", "their", "his", "her", "of"])
_AUXILIARIES = frozenset([
    "have", "has", "had", "having", "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "will",
    "would",
])  # fmt: skip
_EDGES = ' \n\t,;:—–-“”"«»„'


class Told:
    """One text and what the encoder found in its paragraphs, layer by layer in the order of the text."""

    def __init__(self, text: Text, read: Read) -> None:
        self.body = text.body
        self.shown = _shown(text)
        found = sorted((one for one in read.spans if self.holds(one)), key=lambda one: one.start)
        self.layers = {layer: [one for one in found if one.layer == layer] for layer in LAYERS}
        self.classes = dict(read.classes)
        self.links = {(link.relation, link.origin): link.target for link in reversed(read.links)}
        for layer in ("content", "own"):
            self._mend(layer)
        self.quotes = quotations(text.body, [block.span for block in text.blocks if block.role == "paragraph"])

    def _mend(self, layer: str) -> None:
        """Put together what was broken in two; links and classes are those of the first piece, else of the second."""
        gone, made = set[Found](), []
        for pieces, whole in mended(self.body, self.layers[layer]):
            gone |= {*pieces}
            made.append(whole)
            self.classes[whole] = self.classes.get(pieces[0], {})
            for relation in ("source", "cue", "rest"):
                found = (self.links.get((relation, piece)) for piece in pieces)
                self.links[relation, whole] = next((one for one in found if one), None)
        kept = [one for one in self.layers[layer] if one not in gone]
        self.layers[layer] = sorted([*kept, *made], key=lambda one: one.start)

    def holds(self, one: Found) -> bool:
        """Whether a span stands in the paragraphs of the article."""
        return self.shows(one.start)

    def shows(self, start: int) -> bool:
        """Whether an offset lies in the paragraphs of the article."""
        at = bisect_right(self.shown, start, key=lambda part: part[0]) - 1
        return at >= 0 and start < self.shown[at][1]

    def linked(self, relation: str, origin: Found) -> Found | None:
        """Return what a relation leads to, if that stands in the article."""
        target = self.links.get((relation, origin))
        return target if target and self.holds(target) else None

    def label(self, one: Found | None) -> Span | None:
        """Return a source without words at its end that lead on to what was not taken for a part of it."""
        span = self.span(one)
        return cut(self.body, span.start, end_of(self.body, span.start, span.end)) if span else None

    def span(self, one: Found | None) -> Span | None:
        """Return a span without the marks around it; None where only marks are left."""
        if one is None:
            return None
        start, end = one.start, one.end
        while start < end and self.body[start] in _EDGES:
            start += 1
        while end > start and self.body[end - 1] in _EDGES + ".":
            end -= 1
        return cut(self.body, start, end) if start < end else None


def _shown(text: Text) -> list[tuple[int, int]]:
    """Return the paragraphs without notices and furniture."""
    asides = sorted([notice.span for notice in text.notices] + [item.span for item in text.furniture])
    found = []
    for block in (block.span for block in text.blocks if block.role == "paragraph"):
        at = block.start
        for aside in asides[bisect_right(asides, block.start, key=lambda one: one.end) :]:
            if aside.start >= block.end:
                break
            found.append((at, aside.start))
            at = aside.end
        found.append((at, block.end))
    return [(start, end) for start, end in found if start < end]


def said(told: Told) -> Said:
    """Put contents, sources, cues and relays together."""
    told_by = Stretches(span for one in told.layers["content"] if (span := told.span(one)))
    own = (told.span(one) for one in told.layers["own"] if not told_by.cover(one.start, one.end))
    found = (_attribution(told, pieces) for pieces in _contents(told))
    stated = tuple(span for span in own if span and is_clause(parse(told.body, span).tags))
    return Said(tuple(item for item in found if not _empty(item)), stated)


def _empty(item: Attribution) -> bool:
    """Whether an attribution has nobody for a source, or only an auxiliary verb for a cue."""
    nobody = item.source is not None and item.source.text.lower() in _DETERMINERS
    return nobody or (item.cue is not None and set(item.cue.text.lower().split()) <= _AUXILIARIES)


def _contents(told: Told) -> Iterator[list[Found]]:
    """Give the pieces of each content, first to last."""
    spans = {one: told.span(one) for one in told.layers["content"]}
    pieces = {
        one: None
        for one, span in spans.items()
        if span and len(span) > _SHORTEST and span.text.lower() not in _DETERMINERS
    }
    heads: dict[Found, Found] = {}
    for one in pieces:
        rest = told.linked("rest", one)
        if rest in pieces and rest.start > one.start and rest not in heads and one not in heads:
            heads[rest] = one
    rests = {head: piece for piece, head in heads.items()}
    for one in pieces:
        if one not in heads:
            yield [one, rests[one]] if one in rests else [one]


def _attribution(told: Told, contents: list[Found]) -> Attribution:
    content = tuple(span for one in contents if (span := told.span(one)))
    source, cue = told.linked("source", contents[0]), told.linked("cue", contents[0])
    kind = told.classes.get(contents[0], {}).get("kind", "report")
    return Attribution(
        content=content,
        source=told.label(source),
        cue=told.span(cue),
        sense=_sense(told.span(cue), kind) if source else "hearsay",
        sentence=content[0],
        relays=tuple(_relays(told, source)),
        quoted=_quoted(told, content),
    )


def _sense(cue: Span | None, kind: str) -> Sense:
    """Tell what kind of saying it is: by the last verb of the cue, else by what the encoder takes the content for."""
    words = reversed(cue.text.lower().split()) if cue else ()  # "concluded by warning"
    return next((verb.sense for word in words if (verb := verbs().get(word))), _SENSES[kind])


def _relays(told: Told, source: Found | None) -> Iterator[tuple[Span, Span | None]]:
    """Give who passed the words on, from the speaker outward."""
    seen = {source}
    while source is not None:
        source = told.linked("relay", source)
        label = told.label(source)
        if source is None or source in seen or label is None:
            return
        seen.add(source)
        yield label, told.span(told.linked("cue", source))


def _quoted(told: Told, content: tuple[Span, ...]) -> Quote:
    inside = [any(told.quotes[n].covers(span) for n in touching(told.quotes, span)) for span in content]
    if all(inside):
        return "direct"
    return "mixed" if any(touching(told.quotes, span) for span in content) else "indirect"


def hedges(told: Told, span: Span) -> tuple[Span, ...]:
    """Return the words within a content by which its certainty is lessened."""
    near = told.layers["hedge"]
    first, last = (bisect_left(near, at, key=lambda hedge: hedge.start) for at in (span.start, span.end))
    return tuple(words for hedge in near[first:last] if (words := told.span(hedge)))


def triggers(told: Told) -> Iterator[Trigger]:
    """Return the events that are told, with their arguments."""
    for one in told.layers["trigger"]:
        classes, word = told.classes[one], told.span(one)
        if word:
            yield Trigger(
                word,
                classes["event"],
                cast(Polarity, classes["polarity"]),
                cast(Certainty, classes["certainty"]),
                *(told.span(told.linked(role, one)) for role in ("actor", "recipient", "place", "time")),
            )


def hints(told: Told, seen: Seen) -> Iterator[Trigger]:
    """Give the words of the paragraphs that may tell an event, though they are no trigger."""
    triggers = told.layers["trigger"]
    for start, end in seen.hinted("trigger", _LEAST):
        at = bisect_right(triggers, start, key=lambda one: one.start)
        inside = at > 0 and start < triggers[at - 1].end
        if not inside and told.shows(start):
            polarity, certainty = seen.likely("polarity", start), seen.likely("certainty", start)
            span = cut(told.body, start, end)
            yield Trigger(span, seen.likely("event", start), cast(Polarity, polarity), cast(Certainty, certainty))
