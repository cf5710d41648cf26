"""The expressions by which a text says where a place lies from another; each is made once, from the word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sayso.places.lexicon import kinds, load


def _any(listed: Iterable[str]) -> str:
    return "|".join(re.escape(item) for item in sorted(listed, key=len, reverse=True))


def _phrases(name: str) -> str:
    return _any(" ".join(item.split()) for item in load("relative.toml")["phrases"][name].split(","))


def _called() -> str:
    """Return an expression for what stands between a preposition and a name: "the border town of"."""
    described = rf"(?:(?:[a-z-]+ern|{_phrases('described')}) )*"
    return rf"(?:the )?{described}(?:(?:{_any(kinds())}|centre|center)(?: of(?: the)? | ))?(?:the )?"


@cache
def ahead() -> re.Pattern[str]:
    """Match what stands directly before a name and says where another place lies from it."""
    words = load("relative.toml")
    number = rf"(?P<number>\d+(?:[.,]\d+)?|{_any(words['numbers'])})"
    compass = r"(?:(?:north|south|east|west)[- ]?){1,3}"
    rough = rf"(?P<about>(?:{_phrases('about')}) )?"
    distance = rf"{rough}{number}[ -]?(?P<unit>{_any(words['units'])})\b\.?(?: \([^()]{{1,30}}\))?(?: away)?"
    bearing = rf"(?:,? (?:to |on )?(?:the )?(?P<bearing>{compass})(?:ern(?: side| edge| part)?|wards?)?)?"
    toward = rf"(?:(?:just|immediately|directly|further|to the|in the) )*(?P<toward>{compass})(?:ern edge|wards?)? of"
    return re.compile(
        rf"(?:\b|(?<=\W))(?:{distance}{bearing}(?: of| from| off| outside| away from)|{toward}"
        rf"|(?P<edge>{_phrases('edge')})|(?P<near>{_phrases('near')})) {_called()}$",
        re.IGNORECASE,
    )


@cache
def contained() -> re.Pattern[str]:
    """Match what stands between a name and the area it lies in; `firm` where "in" or "of" says so."""
    plain = _any(kinds())
    apposed = (
        rf", (?:which is |a |an |the )(?:[a-z-]+ )?(?:{plain}|area|suburb|part) |,? (?:located |situated |lying )?"
    )
    return re.compile(
        rf"(?:[’']s)?(?: (?:{plain}|area))?(?:(?:(?P<firm>(?:{apposed})(?:in|of))|,) | \()"
        rf"(?:the )?(?:(?:far )?[a-z-]+ern )?(?:(?:{plain})(?: of)? )?(?:the )?"
    )


@cache
def further() -> re.Pattern[str]:
    """Match what stands between two names of one list."""
    return re.compile(r"(?:,? and| or|,? as well as|,) (?:the |in )?")


@cache
def pair() -> re.Pattern[str]:
    """Match what joins two names into one description: a hyphen, "and", "to"."""
    return re.compile(r"[-–—/]| and (?:the )?| to (?:the )?| with (?:the )?")


@cache
def road_after() -> re.Pattern[str]:
    """Match the road after "A-B"."""
    return re.compile(rf" (?:(?:{_phrases('described')}) )?(?:{_phrases('road')})s?\b")


@cache
def pair_before() -> re.Pattern[str]:
    """Match "between" or "the road from" before two names."""
    linking = "linking|connecting|from|joining|between|that links|which links"
    return re.compile(
        rf"\b(?:(?:half ?way |somewhere |midway )?between|(?:{_phrases('road')})s? (?:{linking})) {_called()}$"
    )


@cache
def joint() -> re.Pattern[str]:
    """Match what may stand between a name and the description of where it lies: ", located just"."""
    on = rf" on(?: the)?(?: (?:{_phrases('described')}))?"
    return re.compile(
        rf"(?: (?:{_any(kinds())}|area))?(?:,|,? \(|,? (?:{_phrases('lies')})|{on})*(?: about| some| just)? ?"
    )


@cache
def border() -> re.Pattern[str]:
    """Match a border: "the Iraqi-Syrian border", "the border between Iraq and Syria", "the border with Iraq"."""
    line = "(?:[Bb]orders?|[Ff]rontier)(?: area| region| zone| crossing)?"
    return re.compile(
        rf"\b(?P<one>[A-Z]\w+)[-–/](?P<other>[A-Z]\w+) (?:{line})\b"
        rf"|\b(?:{line}) (?:between|of) (?P<first>[A-Z]\w+) (?:and|with) (?P<second>[A-Z]\w+)"
        rf"|\b(?:{line}) with (?P<beyond>[A-Z]\w+)|\bthe (?P<people>[A-Z][a-z]+) (?:{line})\b"
    )
