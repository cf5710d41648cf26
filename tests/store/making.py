"""Small reports and readings, made from a sentence."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from sayso.contract import incident_to_json
from sayso.incidents import Incident, Origin
from sayso.records import Block, Claim, Custody, Link, Meta, Reading, Report, Text
from sayso.rulings import Passage, Ruling
from sayso.spans import cut

BODY = "Officials in Tartus said the quay was quiet."


def report(body: str = BODY, name: str = "quay.txt") -> Report:
    digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    meta = Meta(outlet="Quay Post", published="2031-03-02")
    return Report(digest[:16], digest, name, f"/inbox/{name}", "text", meta, "2031-03-02T08:00:00Z")


def reading(body: str = BODY, model: str = "test-1") -> Reading:
    whole = cut(body, 0, len(body))
    said = Claim("c1", (cut(body, 1, len(body)),), (Link(cut(body, 0, 1), "unnamed"),), "denial", "negative")
    own = Claim("c2", (whole,), ())
    text = Text(body, (Block(whole, "paragraph"),), title=cut(body, 0, 1), outlet="Quay Post", published="2031-03-02")
    return Reading(report(body).sha256, model, text, claims=(said, own))


def line(previous: Custody | None) -> Custody:
    number = previous.sequence + 1 if previous else 1
    return Custody(number, "2031-03-02T08:00:00Z", report().sha256, "/inbox", "test", str(number - 1), str(number))


def ruling(**more: Any) -> Ruling:
    about = Passage(report().sha256, "claim", "c1", (cut(BODY, 1, len(BODY)),), "denial", "negative", "O", "test-1")
    given = {"id": "", "kind": "accept", "by": "mina", "at": "2031-03-02T09:00:00Z", "about": (about,)}
    return Ruling(**(given | more))


def incident(name: str, **more: Any) -> str:
    """The JSON of an incident that one report tells of."""
    given = {"type": "ASSAULT", "time": "2031-03-01", "place": None, "claims": (), "state": "single-origin"}
    origins = (Origin("o1", (report().id,), ()),)
    return json.dumps(incident_to_json(Incident(name, **(given | {"origins": origins, "because": ()} | more))))
