"""What stands where in a report: its sentences and paragraphs, the words that head one, and whose words they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.records import Claim, Role, Text
from sayso.sentences import sentences
from sayso.spans import Span, cut

_CLAUSE = 40  # what a clause's edge between two spans counts for, in characters
_LONGEST_HEAD = 70  # characters
_LEFT_OVER = 2  # words of a head beside its times and places
_WORD = re.compile(r"\w\w+")
_NAME = re.compile(r"[A-Z][\w’'-]{2,}(?: [A-Z][\w’'-]{2,})*")
_EDGE = re.compile(
    r"[;:—]|[.!?]\s|, (?:and|but|while|when|after|before|who|which|where)\b|\b(?:said|says|told|and|who|that)\b"
)


def gap(body: str, one: Span, other: Span) -> int:
    """Return how far apart two spans stand, in characters; each edge of a clause between them adds to it."""
    left, right = sorted((one, other))
    between = body[left.end : right.start]
    return len(between) + _CLAUSE * len(_EDGE.findall(between))


class Stage:
    """The sentences and blocks of one text, and the words of its claims; `named` are its times and places."""

    def __init__(self, text: Text, claims: Iterable[Claim], named: Iterable[Span] = ()) -> None:
        self.body = text.body
        self.blocks = text.blocks
        self.sentences = [
            one
            for block in text.blocks
            if block.role == "paragraph"
            for one in sentences(text.body, block.span.start, block.span.end)
        ]
        self._voices: dict[int, list[tuple[Span, str]]] = defaultdict(list)
        self._cues: dict[int, list[Span]] = defaultdict(list)
        # What stands behind "strikes claimed by X" tells of the strikes, not of X's desk.
        for claim in (one for one in claims if one.kind != "responsibility"):
            for piece in claim.content if claim.chain else ():
                for number in range(self.number(piece), self.number(piece, piece.end - 1) + 1):
                    self._voices[number].append((piece, claim.id))
            for cue in [link.cue for link in claim.chain if link.cue]:
                self._cues[self.number(cue)].append(cue)
        self.heads: set[int] = set()
        self.strange: list[Span] = []
        self._head(sorted(named))

    def number(self, span: Span, at: int | None = None) -> int:
        """Return the number of the last sentence that begins before a span does, or before `at`; -1 for none."""
        return bisect_right(self.sentences, span.start if at is None else at, key=lambda one: one.start) - 1

    def sentence(self, span: Span) -> Span:
        """Return the sentence in which a span begins; the span itself where it stands in none."""
        at = self.number(span)
        return self.sentences[at] if at >= 0 and span.start < self.sentences[at].end else span

    def around(self, span: Span, before: int, behind: int) -> tuple[int, int]:
        """Return where some sentences before that of a span begin, and some behind it end."""
        if not self.sentences:
            return 0, len(self.body)
        at, last = self.number(span), len(self.sentences) - 1
        return self.sentences[max(0, at - before)].start, self.sentences[min(last, at + behind)].end

    def block(self, span: Span) -> int:
        """Return the number of the block in which a span begins."""
        return max(0, bisect_right(self.blocks, span.start, key=lambda one: one.span.start) - 1)

    def role(self, span: Span) -> Role:
        """Return what kind of block a span stands in."""
        return self.blocks[self.block(span)].role if self.blocks else "paragraph"

    def voices(self, span: Span) -> frozenset[str]:
        """Return the ids of the claims of others in whose content a span stands."""
        near = self._voices.get(self.number(span), ())
        return frozenset(name for piece, name in near if piece.overlaps(span))

    def spoken_at(self, span: Span) -> bool:
        """Whether a span says where or when somebody spoke: "said in Aden on Friday", behind the verb of saying."""
        number = self.number(span)
        near = self._voices.get(number, ())
        behind = [cue for cue in self._cues.get(number, ()) if cue.end <= span.start]
        if not behind or any(piece.overlaps(span) for piece, _ in near):
            return False
        last = max(cue.end for cue in behind)
        return not any(last <= piece.start < span.start for piece, _ in near)

    def _head(self, named: Sequence[Span]) -> None:
        """Find the sentences that only say where or when what follows was, as "Marib, 3 May." does.

        Such a sentence opens a paragraph, ends before the paragraph does, and holds hardly a word beside the times and
        places that are `named`, given in order. `heads` are their numbers, `strange` other names that stand in them.
        """
        opening = {block.span.start: block.span.end for block in self.blocks}
        for number, one in enumerate(self.sentences):
            if len(one) > _LONGEST_HEAD or opening.get(one.start, one.end) <= one.end:
                continue
            inside = named[bisect_left(named, one.start, key=_start) : bisect_left(named, one.end, key=_start)]
            if inside and _words(one) - sum(map(_words, inside)) <= _LEFT_OVER:
                self.heads.add(number)
                names = (cut(self.body, *hit.span()) for hit in _NAME.finditer(self.body, one.start, one.end))
                self.strange += [name for name in names if not any(name.overlaps(other) for other in inside)]


def _start(span: Span) -> int:
    return span.start


def _words(span: Span) -> int:
    """Count the words of two letters or more."""
    return len(_WORD.findall(span.text))
