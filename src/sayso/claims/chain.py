"""The chain of voices behind a claim: who speaks, what kind of source it is, and who passed it on."""

from __future__ import annotations

import re
from functools import cache

from sayso.claims.wording import load
from sayso.records import Attribution, Entity, Link, SourceKind

_HEAD_ENDS = re.compile(
    r"(?<=\w)\s(?:of|for|in|from|at|with|who|near|on|to|close|by|inside|west|east|north|south|familiar|said|\w+ed)\s|,"
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("sources.toml")[name].split())


def chain(attribution: Attribution, known: dict[tuple[int, int], Entity], outlet: str | None) -> tuple[Link, ...]:
    """Return the voices, speaker first; the outlet that publishes the report is never in its own chain."""
    if attribution.source is None:
        return (Link(None, "unspecified", None, attribution.cue),)
    links = []
    for label, cue in ((attribution.source, attribution.cue), *attribution.relays):
        entity = known.get((label.start, label.end))
        said = label.text.lower()
        if said not in load("sources.toml")["publisher"] and not (outlet and outlet.lower() in said):
            links.append(Link(label, source_kind(label.text, entity), entity.id if entity else None, cue))
    return tuple(links)


def source_kind(label: str, entity: Entity | None) -> SourceKind:
    """Tell the kind of a source by its words and by the entity it stands for: the first test that holds decides."""
    name, type_ = (entity.name, entity.type) if entity else (label, None)
    words, head = re.findall(r"[\w-]+", name.lower()) or [""], _head(name)
    definite, plural = words[0] in _words("definite"), head.endswith("s") and not name.isupper()
    group, body = type_ in {"organisation", "armed_group"}, bool(_words("organisation") & set(words))
    news, press = bool(_words("outlet") & set(words)), head in _words("outlet")
    counted = (words[0] in _words("indefinite") or words[0].isdigit()) and head not in _words("organisation")
    role = bool({head, head.removesuffix("s")} & _words("role"))
    proper = group and not press and label.rsplit(maxsplit=1)[-1][0].isupper()
    tests: tuple[tuple[SourceKind, bool], ...] = (
        ("named_person", entity is not None and type_ == "person" and _is_proper(entity)),
        ("document", head in _words("document")),
        ("unnamed", head in _words("people") or (counted and not press)),
        ("outlet", proper and news),
        ("organisation", proper),
        ("named_role", role and (definite or not plural)),
        ("unnamed", role),
        ("outlet", news),
        ("organisation", body or group),
        ("unnamed", words[0] in _words("own") | _words("pronouns") or (plural and not definite)),
        ("named_role", bool(re.search(r"(?:er|or|ist|man|ant|ent|ian)$", head))),
        ("unnamed", plural),
    )
    return next((kind for kind, holds in tests if holds), "organisation")


def _is_proper(entity: Entity) -> bool:
    """Tell a name from a description."""
    words, lower = entity.name.split(), _words("particles")
    common = words[0].lower() in _words("indefinite") | _words("definite") | _words("own") | _words("pronouns")
    named = all(word[0].isupper() or word in lower or "-" in word for word in words) and not common
    return named and (len(words) > 1 or not words[0].endswith("s") or len(entity.mentions) > 1)


def _head(label: str) -> str:
    """Return the word that says what a source is: the last before "of", "in", "who", a participle or a comma."""
    words: list[str] = re.findall(r"[\w-]+", _HEAD_ENDS.split(label.lower(), maxsplit=1)[0])
    return words[-1] if words else label.lower()
