"""Examples to rows of numbers: one row a window, with what each piece may be tagged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder import START, STOP
from sayso.read.inputs import Tokens, Window, sentences, shapes, windows
from sayso.read.schema import CLASSES, FACTUALITY, LAYERS, RELATIONS, TAG_COLUMNS, TAG_WIDTH

from .example import Example, Span, apart

_BEHIND = 128  # pieces seen again: the encoder is taught with more before a window than the program later gives it


@dataclass(frozen=True, slots=True)
class Row:
    """A window as it is trained on; every array has its two end pieces, so that piece n of it stands at n + 1.

    `allowed` [pieces, tags of all layers]: which tags do not count as wrong; all of a layer where nothing is known.
    `links`: relation, origin, target (0: none). `classes`: class, piece, value. `values`: piece, factuality.
    """

    ids: NDArray[np.int32]
    shapes: NDArray[np.int8]
    allowed: NDArray[np.bool_]
    links: tuple[tuple[int, int, int], ...] = ()
    classes: tuple[tuple[int, int, int], ...] = ()
    values: tuple[tuple[int, float], ...] = ()
    weight: float = 1.0


def rows(example: Example, tokens: Tokens, weight: float = 1.0) -> Iterator[Row]:
    """Cut an example into windows, each with all that is known of it."""
    shaped, allowed = shapes(tokens), permitted(example, tokens)
    places = {start: at for at, (start, _) in reversed(list(enumerate(tokens.offsets)))}
    for window in windows(sentences(tokens), len(tokens.ids), behind=_BEHIND):
        part = slice(window.start, window.end)
        yield Row(
            ends(tokens.ids[part]),
            np.array([0, *shaped[part], 0], np.int8),
            np.concatenate([_free(1), _cut(example, tokens, window, allowed[part]), _free(1)]),
            tuple(_links(example, places, window)),
            tuple(_classes(example, places, window)),
            tuple(_values(example, places, window)),
            weight,
        )


def ends(ids: tuple[int, ...]) -> NDArray[np.int32]:
    """Put the pieces that mark the ends around those of a window."""
    return np.array([START, *ids, STOP], np.int32)


def _free(length: int) -> NDArray[np.bool_]:
    return np.ones((length, TAG_WIDTH), np.bool_)


def permitted(example: Example, tokens: Tokens) -> NDArray[np.bool_]:
    """Tell for each piece of a text which tags may be right."""
    allowed = _free(len(tokens.ids))
    for layer, columns in TAG_COLUMNS.items():
        unknown = example.open_types(layer)
        if unknown is not None:
            kinds = LAYERS[layer]
            allowed[:, columns] = False
            allowed[:, columns.start] = True
            for kind in unknown:
                allowed[:, columns.start + 1 + 2 * kinds.index(kind) :][:, :2] = True
    for span in apart(example.spans):
        if example.open_types(span.layer) is not None:
            _mark(allowed, span, _pieces(tokens, span))
    return allowed


def _mark(allowed: NDArray[np.bool_], span: Span, pieces: list[int]) -> None:
    columns = TAG_COLUMNS[span.layer]
    for number, at in enumerate(pieces):
        allowed[at, columns] = not span.types
        for kind in span.types:
            allowed[at, columns.start + 1 + 2 * LAYERS[span.layer].index(kind) + (number > 0)] = True


def _pieces(tokens: Tokens, span: Span) -> list[int]:
    return [at for at, (start, end) in enumerate(tokens.offsets) if start < span.end and end > span.start]


def _cut(example: Example, tokens: Tokens, window: Window, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Leave open what a window shows only a part of."""
    if not allowed.size:
        return allowed
    first, last = tokens.offsets[window.start][0], tokens.offsets[window.end - 1][1]
    allowed = allowed.copy()
    for span in example.spans:
        if (span.start < first < span.end) or (span.start < last < span.end):
            inside = [at - window.start for at in _pieces(tokens, span) if window.start <= at < window.end]
            allowed[inside, TAG_COLUMNS[span.layer]] = True
    return allowed


def _links(example: Example, places: dict[int, int], window: Window) -> Iterator[tuple[int, int, int]]:
    """Give the links of a window; one that leads out of it teaches nothing."""
    for link in example.links:
        origin = _within(places, link.origin, window)
        target = 0 if link.target is None else _within(places, link.target, window)
        if origin and target is not None:
            yield list(RELATIONS).index(link.relation), origin, target


def _classes(example: Example, places: dict[int, int], window: Window) -> Iterator[tuple[int, int, int]]:
    for one in example.classes:
        at = _within(places, one.at, window)
        if at and one.name != FACTUALITY and one.value in CLASSES[one.name]:
            yield list(CLASSES).index(one.name), at, CLASSES[one.name].index(str(one.value))


def _values(example: Example, places: dict[int, int], window: Window) -> Iterator[tuple[int, float]]:
    for one in example.classes:
        at = _within(places, one.at, window)
        if at and one.name == FACTUALITY:
            yield at, float(one.value)


def _within(places: dict[int, int], start: int, window: Window) -> int | None:
    """Return the number of a piece in its row; None where it stands outside the window or begins no piece."""
    at = places.get(start)
    return at - window.start + 1 if at is not None and window.start <= at < window.end else None
