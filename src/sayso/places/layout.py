"""How a gazetteer file is laid out: little-endian tables that are read where they lie, never unpacked as a whole.

    8 bytes  magic "SAYSOGAZ"
    4 bytes  length of the header
    4 bytes  CRC-32 of the header
    header   JSON: format, title, licence, sources with their sha256, counts, countries, features, the sections'
             places in the body, and the sha256 of the body
    body     sections, each from a multiple of eight on

    records    30 bytes a place, best known first: number, latitude and longitude in 1e-5 degrees, population, offset of
               the name, radius in units of 100 m, two areas, feature, country, rank
    areas      offsets of the names of areas; area 0 is none
    text       names: one byte of length, then UTF-8
    name_*     folded names, hashed: an index by the first bits, the next 32 bits in order, the places beside them
    key_*      skeletons likewise, with a melody beside each
    id_*       GeoNames numbers in order, the places beside them

Names are kept as hashes because their letters take three times the room; of a million names that are not in the file,
fewer than one is taken for one that is. See docs/decisions/0011-gazetteer-file.md.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import struct
import sys
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import GazetteerError

MAGIC = b"SAYSOGAZ"
FORMAT = 1
START = struct.Struct("<8sII")
RECORD = struct.Struct("<IiiIIHHHHBB")
DEGREE = 100_000
RADIUS = 100  # metres a unit
HASH_BITS = 48
LOW_BITS = 32
_CHUNK = 1 << 20

Header = Mapping[str, Any]


def hashed(text: str) -> int:
    """Return 48 bits that stand for a folded name or a skeleton."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=HASH_BITS // 8).digest(), "big")


@dataclass(frozen=True, slots=True)
class Index:
    """Hashes in order: `starts` says where each group begins, `low` holds 32 bits of each, `places` what they mean."""

    starts: memoryview[int]
    low: memoryview[int]
    places: memoryview[int]

    def at(self, value: int) -> Iterator[int]:
        """Yield the positions at which a hash stands."""
        below = HASH_BITS - (len(self.starts) - 1).bit_length() + 1  # bits below those that choose the group
        group, low = value >> below, value >> below - LOW_BITS & (1 << LOW_BITS) - 1
        end = self.starts[group + 1]
        position = bisect_left(self.low, low, self.starts[group], end)
        while position < end and self.low[position] == low:
            yield position
            position += 1


@dataclass(frozen=True, slots=True)
class Tables:
    """One gazetteer file, open: its header and its sections, as views into the file."""

    header: Header
    records: memoryview[int]
    areas: memoryview[int]
    text: memoryview[int]
    names: Index
    keys: Index
    melodies: memoryview[int]
    ids: memoryview[int]
    id_places: memoryview[int]

    def word(self, offset: int) -> str:
        """Return the name that begins at an offset of the text."""
        return str(self.text[offset + 1 : offset + 1 + self.text[offset]], "utf-8")

    def area(self, number: int) -> str | None:
        """Return the name of an area; area 0 is none."""
        return self.word(self.areas[number]) if number else None


def open_file(path: Path) -> Tables:
    """Check a gazetteer file and map it into memory; raises GazetteerError for one that is missing or damaged."""
    try:
        with path.open("rb") as file:
            header, start = _header(file.read(START.size), file.read, path)
            body = hashlib.sha256()
            while chunk := file.read(_CHUNK):  # read, not mapped: what is only checked need not stay in memory
                body.update(chunk)
            _check(header, body.hexdigest(), path)
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise GazetteerError(f"The gazetteer {path} cannot be read: {error.strerror}.", _cure(path)) from error
    return tables(header, memoryview(mapped)[start:])


def open_bytes(data: bytes) -> Tables:
    """Check a gazetteer that is held in memory, and open it; raises GazetteerError."""
    where = Path("(in memory)")
    rest = memoryview(data)[START.size :]
    header, start = _header(data[: START.size], lambda size: bytes(rest[:size]), where)
    _check(header, hashlib.sha256(data[start:]).hexdigest(), where)
    return tables(header, memoryview(data)[start:])


def _header(first: bytes, read: Any, path: Path) -> tuple[Header, int]:
    """Return the header and where the body starts; raises GazetteerError where it is no header of ours."""
    if len(first) < START.size or not first.startswith(MAGIC):
        raise GazetteerError(f"{path} is no gazetteer file.", _cure(path))
    _, length, crc = START.unpack(first)
    raw = read(length)
    if len(raw) < length or zlib.crc32(raw) != crc:
        raise GazetteerError(f"The gazetteer {path} is damaged in its first bytes.", _cure(path))
    header: Header = json.loads(raw)
    if header["format"] != FORMAT:
        raise GazetteerError(
            f"The gazetteer {path} has format {header['format']}, and this sayso reads format {FORMAT}.", _cure(path)
        )
    if sys.byteorder != "little":
        raise GazetteerError(
            "This machine counts bytes from the other end, and gazetteer files cannot be read here.",
            "Use a little-endian machine.",
        )
    return header, START.size + length


def _check(header: Header, sha256: str, path: Path) -> None:
    if sha256 != header["sha256"]:
        raise GazetteerError(f"The gazetteer {path} is damaged: its checksum is not the one it names.", _cure(path))


def _cure(path: Path) -> str:
    if path.parent == Path(__file__).parent / "data":
        return "Install sayso again."
    return "Remove it with `sayso gazetteer remove` and add it again."


def tables(header: Header, body: memoryview[int]) -> Tables:
    """Cut a body into its sections."""

    def section(name: str) -> memoryview[int]:
        offset, length = header["sections"][name]
        return body[offset : offset + length]

    def numbers(name: str) -> memoryview[int]:
        return section(name).cast("I")

    def index(name: str) -> Index:
        return Index(numbers(f"{name}_starts"), numbers(f"{name}_low"), numbers(f"{name}_places"))

    return Tables(
        header=header,
        records=section("records"),
        areas=numbers("areas"),
        text=section("text"),
        names=index("name"),
        keys=index("key"),
        melodies=numbers("key_melodies"),
        ids=numbers("id_numbers"),
        id_places=numbers("id_places"),
    )
