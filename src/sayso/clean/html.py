"""A page to a draft: the article's paragraphs, with what the page's own structure says about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.clean.decode import decode, tidy
from sayso.clean.draft import Draft, Hint, compose
from sayso.clean.names import Outlets
from sayso.clean.nesting import check_nesting
from sayso.clean.notices import notices_in
from sayso.clean.page import PageFacts, page_facts
from sayso.errors import NoText, TooLarge, Unreadable
from sayso.records import Meta
from sayso.settings import Settings
from sayso.spans import cut

Part = tuple[str, Hint]

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_BYTES_A_CHARACTER = 40  # markup included; a page with more than this for each character allowed is no article
_BESIDE_CLASSES = (
    "caption", "newsletter", "related", "read-more", "readmore", "share", "social", "promo", "photo-credit", "advert",
    "tags", "subscribe", "recommended",
)  # fmt: skip
_BESIDE = "//figcaption | //aside | //nav | " + " | ".join(
    f"//*[self::div or self::p or self::span or self::section or self::ul][contains(@class, '{name}')]"
    for name in _BESIDE_CLASSES
)
_LEAVES = "//p | //li | //em | //small | " + " | ".join(
    f"//{name}[not(.//p or .//div)]" for name in ("div", "aside", "footer", "section")
)
_LONGEST_NOTICE = 700  # characters
_AROUND_A_NAME = 40  # characters that a byline may have beside the name
_SITE_SUFFIX = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")


def draft_html(data: bytes, meta: Meta, settings: Settings) -> Draft:
    """Return the article of a page.

    Raises TooLarge for a page beyond the limits, Unreadable where the parser gives up, NoText without an article.
    """
    declared = _CHARSET.search(data[:4096])
    return draft_page(decode(data, declared[1].decode("ascii") if declared else None), meta, settings)


def draft_page(text: str, meta: Meta, settings: Settings) -> Draft:
    """Return the article of a page that is already decoded."""
    if len(text) > settings.max_characters * _BYTES_A_CHARACTER:
        raise TooLarge(f"The page has {len(text):,} characters of markup.", "Save the article alone, or give its text.")
    check_nesting(text, settings.max_nesting)
    from lxml.etree import LxmlError  # noqa: PLC0415 - loaded for pages only

    try:
        return _article(text, meta)
    except (LxmlError, RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise Unreadable(f"The page cannot be parsed ({type(error).__name__}).", "Save the article as text.") from error


def _article(text: str, meta: Meta) -> Draft:
    tree = _tree(text)
    about = page_facts(tree, meta)
    beside = _texts_of(tree.xpath(_BESIDE))
    whole = _leaves(tree)
    shown = " ".join(tree.text_content().split()) if about.authors else ""
    parts = list(_parts(_extracted(text), beside))
    if not any(len(words.split()) > 4 for words, _ in parts):
        raise _no_article()
    parts = _titled(parts, about)
    parts = _signed(parts, about, shown)
    parts += _outside(parts, whole, about.facts.outlet or meta.outlet)
    return compose(((tidy(words), hint) for words, hint in parts), about.facts)


def _no_article() -> NoText:
    return NoText("No article was found on the page.", "Check that it is the right page, or save the article as text.")


def _tree(text: str) -> Any:
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(f"<html><body><div>{text}</div></body></html>" if "<html" not in text[:5000].lower() else text)
    if tree is None:
        raise _no_article()
    return tree


def _extracted(text: str) -> Any:
    """Return trafilatura's article body; a second, more generous pass where the first finds next to nothing."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    found: Any = None
    options: dict[str, Any] = {"include_comments": False, "include_links": True, "include_tables": True}
    for generous in (False, True):
        found = bare_extraction(_tree(text), favor_recall=generous, **options)
        if found is not None and len(found.text or "") > 80:
            return found.body
    if found is None:
        raise _no_article()
    return found.body


