"""Who says what, in one sentence: each cue with its source and its content, by the rules of grammar.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.read.lexicon import Verb, load, words
from sayso.read.phrases import Range, Sentence, expand, phrase_before, phrase_from
from sayso.records import Sense

Rule = dict[str, Any]  # one way to attribute; its fields are explained at the head of grammar.toml
_ASIDE = re.compile(",a+$")  # "a military source, however, …"
_NOT_SAID = re.compile(r"\b(?:declined|refused|failed|unable|neither|nor|not|never|\w+n[’']t|without)\b(?: \w+){0,2}$")


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with what hangs on it, in tokens. `edge` is where the words of the attribution itself begin."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    sense: Sense
    edge: int
    order: str  # before, after, inside, adverb, passive, participle, noun
    relays: tuple[tuple[Range, Range | None], ...] = ()  # who passed the words on, and the cue
    listener: Range | None = None


@cache
def _rules(tag: str, verb: Verb | None) -> tuple[Rule, ...]:
    """Return the rules to try on a word of this class, in their order, with {AFTER} written out."""
    raw = load("grammar.toml")
    found: list[Rule] = []
    for head in raw["rule"]:
        for tail in raw["after"] if "{AFTER}" in head["pattern"] else [{"pattern": ""}]:
            rule = head | tail | {"pattern": head["pattern"].replace("{AFTER}", tail["pattern"])}
            if tag in rule["at"] and (verb is None or _admits(rule, verb)):
                found.append(rule | {"pattern": re.compile(expand(rule["pattern"]))})
    return tuple(found)


def _admits(rule: Rule, verb: Verb) -> bool:
    asked = (("forms", verb.form), ("lemmas", verb.lemma), ("senses", verb.sense))
    listed = all(value in rule.get(key, value).split() for key, value in asked)
    return listed and not set(rule.get("takes", verb.takes)).isdisjoint(verb.takes)


def frames(sentence: Sentence) -> list[Frame]:
    """Return all attributions of a sentence in the order of their cues; nested ones are left for `settle`."""
    found: list[Frame] = []
    for at in range(len(sentence.tokens)):
        if not any(frame.cue[0] <= at < frame.cue[1] for frame in found):
            found += [frame] if (frame := _frame(sentence, at)) else []
    return _with_citations(sentence, found)


def _frame(sentence: Sentence, at: int) -> Frame | None:
    """Return the attribution by the word at a token, by the first rule that fits."""
    tags, verb = sentence.tags, sentence.tokens[at].verb
    rules = _rules(tags[at], verb)
    if not rules or (verb and not _speaks(sentence, at, verb)):
        return None
    letter = "C" if verb is None else "I" if verb.sense in {"intend", "demand"} else "T" if "a" in verb.takes else "C"
    plain = tags[:at] + letter + tags[at + 1 :]
    left, right = phrase_before(tags, at) or (0, 0)
    marked = plain[:left] + "S" * (right - left) + plain[right:]
    for rule in rules:
        hit = rule["pattern"].search(marked if "S+" in rule["pattern"].pattern else plain)
        sense = _sense(sentence, rule, hit, at) if hit else None
        if hit and sense:
            frame = _made(sentence, rule.get("order", "before"), sense, hit, at)
            if rule.get("drop") or frame.content:
                return None if rule.get("drop") else frame
    return None


def _speaks(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Leave out nouns of the same form, infinitives, and what is said not to have been said."""
    after, before = sentence.words(at + 1, at + 12), sentence.words(at - 4, at)
    needed = load("lexicon.toml")["needs"].get(verb.lemma)
    if (verb.form in {"base", "s"} and after.startswith("of ")) or (needed and not re.match(needed, after)):
        return False
    infinitive = sentence.tags[at - 1 : at] == "t" and not re.search(r"(?:went|goes|going) on to$", before)
    return not infinitive and not _NOT_SAID.search(before)


def _sense(sentence: Sentence, rule: Rule, hit: re.Match[str], at: int) -> Sense | None:
    """Tell what kind of saying a match is, or None where the words do not fit that the rule asks for."""
    word = sentence.tokens[hit.start("W") if "W" in hit.re.groupindex else at]
    sense: Sense = rule.get("sense", word.verb.sense if word.verb else "say")
    if "source" in rule and not re.search(rule["source"], sentence.cut(*hit.span("S")).text):
        return None
    senses = (listed for name, listed in rule.get("words", {}).items() if word.text.lower() in words(name))
    return next(senses, None) if "words" in rule else sense


def _made(sentence: Sentence, order: str, sense: Sense, hit: re.Match[str], at: int) -> Frame:
    """Return the frame that the groups of a match spell out."""
    spans = {name: hit.span(name) for name in hit.re.groupindex if hit.start(name) >= 0}
    parts = (sentence.trimmed(*spans[name]) for name in "KL" if name in spans)
    content = tuple(part for part in parts if part[0] < part[1])
    cue, source = spans.get("C", (at, at + 1)), spans.get("S")
    source = (source[0], source[0] + len(_ASIDE.sub("", sentence.tags[slice(*source)]))) if source else None
    own = [cue, *([source] if source else []), *(content[:1] if order in {"passive", "noun"} else ())]
    return Frame(cue, source, content, sense, min(own)[0], order, (), spans.get("A", spans.get("B")))


def _with_citations(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """Turn "X, citing Y, said …" into Y speaking, X relaying."""
    for at in range(len(sentence.tokens)):
        cited = phrase_from(sentence, at + 1) if sentence.words(at, at + 1) in {"citing", "quoting"} else None
        number = next((n for n, frame in enumerate(found) if frame.source and frame.source[0] != at), None)
        if cited and number is not None:
            frame = found[number]
            left, right = frame.source or cited
            outer = sentence.trimmed(left, min(right, at) if left < at else right)
            relays = ((outer, frame.cue), *frame.relays)
            found[number] = replace(frame, source=cited, cue=(at, at + 1), relays=relays)
    return found
