"""Tokens back to running text, as a person would have typed it."""

from __future__ import annotations

from collections.abc import Iterable

_CLOSE = {".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m", "''"}
_OPEN = {"(", "[", "$", "£", "€", "#", "@", "``"}
_TYPED = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


def joined(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Join tokens into a text; returns it with the place of each token. Straight quotation marks pair up."""
    text, places, glue, inside = "", [], True, False
    for token in tokens:
        word = _TYPED.get(token, token)
        closes = token in _CLOSE or word == ")" or (word == '"' and inside)
        if not (glue or closes):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        inside = inside != (word == '"')
        glue = token in _OPEN or word == "(" or (word == '"' and inside)
    return text, places
