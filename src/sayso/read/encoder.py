"""The encoder: one file, loaded once a process, which says of every piece of a text what it may be part of."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np

from sayso.errors import ModelError
from sayso.read.decode import Outputs
from sayso.read.inputs import Tokens, sentences, shapes, windows
from sayso.read.schema import labels
from sayso.read.seen import Seen

VERSION = "reader-1"
FOLDER = "model"  # in this package: reader.onnx, tokenizer.json, labels.json, card.json
START, STOP = 101, 102  # the pieces that mark the ends of a window in the vocabulary
OUTPUTS = ("tags", "classes", "left", "right")


class Encoder:
    """A written file and its vocabulary, ready to read. Safe to use from several threads.

    `name` is the program's version of reading with the first digits of the file's hash. Raises ModelError.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.name = f"{VERSION}-{_checked(folder)[:8]}"
        # Read when the package is imported, and later versions would send telemetry; so it is set just before.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime  # noqa: PLC0415
        from tokenizers import Tokenizer  # noqa: PLC0415

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        where = str(folder / "reader.onnx")
        self._session = onnxruntime.InferenceSession(where, options, providers=["CPUExecutionProvider"])
        self._vocabulary: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def pieces(self, body: str) -> Tokens:
        """Cut a text into pieces of the vocabulary, with their places in code points."""
        coded = self._vocabulary.encode(body, add_special_tokens=False)
        words = tuple(-1 if word is None else word for word in coded.word_ids)
        return Tokens(body, tuple(coded.ids), tuple(coded.offsets), words)

    def run(self, ids: Sequence[int], shaped: Sequence[int]) -> Outputs:
        """Read one window, alone: eight bits are spread over what a run holds, and neighbours would change it."""
        given = {
            "ids": np.array([[START, *ids, STOP]], np.int64),
            "shapes": np.array([[0, *shaped, 0]], np.int64),
            "mask": np.ones((1, len(ids) + 2), np.int64),
        }
        return Outputs(*(np.asarray(output[0, 1:-1]) for output in self._session.run(OUTPUTS, given)))

    def see(self, body: str) -> Seen:
        """Read a whole text, window by window."""
        tokens = self.pieces(body)
        shaped, parts = shapes(tokens), windows(sentences(tokens), len(tokens.ids))
        return Seen(
            tokens,
            [(part, self.run(tokens.ids[part.start : part.end], shaped[part.start : part.end])) for part in parts],
        )


def _checked(folder: Path) -> str:
    """Return the hash of the encoder's file, once every file is the one that its card names."""
    try:
        card = json.loads((folder / "card.json").read_text("utf-8"))["files"]
        hashes = {name: sha256((folder / name).read_bytes()).hexdigest() for name in card}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"The encoder cannot be opened: {error}.") from error
    changed = [name for name, hashed in hashes.items() if hashed != card[name]]
    if changed:
        raise ModelError(f"A part of the encoder is not as it was shipped: {', '.join(changed)}.")
    if json.loads((folder / "labels.json").read_text("utf-8")) != labels():
        raise ModelError("The encoder was made for another version of sayso.")
    return hashes["reader.onnx"]


@cache
def encoder() -> Encoder:
    """Return the encoder of this package."""
    with as_file(files("sayso.read").joinpath(FOLDER)) as folder:
        return Encoder(folder)
