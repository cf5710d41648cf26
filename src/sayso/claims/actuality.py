"""Whether an event is told as a thing done, or as negated, denied, planned, feared or conditional."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.claims.wording import load
from sayso.records import Certainty, Claim, Polarity, Trigger
from sayso.spans import Span

Actuality = tuple[Polarity, Certainty]
DONE: Actuality = ("positive", "certain")
NOT_DONE: Actuality = ("negative", "certain")
OPEN: Actuality = ("positive", "possible")  # planned, threatened, feared, conditional
_REACH, _BEHIND = 60, 40  # characters looked at before and behind a trigger
_WORDS = 4  # words between a negation or a plan and the trigger it bears on
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE"})  # done by being said
_OF_THE_FUTURE = frozenset({"THREATEN", "AGREE"})  # their words are those of a plan
_UNDONE = {"denial": NOT_DONE, "intention": OPEN, "demand": OPEN, "forecast": OPEN}
_RANK: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2}


@cache
def _pattern(part: str, name: str) -> re.Pattern[str]:
    listed = load("actuality.toml")[part][name]
    if isinstance(listed, str):
        return re.compile(listed, re.I)
    either = "|".join(listed)
    word = load("actuality.toml")["clause"]["between_negated" if name == "negated" else "between"]
    if part == "before":
        return re.compile(rf"(?<!\w)(?:{either})\s+(?:{word}\s+){{0,{_WORDS}}}$", re.I)
    return re.compile(rf"\s+(?:{word}\s+){{0,3}}?(?:{either})(?!\w)", re.I)


def actuality(body: str, trigger: Trigger, sentence: Span, claims: Sequence[Claim]) -> Actuality:
    """Say whether the event was done and how surely it is told: by the claim it stands in, then by the words around.

    What only answers the claim's verb is taken from the claim; what stands in a relative clause, or is named as known
    ("the attack", "Tuesday's blast"), is told as done whatever the claim is.
    """
    here = (trigger.polarity, trigger.certainty)
    around = _worded(body, trigger, sentence)
    if around != DONE:
        return around
    claim = min(claims, key=lambda one: sum(map(len, one.content)), default=None)
    if claim is None or trigger.type in SPOKEN:
        return here
    return _claimed(body, trigger, claim, here)


def _claimed(body: str, trigger: Trigger, claim: Claim, here: Actuality) -> Actuality:
    """Say what the claim makes of an event in it."""
    if claim.kind in _UNDONE:
        return here if _given(body, trigger, claim) else _UNDONE[claim.kind]
    hearsay = bool(claim.chain) and claim.chain[0].kind == "unspecified"
    said: Certainty = "probable" if hearsay and claim.certainty == "certain" else claim.certainty
    return here[0], max(here[1], said, key=_RANK.__getitem__)


def _given(body: str, trigger: Trigger, claim: Claim) -> bool:
    """Whether an event is taken for granted by a claim about something else."""
    piece = next(span for span in claim.content if span.overlaps(trigger.span))
    before = body[piece.start : trigger.span.start]
    if _pattern("clause", "given").search(before) or _pattern("clause", "definite").search(before):
        return True
    past = trigger.span.text.split()[0].lower().endswith("ed")
    return past and claim.kind != "denial" and not re.search(r"\b(?:be|been|get)\s+(?:\w+\s+)?$", before)


def _worded(body: str, trigger: Trigger, sentence: Span) -> Actuality:
    """Say what the words around a trigger make of it."""
    start = max(sentence.start, trigger.span.start - _REACH)
    before = _pattern("clause", "edge").split(body[start : trigger.span.start])[-1]
    behind = body[trigger.span.end : min(sentence.end, trigger.span.end + _BEHIND)]
    withdrawn = _pattern("taken_back", "back").search(body, sentence.start, trigger.span.start)
    if withdrawn or _pattern("before", "called_off").search(before) or _pattern("behind", "cancelled").match(behind):
        return NOT_DONE
    if _pattern("clause", "known").search(before):
        return DONE
    if _pattern("before", "negated").search(before):
        return NOT_DONE
    return OPEN if _open(before, trigger) else DONE


def _open(before: str, trigger: Trigger) -> bool:
    """Whether the words before a trigger put it into the future or into doubt."""
    if trigger.type in _OF_THE_FUTURE:
        return False
    if trigger.type in SPOKEN:
        return _pattern("clause", "coming").search(before) is not None
    plural = re.search(r"[^s]s$", trigger.span.text.split()[0])
    wanted = not plural and _pattern("clause", "infinitive").search(before)
    return bool(wanted or any(_pattern("before", name).search(before) for name in ("planned", "hypothetical")))
