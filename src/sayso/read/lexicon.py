"""The words and rules of the reader, loaded once from the .toml files beside the code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.records import Sense


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb that attributes: the kind of saying it is and what it takes as content."""

    lemma: str
    sense: Sense
    takes: str  # b clause, n noun phrase, a listener, i infinitive
    form: str  # base, s, ed, ing


@cache
def load(name: str) -> dict[str, Any]:
    """Return one of the .toml files of this room."""
    return tomllib.loads(files("sayso.read").joinpath(name).read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of words or, where it has commas, of phrases."""
    listed = " ".join((load("lexicon.toml")["lists"] | load("names.toml"))[name].split())
    return frozenset(listed.split(", ") if "," in listed else listed.split())


@cache
def classes() -> dict[str, str]:
    """Return the class letter of every word whose class is known."""
    return {word: letter for letter, listed in load("lexicon.toml")["classes"].items() for word in listed.split()}


@cache
def verbs() -> dict[str, Verb]:
    """Return every form of every cue verb; a verb listed twice takes what either listing says."""
    raw, found = load("lexicon.toml"), dict[str, Verb]()
    for group in raw["verbs"]:
        for lemma in group["lemmas"].split():
            for word, form in _forms(lemma, raw["irregular"].get(lemma, "")).items():
                known = found.get(word)
                takes = group["takes"] + (known.takes if known else "")
                found[word] = Verb(lemma, known.sense if known else group["sense"], takes, form)
    return found


def _forms(lemma: str, irregular: str) -> dict[str, str]:
    """Return the forms of a verb: those listed, of which the first ends in -s, or the regular ones."""
    stem = lemma.removesuffix("e")
    s = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
    first, *others = irregular.split() or [lemma + s, stem + "ed", stem + "ing"]
    return {lemma: "base"} | {word: "ing" if word.endswith("ing") else "ed" for word in others} | {first: "s"}
