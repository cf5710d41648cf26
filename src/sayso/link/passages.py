"""What a ruling is about, taken from one reading and found again in another, whatever model made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import NotFound
from sayso.records import Claim, Link, Polarity, Reading
from sayso.rulings import Passage, What
from sayso.spans import Span
from sayso.wording import KINDS

_ENOUGH = 0.8  # of the characters of two contents shared, from which they are one claim with other edges
_NOBODY = "nobody named"
_WHAT: tuple[What, ...] = ("claim", "event")


@dataclass(frozen=True, slots=True)
class Lost:
    """That a passage is not found in a reading, and why."""

    because: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A claim or an event as a passage would be made of it."""

    id: str
    spans: tuple[Span, ...]
    kind: str
    polarity: Polarity
    speaker: str


def passage(reading: Reading, item: str) -> Passage:
    """Return what a ruling on this claim or event of the reading is about; raises NotFound."""
    for what in _WHAT:
        for one in _items(reading, what):
            if one.id == item:
                sense = (one.kind, one.polarity, one.speaker)
                return Passage(reading.sha256, what, one.id, one.spans, *sense, reading.model)
    raise NotFound(
        f"The report has no claim or event {item}.", "`sayso show` lists its claims, with `--json` its events."
    )


def find(wanted: Passage, reading: Reading, *, alike: bool) -> str | Lost:
    """Return the id under which a reading has a passage, or why it is not there.

    First the same words are looked for, the nearest first; else a claim whose content is nearly the same, or an event
    at the trigger. Where `alike` is set it must also be read in the same sense: its kind, its polarity, its speaker.
    """
    items = list(_items(reading, wanted.what))
    same = [one for one in items if _words(one.spans) == _words(wanted.spans)]
    if not same:
        where = _placed(wanted, reading.text.body)
        if isinstance(where, Lost):
            return where
        same = [one for one in items if _is_near(wanted, where, one)]
    if not same:
        return Lost(f"No {wanted.what} is read any more in the words “{wanted.words}”.")
    ordered = sorted(same, key=lambda one: (bool(_difference(wanted, one)), _distance(wanted, one), one.id))
    reads = _difference(wanted, ordered[0]) if alike else ""
    return Lost(reads) if reads else ordered[0].id


def speaker(claim: Claim, reading: Reading) -> str:
    """Return who says a claim: the fullest name, else the label; "" for the report's own voice."""
    return name(claim.chain[0], reading) if claim.chain else ""


def name(link: Link, reading: Reading) -> str:
    """Return who a link of a chain is: the fullest name that the report gives, else the label."""
    names = (entity.name for entity in reading.entities if entity.id == link.entity)
    return next(names, link.label.text if link.label else _NOBODY)


def _items(reading: Reading, what: What) -> Iterator[_Item]:
    if what == "claim":
        for claim in reading.claims:
            yield _Item(claim.id, claim.content, claim.kind, claim.polarity, speaker(claim, reading))
    else:
        for event in reading.events:
            yield _Item(event.id, (event.trigger,), event.type, event.polarity, "")


def _words(spans: Sequence[Span]) -> list[list[str]]:
    return [span.text.split() for span in spans]


def _distance(wanted: Passage, one: _Item) -> int:
    return abs(one.spans[0].start - wanted.spans[0].start)


def _placed(wanted: Passage, body: str) -> set[int] | Lost:
    """Return the offsets at which the words of a passage stand now, each piece where it is nearest to where it was."""
    found: set[int] = set()
    for span in wanted.spans:
        places = re.finditer(r"\s+".join(map(re.escape, span.text.split())), body)
        nearest = min(places, key=lambda place: abs(place.start() - span.start), default=None)
        if nearest is None:
            return Lost(f"The words “{span.text}” no longer stand in the report's text.")
        found.update(range(*nearest.span()))
    return found


def _is_near(wanted: Passage, where: set[int], one: _Item) -> bool:
    """Whether a claim has nearly the content, or an event's trigger stands, where the words are."""
    held = {offset for span in one.spans for offset in range(span.start, span.end)}
    if wanted.what == "event":
        return bool(held & where)
    return len(held & where) >= _ENOUGH * len(held | where)


def _difference(wanted: Passage, one: _Item) -> str:
    """Say in what sense an item is read otherwise; "" where it is read alike."""
    if wanted.polarity != one.polarity:
        return f"“{wanted.words}” is now read as {one.polarity}, and was {wanted.polarity}."
    if wanted.kind != one.kind:
        return f"“{wanted.words}” is now read as {_kind(one.kind)}, and was {_kind(wanted.kind)}."
    if not _is_one(wanted.speaker.casefold(), one.speaker.casefold()):
        return f"“{wanted.words}” is now said by {_voice(one.speaker)}, and was by {_voice(wanted.speaker)}."
    return ""


def _is_one(one: str, other: str) -> bool:
    """Whether two labels are one speaker's: a reader may take in more of "the ministry's spokesman", or less."""
    return one == other or bool(one and other and (one in other or other in one))


def _kind(kind: str) -> str:
    return next((words for known, words in KINDS.items() if known == kind), kind)


def _voice(speaker: str) -> str:
    return speaker or "the report itself"
