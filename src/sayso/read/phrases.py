"""Noun phrases and clause edges, found as patterns over the classes of a sentence's tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.tokens import Quotation, Token, tokens
from sayso.spans import Span, cut

Range = tuple[int, int]  # half-open, in tokens

_CORE = r"[dmnNeakib]*[nNmib]"
_PHRASE = re.compile(rf"(?:{_CORE}|d)(?:(?:p+|t(?=[dmN])|c(?=[dmnN])|-)[dmnNeakib]*[nNmkbr]|w?e(?=p)|e(?=t[dmnN]))*")
_LEFT = frozenset("dmnNeakpcibt")
_VERBAL = re.compile(r"[xvV]|e(?!p)")
_ADJUNCT = re.compile(
    r"(?:,?[ak]+|,?(?:p?[dma]*k+m*(?:,m)?)+|,?[pt][dmneNakb]*[nNmkbir](?:[pt][dmneNakb]*[nNmkb]|c[dmneN]*[nN])*|,?s?ip?[dmneN]*)*"
)


def parse(body: str, span: Span, quotes: Sequence[Quotation] = ()) -> Sentence:
    """Tokenise one sentence; quotations given are one token each."""
    found = tuple(tokens(body, span, quotes))
    return Sentence(body, span, found, "".join(token.tag for token in found))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens and the string of their classes."""

    body: str
    span: Span
    tokens: tuple[Token, ...]
    tags: str

    def cut(self, left: int, right: int) -> Span:
        """The span of the tokens `left` up to, not including, `right`."""
        return cut(self.body, self.tokens[left].start, self.tokens[right - 1].end)

    def words(self, left: int, right: int) -> str:
        """The lower-case words of a token range, joined by blanks."""
        return " ".join(token.text.lower() for token in self.tokens[left:right])

    def part(self, left: int, right: int) -> Sentence:
        """The tokens `left` up to `right` as a sentence of their own."""
        return Sentence(self.body, self.cut(left, right), self.tokens[left:right], self.tags[left:right])

    def parts(self) -> list[Sentence]:
        """The sentence, or what a semicolon or a colon joins in it where both sides can stand alone."""
        for at, tag in enumerate(self.tags):
            left, right = self.tags[:at], self.tags[at + 1 :]
            joins = tag == ";" or (tag == ":" and left[-1:] != "V" and right[:1] != "q")
            if joins and min(len(left), len(right)) > 2 and is_clause(left) and is_clause(right):
                return [self.part(0, at), *self.part(at + 1, len(self.tags)).parts()]
        return [self]

    def trimmed(self, left: int, right: int) -> Range:
        """The range without punctuation and coordinators at its edges."""
        while left < right and self.tags[left] in ",.;:-c":
            left += 1
        while left < right and self.tags[right - 1] in ",.;:-c":
            right -= 1
        return left, right


def phrase_from(sentence: Sentence, left: int) -> Range | None:
    """The noun phrase that begins at a token, with an apposition or relative clause set off by commas."""
    if sentence.tags[left : left + 1] == "r":
        return left, left + 1
    hit = _PHRASE.match(sentence.tags, left)
    if hit is None or hit.end() == left:
        return None
    right = next((i for i in range(left + 1, hit.end()) if sentence.words(i, i + 1) == "on"), hit.end())
    if sentence.tags[right : right + 1] == ",":
        right = _apposition(sentence, right)
    return left, right


def _apposition(sentence: Sentence, comma: int) -> int:
    """The end of an apposition that opens with a comma, or the comma itself where there is none."""
    tags = sentence.tags
    close = next((i for i in range(comma + 1, len(tags)) if tags[i] in ",.;:-q"), len(tags))
    inner = tags[comma + 1 : close]
    if not inner or inner[0] not in "dnNw" or (inner[0] != "w" and _VERBAL.search(inner)):
        return comma
    return close


