"""Texts cut into the pieces of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

from sayso.read.inputs import Tokens

from .example import Example
from .texts import Text


def tokenizer(model: Path) -> Tokenizer:
    """Load the tokenizer of a model without the limits on length that it was published with."""
    found = Tokenizer.from_file(str(model / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def texts(examples: Iterable[Example], pieces: Tokenizer) -> list[Text]:
    """Cut every example into pieces; one without any is left out."""
    found = []
    for example in examples:
        coded = pieces.encode(example.text, add_special_tokens=False)
        if coded.ids:
            words = tuple(-1 if word is None else word for word in coded.word_ids)
            found.append(Text(example, Tokens(example.text, tuple(coded.ids), tuple(coded.offsets), words)))
    return found
