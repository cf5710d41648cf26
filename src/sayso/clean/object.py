"""One JSON object, a line of a JSONL file, to a draft: its `text` or `html`, with what its other fields say."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sayso.clean.dates import from_stamp
from sayso.clean.decode import decode, tidy
from sayso.clean.draft import Draft, Facts, Piece
from sayso.clean.html import draft_page
from sayso.clean.plain import draft_plain
from sayso.errors import NoText, Unreadable
from sayso.records import DateCandidate, Meta
from sayso.settings import Settings

_PUBLISHED = ("published", "date_published", "published_at", "datePublished", "publication_date", "date")
_OUTLET = ("outlet", "source", "publisher", "site_name")


def draft_object(data: bytes, meta: Meta, settings: Settings) -> Draft:
    """Return the report that the object holds.

    Raises Unreadable where it is no JSON object and NoText where neither `text` nor `html` says anything.
    """
    try:
        value = json.loads(decode(data), strict=False)
    except (ValueError, RecursionError) as error:
        raise Unreadable("The line is not valid JSON.", "Each line of a JSONL file holds one object.") from error
    if not isinstance(value, dict):
        raise Unreadable("The line is JSON, but not an object.", 'Give {"text": …} or {"html": …}.')
    text, page = _string(value, "text"), _string(value, "html")
    if text:
        return _plain(text, value, meta)
    if page:
        return _page(page, value, meta, settings)
    raise NoText("The object has neither text nor html.", 'Give {"text": …} or {"html": …}.')


def _plain(text: str, value: dict[str, Any], meta: Meta) -> Draft:
    body, title = tidy(text).strip("\n"), _string(value, "title")
    if not title or body.lstrip().startswith(title):
        return draft_plain(body, _facts(value, meta, Facts()))
    draft = draft_plain(f"{title}\n\n{body}", _facts(value, meta, Facts()))
    return _with_title(draft, title)


def _page(page: str, value: dict[str, Any], meta: Meta, settings: Settings) -> Draft:
    draft = draft_page(tidy(page), meta, settings)
    return replace(draft, facts=_facts(value, meta, draft.facts))


def _with_title(draft: Draft, title: str) -> Draft:
    """Mark the piece that the title was put into; a wrapped title stays an ordinary piece."""
    first = draft.pieces[0]
    return replace(draft, pieces=(Piece(first.span, "title"), *draft.pieces[1:])) if first.span.text == title else draft


def _facts(value: dict[str, Any], meta: Meta, page: Facts) -> Facts:
    """Return the facts of the object's fields, before those of the page in it."""
    dates, zone = list(page.dates), page.timezone
    for key in _PUBLISHED:
        read = from_stamp(_string(value, key) or "", meta.timezone)
        if read:
            dates.insert(0, DateCandidate(read[0], f'the field "{key}"'))
            zone = zone or read[1]
            break
    outlet = next((name for key in _OUTLET if (name := _string(value, key))), None)
    return Facts(
        outlet=outlet or page.outlet,
        language=_string(value, "language") or page.language,
        url=_string(value, "url") or page.url,
        timezone=_string(value, "timezone") or zone,
        dates=tuple(dates),
    )


def _string(value: dict[str, Any], key: str) -> str | None:
    """Return a field as text without a stray surrogate, or None where it is missing, empty or no string."""
    found = value.get(key)
    return tidy(found).strip() or None if isinstance(found, str) else None
