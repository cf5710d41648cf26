"""How certainly each event is said to have happened, from -3 (surely not) to 3 (surely): UDS-IH2 and MEANTIME."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sayso.read.schema import FACTUALITY

from ..example import Class, Example
from .joining import joined

FILES = ("train.jsonl",)


def examples(folder: Path) -> Iterator[Example]:
    """Read the training part of a folder."""
    yield from sentences(folder / "train.jsonl")


def sentences(path: Path) -> Iterator[Example]:
    """Read one file, a sentence a line with the token indices and values of its events."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, places = joined(row["text"].split())
        marks = (Class(FACTUALITY, places[one["span1"][0]][0], float(one["label"])) for one in row["targets"])
        yield Example(text, (), classes=tuple(marks))
