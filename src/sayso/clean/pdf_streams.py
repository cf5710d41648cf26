"""A look at the packed streams of a PDF before they are unpacked for good: a small file may hide a huge one."""

from __future__ import annotations

import re
import time
import zlib

from sayso.errors import TooLarge

_STREAM = re.compile(rb"<<(?P<head>[^\x00]{0,2000}?)>>\s*stream\r?\n", re.DOTALL)
_HARMLESS = 8_000_000  # bytes that may be unpacked whatever the ratio
_STEP = 1_000_000


def check_expansion(data: bytes, most: int, deadline: float) -> None:
    """Raise TooLarge where a stream unpacks to more than `most` times its size; pictures, never unpacked here, may.

    Two layers of packing are refused when the first alone is large. `deadline` is on the monotonic clock.
    """
    for hit in _STREAM.finditer(data):
        head = hit["head"]
        if b"FlateDecode" not in head and b"/Fl" not in head:
            continue
        if b"/Image" in head and head.count(b"FlateDecode") < 2:
            continue
        end = data.find(b"endstream", hit.end())
        packed = memoryview(data)[hit.end() : end if end >= 0 else len(data)]
        layers = max(1, head.count(b"FlateDecode"))
        size = _unpacked(packed, max(_HARMLESS, most * len(packed)) // (1 if layers == 1 else 16), deadline)
        if size is None:
            raise TooLarge(
                f"A stream of {len(packed):,} bytes in the PDF unpacks to more than {most} times its size.",
                "This is how a decompression bomb is made; do not open the file elsewhere either.",
            )


def _unpacked(packed: memoryview, most: int, deadline: float) -> int | None:
    """Return how many bytes the stream unpacks to, as far as it is whole; None when more than `most`."""
    unpacker = zlib.decompressobj()
    size = 0
    rest: bytes | memoryview = packed
    while rest and not unpacker.eof:
        if time.monotonic() > deadline:
            return None
        try:
            size += len(unpacker.decompress(rest, _STEP))
        except zlib.error:
            return size
        if size > most:
            return None
        rest = unpacker.unconsumed_tail
    return size
