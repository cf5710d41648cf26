"""Names in a text, what they name, and which of them name the same thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.read.lexicon import words as listed
from sayso.read.phrases import Sentence, parse
from sayso.records import Attribution, Entity, Mention, MentionType
from sayso.spans import Span, cut, trimmed

_GROUPS: tuple[MentionType, ...] = ("organisation", "armed_group")
_KINDS: tuple[MentionType, ...] = ("armed_group", "organisation", "facility", "place")  # told by a word of the name
_PRONOUNS: dict[str, tuple[MentionType, ...]] = {
    "pronouns_person": ("person",), "pronouns_group": (*_GROUPS, "document"), "pronouns_any": ("person", *_GROUPS)
}  # fmt: skip
_NATIONALITY = re.compile(r"\w*(?:ian|ish|ese|ican|aeli|aqi|mani|stani|ench|utch)s?")
_RUN = re.compile(r"(N+(?:[poyc]d?N+)*(?:n{1,2}(?=[^n]|$))?)|d(n(?![nN])|N(?![nNpoyc]))|(q)")
_HEAD_ENDS = re.compile(r"\s(?:of|for|in|from|at|with|who|to|on|near)\s|,")
_RANK = re.compile(r"(?!US|UN|EU|UK|USA|UAE|NATO)[A-Z]{2,4}")  # as in "DIG Kamal Haddad"
_ARTICLE = re.compile(r"^(?:al|el|an|ar|as|ash|at|ad)[-’'](?=\w)")
_DEFINITE = re.compile(r"(?:the|that|this)\s\S+(?:\s\S+)?$", re.I)


class Names:
    """The mentions of a text, the things they name by id, and the keys under which each is known."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}
        self.keys: dict[str, str] = {}
        self._at: dict[tuple[int, int], str] = {}
        self._speakers: list[tuple[str, Span]] = []

    def add(self, span: Span, kind: MentionType, name: str, known: str | None = None) -> str:
        """Record a mention and return the id of the thing it names: the one given, a known one, or a new one."""
        keys = known_by(name, kind) if known is None else []
        entity = next((self.keys[key] for key in keys[:2] if key in self.keys), known) or f"e{len(self.entities) + 1}"
        old, mention = self.entities.get(entity, Entity(entity, name, kind, ())), f"m{len(self.mentions) + 1}"
        fuller = name if keys and old.type == "person" and old.name in name else old.name
        self.entities[entity] = replace(old, name=fuller, mentions=(*old.mentions, mention))
        self.mentions.append(Mention(mention, span, old.type, entity))
        for key in keys:
            self.keys.setdefault(key, entity)
        if keys and kind in {*_GROUPS, "facility"} and " " in name:
            self.keys["role:" + head(name)] = entity
        self._at[span.start, span.end] = entity
        return entity

    def resolve(self, attributions: Sequence[Attribution]) -> None:
        """Give every source label a mention of the thing it refers to, in reading order."""
        named = tuple(self.mentions)
        voices = [(a, label) for a in attributions for label in (a.source, *(relay for relay, _ in a.relays)) if label]
        for attribution, label in voices:
            entity = self._at.get((label.start, label.end))
            if entity is None:
                entity = self.add(label, label_kind(label.text), core(label.text), self._referent(label, named))
            self.keys |= {"role:" + head(part): entity for part in (label.text, label.text.partition(",")[2])}
            self._speakers += [(entity, attribution.sentence)] if label is attribution.source else []

    def _referent(self, label: Span, named: Sequence[Mention]) -> str | None:
        """Return the thing a label refers to, if known: by pronoun, by name, or by a role told before."""
        first, last = (bisect_left(named, at, key=lambda m: m.span.start) for at in (label.start, label.end))
        for pronouns, kinds in _PRONOUNS.items():
            if label.text.lower() in listed(pronouns):  # who spoke last, unless somebody was named in a later sentence
                told = (item for item in reversed(self._speakers) if self.entities[item[0]].type in kinds)
                speaker, sentence = next(told, (None, Span(-1, -1, "")))
                later = (m for m in reversed(named[:first]) if m.type in kinds and m.span.start >= sentence.end)
                return next((m.entity for m in later), speaker)
        for mention in named[first:last]:
            before = self.body[label.start : mention.span.start].rstrip().rpartition(" ")[2].lower()
            if mention.type == "person" and before not in {"of", "for", "to", "by", "from", "with"}:
                return mention.entity
        return self.keys.get("role:" + head(label.text)) if _DEFINITE.match(core(label.text)) else None


def core(label: str) -> str:
    """Return a label without what is set off by a comma."""
    return label.partition(",")[0].strip()


def head(label: str) -> str:
    """Return the word that says what a label stands for: the last before "of", "for", "in", "who" or a comma."""
    words = _HEAD_ENDS.split(label.lower().strip(" ,"), maxsplit=1)[0].split()
    return words[-1] if words else label.lower()


