"""One module per corpus, each with `examples(folder)`; what each is, and how much of it an epoch takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..example import Example
from . import conll, factuality, gum, ours, re3d


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus that may train shipped weights.

    `share` of its windows are drawn for an epoch; `weight` is the weight of each in the loss; `files` are the patterns
    of the files read.
    """

    name: str
    folder: str
    licence: str
    read: Callable[[Path], Iterator[Example]]
    files: tuple[str, ...]
    share: float = 1.0
    weight: float = 1.0


LICENSED = (
    Source(
        "re3d", "re3d", "public domain, OGL 3.0, CC BY 3.0 AU, CC BY-SA 3.0, EC notice",
        re3d.examples, re3d.FILES, share=3.0,
    ),
    Source(
        "GUM", "gum", "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0",
        gum.examples, gum.FILES, weight=0.7,
    ),
    Source("UDS-IH2", "factuality/UDS_IH2", "CC BY-SA 4.0", factuality.examples, factuality.FILES, share=0.25),
    Source("MEANTIME", "factuality/MEANTIME", "CC BY 4.0", factuality.examples, factuality.FILES),
    Source("wikigold", "ner/wikigold", "CC BY 4.0", conll.examples, conll.FILES, share=0.5, weight=0.7),
    Source("WNUT17", "ner/WNUT17", "CC BY 4.0", conll.examples, conll.FILES, share=0.25, weight=0.4),
    Source("BTC", "ner/BTC", "CC BY 4.0", conll.examples, conll.FILES, share=0.15, weight=0.4),
    Source("CrossNER politics", "crossner_politics", "MIT; text CC BY-SA", conll.examples, conll.FILES),
)  # fmt: skip
OURS = Source("sayso corpus", "", "CC BY 4.0", ours.examples, ours.FILES, share=2.0)


def files(source: Source, root: Path) -> list[Path]:
    """Return the files of a corpus that are read, sorted."""
    folder = root / source.folder
    return sorted({path for pattern in source.files for path in folder.glob(pattern) if path.is_file()})
