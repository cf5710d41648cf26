"""Where a name begins and ends, and whether words are a name at all."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.read.edges import end_of, undetermined, whole
from sayso.read.lexicon import words as listed
from sayso.spans import Span, cut

_ALONE = frozenset(["the", "a", "an", "this", "that", "its", "their", "his", "her"])
_COMMON = re.compile(r"(?:[Tt]he|[Aa]n?)\s+(?:[a-z][\w-]*\s+)+(?=[A-Z])")
_OFFICE = re.compile(r"\w+(?:er|or|man|woman|son|ent|tive|ary|ador)")
_OWNER = re.compile(r"(?<=\w)[’']s\Z")
_LEADS_ON = r"(?:of|for|to|by|from|with|in|at|on|near|against|the|an?|and|or|who|whose|which|that|as)"
_INTRODUCED = re.compile(
    rf"(?:[Tt]he|[Aa]n?)?\s*(?:(?!{_LEADS_ON}\b)[a-z][\w-]*\s+)+"
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*)+)$"
)


def is_proper(words: str) -> bool:
    """Whether there is a name in these words, and not only common nouns."""
    return any(word[0].isupper() for word in re.split(r"[\s-]+", undetermined(words)) if word)


def is_title(words: str) -> bool:
    """Whether these words are a rank, an office or a form of address, and nothing else."""
    found = undetermined(words).split()
    return all(map(_titles, found)) or (
        len(found) > 1 and _OFFICE.fullmatch(found[-1]) is not None and _titles(found[-1])
    )


def _titles(word: str) -> bool:
    bare = word.strip(".,").lower()
    return bare in listed("person_titles") or bare in listed("honorifics")


def tidy(body: str, start: int, end: int) -> Span | None:
    """Return a mention without marks and stray words at its edges; None where nothing else is in it."""
    while start < end and not body[start].isalnum():
        start += 1
    while end > start and not body[end - 1].isalnum() and body[end - 1] != ".":
        end -= 1
    start, end = whole(body, start, end_of(body, start, end))
    owner = _OWNER.search(body, start, end)
    end = owner.start() if owner else end
    return cut(body, start, end) if start < end and body[start:end].lower() not in _ALONE else None


def of_person(body: str, span: Span) -> Span:
    """Return a person's name without title before it and without words behind it that are none of a name."""
    words = list(re.finditer(r"\S+", span.text))
    capital = [number for number, word in enumerate(words) if any(map(str.isupper, word.group()))]
    if not capital:
        return span
    last = words[capital[-1]].end()
    start, owned = 0, undetermined(span.text) != span.text  # "his brother Khaled"
    for word, following in pairwise(words[: capital[-1] + 1]):
        if not (_titles(word.group()) or (owned and word.group().islower())):
            break
        start = following.start()
    return cut(body, span.start + start, span.start + last)


def of_body(body: str, span: Span) -> Span:
    """Return a body's name without article and common words before it: "the banned River Guard"."""
    common = _COMMON.match(span.text)
    return cut(body, span.start + common.end(), span.end) if common else span


def introduced(words: str) -> str:
    """Return the name that a label ends with behind common nouns, "the economist Idris Tarig", else the whole of it."""
    hit = _INTRODUCED.fullmatch(words)
    return hit["name"] if hit else words
