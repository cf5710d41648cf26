"""Tables in Markdown, and the places in DATASHEET.md that the tools write them to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .gold import Unreadable

NAME = "DATASHEET.md"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Write a table in Markdown, all columns but the first flush right, and an empty line."""
    yield f"| {' | '.join(head)} |"
    yield f"|---{'|--:' * (len(head) - 1)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def write(folder: Path, sections: Mapping[str, Iterable[str]]) -> None:
    """Put lines between the markers of the data sheet, by marker; raises `Unreadable` where one is missing."""
    path = folder / NAME
    text = path.read_text("utf-8")
    for marker, lines in sections.items():
        text = put(text, marker, lines)
    path.write_text(text, "utf-8")


def put(text: str, marker: str, lines: Iterable[str]) -> str:
    """Replace what stands between `<!-- MARKER -->` and `<!-- end of MARKER -->`; raises `Unreadable`."""
    pattern = re.compile(rf"(<!-- {marker} -->\n).*?(<!-- end of {marker} -->)", re.DOTALL)
    if not pattern.search(text):
        raise Unreadable(f"{NAME} lacks the markers of {marker!r}")
    written = "\n".join(lines).strip()
    return pattern.sub(lambda match: f"{match[1]}\n{written}\n\n{match[2]}", text)
