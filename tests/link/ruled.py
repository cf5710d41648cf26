"""Readings of two invented reports, and rulings on them, for the tests of judgements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.link.tellings import Draft

from sayso.link.passages import passage
from sayso.link.telling import Ref
from sayso.records import Claim, Link, Reading
from sayso.rulings import Ruling

POST = (
    "A shell struck the dairy in Kosti on Friday.\n"
    "The mayor, Hala Osman, said two drivers were killed.\n"
    "The garrison denied that any shell was fired.\n"
)
RADIO = "Radio Gezira\nA blast tore through the dairy of Kosti, Hala Osman said.\n"
IDS = {"post": "a" * 64, "radio": "b" * 64}


def post(body: str = POST, model: str = "old") -> Reading:
    """The Post's report: three claims, the last a denial, and an event."""
    draft = Draft(body)
    draft.event("struck")
    draft.claim("A shell struck the dairy in Kosti on Friday")
    draft.claim("two drivers were killed", chain=(_link(draft, "Hala Osman", "said"),))
    denial: Any = {"kind": "denial", "polarity": "negative"}
    draft.claim("any shell was fired", chain=(_link(draft, "The garrison", "denied"),), **denial)
    return replace(draft.reading(), sha256=IDS["post"], model=model)


def radio(model: str = "old") -> Reading:
    """The radio's report: one claim, and an event that it holds."""
    draft = Draft(RADIO)
    draft.event("tore through")
    draft.claim("A blast tore through the dairy of Kosti", chain=(_link(draft, "Hala Osman", "said"),))
    return replace(draft.reading(), sha256=IDS["radio"], model=model)


def _link(draft: Draft, label: str, cue: str) -> Link:
    return Link(draft.span(label), "named_person", None, draft.span(cue))


def kept(*readings: Reading) -> dict[str, tuple[str, Reading]]:
    """The latest reading of each report, under its name as id."""
    names = {digest: name for name, digest in IDS.items()}
    return {reading.sha256: (names[reading.sha256], reading) for reading in readings}


def ruled(place: int, kind: Any, *items: str, **more: Any) -> Ruling:
    """The ruling `j<place>` on these items, written `post:c1`, as they stand in the readings above."""
    readings = {"post": post(), "radio": radio()}
    about = tuple(passage(readings[report], one) for report, one in (item.split(":") for item in items))
    return Ruling(f"j{place}", kind, "mina", f"2031-04-1{place}T08:00:00Z", about, **more)


def ref(item: str) -> Ref:
    """A claim or an event, written `post:c1`."""
    report, _, one = item.partition(":")
    return Ref(report, one)


def moved(reading: Reading, **changes: Any) -> Reading:
    """The reading with its first claim changed."""
    first: Claim = replace(reading.claims[0], **changes)
    return replace(reading, claims=(first, *reading.claims[1:]))
