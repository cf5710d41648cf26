"""Who says what, in one sentence: each cue with its source and its content, by the rules of grammar.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from sayso.read.lexicon import Verb, load, words
from sayso.read.phrases import Range, Sentence, expand, is_clause, phrase_before, phrase_from
from sayso.records import Sense

Relay = tuple[Range, Range | None]


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with what hangs on it, in tokens. `edge` is where the words of the attribution itself begin."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    sense: Sense
    edge: int
    order: str  # before, after, inside, adverb, passive, participle, noun
    relays: tuple[Relay, ...] = ()
    addressee: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to attribute; the fields are explained at the head of grammar.toml."""

    pattern: re.Pattern[str]
    at: str
    order: str = "before"
    sense: Sense | None = None
    words: dict[str, Sense] = field(default_factory=dict)
    forms: str = ""
    lemmas: str = ""
    senses: str = ""
    takes: str = ""
    without: str = "-"
    source: str = ""
    clause: bool = False
    drop: bool = False

    def admits(self, verb: Verb | None) -> bool:
        """Whether the rule is for this verb."""
        return verb is None or (
            (not self.forms or verb.form in self.forms.split())
            and (not self.lemmas or verb.lemma in self.lemmas.split())
            and (not self.senses or verb.sense in self.senses.split())
            and (not self.takes or bool(set(self.takes) & set(verb.takes)))
            and self.without not in verb.takes
        )


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """Return the rules by the class of the token that they try, with {AFTER} written out."""
    raw = load("grammar.toml")
    written: list[dict[str, Any]] = []
    for rule in raw["rule"]:
        tails = raw["after"] if "{AFTER}" in rule["pattern"] else [{"pattern": ""}]
        written += [rule | tail | {"pattern": rule["pattern"].replace("{AFTER}", tail["pattern"])} for tail in tails]
    for rule in written:
        rule["pattern"] = re.compile(expand(rule["pattern"]))
        rule["words"] = {word: sense for name, sense in rule.get("words", {}).items() for word in words(name)}
    made = [Rule(**rule) for rule in written]
    return {letter: tuple(rule for rule in made if letter in rule.at) for letter in "VveinaY:"}


def frames(sentence: Sentence) -> list[Frame]:
    """All attributions of a sentence in the order of their cues; nested ones are left for `settle`."""
    found: list[Frame] = []
    for at in range(len(sentence.tokens)):
        if not any(frame.cue[0] <= at < frame.cue[1] for frame in found):
            frame = _frame(sentence, at)
            found += [frame] if frame else []
    inside = [frame.source for frame in found if frame.source is not None]
    found = [frame for frame in found if not any(left < frame.cue[0] < right for left, right in inside)]
    return _with_citations(sentence, [_who_reports(sentence, frame) for frame in found])


def _frame(sentence: Sentence, at: int) -> Frame | None:
    """Return the attribution by the word at a token, by the first rule that fits."""
    rules, token, tags = _rules().get(sentence.tags[at], ()), sentence.tokens[at], sentence.tags
    if not rules or (token.verb and not _speaks(sentence, at, token.verb)):
        return None
    subject = phrase_before(tags, at)
    plain = tags[:at] + _letter(token.verb) + tags[at + 1 :]
    marked = plain[: subject[0]] + "S" * (subject[1] - subject[0]) + plain[subject[1] :] if subject else plain
    for rule in rules:
        hit = (
            rule.pattern.search(marked if "S+" in rule.pattern.pattern else plain) if rule.admits(token.verb) else None
        )
        if hit and _worded(sentence, rule, hit, at):
            frame = _made(sentence, rule, hit, at)
            if rule.drop or frame.content:
                return None if rule.drop else frame
    return None


def _letter(verb: Verb | None) -> str:
    if verb is None:
        return "C"
    return "I" if verb.sense in {"intend", "demand"} else "T" if "a" in verb.takes else "C"


