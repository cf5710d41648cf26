"""Sentences as strings of classes, and the noun phrases and clause edges found in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.lexicon import load
from sayso.read.tokens import Token, tokens
from sayso.sentences import opened
from sayso.spans import Span, cut

Range = tuple[int, int]  # half-open, in tokens
_CLOSING = re.compile('[.,!]?[”"]')


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens and the string of their classes."""

    body: str
    span: Span
    tokens: tuple[Token, ...]
    tags: str

    def cut(self, left: int, right: int) -> Span:
        """Return the span of the tokens `left` up to `right`, with the mark that closes a quotation opened in it."""
        start, end = self.tokens[left].start, self.tokens[right - 1].end
        closing = _CLOSING.match(self.body, end)
        return cut(self.body, start, closing.end() if closing and opened(self.body[start:end]) else end)

    def words(self, left: int, right: int) -> str:
        """Return the lower-case words of a token range, joined by blanks."""
        return " ".join(token.text.lower() for token in self.tokens[max(0, left) : right])

    def part(self, left: int, right: int) -> Sentence:
        """Return the tokens `left` up to `right` as a sentence of their own."""
        return Sentence(self.body, self.cut(left, right), self.tokens[left:right], self.tags[left:right])

    def parts(self) -> list[Sentence]:
        """Return the sentence, or what a semicolon or a colon joins in it where both sides can stand alone."""
        found, start = [], 0
        for at, tag in enumerate(self.tags):
            left, right = self.tags[start:at], self.tags[at + 1 :]
            joins = tag == ";" or (tag == ":" and left[-1:] != "V" and right[:1] != "q")
            if joins and min(len(left), len(right)) > 2 and is_clause(left) and is_clause(right):
                found.append(self.part(start, at))
                start = at + 1
        return [*found, self.part(start, len(self.tags)) if found else self]

    def trimmed(self, left: int, right: int) -> Range:
        """Return the range without punctuation and coordinators at its edges."""
        inner, edges = self.tags[left:right], ",.;:-c"
        return right - len(inner.lstrip(edges)), left + len(inner.rstrip(edges))


def parse(body: str, span: Span, quotes: Sequence[Span] = ()) -> Sentence:
    """Tokenise one sentence; quotations given are one token each."""
    found = tuple(tokens(body, span, quotes))
    return Sentence(body, span, found, "".join(token.tag for token in found))


def expand(pattern: str) -> str:
    """Return a pattern over classes with its macros, such as {NP}, written out."""
    macros: dict[str, str] = load("grammar.toml")["macros"]
    while hit := re.search(r"\{([A-Z]+)\}", pattern):
        pattern = pattern.replace(hit.group(), macros[hit.group(1)])
    return pattern.replace(" ", "")


is_clause = re.compile(expand("{CLAUSE}")).match  # whether a run of classes can be said to be so
_PHRASE = re.compile(expand("{NP}"))
_RELATIVE = re.compile(r"w$|(?:w|h(?=[xzvVe]))[^,;:qw]*[xzvVe][^,;:qw]*$")
_STEP = re.compile(r"(?:[axzg]|(?:[poy][dm]*)?k+)*$")
_NEAREST = re.compile(r"[dm]?[aNne]*[nN]$")
_FRONTED = re.compile(r"[catk]|[poy](?:d?[ae]*k+m*(?=.)|[dma]*[nNmk]+?(?=d))|[poy]")


def phrase_from(sentence: Sentence, left: int) -> Range | None:
    """Return the noun phrase that begins at a token, with an apposition or relative clause set off by commas."""
    hit = _PHRASE.match(sentence.tags, left)
    return hit.span() if hit else None


def phrase_before(tags: str, right: int) -> Range | None:
    """Return the subject before a verb at token `right`, over auxiliaries, adverbs and time words."""
    end = min(hit.start() for hit in _STEP.finditer(tags, max(0, right - 12), right))
    if end == 0 or tags[end - 1] in "cqs":
        return None
    if tags[end - 1] == "r":
        return end - 1, end
    if tags[end - 1] == "w":
        nearest = _NEAREST.search(tags[: end - 2 if tags[end - 2 : end - 1] == "," else end - 1])
        return nearest.span() if nearest else None
    return _over_apposition(tags, end - 1) if tags[end - 1] == "," else _expand_left(tags, end)


def _over_apposition(tags: str, comma: int) -> Range | None:
    """Return a name, its apposition between commas, then the verb: the whole of it is the subject."""
    opening = tags.rfind(",", 0, comma)
    while opening > 0:
        inner = tags[opening + 1 : comma]
        head = _expand_left(tags, opening)
        if head and re.match(r"(?![dnN][^w]*[xzvV])(?:[dnNwipoyesma]|Vy)", inner):
            return head[0], comma
        opening = tags.rfind(",", 0, opening)
    return None


def _expand_left(tags: str, end: int) -> Range | None:
    """Grow a noun phrase leftwards from its last token to the edge of its clause."""
    left = end
    while left > 0 and (tags[left - 1] in "dmnNeakpoycibt" or tags[left - 2 : left] == "pr"):  # "one of them"
        left -= 1
    relative = _RELATIVE.search(tags, 0, left)
    if relative and relative.start() > 0:
        head = _expand_left(tags, relative.start())
        return (head[0], end) if head else None
    while left < end and (fronted := _FRONTED.match(tags, left, end)):
        left = fronted.end()
    return (left, end) if left < end and re.search(r"[nNdmbe]", tags[left:end]) else None
