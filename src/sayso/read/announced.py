"""What only announces what is told before or after it, and claims nothing: a topic, a question that is raised."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.read.lexicon import words
from sayso.read.phrases import is_clause, parse
from sayso.read.weigh import Said
from sayso.records import Attribution
from sayso.spans import Span

_RAISES = re.compile(
    r"\b(?:rais|prompt|spark|fuel|pos|trigger|stir|invit)(?:e|es|ed|s|ing|red|led)?\s(?:\w+\s){0,3}?"
    r"(?:questions?|speculation|debate)\b[^,;]*$"
)


def claiming(body: str, said: Said) -> Said:
    """Leave out what claims nothing."""
    told = tuple(item for item in said.attributions if not _only_a_topic(body, item))
    return replace(said, attributions=told, own=tuple(span for span in said.own if not _announces(span)))


def _announces(span: Span) -> bool:
    """Whether a statement says no more than that something is asked: "The flights raise questions"."""
    return _RAISES.search(span.text) is not None


def _only_a_topic(body: str, item: Attribution) -> bool:
    """Whether it is told what somebody spoke about, and not what was said: "discussed the price of bread"."""
    if item.cue is None or not words("topics") & set(item.cue.text.lower().split()):
        return False
    return not any(is_clause(parse(body, span).tags) for span in item.content) and item.quoted == "indirect"
