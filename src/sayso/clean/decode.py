"""Bytes to characters: the encoding is known or told with good reason, never guessed over the loss of letters."""

from __future__ import annotations

import codecs
import re

from sayso.errors import NoText, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 200_000  # bytes that a guess looks at
_FEW = 0.002  # share of damaged bytes in a file that is otherwise plainly UTF-8
_SCATTERED = 0.10  # share of bytes above 127 in Western European text, at most
_NOISE = 0.05  # share of control characters from which a file is not text


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the characters of `data`, tidied; `declared` is the encoding that the document names, if it does.

    Raises NoText for an empty file and Unreadable where the encoding cannot be told.
    """
    if not data:
        raise NoText("The file is empty.", "Give a file that holds the words of a report.")
    text = tidy(_characters(data, declared))
    if not text.strip():
        raise NoText("The file holds nothing but white space.", "Give a file that holds the words of a report.")
    return text


def tidy(text: str) -> str:
    """Make every line end a line feed, drop control characters, and put U+FFFD for half a surrogate pair."""
    text = text.removeprefix("\ufeff")
    if not text.isascii() and _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    controls = len(_CONTROL.findall(text))
    if controls > 8 and controls > _NOISE * len(text):
        raise Unreadable("The bytes do not look like text.", "Give the report as text, HTML, PDF or JSONL.")
    text = _CONTROL.sub("", text) if controls else text
    return _LINE_END.sub("\n", text)


def _characters(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by where their zero bytes fall."""
    sample = data[: 4096 - len(data[:4096]) % 4]
    zeros = [sample[lane::4].count(0) for lane in range(4)]
    total = sum(zeros)
    if total < 0.04 * len(sample) or len(sample) < 8:
        return None
    even, odd, quarter = zeros[0] + zeros[2], zeros[1] + zeros[3], len(sample) // 4
    if zeros[0] < quarter / 2 and min(zeros[2], zeros[3]) > 0.98 * quarter:
        return "utf-32-le"
    if zeros[3] < quarter / 2 and min(zeros[0], zeros[1]) > 0.98 * quarter:
        return "utf-32-be"
    if odd > 0.98 * total:
        return "utf-16-le"
    return "utf-16-be" if even > 0.98 * total else None


def _not_utf8(data: bytes, declared: str | None) -> str:
    """Decode what is no valid UTF-8: damaged UTF-8, the encoding named, Western European, or a measured guess."""
    repaired = data.decode("utf-8", "replace")
    lost = repaired.count("\ufffd")
    whole = sum(1 for character in repaired[:_SAMPLE] if character > "\x7f") - repaired[:_SAMPLE].count("\ufffd")
    if lost <= max(1, _FEW * len(data)) and whole > 4 * lost:
        return repaired
    if declared and (named := _strictly(data, declared)) is not None:
        return named
    high = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F) / len(data[:_SAMPLE])
    if high <= _SCATTERED and (western := _strictly(data, "cp1252")) is not None:
        return western
    return _guessed(data)


def _strictly(data: bytes, name: str) -> str | None:
    """Decode without loss, or say that this is not the encoding."""
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    text = _strictly(data, best.encoding) if best is not None and best.chaos < 0.2 else None
    if text is None:
        raise Unreadable("The character encoding of the file cannot be told.", "Save the report as UTF-8.")
    return text