def _parts(body: Any, beside: frozenset[str]) -> Iterator[Part]:
    """Yield the paragraphs of the extracted body, each with its hint."""
    for element in body:
        tag = element.tag
        if tag in ("list", "quote", "table", "row", "div") and len(element):
            for words, hint in _parts(element, beside):
                yield words, "item" if tag == "list" and not hint else hint
            if element.tail and element.tail.strip():
                yield " ".join(element.tail.split()), ""
            continue
        words = _words(element)
        if words:
            yield words, _hint(element, words, beside)


def _words(element: Any) -> str:
    """Return the text of an element in one line; where the page breaks a line, words must not run together."""
    for broken in element.iter("lb"):
        broken.tail = f" {broken.tail or ''}"
    return " ".join("".join(element.itertext()).split())


def _hint(element: Any, words: str, beside: frozenset[str]) -> Hint:
    if _squeezed(words) in beside:
        return "aside"
    links = " ".join("".join(part for link in element.iter("ref") for part in link.itertext()).split())
    if links and len(links) >= 0.9 * len(words) and not words.endswith((".", "”", '"')):
        return "link"
    return "heading" if element.tag == "head" else ""


def _texts_of(elements: Any) -> frozenset[str]:
    """Return the texts of captions and boxes, and those of the paragraphs in them."""
    texts: set[str] = set()
    for element in elements:
        if len(element.text_content()) > 3000:
            continue  # a class name that happens to wrap the article
        texts.add(_squeezed(element.text_content()))
        texts.update(
            _squeezed(part.text_content()) for part in element.iter("p", "li", "h2", "h3", "h4", "a", "figcaption")
        )
    return frozenset(text for text in texts if text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _titled(parts: list[Part], about: PageFacts) -> list[Part]:
    """Put the title first, once."""
    title = about.title or ""
    first = parts[0][0]
    for index, (words, _) in enumerate(parts[:3]):
        if title and _same(words, title):
            return [(words, "title"), *parts[:index], *parts[index + 1 :]]
    if parts[0][1] == "heading" and (
        not title or len(set(first.split()) & set(title.split())) > 0.5 * len(first.split())
    ):
        return [(first, "title"), *parts[1:]]
    site = about.facts.outlet
    suffix = _SITE_SUFFIX.search(title)
    if suffix and site and _squeezed(site).casefold() in _squeezed(suffix[0]).casefold():
        title = title[: suffix.start()]
    return [(title, "title"), *parts] if title else parts


def _same(words: str, title: str) -> bool:
    """Whether the heading is the page's title, with or without the site's name after it."""
    titles = (title, _SITE_SUFFIX.sub("", title))
    return _squeezed(words).casefold() in {_squeezed(text).casefold() for text in titles}


def _signed(parts: list[Part], about: PageFacts, shown: str) -> list[Part]:
    """Mark the author's name under the title; put it there where the page shows it and the article has lost it."""
    if parts[0][1] != "title":
        return parts
    for index, (words, _) in enumerate(parts[1:4], 1):
        if any(name in words and len(words) <= len(name) + _AROUND_A_NAME for name in about.authors):
            return [*parts[:index], (words, "byline"), *parts[index + 1 :]]
    head = " ".join(words for words, _ in parts[:4])
    names = [name for name in about.authors if name in shown and name not in head and name != about.facts.outlet]
    return [parts[0], (names[0], "byline"), *parts[1:]] if names and len(names[0].split()) <= 8 else parts


def _leaves(tree: Any) -> list[str]:
    """Return the short texts of the page in order: what a notice outside the article could stand in."""
    texts = (" ".join(element.text_content().split()) for element in tree.xpath(_LEAVES))
    return [text for text in dict.fromkeys(texts) if 20 <= len(text) <= _LONGEST_NOTICE]


def _outside(parts: list[Part], leaves: list[str], publisher: str | None) -> Iterator[Part]:
    """Yield the notices of the page, such as a correction in a box, that the article has lost."""
    kept = _squeezed(" ".join(words for words, _ in parts))
    for text in leaves:
        if _squeezed(text) in kept:
            continue
        found = [
            hit for hit in notices_in(text, cut(text, 0, len(text)), Outlets(publisher), edge=False) if not hit.inline
        ]
        if found and sum(len(hit.span) for hit in found) >= 0.6 * len(text):
            kept += _squeezed(text)
            yield text, "outside"
