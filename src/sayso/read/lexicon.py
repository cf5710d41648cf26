"""The words the rule-based reader knows, loaded once from `lexicon.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.records import Sense

# One letter a word class, so that a sentence becomes a string that ordinary patterns can search.
_LETTERS = {
    "determiner": "d", "preposition": "p", "coordinator": "c", "subordinator": "s", "relative": "w",
    "auxiliary": "x", "negator": "g", "pronoun": "r", "adverb": "a", "time": "k", "verb": "v", "number": "m",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that attributes: what kind of saying it is and what it takes as content."""

    lemma: str
    sense: Sense
    takes: frozenset[str]
    form: str  # base, s, ed, ing


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes by lower-case word, cue verbs by form, and the closed lists of hearsay."""

    classes: dict[str, str]
    verbs: dict[str, CueVerb]
    adverbs: frozenset[str]
    participles: frozenset[str]
    nouns: frozenset[str]
    before_source: tuple[str, ...]
    openers: tuple[str, ...]
    needs: dict[str, str]
    also_nouns: frozenset[str]


def _forms(lemma: str) -> dict[str, str]:
    """Regular English forms of a verb, by kind of form."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    s = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return {lemma: "base", s: "s", stem + "ed": "ed", stem + "ing": "ing"}


def _irregular(lemma: str, listed: str) -> dict[str, str]:
    kinds = {word: "ing" if word.endswith("ing") else "ed" for word in listed.split()}
    return {lemma: "base"} | kinds | {word: "s" for word in listed.split()[:1]}


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; read from the package on first use."""
    raw = tomllib.loads(files("sayso.read").joinpath("lexicon.toml").read_text("utf-8"))
    classes = {word: "n" for word in raw["not_adverbs"]["words"].split()}
    classes |= {word: _LETTERS[name] for name, words in raw["words"].items() for word in words.split()}
    verbs: dict[str, CueVerb] = {}
    for group in raw["verbs"]:
        for lemma in group["lemmas"].split():
            listed = raw["irregular"].get(lemma)
            for word, form in (_irregular(lemma, listed) if listed else _forms(lemma)).items():
                known = verbs.get(word)
                takes = frozenset(group["takes"].split()) | (known.takes if known else frozenset())
                verbs[word] = CueVerb(lemma, known.sense if known else group["sense"], takes, form)
    hearsay = {name: frozenset(words.split()) for name, words in raw["hearsay"].items()}
    openers = tuple(sorted(raw["connectives"]["openers"], key=len, reverse=True))
    return Lexicon(
        classes,
        verbs,
        **hearsay,
        before_source=tuple(raw["phrases"]["before_source"]),
        openers=openers,
        needs=raw["needs"],
        also_nouns=frozenset(raw["also_nouns"]["lemmas"].split()),
    )
