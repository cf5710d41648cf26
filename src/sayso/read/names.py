"""Names in a text, what they name, and which of them name the same thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from sayso.read.phrases import Sentence, parse
from sayso.records import Attribution, Entity, Mention, MentionType
from sayso.spans import Span, cut, trimmed

_PRONOUNS = {
    "he": "person", "she": "person", "i": "person", "him": "person", "her": "person", "his": "person",
    "it": "organisation", "its": "organisation", "they": "", "we": "", "their": "",
}  # fmt: skip
_NOT_RANKS = frozenset("us un eu uk usa uae nato".split())


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The words that tell what a name is, by kind; read from the package on first use."""
    raw = tomllib.loads(files("sayso.read").joinpath("names.toml").read_text("utf-8"))
    return {kind: frozenset(words.split()) for kind, words in raw.items()}


@dataclass(slots=True)
class Names:
    """Collects mentions in reading order and joins those of one thing; `speakers` remembers who spoke last."""

    body: str
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    speakers: list[int] = field(default_factory=list)

    def add(self, span: Span, kind: MentionType, name: str, entity: int | None = None) -> int:
        """Record a mention and return the index of its entity, which is new unless its name is known."""
        index = self._known(name, kind) if entity is None else entity
        mention = f"m{len(self.mentions) + 1}"
        if index is None:
            index = len(self.entities)
            self.entities.append(Entity(f"e{index + 1}", name, kind, ()))
        old = self.entities[index]
        fuller = entity is None and old.type == "person" and len(name) > len(old.name) and old.name in name
        self.entities[index] = Entity(old.id, name if fuller else old.name, old.type, (*old.mentions, mention))
        self.mentions.append(Mention(mention, span, old.type, old.id))
        for key in (*_keys(name, kind), *_short_names(name, kind)) if entity is None else ():
            self.keys.setdefault(key, index)
        if entity is None and kind in {"organisation", "armed_group", "facility"} and " " in name:
            self.keys["role:" + head(name)] = index
        return index

    def _known(self, name: str, kind: MentionType) -> int | None:
        return next((self.keys[key] for key in _keys(name, kind) if key in self.keys), None)

    def is_surname(self, word: str) -> bool:
        """Whether a single word is the last name of somebody named before."""
        return f"surname:{word.lower()}" in self.keys

    def referent(self, label: Span) -> int | None:
        """The entity a source label refers to, if one is known: by pronoun, by name, or by a role told before."""
        wanted = _PRONOUNS.get(label.text.lower())
        if wanted is not None:
            return self._antecedent(wanted, label.start)
        inside = [m for m in self.mentions if label.covers(m.span)]
        for mention in inside:
            before = self.body[label.start : mention.span.start].rstrip().rsplit(" ", 1)[-1].lower()
            if mention.type == "person" and before not in {"of", "for", "to", "by", "from", "with"}:
                return _index(mention)
        whole = next((m for m in inside if len(m.span) >= len(core(label.text)) - 4), None)
        return (
            _index(whole) if whole else self.keys.get("role:" + head(label.text)) if _is_definite(label.text) else None
        )

    def _antecedent(self, wanted: str, before: int) -> int | None:
        spoken = (i for i in reversed(self.speakers) if wanted in ("", self.entities[i].type))
        named = (_index(m) for m in reversed(self.mentions) if m.type == (wanted or "person") and m.span.end <= before)
        return next(spoken, next(named, None))


def _index(mention: Mention) -> int:
    return int(str(mention.entity)[1:]) - 1


def core(label: str) -> str:
    """A label without what is set off by a comma."""
    return label.split(",")[0].strip()


def head(label: str) -> str:
    """The word that says what a label stands for: the last before "of", "for", "in", "who" or a comma."""
    words = re.split(r"\s(?:of|for|in|from|at|with|who|to|on|near)\s|,", label.lower().strip(" ,"))[0].split()
    return words[-1] if words else label.lower()


def _is_definite(label: str) -> bool:
    return bool(re.match(r"(?:the|that|this)\s\S+(?:\s\S+)?$", core(label), re.I))


def _skeleton(word: str) -> str:
    """Consonants without doubles: spellings of one name in Latin letters mostly agree in these."""
    bare = re.sub(r"[^a-z]", "", word.lower().replace("q", "k").replace("c", "k").replace("gh", "g"))
    return re.sub(r"(.)\1+", r"\1", bare[:1] + re.sub(r"[aeiouywh]", "", bare[1:]))


def _keys(name: str, kind: MentionType) -> Iterable[str]:
    words = [w for w in re.findall(r"[\w’'.-]+", name.lower()) if w not in {"the", "a", "an"}]
    yield " ".join(words)
    if kind == "person":
        yield "surname:" + " ".join(words)
    if kind == "facility":
        yield "facility:" + " ".join(
            _skeleton(w) for w in re.findall(r"\w+", name) if w.lower() not in kinds()["generic"]
        )
    if kind in {"organisation", "armed_group"} and len(words) > 1:
        yield "".join(w[0] for w in words if w not in {"of", "and", "for", "in"})


def _short_names(name: str, kind: MentionType) -> Iterable[str]:
    """What a person may be called later: any last part of the name, or its first word."""
    words = name.lower().split() if kind == "person" else []
    yield from (f"surname:{' '.join(words[i:])}" for i in range(1, len(words)))
    yield from (f"surname:{word}" for word in words[:1])


def find(sentences: Sequence[Sentence], body: str) -> Names:
    """Collect the names of all sentences in order."""
    names = Names(body)
    inside = {t.text for s in sentences for t in s.tokens[1:] if t.tag == "N"}
    for sentence in sentences:
        _scan(names, sentence, inside)
    return names


