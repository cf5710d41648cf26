"""What the words of a claim say about it: hedges, certainty, polarity and kind."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from sayso.records import Attribution, Certainty, ClaimKind, Polarity, Sense
from sayso.spans import Span, cut

_LEVELS: tuple[tuple[str, Certainty], ...] = (
    ("possible", "possible"),
    ("probable", "probable"),
    ("neutral", "certain"),
)
_BY_SENSE: dict[Sense, ClaimKind] = {
    "deny": "denial", "responsibility": "responsibility", "demand": "demand", "intend": "intention",
    "forecast": "forecast", "assess": "assessment",
}  # fmt: skip


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    raw = tomllib.loads(files("sayso.claims").joinpath("lexicon.toml").read_text("utf-8"))
    return {
        part: {name: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.I) for name, words in table.items()}
        for part, table in raw.items()
    }


def cue_hedges(attribution: Attribution) -> tuple[tuple[Span, ...], Certainty]:
    """The cue itself as a hedge: whoever "thinks" or "expects" does not say that it is so."""
    for name, certainty in _LEVELS[:2]:
        if attribution.cue and _patterns()["cues"][name].search(attribution.cue.text):
            return (attribution.cue,), certainty
    return (), "certain"


def _found(body: str, where: Sequence[Span], pattern: re.Pattern[str]) -> Iterator[Span]:
    for span in where:
        for hit in pattern.finditer(body, span.start, span.end):
            yield cut(body, hit.start(), hit.end())


def hedges(body: str, where: Sequence[Span]) -> tuple[tuple[Span, ...], Certainty]:
    """The words by which a source hedges, and the certainty they leave: the weakest one holds."""
    found: list[Span] = []
    level: Certainty = "certain"
    for name, certainty in reversed(_LEVELS):
        hits = [
            span
            for span in _found(body, where, _patterns()["hedges"][name])
            if not any(span.overlaps(f) for f in found)
        ]
        if hits and certainty != "certain":
            level = certainty
        found += hits
    return tuple(sorted(found)), level


_FRONTED = re.compile(
    r"(?:if|when|as|since|after|although|though|while|because|until|unless|by|in|on)\b[^,]*,\s*", re.I
)
_MAIN = re.compile(
    r"[,;—(]|\s(?:and|but|or|who|which|that|whom|whose|because|if|when|while|after|before|although|until|unless)\s",
    re.I,
)


def polarity(content: Sequence[Span]) -> Polarity:
    """Whether the main clause of a content is negated: the words up to its first conjunction or relative."""
    words = " ".join(span.text for span in content).lstrip('“"‘ ')
    words = _FRONTED.sub("", words, count=1) if _FRONTED.match(words) else words
    edge = _MAIN.search(words, 1)
    return (
        "negative" if _patterns()["negation"]["clause"].search(words[: edge.start()] if edge else words) else "positive"
    )


def kind(attribution: Attribution | None, content: Sequence[Span]) -> ClaimKind:
    """What kind of claim it is: by the cue where the cue tells, else by the words of the content."""
    sense = attribution.sense if attribution else None
    words = " ".join(span.text for span in content)
    fits = [name for name, pattern in _patterns()["kinds"].items() if pattern.search(words)]
    if sense == "assess" and "forecast" in fits and not {"assessment", "intention"} & set(fits):
        return "forecast"
    if sense in _BY_SENSE:
        return _BY_SENSE[sense]
    return fits[0] if fits else "report"  # type: ignore[return-value]
