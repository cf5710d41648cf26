"""Credits: lines that say from whom else the article comes, and lines that say who of the house made it."""

from __future__ import annotations

import re

from sayso.clean.house import cited
from sayso.clean.lexicon import NAME, find
from sayso.clean.names import is_agency, is_outlet
from sayso.clean.speaking import Found, Sentence, covered, named, plain_name

_DATELINE = re.compile(rf"^[^\n.!?“\"]{{0,60}}?(\(\s*({NAME})\s*\))\s*[-—–:]")
_LAST = re.compile(rf"(?:\s(\(\s*({NAME})\s*\))|[.”\"]\s*([—–]\s?({NAME})))\W{{0,2}}$")
_SEVERAL = re.compile(r"\s*[,;/&+|]\s*|\s+(?:and|with)\s+")
_LED = re.compile(r"^(?:By|From|Via)\s+")
_DATED = re.compile(r",\s(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2})(?:,?\s\d{4})?$")
_FEED = re.compile(rf"\bfrom an?\s+({NAME})\s+(?:feed|service)\b")
_FOR_OTHERS = re.compile(r"\bfor\s+[^\W\d_a-z]")


def republished(sentence: Sentence) -> Found | None:
    """Find the sentence which says that the article was first published, or is made, by another outlet."""
    for name in ("republished", "republished_without_verb", "republished_at_edge"):
        hit = find(name, sentence.text)
        if not hit or sentence.quoted(hit.start()) or not _placed(name, sentence):
            continue
        feed = _FEED.search(sentence.text)
        outlet = plain_name(feed[1]) if feed else named(sentence.text, hit.start())
        if outlet or find("permission", sentence.text):
            return Found("syndication", sentence.span, outlet, covered(sentence))
    return None


def reproduction(sentence: Sentence) -> Found | None:
    """Find the sentence which says how the report may be passed on, or that it was shortened from another outlet's."""
    for name in ("reproduction", "abridged"):
        hit = find(name, sentence.text) if sentence.edge and (name == "reproduction" or sentence.alone) else None
        if hit and not sentence.quoted(hit.start()):
            name_in = re.search(NAME, sentence.text)
            outlet = plain_name(name_in[0]) if name == "abridged" and name_in else None
            return Found("syndication", sentence.span, outlet)
    return None


def _placed(name: str, sentence: Sentence) -> bool:
    return name == "republished" or sentence.edge or (name == "republished_without_verb" and sentence.alone)


def agencies(sentence: Sentence) -> Found | None:
    """Find the sentence which says that agencies or another outlet had a part in the report."""
    text = sentence.text
    wire = find("reporting_credit", text) and (is_agency(text) or _FOR_OTHERS.search(text))  # else the house's own desk
    contributed = find("contributed", text) and (
        any(is_outlet(hit[0]) for hit in re.finditer(NAME, text)) or "gencies" in text
    )
    if (wire or contributed or find("with_agencies", text)) and not sentence.quoted(1):
        names = (plain_name(hit[0]) for hit in re.finditer(NAME, text))
        return Found("syndication", sentence.span, next(filter(is_agency, names), None), covered(sentence))
    return None


def source_line(sentence: Sentence) -> Found | None:
    """Find the line that is nothing but the name of the agency or outlet that the report comes from."""
    if not sentence.alone or len(sentence.text) > 100 or cited(sentence.text):
        return None
    hit = find("source_line", sentence.text)
    if not hit and (other := find("story_line", sentence.text)) and is_outlet(other["name"]):
        hit = other
    if hit and re.match(NAME, hit["name"].strip()):
        return Found("syndication", sentence.span, hit["name"].strip(" .)]"))
    name = _DATED.sub("", _LED.sub("", sentence.text.strip(" \t()[]—–-.|/©")))
    parts = _SEVERAL.split(name)
    if any(map(_is_agency_alone, parts)) and all(is_outlet(part) and re.fullmatch(NAME, part) for part in parts):
        return Found("syndication", sentence.span, name)
    return None


def _is_agency_alone(name: str) -> bool:
    return len(name.split()) <= 4 and bool(re.fullmatch(NAME, name)) and is_agency(name)


def dateline_credit(sentence: Sentence) -> Found | None:
    """Find the agency or outlet that is credited in the dateline, as in "BEIRUT (Wire) -"."""
    hit = _DATELINE.match(sentence.text) if sentence.first else None
    if not hit or sentence.outlets.is_publisher(hit[2]):
        return None
    if is_agency(hit[2]) or (sentence.outlets.publisher and is_outlet(hit[2])):  # a small outlet has its own dateline
        return Found("syndication", sentence.cut(*hit.span(1)), plain_name(hit[2]), inline=True)
    return None


def closing_credit(sentence: Sentence) -> Found | None:
    """Find the agency that is credited after the last words of a paragraph."""
    if not sentence.last or not sentence.edge or sentence.alone:
        return None
    alone = sentence.text.strip(" ()[]—–-.")
    if _is_agency_alone(alone):
        return Found("syndication", sentence.span, alone)
    hit = _LAST.search(sentence.text)
    name = (hit[2] or hit[4]) if hit else ""
    if hit and is_agency(name) and not sentence.outlets.is_publisher(name):
        return Found("syndication", sentence.cut(*hit.span(1 if hit[1] else 3)), plain_name(name), inline=True)
    return None


def is_staff_credit(text: str) -> bool:
    """Whether the sentence says who of the house wrote, reported or edited."""
    if find("reporting_credit", text) or find("staff_credit", text):
        return len(text.split()) <= 16
    return len(text) < 200 and bool(find("contributed", text))
