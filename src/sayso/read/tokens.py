"""A sentence as tokens, each with a one-letter class, so that patterns can run over the string of classes.

Quoted passages and brackets are one token each: what stands in them is not grammar of the sentence around them.

    d determiner  n noun or unknown  N name  m number  r pronoun  w relative  h "that"  c coordinator  s subordinator
    p preposition  o "on"  y "by"  t "to"  Y "according to"  F "responsibility for"  a adverb  k time word  g negator
    x auxiliary  z form of "be"  v verb  e -ed form  i -ing form  V cue verb  q quotation  b bracket  , . : ; - marks
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.read.lexicon import Verb, classes, load, verbs, words
from sayso.sentences import touching
from sayso.spans import Span

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[ap]\.m\.|[Aa]ccording to\b|[Aa]s per\b|(?:[Rr]esponsibility|[Cc]redit) for\b"
    r"|(?:Reports|Accounts|Information|Word) from\b"  # those behind it speak, not the reports
    r"|(?:Gen|Col|Lt|Maj|Capt|Sgt|Dr|Mr|Mrs|Ms|Prof|St|Rev|Brig|Cmdr|Adm|Jr|Sr|Gov|Sen|Rep|No|Fr|Hon|Insp|Supt)\."
    r"|\d[\d.,:]*\d(?![\w-])|\w+(?:[’'.\-‑]\w+)*(?:(?<=s)[’'](?=\s))?|\([^()]*\)|\[[^\[\]]*\]|[^\w\s]"
)
_FIXED: dict[str, str] = load("lexicon.toml")["fixed"]
_PARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ad|ed|es|bin|ibn|abu|ould|d)[-‑’'][A-ZÀ-Þ]")
_ENDINGS = re.compile(r".*(?:(?P<x>n't)|(?P<a>ly)|(?<=...)(?P<e>ed)|(?<=...)(?P<i>ing))")  # of words that no list knows
_SHORT_QUOTE = 3  # words: a shorter quotation is a name or a scare quote and belongs to the grammar around it


@dataclass(frozen=True, slots=True)
class Token:
    """One token: code points `start` to `end` of the body, its class, and its cue verb if it can be one."""

    start: int
    end: int
    text: str
    tag: str
    verb: Verb | None = None
    quote: int = -1


def tokens(body: str, sentence: Span, quotes: Sequence[Span]) -> list[Token]:
    """Return the tokens of one sentence in order; offsets are into `body`."""
    found: list[Token] = []
    at = sentence.start
    for number in touching(quotes, sentence):
        start, end = max(quotes[number].start, sentence.start), min(quotes[number].end, sentence.end)
        if len(body[start:end].split()) > _SHORT_QUOTE or body[end - 2 : end - 1] in ",.!?":
            found += _words(body, at, start, first=not found)
            found.append(Token(start, end, body[start:end], "q", quote=number))
            at = end
    return _nouns(found + _words(body, at, sentence.end, first=not found))


def _words(body: str, start: int, end: int, first: bool) -> list[Token]:
    found: list[Token] = []
    for hit in _WORD.finditer(body, start, end):
        tag = _class(hit.group(), first and not found)
        verb = verbs()[hit.group().lower()] if tag == "V" else None
        found.append(Token(hit.start(), hit.end(), hit.group(), tag, verb))
    return found


def _class(text: str, first: bool) -> str:
    """Tell the class of a word: by the lists, else by its capital or its ending."""
    lower = text.lower().replace("’", "'")
    if lower in _FIXED or not text[0].isalpha():
        return _FIXED.get(lower) or ("m" if text[0].isalnum() else "b" if len(text) > 1 else ".")
    name = text[0].isupper() and not first
    known = classes().get(lower) or ("V" if lower in verbs() else "")
    if known and not (name and known in "vaV"):
        return known
    if name or _PARTICLE.match(text) or (text[0].isupper() and ("-" in text or text.isupper())):
        return "N"
    ending = _ENDINGS.fullmatch(lower)
    capital = text[0].isupper() and text[1:2].islower() and not lower.endswith("s")
    return str(ending.lastgroup) if ending else "N" if capital else "n"


def _nouns(found: list[Token]) -> list[Token]:
    """Tell the noun from the cue verb of the same form by the word before it: "the claims", "amid reports"."""
    for at, token in enumerate(found):
        if token.verb and _is_noun(found, at, token.verb):
            found[at] = replace(token, tag="e" if token.verb.form == "ed" else "n", verb=None)
    if len(found) > 1 and found[0].tag in "eia" and found[0].text[0].isupper() and found[1].tag == "N":
        found[0] = replace(found[0], tag="N")
    return found


def _is_noun(found: list[Token], at: int, verb: Verb) -> bool:
    before = found[at - 1]
    if at == 0 or verb.form == "ing":
        return verb.form != "ing" or (at > 0 and before.tag == "d")
    if before.tag in "dpoymY" or before.text.endswith(("’s", "'s", "s’", "s'")):
        return True
    if verb.form == "ed" or verb.lemma not in words("also_nouns"):
        return False
    plural = before.text.lower() in words("plurals") or before.text.lower().endswith(("s", "people", "men"))
    followed = at + 1 < len(found) and found[at + 1].tag not in ".h"
    spoken = verb.form == "s" and at + 1 < len(found) and found[at + 1].tag in "Vxz"  # "local volunteers said"
    return spoken or before.tag in "Vvez" or (verb.form == "base" and before.tag in "nNi" and followed and not plural)
