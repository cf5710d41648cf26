"""The shape of the gold files: which keys there are, what stands under them, and which values are allowed.

A shape is a type or a tuple of types, a frozenset of allowed words, the name of a mapping in `MAPPINGS`, a list of one
shape (a list of such things), or a dictionary of one shape under `str` (a mapping with free keys).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType
from typing import Any

from .gold import Fault

CLAIM_KINDS = frozenset({"report", "denial", "responsibility", "assessment", "forecast", "intention", "demand"})
POLARITY = frozenset({"positive", "negative"})
CERTAINTY = frozenset({"certain", "probable", "possible"})
QUOTE = frozenset({"direct", "indirect", "mixed", "none"})
SOURCE_KINDS = frozenset(
    {"named_person", "named_role", "organisation", "outlet", "document", "unnamed", "unspecified"},
)
NOTICE_KINDS = frozenset({"translation", "unverified", "responsibility", "correction", "syndication"})
EVENT_TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
MENTION_TYPES = frozenset({
    "person", "organisation", "armed_group", "place", "facility", "weapon", "vehicle", "nationality", "quantity",
    "money", "time", "document",
})  # fmt: skip
PARTS_OF_DAY = frozenset({"dawn", "morning", "afternoon", "evening", "night"})
TOLL_SLOTS = frozenset({"killed", "injured", "captured", "displaced", "missing"})
DISPUTE_SLOTS = TOLL_SLOTS | {"place", "time", "perpetrator"}
PLACE_ROLES = frozenset({"event", "dateline", "speaker", "background"})
PLACE_BASES = frozenset({"gazetteer", "relative", "unresolved"})
STATES = frozenset({"single-origin", "corroborated", "disputed", "denied"})
WHY_NOT = frozenset({"negated", "denied", "planned", "cancelled", "hypothetical", "withdrawn", "other_sense"})
MATCHES = frozenset({"prefix", "overlap"})

_NUMBER = (int, float)
_OPTIONAL = {"optional": bool}
_POINT = {"country": str, "admin1": str, "lat": _NUMBER, "lon": _NUMBER, "tolerance_km": _NUMBER}

MAPPINGS: dict[str, dict[str, Any]] = {
    "marks": {
        "report": "header", "claims": ["claim"], "not_claims": [str], "events": ["event"], "not_events": ["not_event"],
        "times": ["time"], "places": ["place"], "mentions": "mentions", "same_entity": [[str]],
        "not_same_entity": [[str]], "contradictions": [[str]], "complete": bool,
    },
    "header": {
        "file": str, "title": str, "published": str, "language": frozenset({"en"}), "outlet": str, "origin": str,
        "notices": ["notice"], "furniture": [str],
    },
    "notice": {"kind": NOTICE_KINDS, "quote": str, "nth": int, "outlet": str, "scope": str} | _OPTIONAL,
    "claim": {
        "id": str, "content": str, "nth": int, "rest": [str], "match": MATCHES, "chain": ["link"],
        "chain_also": ["link"], "kind": CLAIM_KINDS, "kind_also": [CLAIM_KINDS], "polarity": POLARITY,
        "polarity_also": [POLARITY], "certainty": CERTAINTY, "certainty_also": [CERTAINTY], "quote": QUOTE,
        "quote_also": [QUOTE], "hedges": [str], "withdrawn": bool, "in_notice": bool, "denies": str,
    } | _OPTIONAL,
    "link": {
        "label": (str, NoneType), "label_nth": int, "cue": (str, NoneType), "nth": int, "kind": SOURCE_KINDS,
        "entity": (str, NoneType), "organisation": str, "match": MATCHES,
    },
    "event": {
        "trigger": str, "nth": int, "context": str, "type": EVENT_TYPES, "actor": str, "recipient": str, "place": str,
        "time": (str, list), "part_of_day": PARTS_OF_DAY, "polarity": POLARITY, "certainty": CERTAINTY,
        "tolls": ["toll"],
    } | _OPTIONAL,
    "toll": {"slot": TOLL_SLOTS, "low": int, "high": (int, NoneType), "quote": str, "nth": int},
    "not_event": {"trigger": str, "nth": int, "why": WHY_NOT} | _OPTIONAL,
    "time": {
        "quote": str, "also": [str], "nth": int, "edtf": [str], "part_of_day": PARTS_OF_DAY,
        "part_of_day_also": [PARTS_OF_DAY], "anchor": str, "delta": int,
    } | _OPTIONAL,
    "place": {
        "quote": str, "nth": int, "basis": PLACE_BASES, "from": str, "bearing": (*_NUMBER, str), "distance_km": _NUMBER,
        "role": PLACE_ROLES,
    } | _POINT | _OPTIONAL,
    "mentions": {kind: [str] for kind in sorted(MENTION_TYPES)},
    "across": {"incidents": ["incident"], "contradictions": ["contradiction"], "not_same": ["look-alike"]},
    "incident": {
        "id": str, "type": EVENT_TYPES, "time": [str], "place": "incident place", "reports": {str: [str]},
        "origins": ["origin"], "echoes": [str], "denials": ["denial"], "denial_reports": [str], "state": STATES,
        "state_also": [STATES], "disputes": ["dispute"],
    } | _OPTIONAL,
    "incident place": {"quote": str, "nth": int, "report": str} | _POINT,
    "origin": {"reports": [str], "why": str},
    "denial": {"report": str, "claim": str, "denies": ["claim of a report"]} | _OPTIONAL,
    "dispute": {"slot": DISPUTE_SLOTS, "values": ["value"]} | _OPTIONAL,
    "value": {"value": (str, int), "claims": ["claim of a report"]},
    "claim of a report": {"report": str, "claim": str},
    "contradiction": {"a": "claim of a report", "b": "claim of a report", "why": str} | _OPTIONAL,
    "look-alike": {"a": str, "b": str, "why": str},
}  # fmt: skip

REQUIRED: dict[str, frozenset[str]] = {
    "marks": frozenset({"report", "claims"}),
    "header": frozenset({"file", "published", "language"}),
    "notice": frozenset({"kind", "quote"}),
    "claim": frozenset({"id", "content", "chain", "kind"}),
    "link": frozenset({"label", "kind"}),
    "event": frozenset({"trigger", "type"}),
    "toll": frozenset({"slot", "low", "quote"}),
    "not_event": frozenset({"trigger", "why"}),
    "time": frozenset({"quote", "edtf"}),
    "place": frozenset({"quote"}),
    "across": frozenset({"incidents"}),
    "incident": frozenset({"id", "type", "time", "reports", "origins", "state"}),
    "incident place": frozenset({"quote", "report", "country"}),
    "origin": frozenset({"reports", "why"}),
    "denial": frozenset({"report", "claim", "denies"}),
    "dispute": frozenset({"slot", "values"}),
    "value": frozenset({"value", "claims"}),
    "claim of a report": frozenset({"report", "claim"}),
    "contradiction": frozenset({"a", "b"}),
    "look-alike": frozenset({"a", "b"}),
}


def faults(thing: object, shape: Any, where: str = "top") -> Iterator[Fault]:
    """Everything in a loaded YAML document that its shape does not allow; grave where a type is wrong or missing."""
    if isinstance(shape, frozenset):
        if not isinstance(thing, str) or thing not in shape:
            yield Fault(where, f"{thing!r} is not one of {', '.join(sorted(shape))}")
    elif isinstance(shape, str):
        yield from _mapping(thing, shape, where)
    elif isinstance(shape, list):
        yield from _list(thing, shape[0], where)
    elif isinstance(shape, dict):
        yield from _free(thing, shape[str], where)
    elif not isinstance(thing, shape):
        yield Fault(where, f"{thing!r} is no {_called(shape)}", grave=True)


def _called(shape: type | tuple[type, ...]) -> str:
    return " or ".join(kind.__name__ for kind in (shape if isinstance(shape, tuple) else (shape,)))


def _mapping(thing: object, name: str, where: str) -> Iterator[Fault]:
    if not isinstance(thing, dict):
        yield Fault(where, f"a {name} wants a mapping, not {thing!r}", grave=True)
        return
    for key in sorted(REQUIRED.get(name, frozenset()) - thing.keys()):
        yield Fault(where, f"{key} is missing", grave=True)
    for key, value in thing.items():
        if key in MAPPINGS[name]:
            yield from faults(value, MAPPINGS[name][key], f"{where} {key}".removeprefix("top "))
        else:
            yield Fault(where, f"unknown key {key!r}")


def _list(thing: object, shape: Any, where: str) -> Iterator[Fault]:
    if not isinstance(thing, list):
        yield Fault(where, f"{thing!r} is no list", grave=True)
        return
    for number, item in enumerate(thing, 1):
        own = item.get("id") if isinstance(item, dict) else None
        yield from faults(item, shape, own if isinstance(own, str) else f"{where} {number}")


def _free(thing: object, shape: Any, where: str) -> Iterator[Fault]:
    if not isinstance(thing, dict):
        yield Fault(where, f"{thing!r} is no mapping", grave=True)
        return
    for key, value in thing.items():
        yield from faults(key, str, where)
        yield from faults(value, shape, f"{where} {key}")
