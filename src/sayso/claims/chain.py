"""The chain of voices behind a claim: who speaks, what kind of source it is, and who passed it on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from sayso.records import Attribution, Entity, Link, Mention, SourceKind, Tags
from sayso.spans import Span


@cache
def _words() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files("sayso.claims").joinpath("sources.toml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}


class Speakers:
    """Looks up the mentions and entities that the labels of a text stand for."""

    def __init__(self, tags: Tags) -> None:
        self._mentions: Mapping[tuple[int, int], Mention] = {(m.span.start, m.span.end): m for m in tags.mentions}
        self._entities: Mapping[str, Entity] = {e.id: e for e in tags.entities}

    def entity(self, label: Span) -> Entity | None:
        """The entity of the mention that is exactly this label."""
        mention = self._mentions.get((label.start, label.end))
        return self._entities.get(mention.entity or "") if mention else None


def chain(attribution: Attribution, speakers: Speakers, outlet: str | None) -> tuple[Link, ...]:
    """The chain of an attribution, speaker first; the outlet that publishes the report is never in its own chain."""
    if attribution.source is None:
        return (Link(None, "unspecified", None, attribution.cue),)
    voices: Iterable[tuple[Span, Span | None]] = ((attribution.source, attribution.cue), *attribution.relays)
    links = []
    for label, cue in voices:
        if outlet and outlet.lower() in label.text.lower():
            continue
        entity = speakers.entity(label)
        links.append(Link(label, source_kind(label.text, entity), entity.id if entity else None, cue))
    return tuple(links)


def source_kind(label: str, entity: Entity | None) -> SourceKind:
    """What kind of source a label names, from its words and from the entity it refers to."""
    words = re.findall(r"[\w-]+", label.lower())
    table = _words()
    pronoun = len(words) == 1 and words[0] in table["pronouns"]
    if entity is not None and entity.type == "person" and (_has_name(entity.name)) and (pronoun or _has_name(label)):
        return "named_person"
    if pronoun and entity is not None and entity.name != label:
        return source_kind(entity.name, None)
    head = _head_words(label)
    if any(w in table["document"] for w in head):
        return "document"
    if any(w in table["outlet"] for w in re.findall(r"[\w-]+", label.lower())) and not any(
        w in table["role"] for w in head
    ):
        return "outlet"
    if any(w in table["role"] for w in head) or any(w in table["people"] for w in head):
        indefinite = (
            words[0] in table["indefinite"]
            or words[0].isdigit()
            or (head[-1].endswith("s") and words[0] not in table["definite"])
        )
        return "unnamed" if indefinite or any(w in table["people"] for w in head) else "named_role"
    if any(w in table["organisation"] for w in words) or label.isupper():
        return "organisation"
    if entity is not None and entity.type == "person" and _has_name(label):
        return "named_person"
    if words[0] in table["indefinite"] or head[-1] in table["people"]:
        return "unnamed"
    return "organisation"


def _has_name(label: str) -> bool:
    return bool(re.search(r"(?<!^)\b[A-Z][\w’'-]+|^[A-Z][\w’'-]+(?:\s+[A-Z]|$)|^\w+-[A-Z]", label))


def _head_words(label: str) -> list[str]:
    """The words of a label up to the first "of", "in", "who" or comma: what the source is."""
    core = re.split(
        r"\b(?:of|for|in|from|at|with|who|near|on|to|close|by|inside|west|east|north|south)\b|,", label.lower()
    )[0]
    return re.findall(r"[\w-]+", core)[-3:] or [label.lower()]
