"""From a file, or bytes, to captures: what was received, its hash, its format and what is said about it."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.archive.encodings import utf_of
from sayso.archive.fields import checked, joined, recheck, sidecar
from sayso.archive.files import opened, read, shown, too_large
from sayso.archive.formats import HEAD, LINES, json_object, refuse_binary, require_report, sniff
from sayso.errors import NoText, SaysoError, TooLarge, UnsupportedFormat
from sayso.records import Capture, Meta, Refusal
from sayso.settings import Settings

_END = b"\r\n"
_PIECE = 1 << 20


def capture(data: bytes, name: str, origin: str, meta: Meta, settings: Settings) -> Capture:
    """Return the capture of one report's bytes; `meta` outranks the fields of a JSON report.

    Raises TooLarge, NoText, UnsupportedFormat, Unreadable, or BadValue for a field that cannot be used.
    """
    if len(data) > settings.max_bytes:
        raise too_large(len(data), settings.max_bytes)
    said = recheck(meta)
    format_ = sniff(data, name)
    if format_ == "json":
        said = joined(said, checked(json_object(data)))
    return Capture(hashlib.sha256(data).hexdigest(), data, name, origin, format_, said)


def captures(path: Path, meta: Meta, settings: Settings) -> Iterator[Capture | Refusal]:
    """Yield the capture of a file, or of each line of a JSONL file as it is read; what is not taken in as a Refusal.

    What is known about a report comes, field by field, from the first that gives it:

    1. `meta`, the flags: what the desk says now;
    2. the sidecar, what the desk wrote down beside the file: the one way to correct a file that may not be altered;
    3. the fields of a JSONL line: what the file says of itself, as HTML says in its own tags (read later, in `clean`).

    So a flag or sidecar on a JSONL file holds for all its lines: give there only what is true of every one.
    """
    name, origin = shown(Path(path.name or path)), shown(path.absolute())
    try:
        said = recheck(meta)
        said = joined(said, sidecar(path))
        if _holds_lines(path):
            yield from _lines(path, said, settings)
        else:
            yield capture(read(path, settings.max_bytes), name, origin, said, settings)
    except SaysoError as error:
        yield Refusal(name, origin, error)


def _holds_lines(path: Path) -> bool:
    """Whether the name says JSONL and the first bytes do not say otherwise."""
    if path.suffix.lower() not in LINES:
        return False
    with opened(path) as file:
        head = file.read(HEAD)
    if head.startswith(b"%PDF-"):
        return False
    refuse_binary(head)
    if (utf_of(head) or "utf-8") != "utf-8":
        raise UnsupportedFormat("These JSON lines are not in UTF-8.", "Save the file as UTF-8 and add it again.")
    return True


def _lines(path: Path, said: Meta, settings: Settings) -> Iterator[Capture | Refusal]:
    name, origin = shown(Path(path.name)), shown(path.absolute())
    number = 0
    with opened(path) as file:
        for number, line in _numbered(file, settings.max_bytes):
            place = f"{name} line {number}", f"{origin} line {number}"
            try:
                yield _line(line, *place, said)
            except SaysoError as error:
                yield Refusal(*place, error)
    if not number:
        raise NoText("There is no line in it.", 'Give one JSON object a line, such as {"text": "…"}.')


def _line(line: bytes | TooLarge, name: str, origin: str, said: Meta) -> Capture:
    if isinstance(line, TooLarge):
        raise line
    fields = json_object(line)
    require_report(fields)
    return Capture(hashlib.sha256(line).hexdigest(), line, name, origin, "json", joined(said, checked(fields)))


def _numbered(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | TooLarge]]:
    """Yield each line that is not blank, without its end, and its number; of one over the limit, the error alone."""
    number = 0
    while line := file.readline(limit + len(_END)):
        number += 1
        bare = line.rstrip(_END)
        if len(bare) > limit:
            yield number, too_large(len(line) + _skip(file, line), limit)
        elif bare.strip():
            yield number, bare.removeprefix(BOM_UTF8) if number == 1 else bare


def _skip(file: BinaryIO, read_so_far: bytes) -> int:
    """Read on to the end of the line, a piece at a time, and return how many bytes that was."""
    size, piece = 0, read_so_far
    while not piece.endswith(b"\n") and (piece := file.readline(_PIECE)):
        size += len(piece)
    return size
