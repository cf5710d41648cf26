"""Countries as people read them."""

from __future__ import annotations

from sayso.settings import from_environment


def country(code: str) -> str:
    """Return the English name of a country by its two letters, or the letters where no gazetteer can tell."""
    from sayso.workspace import country as named  # noqa: PLC0415  (the gazetteer takes a tenth of a second to open)

    return named(code, from_environment())
