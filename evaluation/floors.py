"""The floors below which the program may not fall, what they were set on, and why any of them was lowered.

They stand in `floors.toml`, which `gate.py` writes: the sha256 of the marked reports and of the model, a floor for each
layer with the best it ever was, and the changes that need a reason, each with a date. A floor that stands lower than
its last change, or than its best where it has none, was lowered without a reason.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from .score import Figure

SLACK = 0.02  # what a floor leaves for other processors, on which 3 claims of 100 differ (decision 10)
CASES = 3  # and at least so many cases, where a layer has few
CORPUS, MODEL = "corpus", "model"  # the two things that floors are pinned to
_HEAD = f"""\
# What the program has to reach on corpus/dev. Written by `make gate`; CONTRIBUTING.md says how to change it.
# A floor is set {SLACK} or {CASES} cases, whichever is more, below what was measured. `best`: the highest it was.
"""


class Faulty(Exception):
    """Floors that cannot be read, or a change that may not be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a layer has to reach, and the highest that this ever was."""

    least: float
    best: float


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was changed for a reason: a layer lowered (or raised after that), or the corpus."""

    on: date
    what: str
    was: float | str
    now: float | str
    because: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors by layer, with the hashes by what they were set on (`corpus`, `model`)."""

    pins: Mapping[str, str] = field(default_factory=dict)
    layers: Mapping[str, Floor] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    def last(self, layer: str) -> Change | None:
        """Return the last change of a layer."""
        return next((change for change in reversed(self.changes) if change.what == layer), None)


# ---- on disk ----


def load(path: Path) -> Floors:
    """Read the floors; there are none where there is no file. Raises `Faulty`."""
    if not path.is_file():
        return Floors()
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        layers = {name: Floor(float(one["floor"]), float(one["best"])) for name, one in told["floors"].items()}
        changes = tuple(
            Change(one["on"], one["what"], one["from"], one["to"], str(one.get("because", "")))
            for one in told.get("changes", [])
        )
        return Floors({name: told[name] for name in (CORPUS, MODEL)}, layers, changes)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Faulty(f"{path} cannot be read ({error!r}). Take it back from the last commit.") from error


def written(floors: Floors) -> str:
    """Return the floors as TOML."""
    lines = [_HEAD, *(f"{name} = {_toml(value)}" for name, value in floors.pins.items()), "", "[floors]"]
    lines += [
        f"{_toml(name)} = {{ floor = {one.least:.3f}, best = {one.best:.3f} }}" for name, one in floors.layers.items()
    ]
    for change in floors.changes:
        lines += ["", "[[changes]]", f"on = {change.on.isoformat()}", f"what = {_toml(change.what)}"]
        lines += [f"from = {_toml(change.was)}", f"to = {_toml(change.now)}", f"because = {_toml(change.because)}"]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    """Write a string or a number; a JSON string is a basic string of TOML."""
    return json.dumps(value, ensure_ascii=False)


# ---- what is pinned ----


def hash_of_reports(folder: Path) -> str:
    """Return one sha256 over the sorted names and the bytes of all texts and marks in a folder."""
    total = sha256()
    for path in sorted((*folder.glob("*.txt"), *folder.glob("*.yaml")), key=lambda one: one.name):
        total.update(f"{path.name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


# ---- what is wrong ----


def faults(floors: Floors, pins: Mapping[str, str]) -> Iterator[str]:
    """Say what else than a figure is wrong: a pin that does not hold, a floor lowered without a reason."""
    for name, value in pins.items():
        if floors.pins.get(name) != value:
            pinned = floors.pins.get(name, "none")
            yield f"the {name} is not the one that the floors were set on: its sha256 is {value}, not {pinned}"
    for change in floors.changes:
        if not change.because.strip():
            yield f"{change.what}: changed on {change.on} without a reason"
    for layer, floor in floors.layers.items():
        last = floors.last(layer)
        held = float(last.now) if last else floor.best
        if floor.least < held:
            yield f"{layer}: the floor was lowered from {held:.3f} to {floor.least:.3f} without a reason"


def missed(floors: Floors, figures: Mapping[str, Figure]) -> Iterator[str]:
    """Name every layer that is below its floor, is no longer read, or has no floor."""
    for layer, floor in floors.layers.items():
        if layer not in figures:
            yield f"{layer}: nothing of it is read any more, and its floor is {floor.least:.3f}"
        elif figures[layer].value < floor.least:
            yield f"{layer}: {figures[layer].value:.3f} is below its floor of {floor.least:.3f}"
    yield from (f"{layer}: has no floor; --update sets one" for layer in figures if layer not in floors.layers)


# ---- changes ----


def least(figure: Figure) -> float:
    """Return the floor for what was measured, rounded down to three places."""
    return max(0.0, math.floor(1000 * (figure.value - max(SLACK, CASES / max(figure.of, 1)))) / 1000)


def updated(floors: Floors, figures: Mapping[str, Figure], pins: Mapping[str, str], change: Change) -> Floors:
    """Pin what the figures were measured on and raise every floor that they allow to be raised.

    `change` holds the day and, for another corpus than before, the reason; raises `Faulty` where that is wanting.
    """
    for layer, figure in figures.items():
        floors = _raised(floors, layer, least(figure), change.on)
    before = floors.pins.get(CORPUS)
    if before is not None and before != pins[CORPUS]:
        floors = _with(floors, replace(change, what=CORPUS, was=before, now=pins[CORPUS]))
    return replace(floors, pins=dict(pins))


def _raised(floors: Floors, layer: str, to: float, on: date) -> Floors:
    before = floors.layers.get(layer)
    if before and to <= before.least:
        return floors
    if before and floors.last(layer):  # so that what was lowered for a reason cannot sink there again without one
        floors = _with(floors, Change(on, layer, before.least, to, "measured higher"))
    raised = Floor(to, max(to, before.best if before else 0.0))
    return replace(floors, layers={**floors.layers, layer: raised})


def lowered(floors: Floors, layer: str, figures: Mapping[str, Figure], change: Change) -> Floors:
    """Lower the floor of a layer to what was measured, for the reason in `change`; raises `Faulty`."""
    if layer not in floors.layers or layer not in figures:
        raise Faulty(f"{layer!r} has no floor that could be lowered. The floors are: {', '.join(floors.layers)}.")
    before, to = floors.layers[layer], least(figures[layer])
    if to >= before.least:
        raise Faulty(
            f"{layer!r} has no need to be lowered: {figures[layer].value:.3f} is not below {before.least:.3f}."
        )
    floors = _with(floors, replace(change, what=layer, was=before.least, now=to))
    return replace(floors, layers={**floors.layers, layer: Floor(to, before.best)})


def _with(floors: Floors, change: Change) -> Floors:
    if not change.because.strip():
        raise Faulty(f"{change.what}: a change that needs a reason; give one with --because.")
    return replace(floors, changes=(*floors.changes, change))
