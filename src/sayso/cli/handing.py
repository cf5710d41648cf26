"""What `sayso export` and `sayso brief` share: which incidents, for whom, and where they are written."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from sayso.errors import BadValue
from sayso.outgoing import Selection
from sayso.outline import view
from sayso.settings import from_environment

Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to write it [default: here].")]
For = Annotated[
    str, typer.Option("--profile", metavar="internal|partner|public", help="For whom; what others may not have stays.")
]
Words = Annotated[str, typer.Option(metavar="WORDS", help="Only incidents with a report that has all of these.")]
OfState = Annotated[str, typer.Option("--state", metavar="STATE", help="Only in this state, such as disputed.")]
OfType = Annotated[str, typer.Option("--type", metavar="TYPE", help="Only of this PLOVER type.")]
At = Annotated[str, typer.Option("--place", metavar="NAME", help="Only at this place, by its name.")]
Since = Annotated[str, typer.Option(metavar="DAY", help="Only at or after this day, such as 2024-01-16.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="Only at or before this day.")]
Country = Annotated[str, typer.Option(metavar="CC", help="Only in this country: two letters of ISO 3166.")]
Offset = Annotated[int, typer.Option(min=0, help="How many incidents to pass over.")]
Limit = Annotated[int | None, typer.Option(min=1, help="How many incidents at most.")]


def selection(named: list[str] | None, offset: int, limit: int | None, **flags: str) -> Selection:
    """Return which incidents the flags choose: `words` of a search, the others of a view; raises BadValue."""
    words = flags.pop("words")
    return Selection(tuple(named or ()), view(flags), words, offset=offset, limit=limit)


def base() -> str:
    """Return where the pages of the workspace are served, as the settings have it."""
    settings = from_environment()
    return f"http://{settings.host}:{settings.port}"


def one_of(value: str, choices: object, what: str) -> Any:
    """Return a value that is one of a Literal's; raises BadValue with those that there are."""
    if value not in get_args(choices):
        raise BadValue(f"There is no {what} {value!r}.", f"Give one of: {', '.join(get_args(choices))}.")
    return value


def write(pieces: Iterable[bytes], out: Path | None, *, binary: bool = False) -> None:
    """Write the pieces to a file, whole or not at all, or to standard output; raises BadValue where that cannot be."""
    if out is not None:
        _to_file(pieces, out)
    elif binary and sys.stdout.isatty():
        raise BadValue("This format is no text, and a terminal can show only text.", "Name a file with --out.")
    else:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def _to_file(pieces: Iterable[bytes], out: Path) -> None:
    try:
        number, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    except OSError as error:
        raise BadValue(f"Nothing can be written to {out}: {error.strerror}.", "Name another file.") from error
    scratch = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(pieces)
        scratch.chmod(0o600)  # it may hold what is for nobody else
        scratch.replace(out)
    except OSError as error:
        raise BadValue(f"Nothing can be written to {out}: {error.strerror}.", "Name another file.") from error
    finally:
        scratch.unlink(missing_ok=True)
