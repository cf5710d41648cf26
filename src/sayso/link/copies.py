"""Near copies found without comparing every report with every other: MinHash sketches and their bands.

A sketch estimates how much two texts share (Broder 1997, "On the resemblance and containment of documents"); its bands
are rows for an index (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3). Reports that share a
narrow band are worth comparing. Reports that share a wide one are copies without a comparison, as with Broder's
super-shingles, so that a story printed five thousand times is joined in the time it takes to sketch it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

import numpy as np
from numpy.typing import NDArray

VERSION = 1  # raise it when shingles or constants change: sketches of two versions cannot be compared
SIZE = 128  # values; the estimate is off by 4 points at most in two of three cases
NARROW = 2  # values to a narrow band: two texts that share 30 % of their sequences meet in one of 32 with p = .95
WIDE = 16  # values to a wide band: two that share 95 % meet in one of 8 with p = .99, two that share half with p = 1e-4
_NARROW_VALUES = 64  # of the sketch's values, so many make narrow bands: 32 rows a report


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest value of a text's sequences under each of `SIZE` hashings; `of` is how many sequences there are."""

    values: tuple[int, ...]
    of: int
    version: int = VERSION


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """A row for an index: reports with an equal one are near copies (`wide`) or worth comparing (`narrow`)."""

    width: Literal["narrow", "wide"]
    number: int
    value: int  # signed, 64 bits, as databases hold them


def sketch(sequences: frozenset[int]) -> Sketch:
    """Sketch a set of 64-bit hashes; the same set gives the same sketch on every machine.

    Each hashing is the finisher of splitmix64 (Steele, Lea and Flood 2014) over the hashes, keyed by exclusive or.
    """
    if not sequences:
        return Sketch((), 0)
    hashed = np.fromiter(sequences, dtype=np.uint64, count=len(sequences))
    mixed = (hashed[None, :] ^ _KEYS[:, None]) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    return Sketch(tuple(mixed.min(axis=1).tolist()), len(sequences))


def _keys() -> NDArray[np.uint64]:
    """Make the constants that tell the hashings apart, from a digest rather than from a library's random numbers."""
    digests = (blake2b(f"sayso sketch {VERSION} {at}".encode(), digest_size=8).digest() for at in range(SIZE))
    return np.array([int.from_bytes(digest, "big") for digest in digests], dtype=np.uint64)


_KEYS = _keys()


def resemblance(one: Sketch, other: Sketch) -> float:
    """Estimate the share of all their sequences that both have, from 0 to 1."""
    if not one.of or not other.of or one.version != other.version:
        return 0.0
    return sum(a == b for a, b in zip(one.values, other.values, strict=True)) / SIZE


def containment(one: Sketch, other: Sketch) -> float:
    """Estimate the share of the shorter one's sequences that the longer has, from the resemblance and the lengths."""
    shared = resemblance(one, other)
    shorter = min(one.of, other.of)
    return min(1.0, shared * (one.of + other.of) / (1 + shared) / shorter) if shorter else 0.0


def bands(found: Sketch) -> tuple[Band, ...]:
    """Return the rows under which a sketch is filed; none for a text without words."""
    if not found.of:
        return ()
    narrow = (Band("narrow", at, _row(found, at * NARROW, NARROW)) for at in range(_NARROW_VALUES // NARROW))
    wide = (Band("wide", at, _row(found, at * WIDE, WIDE)) for at in range(SIZE // WIDE))
    return (*narrow, *wide)


def _row(found: Sketch, start: int, width: int) -> int:
    values = np.array(found.values[start : start + width], dtype=">u8")
    return int.from_bytes(blake2b(values.tobytes(), digest_size=8).digest(), "big", signed=True)
