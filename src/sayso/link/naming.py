"""Whether two names, written by different hands or carried over from another script, are meant for one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads

from sayso.link.shingles import words

_VOWELS = re.compile(r"[aeiouwyh]")
_REPEATED = re.compile(r"(.)\1+")
_ALIKE = (
    ("ph", "f"), ("kh", "k"), ("gh", "g"), ("sh", "s"), ("ch", "k"), ("th", "t"), ("dh", "d"),
    ("q", "k"), ("c", "k"), ("z", "s"), ("j", "g"), ("v", "b"),
)  # fmt: skip
_PARTICLES = frozenset({"al", "el", "de", "da", "di", "del", "la", "van", "von", "bin", "ibn", "wad", "ould", "a", "e"})
_SURE = 0.6  # of the words of the shorter description: so many shared, and it is one office
_KEPT = 16_384  # answers; the same names come again and again, and a workspace must not fill the memory
_CLAUSE = re.compile(r",| who | which | on condition")
_POSSESSOR = re.compile(r"\w+(?:[’']s|s[’'])(?=\s+(?!office)\w)")


@cache
def _list(name: str) -> frozenset[str]:
    found: str = loads(files("sayso.link").joinpath("naming.toml").read_text("utf-8"))[name]
    return frozenset(found.split())


def listed(name: str, word: str) -> bool:
    """Tell whether the word, whatever its case, stands in this list of `naming.toml`."""
    return word.lower() in _list(name)


@lru_cache(_KEPT)
def skeleton(word: str) -> str:
    """Return the consonants of a word, those that transliterations confuse made one: Hamid and Hamed are `hmd`."""
    plain = "".join(words(word))
    for written, meant in _ALIKE:
        plain = plain.replace(written, meant)
    return _REPEATED.sub(r"\1", plain[:1] + _VOWELS.sub("", plain[1:]))


@lru_cache(_KEPT)
def name_of_outlet(name: str) -> tuple[str, ...]:
    """Return the words by which an outlet is known: without "agency", "the" and their kind, unless it has no others."""
    parts = words(name)
    return tuple(part for part in parts if part not in _list("outlet")) or tuple(parts)


@lru_cache(_KEPT)
def same_outlet(one: str, other: str) -> bool:
    """Tell whether two names are one outlet's: "Halcyon News Agency" is "Halcyon", and by initials "HNA".

    The shorter name must have the first word of the longer: "Meridian" is not "Klintsy Meridian".
    """
    shorter, longer = sorted((name_of_outlet(one), name_of_outlet(other)), key=len)
    whole = bool(shorter) and set(shorter) <= set(longer) and longer[0] in shorter
    return whole or _initials(one, other) or _initials(other, one)


def _initials(short: str, name: str) -> bool:
    return short.isupper() and len(short) > 1 and short.lower() == "".join(part[0] for part in words(name))


@lru_cache(_KEPT)
def same_person(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: the last names agree, and the others as far as both are given.

    A second surname may be left out, as long as two names agree.
    """
    a, b = person(one), person(other)
    if not a or not b:
        return False
    if a[-1] == b[-1]:
        return len(a) == 1 or len(b) == 1 or bool(set(a[:-1]) & set(b[:-1]))
    return len(set(a) & set(b)) > 1 and (set(a) <= set(b) or set(b) <= set(a))


@lru_cache(_KEPT)
def person(name: str) -> tuple[str, ...]:
    """Return the skeletons of a name without rank, title and description.

    Of the parts between commas the name is the first with capitals alone ("the mayor, Ana Sol"); else all capitals are.
    """
    split = (re.split(r"\W+", part) for part in name.split(","))
    parts = [[word for word in part if word and not listed("title", word)] for part in split]
    whole = (part for part in parts if part and all(word[:1].isupper() or word in _PARTICLES for word in part))
    capitals = [word for part in parts for word in part if word[:1].isupper()]
    return tuple(_bones(word) for word in next(whole, capitals or parts[0]))


def _bones(part: str) -> str:
    """Return the skeleton of a name, or the name itself where little would be left of it."""
    bones = skeleton(part)
    return bones if len(bones) > 1 else "".join(words(part))


@lru_cache(_KEPT)
def office(description: str) -> frozenset[str]:
    """Return the words that say which office or body is meant, cut to six letters, for their endings differ.

    A possessor and words such as "source" are left out unless nothing else is there: "the prosecutor's girl" is none
    of the prosecutor's office.
    """
    bare = _POSSESSOR.sub(" ", _CLAUSE.split(description, maxsplit=1)[0])
    plain = [word for word in words(bare) if word not in _list("office") and len(word) > 1]
    return frozenset(word[:6] for word in [word for word in plain if word not in _list("source")] or plain)


@lru_cache(_KEPT)
def same_office(one: str, other: str) -> bool:
    """Tell whether two descriptions are of one office: "Cairo's military spokesman" is "the Military Spokesman"."""
    a, b = office(one), office(other)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _SURE
