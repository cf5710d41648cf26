"""Which of the names within a source's label is the one that speaks: "the governor’s aide, Idris Tarig, of Marib"."""

from __future__ import annotations

import re

from sayso.read.edges import undetermined
from sayso.read.proper import is_proper
from sayso.records import MentionType
from sayso.spans import Span

CALLED: tuple[MentionType, ...] = ("organisation", "armed_group", "facility", "document", "vehicle", "weapon")
_OF = frozenset(["of", "for", "to", "by", "from", "with", "in", "at", "on", "near", "against", "as", "calling"])
_OWNS = ("’s", "'s", "’ ", "' ")
_SELF = r"(?:it|him|her|them)sel(?:f|ves)"
_NAMED = r"(?:nam|call|identif|introduc|present|styl|describ)(?:e|es|ed|ing|y|ies|ied|ying)"
_CALLING = re.compile(  # "a man who gave his name as", "a group calling itself"
    rf"\b(?:known(?: only)? as|{_NAMED}(?: {_SELF})?(?: only)?(?: as)?|only (?:his|her|a) first name,"
    r"|g[aio]\w*(?: (?:his|her))? (?:by|name)(?: only)?(?: (?:as|the (?:name|alias|nickname|pseudonym)))?(?: of)?"
    r"|under the (?:name|alias|pseudonym)(?: of)?|nicknamed|the name(?: of)?)\s+(?:[A-Z][\w.]*\s)?$"
)
_FREE = "who|whose|whom|which|of|from|at|in|and|for|with|on|near|to|as|aged|then|now|also|himself|herself"
_CLOSES = re.compile(rf"$|[^\w\s]|\s(?:[^\w\s]|(?:{_FREE})\b)")  # what may stand behind the name of who speaks
_GOES_ON = re.compile(rf"\s(?!(?:{_FREE}|\w+ed)\b)[a-z]")  # another noun: the name only describes it, "a Kurdish baker"


def fitness(label: Span, name: Span, kind: MentionType) -> int:
    """Tell how well a name within a label is what the label stands for: 0 for not at all."""
    at = name.start - label.start
    before, after = label.text[:at], label.text[at + len(name) :]
    if kind == "nationality":
        return 0
    if _CALLING.search(before) and is_proper(name.text):
        return 4
    words = before.lower().split()
    owned = (words and (words[-1] in _OF or words[-1].endswith(_OWNS))) or after.startswith(_OWNS)
    if not after and not undetermined(before).strip():
        return 3
    if owned or not is_proper(name.text) or _GOES_ON.match(after):
        return 0
    if kind == "person":
        return 2 if _CLOSES.match(after) and undetermined(name.text) == name.text else 1
    return int(kind in CALLED and not after and not _OF & set(words))
