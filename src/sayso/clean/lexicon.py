"""The phrase lists of `phrases.toml`, `notices.toml` and `house.toml`, read once when they are first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_CAPITAL = r"(?:[a-z]{2,3}[-’'])?[^\W\d_a-z]"  # "al-Bahr" is a word of a name too
NAME = (
    rf"(?:(?:[Tt]he|[Aa]l|[Ee]l)[ -])?{_CAPITAL}[\w’'.\-/&]*"
    rf"(?:\s(?:(?:of|the|for|and|de|du|des|la|le|al|el|&)\s){{0,2}}{_CAPITAL}[\w’'\-/&]*|\s\d+\b){{0,6}}"
)  # a run of capitalised words, "of" and the like between them
_APOSTROPHE = re.compile(r"(?<!\\w)’")  # after \w it stands in a class of characters
_PART = re.compile(r"<([a-z_]+|NAME)>")


@cache
def table(name: str) -> dict[str, Any]:
    """Return one of the room's TOML files."""
    return tomllib.loads(files("sayso.clean").joinpath(f"{name}.toml").read_text("utf-8"))


def words(name: str) -> tuple[str, ...]:
    """Return a list of words or names as it stands in `phrases.toml`."""
    return tuple(table("phrases")[name])


def alternatives(name: str) -> str:
    """Return a list of expressions from `phrases.toml` as one group of alternatives."""
    return _APOSTROPHE.sub("['’]", "(?:" + "|".join(words(name)) + ")")


def pattern(expression: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compile an expression in which a blank stands for any white space, line ends included."""
    return re.compile(_blanks(expression), flags)


@cache
def listed(name: str, frame: str) -> re.Pattern[str]:
    """Return a list of `house.toml` as one pattern; `{}` in the frame is where its alternatives go."""
    return pattern(_APOSTROPHE.sub("['’]", frame.replace("{}", "|".join(table("house")[name]))))


def _blanks(expression: str) -> str:
    return expression.replace(" ?", r"\s*").replace(" ", r"\s+")


@cache
def notice(name: str) -> re.Pattern[str]:
    """Return one list of `notices.toml` as one pattern, its <parts> filled in."""
    lists = table("notices")
    expression = "|".join(lists[name])
    for _ in range(3):  # parts may hold parts
        expression = _PART.sub(lambda part: lists["parts"].get(part[1], part[0]), expression)
    expression = _blanks(_APOSTROPHE.sub("['’]", expression)).replace("<NAME>", NAME)
    return re.compile(expression, re.NOFLAG if name in lists["cased"] else re.IGNORECASE)


@cache
def _cues() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return every cue with the lists that it opens; lists without cues are opened by any text."""
    lists: dict[str, set[str]] = {}
    for name, cues in table("notices")["cues"].items():
        for cue in cues:
            lists.setdefault(cue, set()).add(name)
    return tuple((cue, frozenset(names)) for cue, names in lists.items())


@cache
def _always() -> frozenset[str]:
    tables = table("notices")
    return frozenset(name for name in tables if name not in tables["cues"])


@lru_cache(maxsize=16)
def _opened(text: str) -> frozenset[str]:
    """Return the lists of `notices.toml` that may be found in the text; the same sentence is asked about many times."""
    small = text.lower()
    return _always().union(*(names for cue, names in _cues() if cue in small))


def finditer(name: str, text: str) -> Iterator[re.Match[str]]:
    """Find a list of `notices.toml` in the text, where one of the list's cues is there at all."""
    if name in _opened(text):
        yield from notice(name).finditer(text)


def find(name: str, text: str) -> re.Match[str] | None:
    """Return the first place where a list of `notices.toml` is found."""
    return notice(name).search(text) if name in _opened(text) else None


@cache
def _all_cues() -> tuple[str, ...]:
    cues = {cue for cue, _ in _cues()}
    return tuple(sorted(cue for cue in cues if not any(other in cue for other in cues - {cue})))


def has_cue(text: str) -> bool:
    """Whether any list of `notices.toml` that has cues could be found in the text."""
    small = text.lower()
    return any(cue in small for cue in _all_cues())
