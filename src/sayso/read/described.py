"""People and bodies whom a report brings in by words alone, "his sergeant", "a tram driver", and refers back to.

The encoder sees them as noun phrases; where it breaks one off, the words that follow are taken with it up to its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.read.decode import Found
from sayso.read.edges import Stretches, end_of
from sayso.read.lexicon import words as listed
from sayso.read.names import head
from sayso.records import MentionType
from sayso.spans import Span, cut

_UNFINISHED = re.compile(
    r"(?i:(?:the|an?|this|that|its|their|his|her|our|my|one|another|some|two|three|several)(?:\s+|\Z))?"
    r"(?:[A-Z]\w*(?:an|ish|ese|aeli|aqi|ani|ench|utch|eek|wiss|hai|emeni|uwaiti|atari|audi))?"
)
_HANGS_ON = re.compile(r"\s(?:of|in|at|from|for|on|near)\s")
_OWNED = re.compile(r"[’']s?\s([a-z][\w-]*)")
_NEXT = re.compile(r"\s+([a-z][\w-]*)")
_PERSON = re.compile(
    r"\w{2,}(?:er|or|ist|[a-z]man|[a-z]men|woman|women|person|ian|ee|eer|monger|keeper|mate|holder|mother|father|boy|girl)s?"
)
_MOST = 3  # words that are taken along


def is_person(word: str) -> bool:
    """Whether a common noun, in lower case, is likely to stand for a person or people."""
    one = word.removesuffix("s")
    lists = (listed("person_titles"), listed("people"))
    return any(word in known or one in known for known in lists) or (
        _PERSON.fullmatch(word) is not None and one not in listed("no_people")
    )


def described(body: str, phrases: Sequence[Found], known: Sequence[Span]) -> Iterator[tuple[Span, MentionType | None]]:
    """Give the noun phrases that describe people and bodies, but for those that begin where a known one does."""
    starts, inside = {span.start for span in known}, Stretches(span for span in known if " and " not in span.text)
    ends = {one.start: one.end for one in phrases} | {span.start: span.end for span in known}
    for one in phrases:
        if one.kind not in {"person", "organisation"} or one.start in starts:
            continue
        noun = _noun_end(body, one.start, end_of(body, one.start, one.end))
        if noun > one.start and not inside.cover(one.start, noun):
            yield cut(body, one.start, _end(body, noun, ends)), _kind(cut(body, one.start, noun), one.kind)


def _end(body: str, end: int, ends: Mapping[int, int]) -> int:
    """Return where a phrase ends with what hangs on it: "a retired colonel" "of" "the air defence"."""
    for _ in range(_MOST):
        hit = _HANGS_ON.match(body, end)
        if hit is None or hit.end() not in ends:
            break
        end = ends[hit.end()]
    return end


def _noun_end(body: str, start: int, end: int) -> int:
    """Return where the noun of a phrase ends that may have been broken off before it; `start` where none is near."""
    owned = _OWNED.match(body, end)
    if owned and is_person(owned[1]):
        return owned.end()
    if _UNFINISHED.fullmatch(body, start, end) is None:
        return end
    for _ in range(_MOST):
        hit = _NEXT.match(body, end)
        if hit is None:
            break
        end = hit.end()
        if is_person(hit[1]):
            return end
    return start


def _kind(span: Span, seen: str) -> MentionType | None:
    return kind_of_noun(head(span.text)) or ("person" if seen == "person" else None)


def kind_of_noun(word: str) -> MentionType | None:
    """Tell what a common noun, in lower case, stands for; None where it may be anything."""
    if is_person(word):
        return "person"
    if word in listed("organisation") | listed("armed_group") | listed("outlet"):
        return "organisation"
    return "document" if word in listed("document") else None