def label_kind(label: str) -> MentionType:
    """Tell what a source that bears no name is: a document, an organisation or a person."""
    if head(label) in listed("document"):
        return "document"
    group = _is_group(re.findall(r"\w+", core(label).lower())) and head(label) not in listed("person_titles")
    return "organisation" if group else "person"


def known_by(name: str, kind: MentionType) -> list[str]:
    """Return what a name is known by: its words, a surname or other part, initials; a facility by its consonants."""
    words = [word for word in re.findall(r"[\w’'.-]+", name.lower()) if word not in {"the", "a", "an"}]
    keys = [" ".join(words)]
    if kind == "person":  # and what the person may be called later: any last part of the name, or its first word
        ends = [" ".join(words[at:]) for at in range(min(len(words), 6))]
        bare = [_ARTICLE.sub("", word) for word in words]
        parts = [*ends, *words[1:-1], *words[:1], *bare[1:]]
        keys += [
            f"surname:{part}" for part in dict.fromkeys(parts) if len(part) > 1 and part not in listed("name_particles")
        ]
        initials = " ".join(f"{word[0]}." for word in bare)
        keys += [initials, initials.removesuffix(".")]
    elif kind == "facility":
        told = " ".join(word for word in re.findall(r"\w+", name.lower()) if word not in listed("generic"))
        keys.append("facility:" + re.sub(r"\B[aeiouywh]|(.)(?=\1)", "", re.sub("[qc]", "k", told)))
    elif kind in _GROUPS and len(words) > 1:
        keys.append("".join(word[0] for word in words if word not in {"of", "and", "for", "in"}))
    return keys


def find(sentences: Sequence[Sentence], body: str) -> Names:
    """Collect the names of all sentences in order."""
    names = Names(body)
    inside = {token.text for sentence in sentences for token in sentence.tokens[1:] if token.tag == "N"}
    for sentence in sentences:
        _scan(names, sentence, inside)
    return names


def _scan(names: Names, sentence: Sentence, inside: set[str]) -> None:
    """Record names, "the brigade" for a brigade named before, and the same inside quotations."""
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
                names.add(sentence.cut(left, right), "organisation", "", known)
        else:
            opens = left == 0 and sentence.tags[1:2] != "N"  # where any word has a capital
            left += opens and first.text not in inside and not first.text.islower() and not first.text.isupper()
            _split(names, sentence, left, right)


def _split(names: Names, sentence: Sentence, left: int, right: int) -> None:
    """Record a run of name tokens, divided where a preposition or "and" joins two names and not parts of one."""
    for at in range(left, right):
        if sentence.tags[at] in "poyc":
            words = sentence.words(left, at).split()
            whole = _is_group(words) and sentence.words(at, at + 1) in {"of", "for", "on", "and"}
            if whole or (len(words) == 1 and words[0].endswith("s") and sentence.tags[left - 1 : left] == "d"):
                break
            _record(names, sentence, left, at)
            left = at + 1 + (sentence.tags[at + 1] == "d")
    _record(names, sentence, left, right)


def _record(names: Names, sentence: Sentence, left: int, right: int) -> None:
    """Record one name with its kind; a title before a person is no part of the name, "the" before a group is."""
    words = [token.text.lower().strip(".") for token in sentence.tokens[left:right]]
    if words and sentence.tags[right - 1] == "n" and not any(words[-1] in listed(kind) for kind in _KINDS[1:]):
        right = left + len(sentence.tags[left:right].rstrip("n"))
        words = words[: right - left]
    if left >= right or sentence.tags[left] != "N":
        return
    before, titles = sentence.words(left - 1, left), listed("person_titles")
    ranked = (
        words[at] in titles or bool(_RANK.fullmatch(sentence.tokens[left + at].text)) for at in range(len(words) - 1)
    )
    rank = max((at for at, is_rank in enumerate(ranked, 1) if is_rank), default=0)
    bare = re.sub(r"[’']s$", "", " ".join(words[rank:]))
    person = ((rank or before in titles) and not _is_group(words[rank:])) or f"surname:{bare}" in names.keys
    kind = "person" if person else kind_of(words[rank:], before)
    left += rank if person else -1 if before == "the" else 0
    span = sentence.cut(left, right)
    span = cut(names.body, span.start, span.end - 2) if re.search(r".[’']s$", span.text) else span
    index = names.add(span, kind, span.text)
    if person:
        names.keys.update({f"role:{role}": index for role in (*words[:rank], before) if role in titles})


def _is_group(words: Sequence[str]) -> bool:
    return any(word in listed(kind) for word in words for kind in (*_GROUPS, "outlet"))


def kind_of(words: Sequence[str], before: str = "") -> MentionType:
    """Tell what a name is, from its words and the word before it; a bare name after "in" is a place."""
    for kind in _KINDS:
        if any(word in listed(kind) for word in (*words[-2:], *(words[:1] if kind == "organisation" else ()))):
            return kind
    if len(words) == 1 and _NATIONALITY.fullmatch(words[0]):
        return "nationality"
    if before in listed("place_prepositions") and not _is_group(words):
        return "place"
    return "person" if len(words) > 1 and before != "the" and not _is_group(words) else "organisation"
