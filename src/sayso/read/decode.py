"""From the numbers that the encoder puts out to spans, links and classes. Needs numpy alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .inputs import Tokens, Window
from .schema import CERTAINTY_VALUES, CLASS_COLUMNS, CLASSES, LAYERS, RELATIONS, TAG_COLUMNS

Floats = NDArray[np.float32]
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the encoder says of each piece of a window.

    `tags` [pieces, tags of all layers], `classes` [pieces, values of all classes]; `left` and `right` [pieces,
    relations, size]: the score of a relation from piece a to piece b is `left[a, r] @ right[b, r]`, that of none is 0.
    """

    tags: Floats
    classes: Floats
    left: Floats
    right: Floats


@dataclass(frozen=True, slots=True)
class Found:
    """A span in code points; `at` is the number of its first piece in the text."""

    layer: str
    kind: str
    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A relation between two spans; no target: there is none."""

    relation: str
    origin: Found
    target: Found | None


@dataclass(frozen=True, slots=True)
class Read:
    """All that was found: spans, links from each span that a relation may start from, and the classes of spans."""

    spans: tuple[Found, ...] = ()
    links: tuple[Linked, ...] = ()
    classes: tuple[tuple[Found, dict[str, str]], ...] = ()

    def __add__(self, other: Read) -> Read:
        """Put the windows of a text together."""
        return Read(self.spans + other.spans, self.links + other.links, self.classes + other.classes)


READ_AT = {
    "content": ("kind", "polarity", "certainty"),
    "own": ("kind", "polarity", "certainty"),
    "trigger": ("event", "polarity", "certainty"),
    "source": ("voice",),
}


def read(outputs: Outputs, tokens: Tokens, window: Window) -> Read:
    """Read one window: what it answers for, linked to whatever stands in the window."""
    found = list(spans(outputs.tags, tokens, window.start))
    own = [one for one in found if window.own_start <= one.at < window.own_end]
    links = tuple(_links(outputs, found, own, window.start))
    classes = tuple((one, classified(outputs, one, window.start)) for one in own if one.layer in READ_AT)
    return Read(tuple(own), links, classes)


def spans(tags: Floats, tokens: Tokens, start: int = 0) -> Iterator[Found]:
    """Find the spans of every layer by whole words; row 0 of `tags` is piece `start` of the text.

    A word is what its first piece says; of the ways to tag the words in which every span begins before it goes on,
    under one type, the best is taken.
    """
    if not len(tags):
        return
    firsts = [at for at in range(start, start + len(tags)) if at == start or tokens.first(at)]
    ends = [tokens.offsets[at - 1][1] for at in [*firsts[1:], start + len(tags)]]
    rows = tags[[at - start for at in firsts]]
    best = _tagged(rows)
    for number, layer in enumerate(LAYERS):
        for first, last, tag in _runs(best[:, number]):
            kind = LAYERS[layer][(tag - 1) // 2]
            yield Found(layer, kind, tokens.offsets[firsts[first]][0], ends[last], firsts[first])


def _tagged(rows: Floats) -> NDArray[np.int64]:
    """Return the best tags [words, layers] of those in which every span begins before it goes on."""
    found = np.empty((len(rows), len(LAYERS)), np.int64)
    for number, columns in enumerate(TAG_COLUMNS.values()):
        scores = rows[:, columns]
        best = scores.argmax(-1)
        wrong = np.flatnonzero(_goes_on_from_nothing(best))
        for first, last in _parts(best) if len(wrong) else ():
            if ((first <= wrong) & (wrong < last)).any():
                best[first:last] = _viterbi(scores[first:last].tolist())
        found[:, number] = best
    return found


def _goes_on_from_nothing(tags: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which tags continue a span that did not begin; tag 0 is outside, odd begins, even continues."""
    before = np.concatenate([[0], tags[:-1]])
    wrong: NDArray[np.bool_] = (tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1)
    return wrong


def _parts(tags: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Cut words where three in a row are outside: what is before bears on nothing behind."""
    inside = np.flatnonzero(tags)
    gaps = np.flatnonzero(np.diff(inside) > 3)
    for first, last in zip([0, *(gaps + 1)], [*gaps, len(inside) - 1], strict=True):
        yield max(0, int(inside[first]) - 1), int(inside[last]) + 1


def _viterbi(scores: list[list[float]]) -> list[int]:
    """Return the best allowed tags of one layer by Viterbi's algorithm."""
    width = len(scores[0])
    insides = range(2, width, 2)
    best = [_NEVER if tag in insides else score for tag, score in enumerate(scores[0])]
    steps: list[list[int]] = []
    for row in scores[1:]:
        top = max(range(width), key=best.__getitem__)
        before = [top] * width
        for tag in insides:
            before[tag] = tag if best[tag] > best[tag - 1] else tag - 1
        best = [score + best[came] for score, came in zip(row, before, strict=True)]
        steps.append(before)
    found = [max(range(width), key=best.__getitem__)]
    for before in reversed(steps):
        found.append(before[found[-1]])
    return found[::-1]


def _runs(tags: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Give first word, last word and first tag of each span; tag 0 is outside, odd begins, even continues."""
    first = last = -1
    opened = 0
    for at in [*np.flatnonzero(tags).tolist(), len(tags)]:
        tag = int(tags[at]) if at < len(tags) else 0
        joins = first >= 0 and at == last + 1 and tag > 0 and tag % 2 == 0 and (tag - 1) // 2 == (opened - 1) // 2
        if not joins:
            if first >= 0:
                yield first, last, opened
            first, opened = at, tag
        last = at


def _links(outputs: Outputs, found: list[Found], own: list[Found], start: int) -> Iterator[Linked]:
    for number, (name, relation) in enumerate(RELATIONS.items()):
        origins = [one for one in own if one.layer in relation.origins]
        targets = [one for one in found if one.layer in relation.targets]
        if not origins:
            continue
        left = outputs.left[[one.at - start for one in origins], number]
        right = outputs.right[[one.at - start for one in targets], number].reshape(len(targets), left.shape[-1])
        for origin, scores in zip(origins, left @ right.T, strict=True):
            yield Linked(name, origin, _best(origin, targets, scores))


def _best(origin: Found, targets: list[Found], scores: Floats) -> Found | None:
    """Return the target of the highest score above 0 that is another span than the origin."""
    others = [(score, target) for score, target in zip(scores.tolist(), targets, strict=True) if target.at != origin.at]
    score, best = max(others, key=lambda one: one[0], default=(0.0, None))
    return best if score > 0 else None


def classified(outputs: Outputs, span: Found, start: int = 0) -> dict[str, str]:
    """Return the classes of one span, read at its first piece."""
    row = outputs.classes[span.at - start]
    return {name: CLASSES[name][int(row[CLASS_COLUMNS[name]].argmax())] for name in READ_AT[span.layer]}


def factuality(classes: Floats) -> Floats:
    """Reckon from rows of class scores how certainly something happened: from -3, surely not, to 3, surely."""
    signs = _softmax(classes[..., CLASS_COLUMNS["polarity"]]) @ np.array([1, -1], np.float32)
    sizes = _softmax(classes[..., CLASS_COLUMNS["certainty"]]) @ np.array(CERTAINTY_VALUES, np.float32)
    values: Floats = signs * sizes
    return values


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares
