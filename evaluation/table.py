"""Figures of several readers side by side, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .floors import Floor
from .score import LAYERS, Figure, Scored

Row = tuple[str, Sequence[float | None]]  # what was measured, and the figure of each reader that has one
_NONE = "-"


def figures(scored: Mapping[str, Scored], floors: Mapping[str, Floor]) -> Iterator[str]:
    """Lay readers side by side, layer by layer, each figure with how many things it is a share of; mark what is missed.

    The last reader is the one that the floors hold.
    """
    yield f"{'layer':17}" + "".join(f"{name:>9}     of" for name in scored) + ("    floor" if floors else "")
    every = [one.figures for one in scored.values()]
    for layer in LAYERS:
        found = [one.get(layer) for one in every]
        if any(found) or layer in floors:
            yield (f"{layer:17}" + "".join(map(_cell, found)) + _floor(floors.get(layer), found[-1])).rstrip()


def _cell(figure: Figure | None) -> str:
    return f"{figure.value:9.3f}{figure.of:7}" if figure else f"{_NONE:>9}{'':7}"


def _floor(floor: Floor | None, figure: Figure | None) -> str:
    if floor is None:
        return ""
    below = figure is None or figure.value < floor.least
    return f"{floor.least:9.3f}{'  missed' if below else ''}"


def beside(rows: Sequence[Row], readers: Sequence[str]) -> Iterator[str]:
    """Lay figures on another corpus side by side."""
    width = max(len(name) for name, _ in rows)
    yield f"{'':{width}}" + "".join(f"{name:>9}" for name in readers)
    for name, values in rows:
        yield f"{name:{width}}" + "".join(f"{_NONE:>9}" if value is None else f"{value:9.3f}" for value in values)
