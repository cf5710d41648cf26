"""The one form into which every corpus is brought before training."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.read.schema import LAYERS


@dataclass(frozen=True, slots=True)
class Span:
    """Marked words in code points. Of several `types` it is one, and nobody says which; with none it may be nothing."""

    layer: str
    start: int
    end: int
    types: tuple[str, ...] = ("span",)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from the span that starts at `origin` to the one at `target`; None: it is known to have none."""

    relation: str
    origin: int
    target: int | None


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the span that starts at `at`: a value of `schema.CLASSES`, or a number for factuality."""

    name: str
    at: int
    value: str | float


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is marked in it.

    `covers` names the layers that are marked completely, as `mention` or, where only some types are, as
    `mention.person`; all other layers are left out of the loss. Links and classes teach only where they stand.
    """

    text: str
    spans: tuple[Span, ...]
    links: tuple[Link, ...] = ()
    classes: tuple[Class, ...] = ()
    covers: frozenset[str] = frozenset()

    def open_types(self, layer: str) -> tuple[str, ...] | None:
        """Return the types of a layer about which this example says nothing; None if it says nothing of the layer."""
        if layer in self.covers:
            return ()
        told = {name.partition(".")[2] for name in self.covers if name.startswith(f"{layer}.")}
        return tuple(kind for kind in LAYERS[layer] if kind not in told) if told else None


def apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Keep spans that do not overlap within their layer, longer ones first; in text order."""
    kept: dict[str, list[Span]] = {}
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.start)):
        others = kept.setdefault(span.layer, [])
        if all(span.end <= other.start or span.start >= other.end for other in others):
            others.append(span)
    return tuple(sorted((one for layer in kept.values() for one in layer), key=lambda one: (one.start, one.layer)))
