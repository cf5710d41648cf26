"""Who acts in the events of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.claims.people import is_person
from sayso.claims.wording import load
from sayso.records import Mention, MentionType
from sayso.spans import Span, cut

_OF = frozenset({"of", "for", "to", "by", "from", "with", "in", "at", "on", "near", "against", "over"})
_NOBODY = frozenset({"time", "money"})
_PREPOSITION = re.compile(rf"\s(?:{'|'.join(sorted(_OF - {'to'}))})\s")
_AND = re.compile(r"\s+and\s+|,\s+")
_ARTICLE = re.compile(r"(?:the|a|an|this|that|these|those|some|its|their|his|her)\s+", re.I)


class Cast:
    """Who acts in the events of a text: the mentions there are, and those added for words that nothing mentions."""

    def __init__(self, body: str, mentions: Sequence[Mention]) -> None:
        self.body = body
        self.mentions = list(mentions)
        self._known = {_core(mention.span.text): mention for mention in reversed(mentions) if mention.entity}

    def ids(self, span: Span | None) -> tuple[str, ...]:
        """Return the mention that the linked words are, or one made for them; a time is nobody."""
        if span is None:
            return ()
        apart = self._apart(span)
        if len(apart) > 1:
            return tuple(one for part in apart for one in self.ids(part))
        standing = [mention for mention in self.mentions if self._is(mention, span)]
        if standing:
            nearest = min(standing, key=lambda one: abs(len(one.span) - len(span)))
            return () if nearest.type in _NOBODY else (nearest.id,)
        known = self._known.get(_core(span.text))
        kind = known.type if known else _kind(span.text)
        self.mentions.append(Mention(f"m{len(self.mentions) + 1}", span, kind, known.entity if known else None))
        return (self.mentions[-1].id,)

    def _apart(self, span: Span) -> list[Span]:
        """Return those whom "and" joins, where each of them is mentioned by itself."""
        edges = [hit.span() for hit in _AND.finditer(self.body, span.start, span.end)]
        starts, ends = [span.start, *(end for _, end in edges)], [*(start for start, _ in edges), span.end]
        parts = [cut(self.body, start, end) for start, end in zip(starts, ends, strict=True) if start < end]
        return parts if all(any(self._is(one, part) for one in self.mentions) for part in parts) else [span]

    def _is(self, mention: Mention, span: Span) -> bool:
        """Whether a mention is what the words name: the same for the most part, or the name at their end."""
        both = min(mention.span.end, span.end) - max(mention.span.start, span.start)
        if both <= 0:
            return False
        if 2 * both >= max(len(mention.span), len(span)) and mention.span.end >= self._head(span):
            return True
        before = self.body[span.start : mention.span.start].lower().split()
        return span.covers(mention.span) and mention.span.end == span.end and _OF.isdisjoint(before)

    def _head(self, span: Span) -> int:
        """Return where the noun ends that a phrase is about: before its first preposition."""
        of = _PREPOSITION.search(self.body, span.start, span.end)
        return of.start() if of else span.end


def _core(words: str) -> str:
    return _ARTICLE.sub("", words, count=1).casefold()


def _kind(words: str) -> MentionType:
    """Tell people from vehicles, buildings and bodies by the words that name them."""
    named = words.lower().split()
    if any(is_person(word) for word in named):
        return "person"
    kinds: dict[MentionType, str] = load("parties.toml")["kinds"]
    return next((kind for kind, listed in kinds.items() if named[-1] in listed.split()), "organisation")
