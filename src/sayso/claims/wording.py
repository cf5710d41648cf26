"""What the words of a claim say about it: hedges, certainty, polarity and kind."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.records import Attribution, Certainty, ClaimKind, Polarity
from sayso.spans import Span, cut

_LEVELS: dict[str, Certainty] = {"neutral": "certain", "probable": "probable", "possible": "possible"}  # firmest first
_KINDS: tuple[ClaimKind, ...] = ("denial", "responsibility", "demand", "intention", "forecast", "assessment")


@cache
def load(name: str) -> dict[str, Any]:
    """Return one of the .toml files of this room."""
    return tomllib.loads(files("sayso.claims").joinpath(name).read_text("utf-8"))


@cache
def _pattern(part: str, name: str) -> re.Pattern[str]:
    """Return one list of the lexicon as a pattern; for whole words, but where it is about the edges of clauses."""
    either = "|".join(load("lexicon.toml")[part][name])
    return re.compile(either if part == "clause" else rf"(?<!\w)(?:{either})(?!\w)", re.I)


def hedges(body: str, content: tuple[Span, ...], item: Attribution | None) -> tuple[tuple[Span, ...], Certainty]:
    """Find the words by which a source hedges, else the cue that does ("thinks"); the weakest gives the certainty."""
    where = (*content, item.cue) if item and item.cue and item.sense == "hearsay" else content
    found, certainty = _hedges(body, where, "hedges")
    return (found, certainty) if found or not (item and item.cue) else _hedges(body, (item.cue,), "cues")


def _hedges(body: str, where: tuple[Span, ...], part: str) -> tuple[tuple[Span, ...], Certainty]:
    found: list[Span] = []
    certainty: Certainty = "certain"
    for name, level in _LEVELS.items():
        hits = [hit.span() for span in where for hit in _pattern(part, name).finditer(body, span.start, span.end)]
        new = [span for span in (cut(body, *hit) for hit in hits) if not any(span.overlaps(old) for old in found)]
        certainty = level if new else certainty
        found += new
    return tuple(sorted(set(found))), certainty


def polarity(content: str) -> Polarity:
    """Whether the main clause of a content is negated: the words up to its first conjunction or relative."""
    words = _pattern("clause", "fronted").sub("", content.lstrip('“"‘ '), count=1)
    edge = _pattern("clause", "edge").search(words, 1)
    main = words[: edge.start()] if edge else words
    return "negative" if _pattern("polarity", "negation").search(main) else "positive"


def kind(content: str, item: Attribution | None) -> ClaimKind:
    """Tell what kind of claim it is: by the cue where the cue tells, else by the words of the content."""
    sense = item.sense if item else "say"
    fits = [name for name in _KINDS if (item or name != "responsibility") and _pattern("kinds", name).search(content)]
    if sense == "assess" and "forecast" in fits and not {"assessment", "intention"} & set(fits):
        return "forecast"
    told: ClaimKind | None = load("lexicon.toml")["senses"].get(sense)
    return told or (fits[0] if fits else "report")
