"""Which Unicode encoding bytes are in, as far as a look at them can tell; used only to tell formats apart."""

from __future__ import annotations

import codecs
from collections import Counter

_MARKS = (  # the longer first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHORTEST = 8  # bytes; below this the pattern of NULs says nothing
_BLOCKS = 3  # a text uses few blocks of 256 characters: its script, ASCII, and punctuation


def utf_of(head: bytes) -> str | None:
    """Name the UTF-8/16/32 encoding that a byte order mark or the pattern of the bytes shows, or None."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if len(head) < _SHORTEST or b"\0" not in head:
        return None
    for name, width, high in (("utf-32-le", 4, 1), ("utf-32-be", 4, 2), ("utf-16-le", 2, 1), ("utf-16-be", 2, 0)):
        if _fits(head[: len(head) // width * width], name, head[high::width]):
            return name
    return None


def decoded(head: bytes) -> str:
    """Return the bytes as text for looking at markup in it; what does not decode is replaced."""
    return head.decode(utf_of(head) or "utf-8", "replace")


def _fits(head: bytes, name: str, high: bytes) -> bool:
    """Whether the bytes decode to printable characters of few blocks, white space among them or none missing."""
    text = head.decode(name, "replace")
    printable = sum(character.isprintable() or character.isspace() for character in text[:4096])
    few = sum(count for _, count in Counter(high).most_common(_BLOCKS))
    return printable >= 0.95 * len(text[:4096]) and few >= 0.95 * len(high) and any(map(str.isascii, text[:4096]))
