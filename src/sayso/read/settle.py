"""What the attributions of one sentence are to each other, and what of it is left to the report's own voice."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.read.attribution import Frame
from sayso.read.lexicon import lexicon
from sayso.read.names import kinds
from sayso.read.phrases import Range, Sentence, is_clause, phrase_from
from sayso.spans import Span

_LONG_ENOUGH = 4  # tokens: a shorter remainder is no statement
_SHORTEST = 3


def settle(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """Join nested attributions into chains, cut contents where the next attribution begins, drop what is swallowed."""
    kept: list[Frame] = []
    for frame in _with_sources(sentence, found):
        frame = _with_outlet(sentence, frame)
        if not kept:
            kept.append(frame)
            continue
        kept[-1:] = _join(sentence, kept[-1], frame)
    return [part for frame in kept for part in _halves(sentence, _tidy(sentence, frame)) if part.content]


def _halves(sentence: Sentence, frame: Frame) -> list[Frame]:
    """Two claims of "that A and that B"."""
    if len(frame.content) != 1:
        return [frame]
    left, right = frame.content[0]
    split = re.search(r",?c[ak]*h", sentence.tags[left:right])
    if split is None:
        return [frame]
    first = replace(frame, content=(sentence.trimmed(left, left + split.start()),))
    return [first, *_halves(sentence, replace(frame, content=((left + split.end(), right),)))]


def _with_sources(sentence: Sentence, found: list[Frame]) -> list[Frame]:
    """Give participles ("…, adding that") the source of the clause they hang on."""
    last: Range | None = None
    done = []
    for frame in found:
        if frame.order == "participle":
            source = last or phrase_from(sentence, 0)
            if source is None or source[1] > frame.cue[0]:
                continue
            frame = replace(frame, source=source)
        last = frame.source or last
        done.append(frame)
    return done


def _with_outlet(sentence: Sentence, frame: Frame) -> Frame:
    """An outlet that was told relays what it was told."""
    if frame.addressee is None or not is_outlet(sentence, frame.addressee):
        return frame
    return replace(frame, relays=((frame.addressee, None), *frame.relays))


def is_outlet(sentence: Sentence, where: Range) -> bool:
    """Whether a noun phrase names an outlet: by a word in it, or because it is a bare name that is told things."""
    words = sentence.words(*where).split()
    if any(word in kinds()["outlet"] for word in words):
        return True
    return set(sentence.tags[where[0] : where[1]]) == {"N"} and not any(
        word in kinds()["organisation"] | kinds()["person_titles"] for word in words
    )


def _join(sentence: Sentence, first: Frame, second: Frame) -> list[Frame]:
    """Two attributions of one sentence, in the order of their cues: one, or both, as they should stand."""
    if first.source == second.source and first.cue == second.cue:
        return [first]
    inside = any(left <= second.edge < right for left, right in first.content)
    if second.order in {"adverb", "passive"} and first.source is not None and inside:
        return [first]
    if first.sense == "hearsay" and first.order == "noun" and second.sense == "hearsay":
        return [first]
    if second.order == "after" and first.order == "before":
        return [replace(_cut(sentence, first, second.edge), relays=(*first.relays, *_as_relay(second)))]
    if not inside:
        return [first, second]
    start = first.content[0][0]
    nested = second.order == "before" and second.edge <= start + 1
    if nested and first.source is not None and second.source is not None:
        return [replace(second, relays=(*second.relays, *_as_relay(first)))]
    if second.order == "participle" or _begins_clause(sentence, second.edge):
        return [_cut(sentence, first, second.edge), second]
    if second.sense in {"deny", "responsibility"} and second.order != "noun":
        return [first, second]
    return [first]


def _as_relay(frame: Frame) -> tuple[tuple[Range, Range | None], ...]:
    return () if frame.source is None else ((frame.source, frame.cue), *frame.relays)


def _begins_clause(sentence: Sentence, edge: int) -> bool:
    return edge > 0 and bool(re.search(r"(?:[,;]|,?[cs])$", sentence.tags[:edge]))


def _cut(sentence: Sentence, frame: Frame, edge: int) -> Frame:
    parts = [sentence.trimmed(left, min(right, edge)) for left, right in frame.content if left < edge]
    parts = [(left, right - (sentence.tags[right - 1] == "s")) for left, right in parts if left < right]
    return replace(frame, content=tuple(parts))


def _tidy(sentence: Sentence, frame: Frame) -> Frame:
    """Leave opening connectives and unopened brackets out of contents."""
    parts = [(_after_opener(sentence, left, right), right) for left, right in frame.content]
    return replace(frame, content=tuple(part for part in parts if part[0] < part[1]))


def _after_opener(sentence: Sentence, left: int, right: int) -> int:
    if left > 0 and sentence.tags[left - 1] not in ",.":
        return left
    for length in range(min(5, right - left), 0, -1):
        if sentence.words(left, left + length) in lexicon().openers:
            after = left + length
            if sentence.tags[after : after + 1] == ",":
                return after + 1
            return after if length == 1 and sentence.tags[left] == "c" else left
    return left


def own_clauses(sentence: Sentence, settled: list[Frame]) -> list[Span]:
    """The statements of a sentence that nobody else is given as the source of."""
    if not settled:
        left, right = sentence.trimmed(_after_opener(sentence, 0, len(sentence.tags)), len(sentence.tags))
        return _split(sentence, left, right)
    edge = min([frame.edge for frame in settled] + [left for frame in settled for left, _ in frame.content])
    left, right = sentence.trimmed(_after_opener(sentence, 0, edge), edge)
    joined = re.search(r"(?:[,;-]|c)$", sentence.tags[:edge])
    clause = right - left >= _LONG_ENOUGH and is_clause(sentence.tags[left:right])
    return [sentence.cut(left, right)] if joined and clause and sentence.tags[left] != "s" else []


def _split(sentence: Sentence, left: int, right: int) -> list[Span]:
    """Split "A did this, and B did that" where both halves are clauses with subjects of their own."""
    if right - left < _SHORTEST:
        return []
    for hit in re.finditer(
        r",?[c](?=a*[dNnrmh]+[dNnpmaewct]*[xvVe])|;|,s(?=[dNnrm]+[dNnpmae]*[xvVe])", sentence.tags[left:right]
    ):
        a, b = left + hit.start(), left + hit.end()
        halves = [(left, a), (b, right)]
        if hit.group() == ",s" and sentence.words(b - 1, b) not in {"while", "whereas", "although", "though"}:
            continue
        if hit.group()[0] in ",;" and all(y - x >= _LONG_ENOUGH and is_clause(sentence.tags[x:y]) for x, y in halves):
            return [sentence.cut(left, a), *_split(sentence, b, right)]
    return [sentence.cut(left, right)]
