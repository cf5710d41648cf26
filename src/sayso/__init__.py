"""On whose say-so? Reads published reports on conflict and shows who says what, through whom, how surely.

`read` gives the reading of one report; `open` gives a `Workspace`, which keeps them. The records are what they give.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sayso.records import (
        Added,
        Block,
        Claim,
        Custody,
        DateCandidate,
        Entity,
        Event,
        Furniture,
        Link,
        Listed,
        Mention,
        Meta,
        Notice,
        Place,
        Reading,
        Refusal,
        Relation,
        Report,
        Text,
        Time,
        Toll,
        Version,
    )
    from sayso.rulings import Grade, Judged, Orphan, Passage, Proposal, Ruling, Saying, SourceRecord
    from sayso.spans import Span
    from sayso.workspace import Finding, Workspace, read

    open = Workspace.open  # noqa: A001

__all__ = [
    "Added",
    "Block",
    "Claim",
    "Custody",
    "DateCandidate",
    "Entity",
    "Event",
    "Finding",
    "Furniture",
    "Grade",
    "Judged",
    "Link",
    "Listed",
    "Mention",
    "Meta",
    "Notice",
    "Orphan",
    "Passage",
    "Place",
    "Proposal",
    "Reading",
    "Refusal",
    "Relation",
    "Report",
    "Ruling",
    "Saying",
    "SourceRecord",
    "Span",
    "Text",
    "Time",
    "Toll",
    "Version",
    "Workspace",
    "open",
    "read",
]

_HOMES = {"Span": "spans", "Finding": "workspace", "Workspace": "workspace", "read": "workspace"} | dict.fromkeys(
    ("Grade", "Judged", "Orphan", "Passage", "Proposal", "Ruling", "Saying", "SourceRecord"), "rulings"
)


def __getattr__(name: str) -> Any:
    """Load what is public when it is first asked for: the command line starts without the stages."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "open":
        return import_module("sayso.workspace").Workspace.open
    return getattr(import_module(f"sayso.{_HOMES.get(name, 'records')}"), name)


class _Package(ModuleType):
    """The room `sayso.read` bears the name of the function; that the room was imported must not hide the function."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "read" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