_NOT_SAID = re.compile(r"(?:declined|refused|failed|unable|neither|nor|not|never|[a-z]+n[’']t|without)\b(?: \w+){0,2}$")


def _speaks(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Leave out nouns of the same form, infinitives, and what is said not to have been said."""
    after, before = sentence.words(at + 1, at + 12), sentence.words(at - 4, at)
    needed = load("lexicon.toml")["needs"].get(verb.lemma)
    if (verb.form in {"base", "s"} and after.startswith("of ")) or (needed and not re.match(needed, after)):
        return False
    if sentence.tags[at - 1 : at] == "t" and not re.search(r"(?:went|goes|going) on to$", before):
        return False
    return not _NOT_SAID.search(before)


def _worded(sentence: Sentence, rule: Rule, hit: re.Match[str], at: int) -> bool:
    """Whether the words fit that a rule asks for."""
    groups = hit.re.groupindex
    where = hit.start("W") if "W" in groups else at
    if rule.words and sentence.tokens[where].text.lower() not in rule.words:
        return False
    if not rule.source:
        return True
    source = " ".join(t.text if t.tag == "N" else t.text.lower() for t in sentence.tokens[slice(*hit.span("S"))])
    return bool(re.search(load("grammar.toml")["sources"].get(rule.source, rule.source), source))


def _made(sentence: Sentence, rule: Rule, hit: re.Match[str], at: int) -> Frame:
    """Return the frame that the groups of a match spell out."""
    spans = {name: hit.span(name) for name in hit.re.groupindex if hit.start(name) >= 0}
    parts = [sentence.trimmed(*spans[name]) for name in "KL" if name in spans]
    if rule.clause and parts:
        parts = [sentence.trimmed(max(parts[0][0], _clause_start(sentence.tags, at)), parts[0][1])]
    content = tuple(part for part in parts if part[0] < part[1])
    cue, source = spans.get("C", (at, at + 1)), spans.get("S")
    whole = rule.order in {"passive", "noun"} and content
    starts = [cue[0], *([source[0]] if source else []), *([content[0][0]] if whole else [])]
    verb = sentence.tokens[at].verb
    sense = rule.sense or rule.words.get(sentence.tokens[at].text.lower()) or (verb.sense if verb else "say")
    relays = ((spans["R"], spans.get("D", cue)),) if "R" in spans else ()
    listener = spans.get("A", spans.get("B"))
    return Frame(cue, source, content, sense, min(starts), rule.order, relays, listener)


def _clause_start(tags: str, at: int) -> int:
    """Where the clause around a token begins: after the last semicolon, or a conjunction that follows a clause."""
    for left in range(at - 1, 0, -1):
        if tags[left] in ";:" or (tags[left] in "cs" and is_clause(tags[:left])):
            return left + 1
    return 0


_REPORTS = re.compile(r"(?:reports|accounts|testimonies|information|messages|word) from ")


def _who_reports(sentence: Sentence, frame: Frame) -> Frame:
    """In "reports from residents indicate" the residents speak, not the reports."""
    if frame.source is None or not _REPORTS.match(sentence.words(*frame.source)):
        return frame
    return replace(frame, source=(frame.source[0] + 2, frame.source[1]))


# ---- citations: one source through another ----


def _with_citations(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """Turn "X, citing Y, said …" and "quoted Y as saying …": into Y speaking, X relaying."""
    for left, source in _citations(sentence):
        for number, frame in enumerate(found):
            if frame.source is None or frame.source[0] == left:
                continue
            outer = (frame.source[0], min(frame.source[1], left)) if frame.source[0] < left else frame.source
            found[number] = replace(
                frame, source=source, cue=(left, left + 1), relays=((outer, frame.cue), *frame.relays)
            )
            break
    return found


def _citations(sentence: Sentence) -> Iterator[tuple[int, Range]]:
    for at, token in enumerate(sentence.tokens):
        if token.text.lower() in {"citing", "quoting"}:
            source = phrase_from(sentence, at + 1)
            if source is not None:
                yield at, source
