"""Triggers that tell no new event but point back to one: "the attack", behind "gunmen attacked a post"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.claims.stage import Stage
from sayso.records import Trigger
from sayso.spans import Span

_LOOK = 12  # characters before a trigger in which its article stands
_KNOWN = re.compile(r"\b(?:the|this|that|these|those)\s+$", re.I)
_STEM = 4  # letters by which "attack" and "attacked" are one word
_VERB = re.compile(r"\w+ed", re.I)
# What follows the word of an event that is told there itself: whom it hit, when it was, which of many it was.
_OWN = re.compile(
    r"\s+(?:on|of|against|at|near|in|by|to|towards?|between|for|with|over|from|after|before|that|which|when|where|who|"
    r"then|earlier|last|yesterday|today|\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few|an?|"
    r"(?:\w+ly\s+)?(?:happened|took place|occurred|came|went off|began|lasted|left|killed|wounded|hit|destroyed))\b",
    re.I,
)


def found(stage: Stage, triggers: Sequence[Trigger]) -> dict[Span, Span]:
    """Return the triggers that only point back, each with that of the event it means; `triggers` are in order.

    Such a one is a noun with a definite article and nothing behind it that would tell an event of its own. It means
    an event of the same type: the last told by the same stem or in its paragraph, else the first of the report. Of 15
    nouns like it which the encoder took for triggers on reports that it had not learned, 3 were marked.
    """
    told: dict[str, list[Trigger]] = {}
    back: dict[Span, Span] = {}
    for trigger in triggers:
        known = told.setdefault(trigger.type, [])
        if known and _points_back(stage.body, trigger.span):
            back[trigger.span] = _meant(stage, trigger.span, known)
        else:
            known.append(trigger)
    return back


def _points_back(body: str, span: Span) -> bool:
    noun = " " not in span.text and not _VERB.fullmatch(span.text)
    before = body[max(0, span.start - _LOOK) : span.start]
    return noun and _KNOWN.search(before) is not None and not _OWN.match(body, span.end)


def _meant(stage: Stage, span: Span, known: Sequence[Trigger]) -> Span:
    """Return the trigger of the same stem, else the last one of the paragraph, else the first one."""
    stem = span.text[:_STEM].lower()
    akin = [one.span for one in known if one.span.text.lower().startswith(stem)]
    here = [one.span for one in known if stage.block(one.span) == stage.block(span)]
    return (akin or here or [known[0].span])[-1]
