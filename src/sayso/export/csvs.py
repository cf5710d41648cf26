"""CSV as RFC 4180 has it (UTF-8, CRLF, quotes doubled), with cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from sayso.export.columns import TABLES, Column, Row, Table
from sayso.export.rows import ROWS
from sayso.outgoing import Case, Terms

BETWEEN = "; "
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def defused(text: str) -> str:
    """Return the text as a cell: one that a spreadsheet might run as a formula gets an apostrophe in front.

    That is, one that begins with `=`, `+`, `-` or `@` (their wide forms too), after white space or not, or with a tab
    or a line break. Numbers are written as they are. Take the apostrophe off to have the words back. Follows OWASP,
    "CSV Injection".
    """
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text[:1] in {"\t", "\r", "\n"} else text


def lines(
    header: Sequence[str], rows: Iterable[Sequence[object]], tags: Sequence[str] | None = None
) -> Iterator[bytes]:
    """Give the file line by line; `tags` are HXL's, in a row under the header."""
    yield _line(header)
    if tags is not None:
        yield _line(tags)
    for row in rows:
        yield _line([_cell(value) for value in row])


def table(name: Table, cases: Iterable[Case], terms: Terms) -> Iterator[bytes]:
    """Give one of the three tables as a CSV."""
    columns = [column for column in TABLES[name] if column.type != "data"]
    rows = (row for case in cases for row in ROWS[name](case, terms))
    tags = [column.tag for column in columns] if terms.hxl else None
    return lines([column.name for column in columns], (_values(columns, row) for row in rows), tags)


def _values(columns: Sequence[Column], row: Row) -> list[object]:
    return [row[column.name] for column in columns]


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return defused(BETWEEN.join(map(str, value)))
    return defused(value) if isinstance(value, str) else value


def _line(cells: Sequence[object]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode("utf-8", "backslashreplace")
