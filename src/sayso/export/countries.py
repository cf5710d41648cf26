"""Countries as other people's formats name them, from their ISO 3166-1 alpha-2 codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Country:
    """A country's codes and its English name; what is not known is "" or None."""

    code: str = ""
    alpha3: str = ""
    numeric: int | None = None
    name: str = ""


def country(code: str | None) -> Country:
    """Return the country of a code; one that is in no list keeps its code and has no name."""
    return _countries().get(code or "", Country(code or ""))


def named(code: str) -> str:
    """Return a country's English name for people to read; the code where it is in no list."""
    return country(code).name or code


@cache
def _countries() -> dict[str, Country]:
    """Read the list that lies beside this file: GeoNames' country table, CC BY 4.0."""
    lines = resources.files("sayso.export").joinpath("countries.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: Country(code, alpha3, int(numeric), name) for code, alpha3, numeric, name in rows}
