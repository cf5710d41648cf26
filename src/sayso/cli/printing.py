"""What is printed: for people on any terminal, whatever the report holds; for programs as JSON."""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
import unicodedata
from typing import TYPE_CHECKING, Any

from sayso.errors import Fault, SaysoError

if TYPE_CHECKING:
    from rich.console import Console

_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_SPACE = re.compile(r"\s+")
_JOINERS = "\u200c\u200d"  # Persian, Indic scripts and emoji are written with them


def safe(text: str) -> str:
    """Return the text on one line, with controls and direction marks written as escapes: it cannot move the cursor."""
    return "".join(_visible(character) for character in _SPACE.sub(" ", text))


def _visible(character: str) -> str:
    hidden = unicodedata.category(character) in _HIDDEN and character not in _JOINERS
    return ascii(character)[1:-1] if hidden else character


def counted(number: int, noun: str) -> str:
    """Return the number with its noun: `1 report`, `2 reports`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def console(*, error: bool = False) -> Console:
    """Return a console that prints words as they are: no markup, no emoji codes, no guessed highlights."""
    from rich.console import Console  # noqa: PLC0415  (thirty milliseconds that `--json` saves)

    return Console(stderr=error, markup=False, emoji=False, highlight=False, soft_wrap=True)


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON document on standard output; ASCII only where the terminal takes no UTF-8."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    sys.stdout.write(json.dumps(value, ensure_ascii=not unicode, indent=2) + "\n")


def error_json(error: SaysoError) -> dict[str, str]:
    """Return the error as it stands in JSON."""
    return {"name": error.name, "cause": error.cause, "cure": error.cure}


def print_error(error: SaysoError, *, as_json: bool) -> None:
    """Say the cause and the cure on standard error, and with `--json` on standard output too."""
    trace(error)
    sys.stderr.write(f"sayso: {safe(str(error))}\n")
    if as_json:
        print_json({"schema": "sayso/error/1", "error": error_json(error)})


def trace(error: SaysoError) -> None:
    """Where SAYSO_DEBUG is set, print where a fault of the program happened."""
    if isinstance(error, Fault) and os.environ.get("SAYSO_DEBUG"):
        traceback.print_exception(error.__cause__)
