"""What a desk says about a report (url, outlet, published, timezone): by flag, in a sidecar, or in a JSONL line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sayso import edtf
from sayso.archive.files import SIDECAR, read
from sayso.errors import BadValue, NotFound, SaysoError
from sayso.records import Meta

NAMES = tuple(item.name for item in fields(Meta))
_LARGEST_SIDECAR = 65_536
_LONGEST = {"url": 2_000, "outlet": 200, "published": 100, "timezone": 100}


def joined(*said: Meta) -> Meta:
    """Return one Meta, each field from the first that gives it."""
    return Meta(**{name: next((v for v in (getattr(m, name) for m in said) if v), None) for name in NAMES})


def checked(values: Mapping[str, Any]) -> Meta:
    """Return the Meta that the values give; names that are not its own are ignored, empty ones not given.

    `published` becomes EDTF: a date-time keeps its date as written. Raises BadValue naming the field and the cure.
    """
    given = {name: _string(name, values[name]) for name in NAMES if values.get(name) is not None}
    meta = Meta(**{name: value for name, value in given.items() if value})
    if meta.url:
        _check_url(meta.url)
    if meta.timezone:
        _check_timezone(meta.timezone)
    return joined(Meta(published=edtf.check(meta.published)), meta) if meta.published else meta


def recheck(meta: Meta) -> Meta:
    """Return what flags say, checked as `checked` does."""
    return checked(asdict(meta))


def sidecar(path: Path) -> Meta:
    """Return what stands in `NAME.EXT.meta.json`, or else `NAME.meta.json`, beside the file; an empty Meta without one.

    Raises BadValue where it cannot be read or used, or where a field's name is a slip of the pen for one of ours;
    other fields are left to the programs that wrote them.
    """
    for beside in (path.name + SIDECAR, path.stem + SIDECAR):
        try:
            data = read(path.parent / beside, _LARGEST_SIDECAR)
        except (NotFound, BadValue):  # there is none, or none could be: a folder, a name too long
            continue
        except SaysoError as error:
            raise _broken(beside, error.cause) from error
        return _from_sidecar(data, beside)
    return Meta()


def _from_sidecar(data: bytes, name: str) -> Meta:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _broken(name, f"It is not valid JSON: {error}.") from None
    if not isinstance(values, dict):
        raise _broken(name, "It is not a JSON object.")
    for key in values:
        meant = get_close_matches(key.lower(), NAMES, n=1, cutoff=0.8)
        if meant and key not in NAMES:
            raise _broken(name, f"{key[:60]!r} is not a field; {meant[0]!r} is.")
    try:
        return checked(values)
    except BadValue as error:
        raise BadValue(f"The sidecar {name} cannot be used. {error.cause}", error.cure) from error


def _broken(name: str, because: str) -> BadValue:
    return BadValue(
        f"The sidecar {name} cannot be used. {because}",
        'Write it as {"url": "…", "outlet": "…", "published": "2024-01-16", "timezone": "Asia/Beirut"}, or remove it.',
    )


def _string(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadValue(f"The field {name!r} is not a string.", f"Give {name} in quotation marks.")
    value = value.strip()
    if len(value) > _LONGEST[name]:
        raise BadValue(f"The field {name!r} is longer than {_LONGEST[name]} characters.", "Shorten it.")
    if any(character < " " or "\ud800" <= character <= "\udfff" for character in value):
        raise BadValue(f"The field {name!r} holds characters that cannot be shown.", "Remove them.")
    return value


def _check_url(value: str) -> None:
    """Refuse what is no address of a page; `sample:` names an invented report, which pages mark as an exercise."""
    try:
        parts = urlsplit(value)
        usable = bool(parts.hostname) if parts.scheme in {"http", "https"} else value.startswith("sample:")
    except ValueError:
        usable = False
    if not usable:
        raise BadValue(
            f"{value[:60]!r} is not the address of a page.", "Give one that begins with http:// or https://."
        )


def _check_timezone(value: str) -> None:
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise BadValue(f"{value[:60]!r} is not a time zone.", "Give an IANA name such as Asia/Damascus.") from None
