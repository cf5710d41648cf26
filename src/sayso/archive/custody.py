"""The log of what was received, as a chain: every line's hash covers the line before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from sayso.records import Custody

GENESIS = "0" * 64
"""What the first line names as the line before it."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: the number of the line and what is wrong with it."""

    sequence: int
    because: str


def custody(previous: Custody | None, at: str, sha256: str, origin: str, tool: str) -> Custody:
    """Return the line that follows `previous` (None for the first line, number 1).

    `at` is UTC in ISO 8601 with seconds, `sha256` that of the bytes received, `tool` the program and its version.
    """
    sequence, before = (1, GENESIS) if previous is None else (previous.sequence + 1, previous.hash)
    line = Custody(sequence, at, sha256, origin, tool, before, hash="")
    return Custody(sequence, at, sha256, origin, tool, before, digest(line))


def digest(line: Custody) -> str:
    """Return the hash of a line: sha256 over the canonical JSON (sorted keys, ASCII) of all its fields but `hash`."""
    fields = asdict(line)
    del fields["hash"]
    return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def broken(lines: Iterable[Custody]) -> Iterator[Break]:
    """Yield every place where the chain breaks, the first one first; nothing where it holds.

    `lines` are in order of `sequence`, from the first. Each is compared with its neighbour as stored, so one altered
    line is one break. That the last lines were cut off can be seen only against a copy of the chain's end.
    """
    number, before = 1, GENESIS
    for line in lines:
        if line.sequence != number:
            yield Break(line.sequence, f"Line {line.sequence} stands where line {number} should.")
        elif line.previous != before:
            yield Break(line.sequence, f"Line {line.sequence} does not follow from the line before it.")
        if line.hash != digest(line):
            yield Break(line.sequence, f"Line {line.sequence} was altered after it was written.")
        number, before = line.sequence + 1, line.hash
