"""The whole course: corpora in, a model with its card out."""

from __future__ import annotations

import itertools
import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from sayso.read.decode import factuality
from sayso.read.inputs import shapes
from sayso.read.schema import labels

from . import card, polnear, readers, weights
from .encode import rows
from .example import Example
from .export import export, session, torch_run
from .figures import agreement, entities, pearson, score
from .loop import Log, Pool, Settings, train
from .network import Reader
from .pieces import texts, tokenizer
from .readers import factuality as uds
from .readers import re3d
from .texts import Run, Text, readings

_PACKAGES = ("torch", "onnx", "onnxruntime", "tokenizers", "numpy")


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of our corpus, that of the licensed corpora, and where the model is to stand."""

    corpus: Path
    corpora: Path
    out: Path


def run(places: Places, settings: Settings, limit: int | None = None) -> dict[str, Any]:
    """Train, export, measure and write everything; returns the figures. `limit`: examples of each corpus."""
    start = weights.folder()
    places.out.mkdir(parents=True, exist_ok=True)
    log = card.log(places.out / "log.jsonl")
    pieces = tokenizer(start)
    pieces.save(str(places.out / "tokenizer.json"))
    (places.out / "labels.json").write_text(json.dumps(labels(), indent=1) + "\n", "utf-8")
    used = card.used(places.corpus, places.corpora, readers.LICENSED)
    pools = [_pool(source, root, pieces, limit) for source, root in used]
    log("data", windows={source.name: len(pool.rows) for (source, _), pool in zip(used, pools, strict=True)})
    dev = texts(_some(readers.ours.examples(places.corpus / "dev"), limit), pieces)
    torch.manual_seed(settings.seed)
    network = Reader()
    network.start(load_file(str(start / "model.safetensors")))
    state = train(network, pools, dev, settings, log)
    save_file(network.state_dict(), places.out / "weights.safetensors")
    size = export(network, places.out / "reader.onnx")
    figures = _measured(network, places, dev, pieces, log)
    made = {
        "settings": asdict(settings) | {"limit": limit, "steps": state.step},
        "data": card.data(used),
        "bytes": size,
        "figures": figures,
        "made_with": {name: metadata.version(name) for name in _PACKAGES} | {"python": platform.python_version()},
    }
    card.write(places.out, made)
    log("done", bytes=size, **figures)
    return figures


def _some(examples: Iterable[Example], limit: int | None) -> list[Example]:
    return list(itertools.islice(examples, limit))


def _pool(source: readers.Source, root: Path, pieces: Tokenizer, limit: int | None) -> Pool:
    given = texts(_some(source.read(root / source.folder), limit), pieces)
    return Pool([row for text in given for row in rows(text.example, text.tokens, source.weight)], source.share)


def _measured(network: Reader, places: Places, dev: Sequence[Text], pieces: Tokenizer, log: Log) -> dict[str, Any]:
    """Measure the written file: on the dev split, beside the network it came from, and on what was held out."""
    small = session(places.out / "reader.onnx")
    ours, theirs = readings(dev, small), readings(dev, torch_run(network, "cpu"))
    same = agreement((one, two) for (_, one), (_, two) in zip(ours, theirs, strict=True))
    log("export", agreement=round(same, 4))
    found = {"dev": score(ours).figures(), "dev before export": score(theirs).figures(), "agreement": round(same, 4)}
    return found | _held_out(places.corpora, small, pieces)


def _named(name: str, figures: dict[str, float]) -> dict[str, float]:
    return {f"{name}, {part}": value for part, value in figures.items()}


def _held_out(corpora: Path, run: Run, pieces: Tokenizer) -> dict[str, float]:
    found = {}
    folder, sentences = corpora / "re3d" / re3d.HELD_OUT, corpora / "factuality" / "UDS_IH2" / "dev.jsonl"
    if folder.is_dir():
        read = readings(texts(re3d.documents(folder), pieces), run)
        for layer in ("phrase", "mention"):
            found[f"re3d {re3d.HELD_OUT}, {layer}"] = round(entities(read, layer, re3d.merged), 4)
    if (corpora / "polnear_dev").is_dir():
        marked = polnear.examples(corpora / "polnear_dev")
        read = readings(texts((one for one, _ in marked), pieces), run)
        told = zip((marks for _, marks in marked), read, strict=True)
        pairs = ((marks, polnear.attributions(one), given.text) for marks, (given, one) in told)
        found |= _named("PolNeAR dev", polnear.figures(pairs))
    if sentences.is_file():
        found["UDS-IH2 dev, r"] = round(_correlation(texts(uds.sentences(sentences), pieces), run), 4)
    return found


def _correlation(given: Sequence[Text], run: Run) -> float:
    """Correlate polarity and certainty, taken as one number, with what people said of each event."""
    said, told = [], []
    for text in given:
        ids = list(text.tokens.ids[:510])
        values = factuality(run([(ids, shapes(text.tokens)[:510])])[0].classes)
        places = {start: at for at, (start, _) in reversed(list(enumerate(text.tokens.offsets[:510])))}
        for mark in text.example.classes:
            if mark.at in places:
                said.append(float(mark.value))
                told.append(float(values[places[mark.at]]))
    return pearson(said, told)
