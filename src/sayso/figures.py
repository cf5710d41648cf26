"""How well the program reads, layer by layer, as `make gate` measured it; and what is said of the model that reads.

The figures ship as `figures.json` beside this module, which only `make gate` writes. Each is a share from 0 to 1, with
how many things it is a share of.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

FILE = "figures.json"
HELD = "program"  # the reader that ships, among those that were measured beside it


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure: a share from 0 to 1, and of how many things it is one."""

    value: float
    of: int

    @property
    def percent(self) -> int:
        """The share in whole hundredths, rounded down, so that it is never more than was measured."""
        return int(self.value * 100 + 1e-9)


@dataclass(frozen=True, slots=True)
class Split:
    """The figures on one part of the corpus: when they were taken, on which reports, with which model.

    `layers` are the figures of each reader by its name, for each layer in the order in which they are shown.
    """

    on: str  # ISO 8601 date
    corpus: str  # sha256
    model: str  # sha256
    layers: Mapping[str, Mapping[str, Measured]]

    def of(self, layer: str, reader: str = HELD) -> Measured | None:
        """Return the figure of a reader in a layer; None where it was not measured."""
        return self.layers.get(layer, {}).get(reader)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: on the part of the corpus that is looked at, on the part opened once, and on other texts.

    `elsewhere` are plain figures by their name, of each reader, on texts that nobody here wrote.
    """

    development: Split | None = None
    test: Split | None = None
    elsewhere: Mapping[str, Mapping[str, float]] | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """What is said of the model that reads: its name and hash, its size in bytes, what it cannot do, what taught it.

    `starts_from` names the model it was made from, with the licence; `data` are corpora, each with its licence.
    """

    name: str
    sha256: str
    bytes: int
    limits: tuple[str, ...]
    starts_from: tuple[str, str]
    data: tuple[tuple[str, str], ...]


def figures() -> Figures:
    """Read the figures that ship with the program."""
    return figures_from_json(json.loads(files("sayso").joinpath(FILE).read_text("utf-8")))


def figures_from_json(value: Mapping[str, Any]) -> Figures:
    """Rebuild figures from their JSON."""
    return Figures(_split(value.get("development")), _split(value.get("test")), value.get("elsewhere", {}))


def _split(value: Mapping[str, Any] | None) -> Split | None:
    if value is None:
        return None
    layers = {
        layer: {reader: Measured(*found) for reader, found in readers.items()}
        for layer, readers in value["layers"].items()
    }
    return Split(value["on"], value["corpus"], value["model"], layers)
