"""Prints docs/api.md from the table of offers and the docstrings: `python docs/print_api.py > docs/api.md`."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from typer.main import get_command

from sayso.cli.app import app
from sayso.offers import OFFERS, Offer
from sayso.settings import Settings
from sayso.web import create_app
from sayso.workspace import Workspace

PREFIX = "/api/v1"
_HEAD = """# What sayso offers, by which door

One thing, three doors: `sayso.open(folder)` gives a `Workspace` in Python, `sayso` is the command line, and
`sayso serve` answers under `/api/v1` (its description for programs: `/api/v1/openapi.json`). Every page besides has a
twin for programs: its address with `.json`.

Over REST everything can be looked at; to write, set `SAYSO_TOKEN`, serve anew, and send
`Authorization: Bearer TOKEN`. Printed from the code by `python docs/print_api.py`; a test holds it, and the doors, to
that.
"""


def document() -> str:
    """Return the page."""
    parts = [_HEAD, *(_section(offer) for offer in OFFERS)]
    return "\n".join(parts)


def _section(offer: Offer) -> str:
    lines = [f"## {offer.does}\n"]
    lines += [f"- Python: `{_signature(name)}`  \n  {_sentence(getattr(Workspace, name))}" for name in offer.python]
    lines += [f"- Command: `sayso {name}`  \n  {_command_help(name)}" for name in offer.command]
    rest = rest_calls()
    lines += [f"- REST: `{call.replace(' ', f' {PREFIX}', 1)}`  \n  {rest[call]}." for call in offer.rest]
    if offer.because:
        lines.append(f"- {offer.because}")
    return "\n".join(lines) + "\n"


def _signature(name: str) -> str:
    """Return the method as it is called: the names of its parameters, those with a default in brackets."""
    called = inspect.signature(getattr(Workspace, name)).parameters.values()
    shown = [one.name if one.default is one.empty else f"[{one.name}]" for one in called if one.name != "self"]
    return f"{name}({', '.join(shown)})"


def _sentence(function: Any) -> str:
    """Return the docstring's first paragraph on one line."""
    return " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())


def commands() -> dict[str, Any]:
    """Return every command of the command line, by its words."""

    def walk(group: Any, before: str) -> Iterator[tuple[str, Any]]:
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{before}{name} ")
            else:
                yield before + name, command

    return dict(walk(get_command(app), ""))


def _command_help(name: str) -> str:
    return " ".join((commands()[name].help or "").split("\n\n")[0].split())


@cache
def rest_calls() -> dict[str, str]:
    """Return the summary of every call under the prefix, by method and path."""
    with TemporaryDirectory() as folder:
        described = create_app(Path(folder), Settings()).openapi()["paths"]
    return {
        f"{method.upper()} {path.removeprefix(PREFIX)}": re.sub(r"\.$", "", call["summary"])
        for path, calls in described.items()
        if path.startswith(PREFIX)
        for method, call in calls.items()
    }


if __name__ == "__main__":
    sys.stdout.write(document())