def phrase_before(sentence: Sentence, right: int) -> Range | None:
    """The subject that ends just before a verb at token `right`: auxiliaries, adverbs and time words are stepped over."""
    tags = sentence.tags
    end = right
    while end > 0 and (tags[end - 1] in "axg" or _is_time(tags, end - 1)):
        end -= 1
    if end == 0 or tags[end - 1] in "cqs":
        return None
    if tags[end - 1] == "r":
        return end - 1, end
    if tags[end - 1] == "w":
        end = end - 2 if tags[end - 2 : end - 1] == "," else end - 1
        nearest = re.search(r"[dm]?[aNne]*[nN]$", tags[:end])
        return nearest.span() if nearest else None
    if end > 0 and tags[end - 1] == ",":
        return _over_apposition(sentence, end - 1)
    return _expand_left(sentence, end)


def _is_time(tags: str, at: int) -> bool:
    return tags[at] == "k" or (tags[at] == "p" and tags[at + 1 : at + 2] == "k")


def _over_apposition(sentence: Sentence, comma: int) -> Range | None:
    """A name, its apposition between commas, then the verb: the whole of it is the subject."""
    tags = sentence.tags
    opening = tags.rfind(",", 0, comma)
    while opening > 0:
        inner = tags[opening + 1 : comma]
        head = _expand_left(sentence, opening)
        if head and inner and inner[0] in "dnNwipesma" and not re.search(r"^[dnN][^w]*[xvV]", inner):
            return head[0], comma
        opening = tags.rfind(",", 0, opening)
    return None


def _expand_left(sentence: Sentence, end: int) -> Range | None:
    """Grow a noun phrase leftwards from its last token to the edge of its clause."""
    tags = sentence.tags
    left = end
    while left > 0 and tags[left - 1] in _LEFT:
        left -= 1
    relative = re.search(r"w[^,;:hqw]*[xvV][^,;:hqw]*$", tags[:left])
    if relative and relative.start() > 0:
        head = _expand_left(sentence, relative.start())
        return (head[0], end) if head else None
    left = _after_list(tags, left, end)
    left = _after_other_clause(sentence, left, end)
    while left < end and tags[left] in "cpatk":
        left = _after_fronted(tags, left, end)
    return (left, end) if left < end and re.search(r"[nNdmbe]", tags[left:end]) else None


def _after_list(tags: str, left: int, end: int) -> int:
    """Take in the earlier members of "A, B and C" where all are names."""
    while left > 1 and tags[left - 1] == "," and re.match(r"N+(?:cN+|,)", tags[left:end]):
        member = re.search(r"(?:^|[,qs])(N+),$", tags[:left])
        if member is None:
            break
        left = member.start(1)
    return left


def _after_other_clause(sentence: Sentence, left: int, end: int) -> int:
    """Leave out what stands before a coordinator when it is a clause of its own and not a coordinated noun."""
    for at in range(end - 1, left, -1):
        if sentence.tags[at] == "c" and re.search(r"[ev][dmnNpt]", sentence.tags[left:at]):
            return at + 1
    return left


def _after_fronted(tags: str, left: int, end: int) -> int:
    """Step over a fronted adjunct without a comma: "On Sunday the ministry …", "In a statement the army …"."""
    if tags[left] in "cakt":
        return left + 1
    rest = re.match(r"p(?:d?[ae]*k+m*|[dma]*[nNmk]+?(?=d))", tags[left:end])
    return left + rest.end() if rest and left + rest.end() < end else left + 1


def after_adjuncts(sentence: Sentence, left: int) -> int:
    """The token after time words, adverbs and prepositional phrases that hang on a verb."""
    hit = _ADJUNCT.match(sentence.tags, left)
    return hit.end() if hit else left


def is_clause(tags: str) -> bool:
    """Whether a run of classes holds a finite verb, so that it can be said to be so."""
    return bool(re.search(r"[rnNmdibq].*(?:x|v|V|e(?!p)|n[dt])|r[ag]*n", tags)) or tags.startswith("q")
