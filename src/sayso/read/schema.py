"""What the encoder is taught to find: layers of spans, relations between them, and classes of them."""

from __future__ import annotations

from dataclasses import dataclass

PLAIN = "span"  # the only type of a layer that has no types
MENTION_TYPES = (
    "person", "organisation", "armed_group", "place", "facility", "weapon", "vehicle", "nationality", "quantity",
    "money", "time", "document",
)  # fmt: skip
PHRASE_TYPES = (
    "person", "organisation", "place", "weapon", "vehicle", "nationality", "quantity", "money", "time", "document",
)  # fmt: skip
LAYERS: dict[str, tuple[str, ...]] = {
    "mention": MENTION_TYPES,  # names, people without rank or title
    "phrase": PHRASE_TYPES,  # the same as whole noun phrases, with title and description, as re3d marks them
    "source": (PLAIN,),
    "cue": (PLAIN,),
    "content": (PLAIN,),
    "own": (PLAIN,),  # a claim in the report's own voice
    "hedge": (PLAIN,),
    "trigger": (PLAIN,),
    "argument": (PLAIN,),  # actor, recipient or place of an event, named or not
    "notice": ("translation", "unverified", "responsibility", "correction", "syndication"),
    "furniture": (PLAIN,),
}
CLASSES: dict[str, tuple[str, ...]] = {
    "kind": ("report", "denial", "responsibility", "assessment", "forecast", "intention", "demand"),
    "polarity": ("positive", "negative"),
    "certainty": ("certain", "probable", "possible"),
    "event": (
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ),
    "voice": ("named_person", "named_role", "organisation", "outlet", "document", "unnamed"),
}  # fmt: skip
FACTUALITY = "factuality"  # a number from -3 to 3, read off polarity and certainty together
CERTAINTY_VALUES = (3.0, 2.0, 1.0)  # what certain, probable and possible stand for on that scale


@dataclass(frozen=True, slots=True)
class Relation:
    """Layers that a relation may start from, and layers it may lead to."""

    origins: tuple[str, ...]
    targets: tuple[str, ...]


RELATIONS: dict[str, Relation] = {
    "source": Relation(("content",), ("source",)),
    "cue": Relation(("content", "source"), ("cue",)),  # from a source only where it relays
    "rest": Relation(("content",), ("content",)),  # a content in several pieces: from the first to the others
    "relay": Relation(("source",), ("source",)),
    "antecedent": Relation(("source",), ("mention", "source")),
    "actor": Relation(("trigger",), ("argument", "mention")),
    "recipient": Relation(("trigger",), ("argument", "mention")),
    "place": Relation(("trigger",), ("argument", "mention")),
    "time": Relation(("trigger",), ("mention",)),
}


def tags(layer: str) -> tuple[str, ...]:
    """Return the tags of a layer: `O`, then `B-` and `I-` of each type."""
    return ("O", *(f"{mark}-{kind}" for kind in LAYERS[layer] for mark in "BI"))


def columns(widths: dict[str, int]) -> dict[str, slice]:
    """Lay parts of given widths side by side in one array."""
    found, at = {}, 0
    for name, width in widths.items():
        found[name] = slice(at, at + width)
        at += width
    return found


TAG_COLUMNS = columns({layer: len(tags(layer)) for layer in LAYERS})
CLASS_COLUMNS = columns({name: len(values) for name, values in CLASSES.items()})
TAG_WIDTH = max(part.stop for part in TAG_COLUMNS.values())
CLASS_WIDTH = max(part.stop for part in CLASS_COLUMNS.values())


def labels() -> dict[str, object]:
    """Return all that a reader of the outputs needs to know, as written to labels.json."""
    return {
        "tags": {layer: list(tags(layer)) for layer in LAYERS},
        "classes": {name: list(values) for name, values in CLASSES.items()},
        "relations": {name: {"from": list(r.origins), "to": list(r.targets)} for name, r in RELATIONS.items()},
    }
