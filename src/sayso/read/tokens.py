"""A sentence as tokens, each with a one-letter class, so that patterns can run over the string of classes.

Quoted passages and brackets are one token each: what stands in them is not grammar of the sentence around them.

    d determiner  n noun or unknown  N name  m number  r pronoun  p preposition  t "to"  h "that"  c coordinator
    s subordinator  w relative  x auxiliary  g negator  a adverb  k time word  v verb  e -ed form  i -ing form
    V cue verb  q quotation  b bracket  , . : ; - punctuation
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.read.lexicon import CueVerb, lexicon
from sayso.spans import Span

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[ap]\.m\."
    r"|(?:Gen|Col|Lt|Maj|Capt|Sgt|Dr|Mr|Mrs|Ms|Prof|St|Rev|Brig|Cmdr|Adm|Jr|Sr|Gov|Sen|Rep|No|Fr|Hon|Insp|Supt)\."
    r"|\d[\d.,:]*\d|\w+(?:[’'.\-‑]\w+)*(?:(?<=s)[’'](?=\s))?|\([^()]*\)|\[[^\[\]]*\]|[^\w\s]"
)
_PUNCTUATION = {",": ",", ":": ":", ";": ";", "–": "-", "—": "-", "-": "-", "…": "."}
_SHORT_QUOTE = 3  # words: a shorter quotation is a name or a scare quote and belongs to the grammar around it


@dataclass(frozen=True, slots=True)
class Token:
    """One token: code points `start` to `end` of the body, its class, and its cue verb if it can be one."""

    start: int
    end: int
    text: str
    tag: str
    verb: CueVerb | None = None
    quote: int = -1


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `start` at the opening mark, `end` after the closing one."""

    start: int
    end: int

    @property
    def inside(self) -> tuple[int, int]:
        """The range between the marks."""
        return self.start + 1, self.end - 1


_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}


def quotations(body: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """Find quotations in paragraphs; one left open runs to the paragraph's end, as press style has it."""
    found: list[Quotation] = []
    for block in blocks:
        at = block.start
        while at < block.end:
            closers = _PAIRS.get(body[at])
            if closers is None or not _opens(body, at):
                at += 1
                continue
            end = next((i for i in range(at + 1, block.end) if body[i] in closers and _closes(body, i)), None)
            if end is None and body[at] == "‘":
                at += 1
                continue
            stop = block.end if end is None else end + 1
            if stop - at > 2:
                found.append(Quotation(at, stop))
            at = stop
    return tuple(found)


def _opens(body: str, at: int) -> bool:
    return body[at] not in '"‘' or at == 0 or not body[at - 1].isalnum()


def _closes(body: str, at: int) -> bool:
    return body[at] != "’" or at + 1 == len(body) or not body[at + 1].isalnum()


def tokens(body: str, sentence: Span, quotes: Sequence[Quotation]) -> list[Token]:
    """Return the tokens of one sentence in order; offsets are into `body`."""
    found: list[Token] = []
    at = sentence.start
    for number, quote in enumerate(quotes):
        start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
        if start >= end:
            continue
        if len(body[start:end].split()) <= _SHORT_QUOTE and body[end - 2 : end - 1] not in ",.!?":
            continue
        found += _words(body, at, start, first=not found)
        found.append(Token(start, end, body[start:end], "q", quote=number))
        at = end
    return _nouns(found + _words(body, at, sentence.end, first=not found))


_PLURAL = re.compile(
    r"(?:s|people|police|media|men|women|children|i|we|they|you|others|military|both|who|some|many)$", re.I
)


def _nouns(found: list[Token]) -> list[Token]:
    """Tell the noun from the cue verb of the same form by the word before it: "the claims", "amid reports"."""
    for at, token in enumerate(found):
        if token.verb is None or token.verb.form == "ing":
            continue
        if _is_noun(found, at, token.verb):
            found[at] = replace(token, tag="e" if token.verb.form == "ed" else "n", verb=None)
    if len(found) > 1 and found[0].tag in "eia" and found[0].text[0].isupper() and found[1].tag == "N":
        found[0] = replace(found[0], tag="N")
    return found


def _is_noun(found: list[Token], at: int, verb: CueVerb) -> bool:
    if at == 0:
        return verb.form != "ed"
    before = found[at - 1]
    if before.tag in "dpm" or before.text.endswith(("’s", "'s", "s’", "s'")):
        return True
    if verb.form == "ed" or verb.lemma not in lexicon().also_nouns:
        return False
    followed = at + 1 < len(found) and found[at + 1].tag not in ".h"
    return before.tag in "Vve" or (
        verb.form == "base" and before.tag in "nNi" and followed and not _PLURAL.search(before.text)
    )


def _words(body: str, start: int, end: int, first: bool) -> list[Token]:
    found = []
    for hit in _WORD.finditer(body, start, end):
        text = hit.group()
        tag, verb = _classify(text, first and not found)
        found.append(Token(hit.start(), hit.end(), text, tag, verb))
    return found


def _classify(text: str, first: bool) -> tuple[str, CueVerb | None]:  # noqa: PLR0911 - one return a class
    words = lexicon()
    lower = text.lower().replace("’", "'")
    if not text[0].isalnum():
        return _PUNCTUATION.get(text, "b" if len(text) > 1 else "."), None
    if text[0].isdigit():
        return "m", None
    if lower == "to":
        return "t", None
    if lower == "that":
        return "h", None
    name = text[0].isupper() and not first
    if lower in words.classes and not (name and words.classes[lower] in "va"):
        return words.classes[lower], None
    if lower.endswith("n't"):
        return "x", None
    verb = words.verbs.get(lower)
    if verb is not None and not name:
        return "V", verb
    return _by_shape(text, lower, name), None


_PARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ad|ed|es|bin|ibn|abu|ould|d)[-‑’'][A-ZÀ-Þ]")


def _by_shape(text: str, lower: str, name: bool) -> str:
    if name or _PARTICLE.match(text) or (text[0].isupper() and ("-" in text or text.isupper())):
        return "N"
    if lower.endswith("ly"):
        return "a"
    if lower.endswith("ed") and len(lower) > 4:
        return "e"
    if lower.endswith("ing") and len(lower) > 5:
        return "i"
    return "N" if text[0].isupper() and text[1:2].islower() and not lower.endswith("s") else "n"
