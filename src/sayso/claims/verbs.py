"""The forms of verbs: what "withdrew" and "seizing" are forms of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from sayso.claims.wording import load

Form = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset({"begin", "cut", "get", "hit", "put", "run", "set", "shut", "sit"})  # "cutting"
_SIBILANT = ("s", "x", "z", "ch", "sh", "o")


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    """Return past and participle of each verb whose forms are not made by rule."""
    found = {}
    for entry in load("clauses.toml")["irregular"].split():
        lemma, past, *participle = entry.split(":")
        found[lemma] = (past, participle[0] if participle else past)
    return found


@cache
def forms(lemma: str) -> dict[str, Form]:
    """Return the forms of a verb; of two that are alike the one more telling."""
    regular = _past(lemma)
    past, participle = _irregular().get(lemma, (regular, regular))
    doubled = past.endswith(lemma[-1] * 2 + "ed") or lemma in _DOUBLING
    made: dict[str, Form] = {lemma: "base", _third(lemma): "s", _ing(lemma, doubled=doubled): "ing"}
    return made | {participle: "participle"} | {past: "past"}


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_SIBILANT) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def _ing(lemma: str, *, doubled: bool) -> str:
    if doubled:
        return lemma + lemma[-1] + "ing"
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye")) else lemma) + "ing"


def listing() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give each type of `plover.toml` with a verb, its particles behind "_", and the nouns that it has to govern."""
    for name, part in load("plover.toml")["types"].items():
        for verb in part["acts"].split():
            yield name, verb, ()
        for line in part["with"].split(";"):
            verbs, nouns = " ".join(line.split()).split(" : ")
            for verb in verbs.split():
                yield name, verb, tuple(nouns.split())


@cache
def _listed() -> frozenset[str]:
    """Return every verb that a list of this room names."""
    listed = load("clauses.toml")["verbs"].split() + load("clauses.toml")["light"].split()
    return frozenset(one.split("_")[0] for one in (*listed, *(verb for _, verb, _ in listing())))


@cache
def known() -> dict[str, frozenset[Form]]:
    """Return every form of every verb that is listed, with what forms it may be."""
    found: dict[str, set[Form]] = {}
    for verb in _listed():
        for word, form in forms(verb).items():
            found.setdefault(word, set()).add(form)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _lemmas() -> dict[str, str]:
    return {form: verb for verb in sorted(_listed()) for form in forms(verb)}


def lemma(word: str) -> str:
    """Return the verb that a word in lower case is a form of; the word itself where no list has it."""
    return _lemmas().get(word, word)
