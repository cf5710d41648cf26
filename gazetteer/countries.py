"""Countries: what GeoNames says of them, with the names, demonyms and middles of countries.txt."""

from __future__ import annotations

from dataclasses import dataclass

# Languages that reach Latin letters by many ways, which the rules of `keys.py` are about: by their scripts or, in the
# Sahel, by the habits of two colonial languages.
_SPELT_FREELY = frozenset(
    ["aa", "am", "ar", "az", "be", "bg", "bm", "dv", "fa", "ha", "he", "ka", "kk", "ku", "ky", "mk", "mn", "mos", "ps",
     "ru", "sd", "so", "sr", "tg", "ti", "tk", "ug", "uk", "ur", "uz", "wo"]
)  # fmt: skip
_MAIN_LANGUAGES = 3  # those named first
_NO_PLURAL = ("s", "sh", "ch", "ese", "men", "man")


@dataclass(frozen=True, slots=True)
class Country:
    """A country before it is placed: `middle` is None where atlases are of no help, `area` is in square kilometres."""

    code: str
    geonames: int
    name: str
    names: tuple[str, ...]
    capital: str
    population: int
    area: float
    middle: tuple[float, float] | None
    spelt_freely: bool


def countries(info: str, own: str) -> dict[str, Country]:
    """Return the countries that exist, by code; those that are gone (no population of their own any more) stay out."""
    extra = {line.split("|")[0]: line.split("|") for line in own.splitlines() if line and not line.startswith("#")}
    rows = (line.split("\t") for line in info.splitlines() if line and not line.startswith("#"))
    return {row[0]: _country(row, extra[row[0]]) for row in rows if row[0] in extra}


def _country(row: list[str], extra: list[str]) -> Country:
    _, middle, demonyms, others = extra
    spoken = {language.split("-")[0] for language in row[15].split(",")[:_MAIN_LANGUAGES]}
    return Country(
        code=row[0],
        geonames=int(row[16]),
        name=row[4],
        names=(*_listed(others), *_with_plurals(_listed(demonyms))),
        capital=row[5],
        population=int(row[7]),
        area=float(row[6] or 0),
        middle=point(middle) if middle else None,
        spelt_freely=bool(spoken & _SPELT_FREELY),
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(";") if word.strip())


def _with_plurals(demonyms: tuple[str, ...]) -> tuple[str, ...]:
    return (*demonyms, *(f"{word}s" for word in demonyms if not word.endswith(_NO_PLURAL)))


def point(middle: str) -> tuple[float, float]:
    """Return latitude and longitude, written with a space between."""
    lat, lon = middle.split()
    return float(lat), float(lon)
