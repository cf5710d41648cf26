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
    if entity is not None and entity.type == "person" and _is_proper(entity):
        return "named_person"
    words = re.findall(r"[\w-]+", (entity.name if entity is not None else label).lower())
    table, head = _words(), _head(entity.name if entity is not None else label)
    indefinite = words[0] in table["indefinite"] or words[0].isdigit()
    if head in table["document"]:
        return "document"
    if head in table["people"] or (indefinite and head not in table["outlet"] | table["organisation"]):
        return "unnamed"
    if (
        entity is not None
        and entity.type in {"organisation", "armed_group"}
        and head not in table["outlet"]
        and label.split()[-1][0].isupper()
    ):
        return "outlet" if table["outlet"] & set(words) else "organisation"
    if head in table["role"] or head.removesuffix("s") in table["role"]:
        return "named_role" if words[0] in table["definite"] or not head.endswith("s") else "unnamed"
    if table["outlet"] & set(words):
        return "outlet"
    if table["organisation"] & set(words) or (entity is not None and entity.type in {"organisation", "armed_group"}):
        return "organisation"
    plural = head.endswith("s") and not label.isupper()
    if words[0] in table["own"] or (plural and words[0] not in table["definite"]):
        return "unnamed"
    return (
        "named_role" if re.search(r"(?:er|or|ist|man|ant|ent|ian)$", head) else "unnamed" if plural else "organisation"
    )


def _is_proper(entity: Entity) -> bool:
    """Whether an entity bears a name of its own and not a description."""
    words = entity.name.split()
    named = all(w[0].isupper() or w in {"al", "bin", "ibn", "de", "la", "van", "von", "der"} or "-" in w for w in words)
    return named and words[0].lower() not in _words()["indefinite"] | _words()["definite"] and (
        len(words) > 1 or not words[0].endswith("s") or len(entity.mentions) > 1
    )  # fmt: skip


def _head(label: str) -> str:
    """The word that says what a source is: the last before "of", "in", "who", a participle or a comma."""
    core = re.split(
        r"(?<=\w)\s(?:of|for|in|from|at|with|who|near|on|to|close|by|inside|west|east|north|south|familiar|said|\w+ed)\s|,",
        label.lower(),
    )[0]
    return (re.findall(r"[\w-]+", core) or [label.lower()])[-1]
