"""The card of the model: what it was made from, how, and what it reaches."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from .readers import OURS, Source, files
from .weights import PACKAGE, SHA256, sha256

LIMITS = (
    "It reads English. It was taught on reports written for it, on invented events; real reports may read otherwise.",
    "It tells who is said to have said what. It does not know whether that is true, and must not be asked to.",
    "It knows conflict reporting best; politics and everyday talk, sports and courts less well.",
    "Names of armed groups and bodies are told apart by their words alone, and often wrongly.",
    "What it finds is not fit for choosing or tracking people or places.",
)


def data(used: list[tuple[Source, Path]]) -> list[dict[str, Any]]:
    """List every corpus with its licence and the hash of every file that its reader chooses from."""
    return [
        {
            "name": source.name,
            "licence": source.licence,
            "share": source.share,
            "weight": source.weight,
            "files": {str(path.relative_to(root)): sha256(path) for path in files(source, root)},
        }
        for source, root in used
    ]


def used(corpus: Path, corpora: Path, licensed: tuple[Source, ...]) -> list[tuple[Source, Path]]:
    """Pair our corpus and each licensed one with the folder that its files are named from."""
    return [(OURS, corpus / "train"), *((source, corpora) for source in licensed)]


def write(out: Path, made: Mapping[str, Any]) -> None:
    """Write card.json beside the model, with the hash of every file that stands there for the reader."""
    shipped = {name: sha256(out / name) for name in ("reader.onnx", "tokenizer.json", "labels.json")}
    start = {"package": PACKAGE.replace("_", "-"), "sha256": SHA256, "licence": "Apache-2.0"}
    card = {"files": shipped, "starts_from": start, "limits": LIMITS, **made}
    (out / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")


def log(path: Path) -> Callable[..., None]:
    """Open a log of JSON lines; the function returned adds one, with the seconds since the log was opened."""
    path.write_text("", "utf-8")
    opened = time.monotonic()

    def add(event: str, **fields: Any) -> None:
        line = {"event": event, "at": round(time.monotonic() - opened, 1), **fields}
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    return add
