"""A telling as a document and back, so that what is compared of it can be filed."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from sayso.link.telling import Telling


def packed(telling: Telling) -> str:
    """Return all that is compared of a telling as JSON: neither its report nor its statements, nor how names are spelt.

    Copies have one document, whichever comes first.
    """
    bare = replace(telling, report="", id="", statements=())
    return json.dumps(_plain(bare), ensure_ascii=False, separators=(",", ":"))


def unpacked(document: str) -> Telling:
    """Rebuild the telling from its document."""
    telling: Telling = _rebuilt(Telling, json.loads(document))
    return telling


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, item.name)) if item.compare else "" for item in fields(value)]
    if isinstance(value, frozenset):
        return sorted((_plain(item) for item in value), key=repr)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@cache
def _kinds(kind: type) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    return tuple(hints[item.name] for item in fields(kind))


def _rebuilt(kind: Any, value: Any) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(*map(_rebuilt, _kinds(kind), value))
    many = get_origin(kind)
    if many in {tuple, frozenset}:
        of = get_args(kind)[0]
        return many(_rebuilt(of, item) for item in value) if is_dataclass(of) else many(value)
    return value
