"""Names in a text, what they name, and which of them name the same thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.read.lexicon import words as listed
from sayso.read.phrases import Sentence, parse
from sayso.records import Attribution, Entity, Mention, MentionType
from sayso.spans import Span, cut, trimmed

_GROUPS: tuple[MentionType, ...] = ("organisation", "armed_group")
_PRONOUNS: dict[str, tuple[MentionType, ...]] = {
    "pronouns_person": ("person",),
    "pronouns_group": _GROUPS,
    "pronouns_any": ("person", *_GROUPS),
}
_NATIONALITY = re.compile(r"\w*(?:ian|ish|ese|ican|aeli|aqi|mani|stani|ench|utch)s?")
_RUN = re.compile(r"(N+(?:(?:[poyc]|[poy]d)N+)*(?:n(?=[^n]|$))?)|d(n(?![nN])|N(?![nNpoyc]))|(q)")
_DESCRIBED = re.compile(r",d?[naNe]*?(n)(?=[poy,.])")
_HEAD_ENDS = re.compile(r"\s(?:of|for|in|from|at|with|who|to|on|near)\s|,")
_DEFINITE = re.compile(r"(?:the|that|this)\s\S+(?:\s\S+)?$", re.I)


@dataclass(slots=True)
class _Thing:
    name: str
    kind: MentionType
    mentions: list[str] = field(default_factory=list)


class Names:
    """The mentions of a text in reading order and the things they name, by the keys under which a thing is known."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.mentions: list[Mention] = []
        self.keys: dict[str, int] = {}
        self._things: list[_Thing] = []
        self._at: dict[tuple[int, int], int] = {}
        self._starts: list[int] = []
        self._speakers: list[int] = []

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What the mentions name, in order of first mention, each by its fullest name."""
        return tuple(Entity(f"e{n}", t.name, t.kind, tuple(t.mentions)) for n, t in enumerate(self._things, 1))

    def add(self, span: Span, kind: MentionType, name: str = "", known: int | None = None) -> int:
        """Record a mention and return the number of the thing it names: the one given, a known one, or a new one."""
        index = next((self.keys[k] for k in _keys(name, kind) if k in self.keys), None) if known is None else known
        if index is None:
            index = len(self._things)
            self._things.append(_Thing(name, kind))
        thing = self._things[index]
        if known is None:
            if thing.kind == "person" and len(name) > len(thing.name) and thing.name in name:
                thing.name = name
            for key in (*_keys(name, kind), *_short_names(name, kind)):
                self.keys.setdefault(key, index)
            if kind in {*_GROUPS, "facility"} and " " in name:
                self.keys["role:" + head(name)] = index
        thing.mentions.append(f"m{len(self.mentions) + 1}")
        self.mentions.append(Mention(thing.mentions[-1], span, thing.kind, f"e{index + 1}"))
        self._at[span.start, span.end] = index
        return index

    def close(self) -> None:
        """Say that all names are in, so that what refers back to them can be looked up by position."""
        self._starts = [mention.span.start for mention in self.mentions]

    def refer(self, label: Span, speaks: bool) -> None:
        """Give the label of a source a mention of the thing it refers to; `speaks` tells a speaker from a relay."""
        index = self._at.get((label.start, label.end))
        if index is None:
            index = self.add(label, label_kind(label.text), core(label.text), self._referent(label))
        self.keys["role:" + head(label.text)] = index
        if speaks:
            self._speakers.append(index)

    def _referent(self, label: Span) -> int | None:
        """Return the thing a label refers to, if it is known: by pronoun, by name, or by a role told before."""
        for pronouns, kinds in _PRONOUNS.items():
            if label.text.lower() in listed(pronouns):
                return self._antecedent(kinds, label.start)
        first, last = bisect_left(self._starts, label.start), bisect_left(self._starts, label.end)
        inside = [mention for mention in self.mentions[first:last] if label.covers(mention.span)]
        for mention in inside:
            before = self.body[label.start : mention.span.start].rstrip().rsplit(" ", 1)[-1].lower()
            if mention.type == "person" and before not in {"of", "for", "to", "by", "from", "with"}:
                return self._index(mention)
        whole = next((m for m in inside if len(m.span) >= len(core(label.text)) - 4), None)
        role = self.keys.get("role:" + head(label.text)) if _DEFINITE.match(core(label.text)) else None
        return self._index(whole) if whole else role

    def _antecedent(self, kinds: Sequence[MentionType], before: int) -> int | None:
        """Who spoke last of the kinds that a pronoun can stand for, else who was named last."""
        spoken = (i for i in reversed(self._speakers) if self._things[i].kind in kinds)
        named = reversed(self.mentions[: bisect_left(self._starts, before)])
        return next(spoken, next((self._index(m) for m in named if m.type in kinds), None))

    def _index(self, mention: Mention) -> int:
        return self._at[mention.span.start, mention.span.end]


def core(label: str) -> str:
    """Return a label without what is set off by a comma."""
    return label.partition(",")[0].strip()


def head(label: str) -> str:
    """Return the word that says what a label stands for: the last before "of", "for", "in", "who" or a comma."""
    words = _HEAD_ENDS.split(label.lower().strip(" ,"))[0].split()
    return words[-1] if words else label.lower()


def _skeleton(word: str) -> str:
    """Consonants without doubles: spellings of one name in Latin letters mostly agree in these."""
    bare = re.sub(r"[^a-z]", "", word.lower().replace("q", "k").replace("c", "k").replace("gh", "g"))
    return re.sub(r"(.)\1+", r"\1", bare[:1] + re.sub(r"[aeiouywh]", "", bare[1:]))


def _keys(name: str, kind: MentionType) -> Iterator[str]:
    """Tell what a name is known by: its words, a surname, a skeleton, initials."""
    words = [w for w in re.findall(r"[\w’'.-]+", name.lower()) if w not in {"the", "a", "an"}]
    yield " ".join(words)
    if kind == "person":
        yield "surname:" + " ".join(words)
    if kind == "facility":
        yield "facility:" + " ".join(
            _skeleton(w) for w in re.findall(r"\w+", name) if w.lower() not in listed("generic")
        )
    if kind in _GROUPS and len(words) > 1:
        yield "".join(w[0] for w in words if w not in {"of", "and", "for", "in"})


def _short_names(name: str, kind: MentionType) -> Iterator[str]:
    """Tell what a person may be called later: any last part of the name, or its first word."""
    words = name.lower().split()[:6] if kind == "person" else []
    yield from (f"surname:{' '.join(words[at:])}" for at in range(1, len(words)))
    yield from (f"surname:{word}" for word in words[:1])


def find(sentences: Sequence[Sentence], body: str) -> Names:
    """Collect the names of all sentences in order."""
    names = Names(body)
    inside = {t.text for s in sentences for t in s.tokens[1:] if t.tag == "N"}
    for sentence in sentences:
        _scan(names, sentence, inside)
    names.close()
    return names


def _scan(names: Names, sentence: Sentence, inside: set[str]) -> None:
    """Names, "the brigade" for a brigade named before, and the same inside quotations."""
    for hit in _RUN.finditer(sentence.tags):
        left, right = hit.span()
        first = sentence.tokens[left]
        if hit.group(3):
            inner = trimmed(names.body, first.start + 1, first.end - 1)
            if inner:
                _scan(names, parse(names.body, inner), inside)
        elif hit.group(2):
            known = names.keys.get("role:" + sentence.words(left + 1, right)) if first.text.lower() == "the" else None
            if known is not None:
                names.add(sentence.cut(left, right), "organisation", known=known)
        else:
            opens = left == 0 and sentence.tags[1:2] != "N"  # where any word has a capital
            left += opens and first.text not in inside and not first.text.islower() and not first.text.isupper()
            _split(names, sentence, left, right)


def _split(names: Names, sentence: Sentence, left: int, right: int) -> None:
    """Record a run of name tokens, divided where a preposition or "and" joins two names and not parts of one."""
    tags = sentence.tags
    for at in range(left, right):
        if tags[at] in "poyc":
            words = sentence.words(left, at).split()
            whole = sentence.words(at, at + 1) in {"of", "for", "on", "and"} and _is_group(words)
            if whole or (at == left + 1 and words[0].endswith("s") and tags[left - 1 : left] == "d"):
                break
            _record(names, sentence, left, at)
            left = at + 1 + (tags[at + 1] == "d")
    _record(names, sentence, left, right)


def _record(names: Names, sentence: Sentence, left: int, right: int) -> None:
    """Record one name with its kind; a title before a person is no part of the name, "the" before a group is."""
    words = [token.text.lower().strip(".") for token in sentence.tokens[left:right]]
    if (
        words
        and sentence.tags[right - 1] == "n"
        and not any(words[-1] in listed(kind) for kind in ("facility", "place", "organisation"))
    ):
        right, words = right - 1, words[:-1]
    if left >= right or sentence.tags[left] != "N":
        return
    before, titles = sentence.words(left - 1, left), listed("person_titles")
    texts = [token.text for token in sentence.tokens[left:right]]
    ranks = [i for i, w in enumerate(words[:-1]) if w in titles or _is_rank(texts[i], len(words) - i)]
    rank = ranks[-1] + 1 if ranks else 0
    person = (rank or before in titles) and not _is_group(words)
    bare = re.sub(r"[’']s$", "", " ".join(words[rank:]))
    kind = "person" if person or f"surname:{bare}" in names.keys else kind_of(words[rank:], before)
    left += rank if kind == "person" else -1 if before == "the" else 0
    span = sentence.cut(left, right)
    span = cut(names.body, span.start, span.end - 2) if re.search(r".[’']s$", span.text) else span
    index = names.add(span, kind, span.text)
    if kind == "person":
        apposition = _DESCRIBED.match(sentence.tags, right)
        described = sentence.words(*apposition.span(1)) if apposition else ""
        names.keys.update({f"role:{role}": index for role in (*words[:rank], before, described) if role in titles})


def _is_rank(text: str, left: int) -> bool:
    return text.isupper() and 1 < len(text) < 5 and left > 2 and text.lower() not in listed("not_ranks")


def _is_group(words: Sequence[str]) -> bool:
    return any(word in listed(kind) for word in words for kind in (*_GROUPS, "outlet"))


def kind_of(words: Sequence[str], before: str = "") -> MentionType:
    """Tell what a name is, from its words and the word before it; a bare name after "in" is a place."""
    first: dict[MentionType, Sequence[str]] = {
        "armed_group": (),
        "organisation": words[:1],
        "facility": (),
        "place": (),
    }
    for kind, also in first.items():
        if any(word in listed(kind) for word in (*words[-2:], *also)):
            return kind
    if any(word in listed("outlet") for word in words):
        return "organisation"
    if len(words) == 1 and _NATIONALITY.fullmatch(words[0]):
        return "nationality"
    if before in {"in", "at", "near", "around", "outside", "towards", "toward"}:
        return "place"
    return "person" if len(words) > 1 and before != "the" else "organisation"


def resolve(names: Names, attributions: Sequence[Attribution]) -> None:
    """Give every source label a mention of the thing it refers to, in reading order."""
    for attribution in attributions:
        for label in (attribution.source, *(relay for relay, _ in attribution.relays)):
            if label is not None:
                names.refer(label, label is attribution.source)


def label_kind(label: str) -> MentionType:
    """Tell what a source that bears no name is: a document, an organisation or a person."""
    if head(label) in listed("document"):
        return "document"
    words = re.findall(r"\w+", core(label).lower())
    return "organisation" if _is_group(words) and head(label) not in listed("person_titles") else "person"
