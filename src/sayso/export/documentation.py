"""`docs/exports.md`, printed from the code: `python -m sayso.export.documentation > docs/exports.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from sayso.export.columns import TABLES, Column
from sayso.export.formats import FORMATS
from sayso.export.withheld import BECAUSE, INSTEAD

_OPENING = """# Exports

<!-- Printed by `python -m sayso.export.documentation`; a test holds it to the code. -->

`sayso export FORMAT` writes what the stored reports say together in the forms that other tools read, `sayso brief` a
digest of it for people. From Python it is `Workspace.export(format, selection, terms)`, `.redactions(selection, terms)`
and `.brief(selection, terms, format)`.

**What leaves.** Only claims that a person accepted (`sayso judge accept REPORT:CLAIM`). Type, time, place, parties
and tolls of an incident are given as far as one of these claims bears them; its state and the numbers of reports and
origins are the program's, from all of its reports. `--include-unreviewed` adds the other claims, each marked
`unreviewed`. A briefing has both, the unreviewed ones marked; `--reviewed` leaves them out. No claim leaves without
its citation: outlet, date, address where that is known, SHA-256 of the bytes as received, and the words with their
offsets.

**Cells that a spreadsheet might run.** In a CSV, text that begins with `=`, `+`, `-` or `@`, their wide forms, a tab or
a line break has an apostrophe in front. Take that off to have the words back. Numbers are written as they are.

**Offsets** are code points into the canonical text of the reading that is named, whatever the profile.
"""
_PROFILES = """
## Profiles

`--profile internal` (the default) withholds nothing. `partner` withholds the names of private people, `public` also
the phrases in which they stand, the words that describe sources whom a report does not name, and every place closer
than its district. `--preview` writes nothing and lists what would be withheld, where it was found and why. What is
listed is taken out everywhere: of quotations, titles, outlets, reasons and addresses, in every format and every
incident of the export.

- **Private** is who is named and is given no office in one phrase with the name, in any report of the incident. Ranks
  below colonel are no office. The lists of words are in `src/sayso/export/privacy.toml`.
- **A description** that holds nothing but words such as "a source" or "two witnesses" describes nobody, and stays.
- **A place** becomes the second-level area that it lies in, else the first-level one, else the country: its name, its
  middle, and its radius or the place's own where that is greater. Facilities with a name count as places, and so does
  "20 km west of". A town that bears the name of its area keeps it.
- **An address** that holds a withheld word keeps its site alone.
- **What this does not do.** A person whom the reader did not take for one, a nickname, a description outside the words
  that name a source, and what a reader can work out from the rest, stay. Look at the preview, and at the file.
"""


def document() -> str:
    """Return the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _OPENING
    yield "## Formats\n\n| format | what it is | by which specification | media type |\n|---|---|---|---|"
    for name, one in FORMATS.items():
        yield f"| `{name}` | {one.what} | {one.specification} | `{one.media_type}` |"
    yield (
        "\n`parquet` needs `pip install 'sayso[parquet]'`. `--hxl` adds a row of HXL tags under the header of a CSV,\n"
        "`--areas` draws every place of the GeoJSON as the area that it may lie in.\n\n## What each loses\n"
    )
    for name, one in FORMATS.items():
        yield f"- **{name}.** {one.loses}"
    yield _PROFILES
    yield "| withheld | instead | because |\n|---|---|---|"
    for kind, instead in INSTEAD.items():
        shorter = "its site, or " if kind == "address" else ""
        yield f"| {kind} | {shorter}`{instead}` | {BECAUSE[kind]} |"
    for table, columns in TABLES.items():
        yield f"\n## Columns of {table}\n\n| column | type | meaning | HXL |\n|---|---|---|---|"
        yield from map(_column, columns)


def _column(column: Column) -> str:
    kind = "JSON; in no CSV" if column.type == "data" else "list" if column.type == "texts" else column.type
    return f"| `{column.name}` | {kind} | {column.says} | {f'`{column.tag}`' if column.tag else ''} |"


if __name__ == "__main__":
    sys.stdout.write(document())
