"""A look at the packed streams of a PDF before they are unpacked for good: a small file may hide a huge one."""

from __future__ import annotations

import re
import time
import zlib

from sayso.errors import TooLarge

_STREAM = re.compile(rb"<<(?P<head>[^\x00]{0,2000}?)>>\s*stream\r?\n", re.DOTALL)
_FLATE = re.compile(rb"/FlateDecode|/Fl\b")
_FONT = re.compile(rb"/Length1\b|/FontFile|/OpenType|/Type1C|/CIDFontType0C")
_HARMLESS = 2_000_000  # bytes that may be unpacked whatever the ratio
_MOST, _MOST_OF_A_FONT = 12_000_000, 60_000_000  # bytes: no page of words needs more


def check_expansion(data: bytes, most: int, deadline: float) -> None:
    """Raise TooLarge where a stream unpacks to more than `most` times its size, or to more than any page needs.

    Pictures are passed over: they are not unpacked to read the words. `deadline` is on the monotonic clock.
    """
    for hit in _STREAM.finditer(data):
        layers = len(_FLATE.findall(hit["head"]))
        if not layers or (layers == 1 and b"/Image" in hit["head"]):
            continue
        end = data.find(b"endstream", hit.end())
        packed = data[hit.end() : end if end >= 0 else len(data)]
        largest = _MOST_OF_A_FONT if _FONT.search(hit["head"]) else _MOST
        if _outgrows(packed, min(largest, max(_HARMLESS, most * len(packed))), layers, deadline):
            raise TooLarge(
                f"A stream of {len(packed):,} bytes in the PDF unpacks to an enormous size.",
                "This is how a decompression bomb is made; do not open the file elsewhere either.",
            )


def _outgrows(packed: bytes, most: int, layers: int, deadline: float) -> bool:
    """Whether the stream holds more than `most` bytes, in any layer; what is damaged counts as far as it goes."""
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    size = 0
    for at in range(0, len(packed), 4096):
        if time.monotonic() > deadline:
            raise TooLarge("The PDF holds more than can be unpacked in the time allowed.", "Give its text.")
        try:
            size += _unpacked(packed[at : at + 4096], unpackers, most - size)
        except zlib.error:
            return False
        if size > most:
            return True
    return False


def _unpacked(part: bytes, unpackers: list[zlib._Decompress], room: int) -> int:
    """Push some bytes through all the layers and return how many came out of the last, or what passed the room."""
    for unpacker in unpackers:
        out = unpacker.decompress(part, room + 1)
        if unpacker.unconsumed_tail:
            return room + 1
        part = out
    return len(part)
