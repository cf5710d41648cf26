"""Marked text to a marked report and to a reading of it, so that nobody counts characters.

`[source|A clerk] [cue|said] [content|it rained].` A part may bear the numbers of the claims that it belongs to; a
`relay` is passed on by its `passed`. What a claim is beside that is given by its id: `c1={"kind": "denial"}`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.tools.gold import Report
from evaluation.score import Scored, score
from tests.marked import Part, marked

from sayso.records import Claim, Link, Reading
from sayso.spans import Span


def wanted(line: str, gold: dict[str, Any] | None = None, **claims: dict[str, Any]) -> Report:
    """A marked report; `gold` holds what else is marked."""
    text, parts = marked(line)
    told = [_wanted(number, parts) | claims.get(f"c{number}", {}) for number in _numbers(parts)]
    found = {"report": {"published": "2024-05-16"}, "claims": told, **(gold or {})}
    return Report(Path("dev", "x01.gold.yaml"), text.body, found)


def _wanted(number: str, parts: list[Part]) -> dict[str, Any]:
    chain = [
        {"label": label.text, "cue": cue.text if cue else None, "kind": "unnamed"}
        for label, cue in _voices(number, parts)
    ]
    facets = {"kind": "report", "polarity": "positive", "certainty": "certain"}
    content = _spans("content", number, parts)[0].text
    return {"id": f"c{number}", "content": content, "chain": chain, "quote": "indirect" if chain else "none"} | facets


def found(line: str, **claims: dict[str, Any]) -> Reading:
    """A reading with the claims marked."""
    text, parts = marked(line)
    made = (
        Claim(
            f"c{number}",
            tuple(_spans("content", number, parts)),
            tuple(Link(label, "unnamed", None, cue) for label, cue in _voices(number, parts)),
            quote="indirect" if _voices(number, parts) else "none",
        )
        for number in _numbers(parts)
    )
    return Reading("", "test", text, claims=tuple(replace(claim, **claims.get(claim.id, {})) for claim in made))


def compared(report: Report, reading: Reading) -> Scored:
    """Score one reading of one report, once it is sure that both are of the same words."""
    assert report.text == reading.text.body
    return score([report], lambda _: reading)


def shares(report: Report, reading: Reading) -> dict[str, float]:
    """The figures of one reading, rounded to four places."""
    return {layer: round(figure.value, 4) for layer, figure in compared(report, reading).figures.items()}


def _numbers(parts: list[Part]) -> list[str]:
    return sorted({number for part in parts if part.name == "content" for number in part.numbers})


def _spans(name: str, number: str, parts: list[Part]) -> list[Span]:
    return [part.span for part in parts if part.name == name and number in part.numbers]


def _voices(number: str, parts: list[Part]) -> list[tuple[Span, Span | None]]:
    """Label and cue of each voice: who speaks, then who passes it on."""
    return [
        (label, next(iter(_spans(by, number, parts)), None))
        for name, by in (("source", "cue"), ("relay", "passed"))
        for label in _spans(name, number, parts)
    ]
