"""The catalogue of every word on the page, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Messages:
    """Looks up messages by dotted key; a plural has the keys `key.one` and `key.other`."""

    entries: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the message with its placeholders filled, thousands apart; `count` chooses the plural.

        Raises KeyError for a key that is not there.
        """
        if key not in self.entries:
            key += ".one" if values.get("count") == 1 else ".other"
        written = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        return self.entries[key].format(**written)

    def lines(self, key: str) -> tuple[str, ...]:
        """Return a message of several lines as a tuple, empty lines left out."""
        return tuple(line for line in self.entries[key].splitlines() if line)

    def has(self, key: str) -> bool:
        """Whether there is a message under exactly this key."""
        return key in self.entries


def load(language: str = "en") -> Messages:
    """Read the catalogue of one language from the package: its file, and those in the folder of its name."""
    folder = files("sayso.web").joinpath("messages")
    beside = folder.joinpath(language)
    parts = sorted(beside.iterdir(), key=lambda path: path.name) if beside.is_dir() else []
    sources = (part.read_text("utf-8") for part in [folder.joinpath(f"{language}.toml"), *parts])
    return Messages({key: words for source in sources for key, words in _flat(tomllib.loads(source))})


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, str):
            yield prefix + name, value
        else:
            yield from _flat(value, f"{prefix}{name}.")
