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
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        if _fits(head, name):
            return name
    return None


def decoded(head: bytes) -> str:
    """Return the bytes as text for looking at markup in it; what does not decode is replaced."""
    return head.decode(utf_of(head) or "utf-8", "replace")


def _fits(head: bytes, name: str) -> bool:
    """Whether the bytes decode to printable characters of few blocks, some of them ASCII."""
    text = head.decode(name, "replace")[:4096]
    printable = sum(character.isprintable() or character.isspace() for character in text)
    few = sum(count for _, count in Counter(map(_block, text)).most_common(_BLOCKS))
    return min(printable, few) >= 0.95 * len(text) and any(map(str.isascii, text))


def _block(character: str) -> int:
    block = ord(character) >> 8
    return 0x30 if 0x30 <= block <= 0xD7 else block  # Chinese, Japanese and Korean fill many blocks at once
