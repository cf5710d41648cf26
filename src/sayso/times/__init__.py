"""Words to EDTF: every time expression of a report, with the value it has and the anchor that was used.

`Time.anchor` is None where the words alone settle the value or nothing does; else "published 2024-01-23", or the value
and id of the time in the text it hangs on, "2024-01-16 (t3)".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from sayso.records import Text, Time
from sayso.spans import cut
from sayso.times.cascade import run
from sayso.times.english import ENGLISH
from sayso.times.language import Language
from sayso.times.lexicon import CODE, Item
from sayso.times.meanings import Dated, Meaning, Numeric, Timed
from sayso.times.relative import Deadline, Streak
from sayso.times.scene import UNKNOWN, Anchor, Order, Scene, Stated, Tense, Value, anchor_of, publication

__all__ = ["find"]

_LANGUAGES: Mapping[str, Language] = MappingProxyType({"en": ENGLISH})  # any other is read for what it shares with it
_ROLES = ("title", "heading", "paragraph", "byline", "dateline", "notice")
_FOUND = frozenset(CODE[kind] for kind in ("Date", "Wday", "Day", "Frame", "Over", "Span", "Time"))
_STOP = CODE["stop"]
_MEMORY = 24  # times looked back on (and ahead, within a sentence): keeps long reports linear


@dataclass(frozen=True, slots=True)
class _Expression:
    start: int
    end: int
    meaning: Meaning
    block: int
    sentence: int
    tense: Tense
    said: bool


def find(text: Text) -> tuple[Time, ...]:
    """Return every time expression outside the furniture, in order, none overlapping another.

    A relative one has edtf None where the text gives nothing to count from: it is never guessed.
    """
    expressions = tuple(_expressions(text, _LANGUAGES.get(text.language, ENGLISH)))
    values = _values(text, expressions)
    return tuple(
        Time(f"t{number}", cut(text.body, found.start, found.end), value.edtf, value.part, value.anchor)
        for number, (found, value) in enumerate(zip(expressions, values, strict=True), 1)
    )


def _expressions(text: Text, language: Language) -> Iterator[_Expression]:
    for number, block in enumerate(text.blocks):
        start, end = block.span.start, block.span.end
        if block.role not in _ROLES or language.lexicon.trigger.search(text.body, start, end) is None:
            continue
        items = run(language.lexicon.items(text.body, start, end), language.stages)
        yield from _in_block(items, number, language)


def _in_block(items: list[Item], block: int, language: Language) -> Iterator[_Expression]:
    sentence = 0
    for at, item in enumerate(items):
        sentence += item.kind == _STOP
        if item.kind in _FOUND and item.meaning is not None:
            cue = language.tenses.cue(items, at)
            if isinstance(item.meaning, Deadline) and cue.tense != "future":
                continue
            yield _Expression(item.start, item.end, item.meaning, block, sentence, cue.tense, cue.said)


def _values(text: Text, expressions: tuple[_Expression, ...]) -> list[Value]:
    """Resolve in order, first what stands by itself, then what takes its day from its own sentence."""
    scene = replace(Scene(publication(text)), order=_order(expressions))
    values = [UNKNOWN] * len(expressions)
    numbers: list[int] = []
    stated: list[Stated] = []
    for hanging in (False, True):
        for number, found in enumerate(expressions):
            if _hangs(found.meaning) != hanging:
                continue
            upto = bisect_left(numbers, number)
            before = stated[max(0, upto - _MEMORY) : upto]
            around = [*before, *stated[upto : upto + _MEMORY]] if hanging else []
            mates = [mate for mate in around if (mate.block, mate.sentence) == (found.block, found.sentence)]
            here = replace(scene, before=before, mates=mates, block=found.block, tense=found.tense)
            values[number] = found.meaning.resolve(here)
            anchor = _anchor(values[number], number)
            if anchor is not None and not hanging:
                absolute = not (values[number].anchor or "").startswith("published")
                numbers.append(number)
                told = isinstance(found.meaning, Dated)
                stated.append(Stated(anchor, found.block, found.sentence, absolute, told, found.said))
    return values


def _hangs(meaning: Meaning) -> bool:
    return isinstance(meaning, Streak) or (isinstance(meaning, Timed) and meaning.point is None)


def _anchor(value: Value, number: int) -> Anchor | None:
    return anchor_of(value.edtf, f"{value.edtf} (t{number + 1})", value.part) if value.edtf else None


def _order(expressions: tuple[_Expression, ...]) -> Order | None:
    """Return the order of day and month that the text's numeric dates prove, if they all agree."""
    orders = {found.meaning.order for found in expressions if isinstance(found.meaning, Numeric)}
    proven = [order for order in orders if order is not None]
    return proven[0] if len(proven) == 1 else None
