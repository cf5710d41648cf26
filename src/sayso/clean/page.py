"""What a page says about itself in its head: JSON-LD, meta tags, <time>, the language of <html>."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.clean.dates import changed, from_stamp
from sayso.clean.draft import Facts
from sayso.records import DateCandidate, Meta

_ARTICLES = re.compile(r"Article|Posting|Report|Review|Statement|Blog|WebPage|Story", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "sailthru.date", "parsely-pub-date", "article_date_original",
    "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished", "citation_publication_date",
    "originalpublicationdate", "publication_date", "publishedat",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
_SITE = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "cre",
    "apple-mobile-web-app-title",
)
_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_DEEPEST = 6  # levels of JSON-LD that are looked into
_MOST = 500  # objects


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The page's facts, and the title and authors, which may become part of the text."""

    facts: Facts
    title: str | None
    authors: tuple[str, ...]


def page_facts(tree: Any, meta: Meta) -> PageFacts:
    """Read what the page says of itself; `tree` is its root element."""
    things = sorted(_linked(tree), key=lambda thing: not _ARTICLES.search(str(thing.get("@type"))))
    tags = _tags(tree)
    stamps = [(stamp, where) for stamp, where in _stamps(things, tags, tree)]
    dates: list[DateCandidate] = []
    zone = None
    for stamp, where in stamps:
        read = from_stamp(stamp, meta.timezone)
        if read:
            dates.append(DateCandidate(read[0], where))
            zone = zone or read[1]
    dates += [
        changed(read[0], where) for stamp, where in _changes(things, tags) if (read := from_stamp(stamp, meta.timezone))
    ]
    facts = Facts(
        outlet=_first([*(_name(thing.get("publisher")) for thing in things), *(tags.get(key) for key in _SITE)]),
        language=_first([tree.get("lang"), tree.get("xml:lang"), tags.get("og:locale"), tags.get("content-language")]),
        url=_first([*tree.xpath("//link[@rel='canonical']/@href"), tags.get("og:url")]),
        timezone=zone,
        dates=tuple(dict.fromkeys(dates)),
    )
    title = _first([*(_string(thing.get("headline")) for thing in things), *(tags.get(key) for key in _TITLE)])
    return PageFacts(facts, title, tuple(_authors(things, tags)))


def _stamps(things: list[dict[str, Any]], tags: dict[str, str], tree: Any) -> Iterator[tuple[str, str]]:
    for thing in things:
        for key in ("datePublished", "dateCreated"):
            if value := _string(thing.get(key)):
                yield value, f"JSON-LD {key}"
    for key in _PUBLISHED:
        if key in tags:
            yield tags[key], f'meta tag "{key}"'
    for value in tree.xpath("//*[@itemprop='datePublished']/@*[name()='content' or name()='datetime']"):
        yield str(value), 'itemprop "datePublished"'
    inside = tree.xpath(
        "(//article//time[@datetime] | //main//time[@datetime] | //header//time[@datetime])[1]/@datetime"
    )
    for value in inside or tree.xpath("(//time[@datetime])[1]/@datetime"):
        yield str(value), "<time> on the page"


def _changes(things: list[dict[str, Any]], tags: dict[str, str]) -> Iterator[tuple[str, str]]:
    for thing in things:
        if value := _string(thing.get("dateModified")):
            yield value, "JSON-LD dateModified"
    for key in _MODIFIED:
        if key in tags:
            yield tags[key], f'meta tag "{key}"'


def _tags(tree: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (tag.get(attribute) or "").strip().lower()
            if key and content:
                tags.setdefault(key, content)
    return tags


def _linked(tree: Any) -> list[dict[str, Any]]:
    """Return the JSON-LD objects of the page, those inside @graph included; broken scripts are passed over."""
    things: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            value = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        _collect(value, things, 0)
    return things[:_MOST]


def _collect(value: Any, things: list[dict[str, Any]], depth: int) -> None:
    if depth > _DEEPEST or len(things) > _MOST:
        return
    if isinstance(value, list):
        for item in value:
            _collect(item, things, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            things.append(value)
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            _collect(value.get(key), things, depth + 1)


def _authors(things: list[dict[str, Any]], tags: dict[str, str]) -> Iterator[str]:
    for thing in things:
        authors = thing.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            if name := _name(author):
                yield name
    for key in ("author", "article:author", "dc.creator", "parsely-author", "byl"):
        if key in tags and not tags[key].startswith("http"):
            yield tags[key]


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _string(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip() or value.startswith("http") or len(value) > 500:
        return None
    return " ".join(value.split())


def _first(values: list[Any]) -> str | None:
    return next((" ".join(str(value).split()) for value in values if value and str(value).strip()), None)
