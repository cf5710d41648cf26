"""The page on how it works: what was measured, layer by layer, in an order that a reader can follow, and the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.figures import Figures, Measured, Model

GROUPS = {
    "claims": (
        "claims recall", "claims precision", "source chain", "source kind", "cue", "speaker resolved", "kind",
        "polarity", "certainty", "quote", "hedges", "left alone", "same entity",
    ),
    "text": ("notices", "furniture"),
    "settings": ("times", "places"),
    "events": (
        "events found", "events precision", "event type", "event place", "event time", "event actor",
        "event recipient", "not events", "tolls",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one layer: on the reports opened once, on those that are looked at, and there by rules alone."""

    layer: str
    test: Measured | None
    development: Measured | None
    rules: Measured | None


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The figures by group, and the model that reads; None where it cannot be used, for the reason in `fault`."""

    figures: Figures
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    model: Model | None
    fault: str = ""

    def is_of_another_model(self, sha256: str) -> bool:
        """Whether figures were taken with another model than the one that reads here."""
        return self.model is not None and self.model.sha256 != sha256


def about_page(figures: Figures, model: Model | None, fault: str = "") -> AboutPage:
    """Lay the figures out for the page; a layer that was not measured is left out."""
    groups = ((name, tuple(_lines(figures, layers))) for name, layers in GROUPS.items())
    return AboutPage(figures, tuple((name, lines) for name, lines in groups if lines), model, fault)


def _lines(figures: Figures, layers: tuple[str, ...]) -> Iterator[Line]:
    test, development = figures.test, figures.development
    for layer in layers:
        line = Line(
            layer,
            test.of(layer) if test else None,
            development.of(layer) if development else None,
            development.of(layer, "rules") if development else None,
        )
        if line.test or line.development:
            yield line
