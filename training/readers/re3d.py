"""Entities of re3d, a corpus on the conflict in Syria and Iraq; one of its folders is held out of training."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.read.schema import MENTION_TYPES, PHRASE_TYPES

from ..example import Example, Span, apart

HELD_OUT = "US State Department"
FILES = ("[!U]*/*.json", "UK*/*.json")
COVERS = frozenset(
    {
        "phrase",
        *(f"mention.{kind}" for kind in MENTION_TYPES if kind != "person"),
    }  # people stand with their titles here
)
TYPES = {
    "Organisation": ("organisation", "armed_group"),
    "Person": ("person",),
    "Location": ("place", "facility"),
    "Nationality": ("nationality",),
    "Temporal": ("time",),
    "Quantity": ("quantity",),
    "Money": ("money",),
    "Vehicle": ("vehicle",),
    "MilitaryPlatform": ("vehicle", "weapon"),
    "Weapon": ("weapon",),
    "DocumentReference": ("document",),
}


def examples(folder: Path) -> Iterator[Example]:
    """Read the folders that may be trained on."""
    for part in sorted(path.parent for path in folder.glob("*/documents.json")):
        if part.name != HELD_OUT:
            yield from documents(part)


def documents(folder: Path) -> Iterator[Example]:
    """Read the documents of one folder; of entities that overlap the longer is kept."""
    entities = defaultdict[object, list[Span]](list)
    for one in _lines(folder / "entities.json"):
        if one["type"] in TYPES:
            entities[one["documentId"]] += _spans(one)
    for document in _lines(folder / "documents.json"):
        yield Example(str(document["text"]), apart(tuple(entities[document["_id"]])), covers=COVERS)


def _spans(entity: dict[str, object]) -> Iterator[Span]:
    """Mark one entity as a phrase, and as a mention too where both corpora would mark the same words."""
    start, end, types = int(str(entity["begin"])), int(str(entity["end"])), TYPES[str(entity["type"])]
    yield Span("phrase", start, end, tuple(kind for kind in types if kind in PHRASE_TYPES))
    if types != ("person",):
        yield Span("mention", start, end, types)


def _lines(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text("utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def merged(kind: str) -> str:
    """Bring our finer types under the one that re3d has for them."""
    return {"armed_group": "organisation", "facility": "place"}.get(kind, kind)
