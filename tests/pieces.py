"""Texts cut into pieces without a tokenizer: a piece a word or sign."""

from __future__ import annotations

import re

from sayso.read.inputs import Tokens


def pieces(text: str) -> Tokens:
    """Cut a text at spaces and before every sign; every piece is a word of its own."""
    places = tuple(match.span() for match in re.finditer(r"\w+|[^\w\s]", text))
    return Tokens(text, tuple(range(1000, 1000 + len(places))), places, tuple(range(len(places))))
