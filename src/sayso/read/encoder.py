"""The encoder: one file, loaded once a process, which says of every piece of a text what it may be part of."""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np

from sayso.errors import ModelError
from sayso.read.decode import Outputs
from sayso.read.inputs import Tokens, Window, sentences, shapes, windows
from sayso.read.schema import CLASS_WIDTH, RELATIONS, TAG_COLUMNS, TAG_WIDTH, labels
from sayso.read.seen import Seen

VERSION = "reader-2"
FOLDER = "model"  # in this package: reader.onnx, tokenizer.json, labels.json, card.json
START, STOP = 101, 102  # the pieces that mark the ends of a window in the vocabulary
LONGEST = 1_000  # pieces of a sentence
FURTHEST = 12_000  # pieces of a text, about 50,000 characters: no text takes longer than some seconds
OUTPUTS = ("tags", "classes", "left", "right")
# How much less than the encoder holds it nothing is taken for a part of a layer: it was taught on reports of one making
# and is too shy with others. For who says what, measured on the dev split, where claims found and claims that are none
# balance, and on PolNeAR, where every role gains; for notices and furniture, on wordings that were in no report.
LEAN = {"source": 2.5, "cue": 2.5, "content": 2.5, "notice": 3.0, "furniture": 3.0}


class Encoder:
    """A written file and its vocabulary, ready to read. Safe to use from several threads.

    The file keeps its weights in eight bits and counts in 32: processors differ by rounding alone.

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
        """Read one window, leaning towards finding something."""
        given = {
            "ids": np.array([[START, *ids, STOP]], np.int64),
            "shapes": np.array([[0, *shaped, 0]], np.int64),
        }
        found = Outputs(*(np.asarray(output[0, 1:-1]) for output in self._session.run(OUTPUTS, given)))
        found.tags[:, [TAG_COLUMNS[layer].start for layer in LEAN]] -= np.array([*LEAN.values()], np.float32)
        return found

    def see(self, body: str) -> Seen:
        """Read a text, window by window; what is too long for a sentence, a list or a table, is passed over.

        So is what stands beyond the first `FURTHEST` pieces: `Seen.until` says where that begins.
        """
        tokens = self.pieces(body)
        shaped, starts = shapes(tokens), sentences(tokens)
        seen: list[tuple[Window, Outputs]] = []
        for part in windows(starts, len(tokens.ids)):
            where = slice(part.start, part.end)
            passed = part.own_start >= FURTHEST or _inside_long(part, starts)
            given = _blank(part.end - part.start) if passed else self.run(tokens.ids[where], shaped[where])
            seen.append((part, given))
        until = next((part.own_start for part, _ in seen if part.own_start >= FURTHEST), None)
        return Seen(tokens, seen, None if until is None else tokens.offsets[until][0])


def _inside_long(part: Window, starts: Sequence[int]) -> bool:
    """Whether a window shows nothing but the inside of a sentence that is too long to be one."""
    at = bisect_right(starts, part.start) - 1
    ends = starts[at + 1] if at + 1 < len(starts) else part.end
    return part.end <= ends and part.end - starts[at] > LONGEST


def _blank(length: int) -> Outputs:
    """Return outputs by which a window holds nothing, in the room of one piece."""
    tags = np.zeros((1, TAG_WIDTH), np.float32)
    tags[0, [columns.start for columns in TAG_COLUMNS.values()]] = 1.0
    wide = (np.zeros((1, CLASS_WIDTH), np.float32), *(np.zeros((1, len(RELATIONS), 1), np.float32) for _ in range(2)))
    return Outputs(*(np.broadcast_to(array, (length, *array.shape[1:])) for array in (tags, *wide)))


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
