"""Which language the report is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sayso.clean.lexicon import words as listed

_LETTERS = 60  # fewer tell nothing
_SAMPLE = 4_000  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+")


def language_of(body: str, stated: str | None = None) -> str:
    """Return the ISO 639-1 code of the body's language; `stated`, what the page says, decides where words do not."""
    sample = body[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < _LETTERS:
        return _code(stated)
    if len(words) >= 30 and _english_share(words) > 0.22:
        return "en"  # nothing but English is made of these words, and the model need not be loaded
    return str(_identifier().classify(sample)[0])


def _english_share(found: list[str]) -> float:
    english = frozenset(listed("english"))
    return sum(word in english for word in found) / len(found)


def _code(stated: str | None) -> str:
    code = (stated or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isalpha() else "und"


@cache
def _identifier() -> Any:
    import py3langid  # noqa: PLC0415 - loads a model; only texts that are not plainly English need it

    return py3langid
