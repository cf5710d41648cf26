"""Notices by which an outlet says that it could not check what it passes on.

The outlet's own remark is told from a third party's ("the UN said it has not verified the figures" is a claim) by who
does the verifying, or by a passive that names nobody and that nobody is quoted as saying.
"""

from __future__ import annotations

import re

from sayso.clean.lexicon import find, finditer
from sayso.clean.names import is_other_body, is_ourselves, is_outlet
from sayso.clean.speaking import Found, Sentence, covered, plain_name

_SAYS = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|stated|states|stating|announced|according to|acknowledged"
    r"|admitted|insisted|claimed|noted|stressed|reported that|warned|argued|complained)\b"
)
_CLAUSE = re.compile(r"[,;(–—]\s*[^,;]{0,75}$|\b(?:which|that)\s$")
_SAID_LAST = re.compile(r",\s+(?!which\b|who\b)(?:[\w’'.-]+\s+){0,6}(?:said|says|added|told|tells)\b[^,]{0,60}$")
_RELATIVE = re.compile(r"[,(–—]\s*(?=(?:(?:and|but|though|although)\s)?(?:none of |all of )?(?:which|whose|whom)\b)")
_CLOSE = re.compile(r"(?:,|\)|\s[–—])(?=\s\S+\s\S+\s\S+)")  # more than the end of the sentence follows
_TOLD_BEFORE = re.compile(
    r"^\W*(?:the |these |those |any |some )?(?:\w+ )?"
    r"(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|assertions?) that\b"
    r"[^,;]*?\s(?P<not>(?:could|can|has|have|was|were)(?:\s?n.t|\snot)\b)",
    re.IGNORECASE,
)
_SAID_BEFORE = 40  # characters before a comma that are taken for a clause of their own
_CONJUNCTION = re.compile(r"^(?:But|And|However|While|Although|Yet)\s")


def unverified(sentence: Sentence) -> Found | None:
    """Find the outlet saying that it, or anybody, could not verify what is told."""
    return _by_the_outlet(sentence) or _by_nobody(sentence)


def _by_the_outlet(sentence: Sentence) -> Found | None:
    text = sentence.text
    for hit in (*finditer("agent", text), *finditer("agent_behind", text)):
        agent = _CONJUNCTION.sub("", hit["agent"])
        if _publishes(sentence, agent, hit.end()) and not governed(sentence, hit.start()):
            outlet = None if is_ourselves(agent) or agent == "It" else plain_name(agent)
            return _found(sentence, hit.span(), outlet, hit.end())
    return None


def _publishes(sentence: Sentence, agent: str, after: int) -> bool:
    """Whether the one who could not verify is an outlet: named like one, told things by others, or this article's."""
    if agent == "It":
        return sentence.after_notice
    if is_ourselves(agent) or sentence.outlets.is_publisher(agent) or is_outlet(agent):
        return True
    if is_other_body(agent):
        return False
    this = re.search(r"\bth(?:is|e)\s(?:story|article|report)\b", sentence.text[after:])
    return plain_name(agent) in sentence.outlets.told or bool(sentence.edge and this)


def _by_nobody(sentence: Sentence) -> Found | None:
    edge = ("unchecked_at_edge",) if sentence.edge else ()
    for name in ("passive", "independently", "impossible", "unchecked", *edge):
        hit = find(name, sentence.text)
        if not hit or governed(sentence, hit.start()):
            continue
        if name not in ("passive", "independently") or not find("other_agent", sentence.text[: hit.end()]):
            return _found(sentence, hit.span(), None, 0)
    return None


def governed(sentence: Sentence, start: int) -> bool:
    """Whether the words stand in somebody's mouth: in quotation marks, under "said that", or before ", he said"."""
    if sentence.quoted(start) or _SAID_LAST.search(sentence.text):
        return True
    before = sentence.text[:start]
    says = [hit.end() for hit in _SAYS.finditer(before)]
    return bool(says) and not _CLAUSE.search(before[says[-1] :])


def _found(sentence: Sentence, place: tuple[int, int], outlet: str | None, after: int) -> Found:
    """Return the whole sentence, or the clause alone where the sentence says something else beside it."""
    begin, end = _clause(sentence.text, *place)
    span = sentence.cut(begin, end)
    return Found("unverified", span, outlet, covered(sentence, after), inline=len(span) < len(sentence.text))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the clause that holds what stands at `start:end`."""
    if told := _TOLD_BEFORE.search(text, 0, end):
        return told.start("not"), len(text)
    relative = [hit for hit in _RELATIVE.finditer(text, 0, end) if hit.start() > 0]
    if relative:
        close = _CLOSE.search(text, end)
        return relative[-1].end(), close.start() if close else len(text)
    comma = text.rfind(",", 0, start)
    begin = comma + 1 if comma >= _SAID_BEFORE or _SAYS.search(text[:start]) else 0
    while begin < start and text[begin].isspace():
        begin += 1
    return begin, len(text)
