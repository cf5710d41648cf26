"""The figures as they ship inside the program, where the page that explains it reads them: `sayso/figures.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .score import LAYERS, Scored
from .table import Row


def split(scored: Mapping[str, Scored], pins: Mapping[str, str]) -> dict[str, Any]:
    """Return the figures on one part of the corpus, layer by layer, with today's date and what they were taken on."""
    layers: dict[str, dict[str, list[float]]] = {}
    for layer in LAYERS:
        found = {reader: one.figures[layer] for reader, one in scored.items() if layer in one.figures}
        if found:
            layers[layer] = {reader: [float(f"{figure.value:.3f}"), figure.of] for reader, figure in found.items()}
    return {"on": datetime.now(UTC).date().isoformat(), **pins, "layers": layers}


def elsewhere(rows: Iterable[Row], readers: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return figures on other texts, by their names and those of the readers."""
    return {
        name: {
            reader: float(f"{value:.3f}") for reader, value in zip(readers, values, strict=True) if value is not None
        }
        for name, values in rows
    }


def write(path: Path, **fresh: Mapping[str, Any]) -> None:
    """Put parts of the figures into the file; the others stay as they are."""
    kept: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    kept.update(fresh)
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
