"""A sentence as a notice rule sees it, and what such a rule finds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.clean.lexicon import NAME, notice
from sayso.clean.names import Outlets
from sayso.records import NoticeKind
from sayso.sentences import opened
from sayso.spans import Span, cut

_BY = re.compile(rf"\b(?:[Bb]y|[Ii]n|[Ff]rom|[Ww]ith|[Oo]n|[Aa]t|[Ff]or|[Oo]f|[Vv]ia):?\s+({NAME})")
_NO_NAME = re.compile(
    r"(?:the\s)?(?:original\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Arabic"
    r"|English|French|Russian|Kurdish|Turkish|Persian|Farsi|Hebrew|Ukrainian|German|Spanish|Chinese|Urdu|Pashto|Dari"
    r"|Somali|Amharic|Swahili|Portuguese|Burmese|Tigrinya|Creative Commons|CC)\b"
)


_POSSESSIVE = re.compile(r"(?:[’']s|[.'’\-/&]+)$")
_LOOK_BACK = 4_000  # characters in which an opening quotation mark is looked for


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in its block. `edge`: the block stands near the top or the end of the report."""

    body: str
    span: Span
    block: Span
    outlets: Outlets
    edge: bool = False
    after_notice: bool = False

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.span.text

    @property
    def alone(self) -> bool:
        """Whether the sentence is all that the block holds."""
        return len(self.block) - len(self.span) < 4

    @property
    def first(self) -> bool:
        """Whether the sentence begins its block."""
        return self.span.start == self.block.start

    @property
    def last(self) -> bool:
        """Whether the sentence ends its block."""
        return self.span.end == self.block.end

    def quoted(self, at: int) -> bool:
        """Whether the place, counted from the sentence's start, lies inside quotation marks opened in this block."""
        before = self.body[max(self.block.start, self.span.start - _LOOK_BACK) : self.span.start + at]
        return opened(before)

    def cut(self, start: int, end: int) -> Span:
        """Return the span of a range counted from the sentence's start."""
        return cut(self.body, self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True)
class Found:
    """A notice in a sentence. `inline`: it is a clause or a mark in a sentence that also says something else."""

    kind: NoticeKind
    span: Span
    outlet: str | None = None
    covers: Span | None = None
    inline: bool = False


def covered(sentence: Sentence, start: int = 0) -> Span | None:
    """Return the words that say what the notice covers: "the details in this report", "the footage"."""
    hit = notice("covers").search(sentence.text, start)
    return sentence.cut(hit.start(), hit.end()) if hit else None


def named(text: str, start: int = 0) -> str | None:
    """Return the first name after "by", "in", "from" and the like; months, days and languages are none."""
    for hit in _BY.finditer(text, start):
        name = hit[1]
        if not _NO_NAME.match(name):
            return plain_name(name)
    return None


def plain_name(name: str) -> str:
    """Return the name without a small article, line ends, closing marks and the possessive."""
    return " ".join(_POSSESSIVE.sub("", name).removeprefix("the ").split())
