"""How a claim is cited, and how its words are addressed on the outlet's own site."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from sayso.records import Claim, Meta, Reading

_EDGE_WORDS = 5


def citation(claim: Claim, reading: Reading, name: str, address: str) -> str:
    """Return outlet, title, date, quotation, hash of the bytes and permanent address; `name` serves if untitled."""
    text = reading.text
    title = text.title.text if text.title else name
    quotation = " … ".join(span.text for span in claim.content)
    opening = ", ".join(part for part in (text.outlet, f"“{title}”", text.published) if part)
    return f"{opening}: “{quotation}”. SHA-256 {reading.sha256}. {address}"


def address_at_outlet(meta: Meta, claim: Claim) -> str | None:
    """Return the outlet's own address with a text fragment for the claim's first words, or None if it has none.

    Only http and https addresses are taken: any other scheme could run something when followed.
    """
    if meta.url is None or not _is_web_address(meta.url):
        return None
    words = claim.content[0].text.split()
    pieces = [words] if len(words) <= 2 * _EDGE_WORDS else [words[:_EDGE_WORDS], words[-_EDGE_WORDS:]]
    fragment = ",".join(_encoded(" ".join(piece)) for piece in pieces)
    return f"{meta.url.partition('#')[0]}#:~:text={fragment}"


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _encoded(words: str) -> str:
    # A hyphen is part of the syntax of text fragments, and `quote` leaves it as it is.
    return quote(words, safe="", errors="replace").replace("-", "%2D")
