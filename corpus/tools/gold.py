"""Reports with their marks, and what batches of them say together, as read from a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

GOLD = ".gold.yaml"
ACROSS = ".across.gold.yaml"
SECOND = "second"  # the folder of reports marked a second time, whose texts stand in the splits
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file; `grave` if the file cannot be looked at more closely."""

    where: str
    what: str
    grave: bool = False

    def __str__(self) -> str:
        """`where: what`."""
        return f"{self.where}: {self.what}"


class Unreadable(Exception):
    """A file that cannot be read; the message says why in plain words."""


@dataclass(frozen=True, slots=True)
class Report:
    """One marked report; `gold` has the shape `report` of `shape.py` once that was checked."""

    path: Path
    text: str
    gold: dict[str, Any]

    @property
    def name(self) -> str:
        """The file name without its ending; unique in the corpus."""
        return self.path.name.removesuffix(GOLD)

    @property
    def split(self) -> str:
        """The folder it stands in: train, dev or test."""
        return self.path.parent.name

    @property
    def batch(self) -> str:
        """The letters of its name."""
        return self.name.rstrip("0123456789")

    @property
    def claims(self) -> list[dict[str, Any]]:
        """Its claims in text order."""
        claims: list[dict[str, Any]] = self.gold["claims"]
        return claims


@dataclass(frozen=True, slots=True)
class Across:
    """What a batch of reports says together."""

    path: Path
    gold: dict[str, Any]

    @property
    def name(self) -> str:
        """The name of its batch."""
        return self.path.name.removesuffix(ACROSS)

    @property
    def split(self) -> str:
        """The folder it stands in."""
        return self.path.parent.name

    @property
    def incidents(self) -> list[dict[str, Any]]:
        """Its incidents in file order."""
        incidents: list[dict[str, Any]] = self.gold["incidents"]
        return incidents


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was read from a folder: reports, second markings, across files, and what could not be read."""

    reports: tuple[Report, ...]
    second: tuple[Report, ...]
    across: tuple[Across, ...]
    faults: tuple[Fault, ...]


def read(folder: Path) -> Corpus:
    """Read every marked report below a folder, sorted by path."""
    reports: list[Report] = []
    second: list[Report] = []
    across: list[Across] = []
    faults = list(_unmarked(folder))
    for path in sorted(folder.rglob(f"*{GOLD}")):
        try:
            if path.name.endswith(ACROSS):
                across.append(Across(path, load(path)))
            else:
                (second if path.parent.name == SECOND else reports).append(report(path))
        except Unreadable as error:
            faults.append(Fault(path.name, str(error), grave=True))
    return Corpus(tuple(reports), tuple(second), tuple(across), tuple(faults))


def report(path: Path) -> Report:
    """Read one gold file with its text; raises `Unreadable`."""
    name = path.name.removesuffix(GOLD) + ".txt"
    beside = path.with_name(name)
    places = sorted(path.parents[1].glob(f"*/{name}")) if path.parent.name == SECOND else [beside]
    if not places or not places[0].is_file():
        raise Unreadable(f"there is no {name}")
    return Report(path, _text(places[0]), load(path))


def load(path: Path) -> dict[str, Any]:
    """Read a YAML file whose top is a mapping and that names no key twice; raises `Unreadable`."""
    loader = _Loader(_text(path))
    try:
        node = loader.get_single_node()
        for key in _twice(node):
            raise Unreadable(f"line {key.start_mark.line + 1}: the key {key.value!r} stands twice")
        gold = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        raise Unreadable(f"no valid YAML: {' '.join(str(error).split())}") from error
    finally:
        loader.dispose()
    if not isinstance(gold, dict):
        raise Unreadable("its top is no mapping")
    return gold


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path.name} is not UTF-8 at byte {error.start}") from error


def _twice(node: Any) -> Iterator[Any]:
    """Every key below a YAML node that its mapping names more than once."""
    if isinstance(node, yaml.MappingNode):
        counts = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        yield from (key for key, _ in node.value if isinstance(key, yaml.ScalarNode) and counts[key.value] > 1)
        for _, value in node.value:
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _twice(value)


def _unmarked(folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.rglob("*.txt")):
        if not path.with_suffix(GOLD).is_file():
            yield Fault(path.name, f"there is no {path.stem}{GOLD}", grave=True)
