"""The lists of words by which it is decided what may leave."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists, in lower case; what each is for stands beside it in `privacy.toml`."""

    offices: frozenset[str]
    titles: frozenset[str]
    sayings: frozenset[str]
    places: frozenset[str]
    doings: frozenset[str]
    particles: frozenset[str]
    generic: frozenset[str]


@cache
def words() -> Words:
    """Read the lists that lie beside this file."""
    found = tomllib.loads(resources.files("sayso.export").joinpath("privacy.toml").read_text("utf-8"))
    return Words(**{name: frozenset(value.split()) for name, value in found.items()})


def each(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [match[0].casefold() for match in WORD.finditer(text)]


def is_generic(text: str) -> bool:
    """Whether a description holds nothing but words that describe nobody: "a source", "two witnesses"."""
    return not set(each(text)) - words().generic


def without(text: str, front: frozenset[str]) -> str:
    """Return the text without these words at its end, where they stand before a name."""
    while (found := list(WORD.finditer(text))) and found[-1][0].casefold() in front:
        if text[found[-1].end() :].strip(" ."):
            break
        text = text[: found[-1].start()]
    return text
