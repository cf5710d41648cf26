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


_FIRST_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|ca|wo|cannot|\w{3,}ed)(?:\b|n[’']t)", re.I
)  # fmt: skip


def polarity(content: Sequence[Span]) -> Polarity:
    """Whether the main clause of a content is negated: at its subject or at its first verb."""
    words = " ".join(span.text for span in content)
    table = _patterns()["negation"]
    if table["head"].match(words.lstrip('“"‘ ')):
        return "negative"
    verb = _FIRST_VERB.search(words)
    if verb is None:
        return "negative" if table["verb"].search(words[:60]) else "positive"
    if "n’t" in verb.group() or "n't" in verb.group() or verb.group().lower() == "cannot":
        return "negative"
    return (
        "negative"
        if re.match(r"\s+(?:\w+ly\s+|have\s+|be\s+|been\s+)?(?:not|never|no longer|no)\b", words[verb.end() :])
        else "positive"
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
