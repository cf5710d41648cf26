"""Contents and cues filled up to where they end: quoted sentences taken in part, cues without their particle."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.read.lexicon import load, verbs
from sayso.read.weigh import Said
from sayso.records import Attribution
from sayso.sentences import sentences, touching
from sayso.spans import Span, cut

_EDGES = ' \n\t,;:—–-“”"«»„'
_WORD = re.compile(r"\s([a-z]+)\b(?!-)")
_SHORT = 4  # words of a quotation that is no sentence


def filled(body: str, quotes: Sequence[Span], said: Said) -> Said:
    """Give every quoted sentence that has one content as a whole, and every cue its particle."""
    quoted = _Quoted(body, quotes, [span for item in said.attributions for span in item.content])
    told = tuple(_with_particle(body, quoted.whole(item)) for item in said.attributions)
    return replace(said, attributions=told)


class _Quoted:
    """The sentences of quotations, which are cut once each, and the places where contents begin."""

    def __init__(self, body: str, quotes: Sequence[Span], contents: Sequence[Span]) -> None:
        self.body, self.quotes = body, quotes
        self._starts = sorted(span.start for span in contents)
        self._cut: dict[int, tuple[Span, ...]] = {}

    def whole(self, item: Attribution) -> Attribution:
        """Widen a quoted content to its sentence within the quotation, where nothing else of the sentence is told."""
        if item.quoted != "direct" or len(item.content) != 1:
            return item
        around = next((one for one in self._sentences(item.content[0]) if one.covers(item.content[0])), None)
        if around is None or around.text.endswith("?"):
            return item
        first, last = (bisect_left(self._starts, at) for at in (around.start, around.end))
        return replace(item, content=(around,)) if last - first == 1 else item

    def _sentences(self, content: Span) -> Iterator[Span]:
        """Give the sentence at which a content begins in each quotation that holds any of it."""
        for number in touching(self.quotes, content):
            if number not in self._cut:
                self._cut[number] = tuple(self._unmarked(self.quotes[number]))
            at = bisect_right(self._cut[number], content.start, key=lambda one: one.start) - 1
            yield from self._cut[number][max(0, at) : at + 1]

    def _unmarked(self, quote: Span) -> Iterator[Span]:
        """Give the sentences of a quotation without the marks around them; a scrap of a few words has none."""
        scrap = len(quote.text.split()) <= _SHORT
        for sentence in () if scrap else sentences(self.body, quote.start + 1, quote.end):
            start, end = sentence.start, sentence.end
            while start < end and self.body[start] in _EDGES:
                start += 1
            while end > start and self.body[end - 1] in _EDGES:
                end -= 1
            if start < end:
                yield cut(self.body, start, end)


def _with_particle(body: str, item: Attribution) -> Attribution:
    """Give a cue the particle or preposition that its verb asks for: "called" "for", "pointed" "out"."""
    cue, ends = item.cue, min((span.start for span in item.content), default=0)
    hit = _WORD.match(body, cue.end) if cue else None
    if cue is None or hit is None or cue.end < ends < hit.end():
        return item
    verb = verbs().get(cue.text.lower().split()[-1])
    asked = load("lexicon.toml")["particles"].get(verb.lemma, "").split() if verb else []
    return replace(item, cue=cut(body, cue.start, hit.end())) if hit[1] in asked else item
