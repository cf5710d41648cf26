"""Every setting with its default and its meaning; read once, at the edge of the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from sayso.errors import BadValue


def _setting(default: int | str, help_text: str) -> int:
    return field(default=default, metadata={"help": help_text})  # type: ignore[return-value]


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and places; each can be set by the environment variable SAYSO_<NAME>."""

    workspace: str = field(default="sayso-workspace", metadata={"help": "folder that holds the vault and the database"})
    max_bytes: int = _setting(50_000_000, "largest file taken in, in bytes")
    max_pages: int = _setting(500, "most pages read from one PDF")
    max_nesting: int = _setting(400, "deepest nesting of HTML elements")
    max_expansion: int = _setting(200, "largest ratio of unpacked to packed bytes inside a PDF")
    max_characters: int = _setting(300_000, "longest canonical text, in characters (about 50,000 words)")
    max_seconds: int = _setting(8, "longest time spent on taking the text out of one file")
    threads: int = _setting(min(4, _cores()), "reports read at the same time by `sayso add`")
    gazetteers: str = field(default="", metadata={"help": "folder of added gazetteers; empty: the user's data folder"})
    gazetteer_source: str = field(
        default="https://download.geonames.org/export/dump",
        metadata={"help": "address that `sayso gazetteer add CC` fetches from"},
    )
    by: str = field(default="", metadata={"help": "who makes judgements; empty: the name you have on this system"})
    token: str = field(default="", metadata={"help": "what programs show to write over REST; empty: they cannot"})
    host: str = field(default="127.0.0.1", metadata={"help": "address the page is served on"})
    port: int = _setting(8737, "port the page is served on")

    @property
    def folder(self) -> Path:
        """The workspace folder as a path."""
        return Path(self.workspace)

    @property
    def gazetteer_folder(self) -> Path:
        """The folder of added gazetteers: the one that is set, or that which the platform keeps for programs' data."""
        return Path(self.gazetteers) if self.gazetteers else _data_folder() / "gazetteers"


def _data_folder() -> Path:
    """Return where the platform keeps a program's data: as Apple says on macOS, elsewhere as XDG does."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "sayso"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "sayso"


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Read settings from SAYSO_* variables; raises BadValue for a number that is none or not above zero."""
    given = os.environ if environment is None else environment
    values: dict[str, int | str] = {}
    for item in fields(Settings):
        raw = given.get(f"SAYSO_{item.name.upper()}")
        if raw is None:
            continue
        if isinstance(item.default, int):
            if not raw.isdecimal() or int(raw) == 0:
                raise BadValue(f"SAYSO_{item.name.upper()} is {raw!r}.", "Give a whole number above zero.")
            values[item.name] = int(raw)
        else:
            values[item.name] = raw
    return Settings(**values)  # type: ignore[arg-type]
