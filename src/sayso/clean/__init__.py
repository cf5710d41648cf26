"""Bytes to one canonical text, fixed here once; what is not the article is told apart, with the reason."""

from __future__ import annotations

from sayso.clean.apart import Apart, tell_apart
from sayso.clean.dates import choose, from_url, given, in_text
from sayso.clean.decode import decode
from sayso.clean.draft import Draft
from sayso.clean.language import language_of
from sayso.clean.notices import outlets_named
from sayso.clean.plain import draft_plain
from sayso.errors import NoText, TooLarge
from sayso.records import Capture, DateCandidate, Notice, Text
from sayso.settings import Settings

__all__ = ["clean"]

_TAIL = 3  # blocks at the end in which a date is looked for


def clean(capture: Capture, settings: Settings) -> Text:
    """Return the canonical text of a capture.

    Raises TooLarge beyond a limit, Unreadable for a damaged or locked file, NoText where there is nothing to read.
    """
    draft = _draft(capture, settings)
    if len(draft.body) > settings.max_characters:
        raise TooLarge(
            f"The text has {len(draft.body):,} characters; the limit is {settings.max_characters:,}.",
            "Split the file, or raise SAYSO_MAX_CHARACTERS.",
        )
    if not any(character.isalnum() for character in draft.body):
        raise NoText("The file holds no words.", "Give a file that holds the words of a report.")
    return _text(draft, capture)


def _draft(capture: Capture, settings: Settings) -> Draft:
    """Bring one format to a draft; the readers of HTML and PDF are imported only when they are needed."""
    if capture.format == "text":
        return draft_plain(decode(capture.data))
    if capture.format == "html":
        from sayso.clean.html import draft_html  # noqa: PLC0415

        return draft_html(capture.data, capture.meta, settings)
    if capture.format == "pdf":
        from sayso.clean.pdf import draft_pdf  # noqa: PLC0415

        return draft_pdf(capture.data, settings)
    from sayso.clean.object import draft_object  # noqa: PLC0415

    return draft_object(capture.data, capture.meta, settings)


def _text(draft: Draft, capture: Capture) -> Text:
    meta, facts = capture.meta, draft.facts
    publisher = meta.outlet or facts.outlet
    apart = tell_apart(draft, publisher)
    dates = choose(_candidates(draft, capture, apart))
    return Text(
        body=draft.body,
        blocks=apart.blocks,
        title=apart.title,
        byline=apart.byline,
        outlet=publisher or next(iter(outlets_named(apart.found)), None),
        published=next((item.edtf for item in dates if item.chosen), None),
        timezone=meta.timezone or facts.timezone,
        language=language_of(draft.body, facts.language),
        notices=tuple(Notice(hit.kind, hit.span, hit.outlet, hit.covers) for hit in apart.found),
        furniture=apart.furniture,
        dates=dates,
    )


def _candidates(draft: Draft, capture: Capture, apart: Apart) -> list[DateCandidate]:
    """Return every date that could be the publication's, best first."""
    texts = [piece.span.text for piece in draft.pieces]
    first = apart.head.first
    top = [text for index, text in enumerate(texts[:first]) if index != apart.head.title]
    lead = texts[first] if first < len(texts) else None
    found = [given(capture.meta.published)] if capture.meta.published else []
    found += draft.facts.dates
    address = from_url(capture.meta.url or draft.facts.url)
    found += [address] if address else []
    bottom = texts[max(first + 1, len(texts) - _TAIL) :]
    return [*found, *in_text(top, lead, bottom)]