_DEFINITE = re.compile(r"(N+(?:(?:p|pd|c)N+)*(?:n(?=[^n]|$))?)|d([nN])(?![nN])|(q)")


def _scan(names: Names, sentence: Sentence, inside: set[str]) -> None:
    """Names, "the brigade" for a brigade named before, and the same inside quotations."""
    for hit in _DEFINITE.finditer(sentence.tags):
        left, right = hit.span()
        if hit.group(3):
            quoted = sentence.tokens[left]
            inner = trimmed(names.body, quoted.start + 1, quoted.end - 1)
            if inner:
                _scan(names, parse(names.body, inner), inside)
        elif hit.group(1):
            if (
                left == 0
                and sentence.tags[1:2] != "N"
                and sentence.tokens[0].text not in inside
                and sentence.tokens[0].text.islower() is False
                and not sentence.tokens[0].text.isupper()
            ):
                left += 1
            if left < right and sentence.tags[left] == "N":
                _take(names, sentence, left, right)
        elif sentence.tokens[left].text.lower() == "the":
            known = names.keys.get("role:" + sentence.tokens[left + 1].text.lower())
            if known is not None:
                names.add(sentence.cut(left, right), names.entities[known].type, "", known)


def _take(names: Names, sentence: Sentence, left: int, right: int) -> None:
    """Split a run of name tokens into mentions and record them with their kinds."""
    tags, words = sentence.tags, [t.text.lower().strip(".") for t in sentence.tokens[left:right]]
    if tags[right - 1] == "n" and words[-1] not in kinds()["facility"] | kinds()["place"] | kinds()["organisation"]:
        return _take(names, sentence, left, right - 1)
    joint = next((i for i, tag in enumerate(tags[left:right]) if tag in "pc"), None)
    if joint is not None and not (
        _is_group(words[:joint]) or (joint == 1 and words[0].endswith("s") and tags[left - 1 : left] == "d")
    ):
        _take(names, sentence, left, left + joint)
        return _take(names, sentence, left + joint + (2 if tags[left + joint + 1] == "d" else 1), right)
    rank = max(
        (i + 1 for i, w in enumerate(words[:-1]) if _is_rank(w, sentence.tokens[left + i].text, len(words) - i)),
        default=0,
    )
    titled = rank > 0 or (left > 0 and sentence.tokens[left - 1].text.lower() in kinds()["person_titles"])
    before = sentence.words(left - 1, left) if left else ""
    kind: MentionType = "person" if titled and not _is_group(words) else kind_of(words[rank:], before)
    if names.is_surname(re.sub(r"[’']s$", "", " ".join(words[rank:]))):
        kind = "person"
    if kind == "person":
        roles = [*words[:rank], sentence.words(left - 1, left) if left else "", _described(sentence, right)]
        left += rank
    elif before == "the":
        left -= 1
    span = sentence.cut(left, right)
    span = cut(names.body, span.start, span.end - 2) if re.search(r".[’']s$", span.text) else span
    index = names.add(span, kind, span.text)
    if kind == "person":
        names.keys.update({f"role:{role}": index for role in roles if role in kinds()["person_titles"]})
    return None


def _described(sentence: Sentence, comma: int) -> str:
    """The head of an apposition after a name: "X, the mission’s spokesman, …"."""
    hit = re.match(r",d?[naNe]*?(n)(?=[p,.])", sentence.tags[comma:])
    return sentence.tokens[comma + hit.start(1)].text.lower() if hit else ""


def _is_rank(word: str, text: str, left: int) -> bool:
    return word in kinds()["person_titles"] or (
        text.isupper() and 1 < len(text) < 5 and left > 2 and word not in _NOT_RANKS
    )


def _is_group(words: Sequence[str]) -> bool:
    return any(w in kinds()["organisation"] | kinds()["armed_group"] | kinds()["outlet"] for w in words)


def kind_of(words: Sequence[str], before: str = "") -> MentionType:
    """What a name is, from its words and the word before it; a bare name after "in" is a place."""
    table = kinds()
    for kind in ("armed_group", "organisation", "facility", "place"):
        if any(w in table[kind] for w in (*words[-2:], *(words[:1] if kind == "organisation" else ()))):
            return kind  # type: ignore[return-value]
    if any(w in table["outlet"] for w in words):
        return "organisation"
    if len(words) == 1 and re.search(r"(?:ian|ish|ese|ican|aeli|aqi|mani|stani|ench|utch)s?$", words[0]):
        return "nationality"
    if before in {"in", "at", "near", "around", "outside", "towards", "toward"}:
        return "place"
    return "person" if len(words) > 1 and before != "the" else "organisation"


def resolve(names: Names, attributions: Sequence[Attribution]) -> None:
    """Give every source label a mention whose entity is the one it refers to, in reading order."""
    for attribution in attributions:
        for label in (attribution.source, *(relay for relay, _ in attribution.relays)):
            if label is None:
                continue
            index = names.referent(label)
            exact = any(m.span == label for m in names.mentions)
            if not exact:
                index = names.add(label, label_kind(label.text), core(label.text), entity=index)
            if index is not None:
                names.keys["role:" + head(label.text)] = index
                if label is attribution.source:
                    names.speakers.append(index)


def label_kind(label: str) -> MentionType:
    """What a source that bears no name is: a document, an organisation or a person."""
    if head(label) in kinds()["document"]:
        return "document"
    words = re.findall(r"\w+", core(label).lower())
    role = (
        kinds()["person_titles"] | {head(label)}
        if head(label) in kinds()["person_titles"]
        else kinds()["person_titles"]
    )
    return "organisation" if _is_group(words) and head(label) not in role else "person"
