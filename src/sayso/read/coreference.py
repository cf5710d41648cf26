"""Which mentions and which sources stand for the same person, body or thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, cast

from sayso.read.decode import Found
from sayso.read.described import described, kind_of_noun
from sayso.read.edges import Stretches, undetermined
from sayso.read.introduced import roles
from sayso.read.labels import CALLED, fitness
from sayso.read.lexicon import words as listed
from sayso.read.names import core, head, known_by, label_kind
from sayso.read.pronouns import GENDERS, NUMBERS, Gender, fits, gender_of, genders
from sayso.read.proper import introduced, is_proper, is_title, of_body, of_person, tidy
from sayso.records import Attribution, Entity, Mention, MentionType
from sayso.spans import Span, cut

_AMOUNTS = ("quantity", "money", "time")  # two of the same are not one thing
_VOICES = ("person", "organisation", "armed_group")
_DEFINITE = re.compile(r"(?:the|that|this)\s\S+(?:\s\S+)?$", re.I)
_AGAIN = re.compile(r"\b[Tt]he (\w+)\b(?![’'-]?\w)")
_SHORT = re.compile(r"[A-Z][A-Za-z.-]*[A-Z]")
_CLAUSE = re.compile(r"\s(?:who|which|whose|that)\s")
_FURTHEST = 20  # sources that refer back to sources, one behind the other
_GENDER = 4.0  # what gender weighs, beside the scores of the encoder; measured on the dev split
_HEARD = 4.0  # what it weighs that somebody is a speaker, or else is spoken of by one
_SAME = 4.0  # what it weighs that both are called the same, or that one cannot be the other
_FAR = 0.01  # what each code point of distance takes away


Place = tuple[int, int]  # start and end in code points


class Pointer(Protocol):
    """What can tell which of several places a source refers back to."""

    def scored(self, relation: str, start: int, targets: Sequence[Place]) -> dict[Place, float]:
        """Score the targets that a relation may lead to."""


class Names:
    """The mentions of a text, the things they name by id, and the keys under which each is known."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}
        self._keys: dict[str, str] = {}
        self._at: dict[Place, str] = {}
        self._named: tuple[Mention, ...] = ()
        self._common: list[tuple[Span, MentionType]] = []  # those without a name: "the director", "a boy", "the team"
        self._kinds: dict[Place, MentionType | None] = {}
        self._genders: dict[str, Gender] = {}
        self._groups: list[str] = []  # armed groups
        self._spoke: str | None = None
        self._labels = self._contents = Stretches(())

    # ---- names ----

    def add(self, span: Span, kind: MentionType, name: str, known: str | None = None) -> str:
        """Record a mention and return the id of the thing it names: the one given, a known one, or a new one."""
        keys = known_by(name, kind) if known is None else []
        entity = next((self._keys[key] for key in keys[:2] if key in self._keys), known) or f"e{len(self.entities) + 1}"
        if kind == "armed_group" and entity not in self.entities:
            self._groups.append(entity)
        old, mention = self.entities.get(entity, Entity(entity, name, kind, ())), f"m{len(self.mentions) + 1}"
        fuller = name if keys and _fuller(old, name) else old.name
        self.entities[entity] = replace(old, name=fuller, mentions=(*old.mentions, mention))
        self.mentions.append(Mention(mention, span, kind, entity))
        for key in keys:
            self._keys.setdefault(key, entity)
        if kind in CALLED and name:
            self._keys |= {"called:" + word: entity for word in (head(name), name.lower().split()[-1])}
        self._at[span.start, span.end] = entity
        return entity

    def name(self, one: Found) -> None:
        """Record a mention that was found."""
        kind = cast(MentionType, one.kind)
        span = tidy(self.body, one.start, one.end)
        if span is None:
            return
        if kind == "person" and is_title(span.text):
            self._common.append((span, kind))
            return
        if is_proper(span.text):
            span = (
                of_person(self.body, span)
                if kind == "person"
                else of_body(self.body, span)
                if kind in _VOICES
                else span
            )
        if kind in _AMOUNTS:
            self.mentions.append(Mention(f"m{len(self.mentions) + 1}", span, kind))
            return
        if kind in _VOICES and not is_proper(span.text):
            self._common.append((span, kind))
            return
        surname = self._keys.get("surname:" + span.text.lower()) if kind in _VOICES else None
        kind = "person" if surname else kind
        entity = self.add(span, kind, span.text, surname or self._shortened(span, kind))
        for role in roles(self.body, span) if kind == "person" else ():
            if kind_of_noun(role) in {None, "person"}:
                self._keys["near:" + role] = entity

    def _shortened(self, span: Span, kind: MentionType) -> str | None:
        """Return what a name is short for: initials in brackets behind it, or a part of it after "the"."""
        before = self.mentions[-1] if self.mentions else None
        if before and self.body[before.span.end : span.start] == " (" and _SHORT.fullmatch(span.text):
            return before.entity
        words = undetermined(span.text).lower().split()
        if kind not in CALLED or " ".join(words) in self._keys:
            return None
        for entity in reversed(self.entities.values()):
            parts = undetermined(entity.name).lower().split()
            ends = parts[: len(words)], parts[-len(words) :]
            if entity.type in CALLED and len(parts) > len(words) and words in ends:
                return entity.id
        return None

    def again(self, span: Span, word: str) -> None:
        """Record "the brigade" where a brigade was named before, "the group" where one group alone was."""
        entity = self._keys.get("called:" + word.lower())
        if entity is None and word in listed("groups") and len(self._groups) == 1:
            entity = self._groups[0]
        if entity and span.start >= (self.mentions[-1].span.end if self.mentions else 0):
            self.add(span, self.entities[entity].type, "", entity)

    # ---- sources ----

    def resolve(self, attributions: Iterable[Attribution], seen: Pointer, phrases: Sequence[Found] = ()) -> None:
        """Give every source label a mention of the thing it refers to."""
        self._named, told = tuple(self.mentions), list(attributions)
        voices = [(label, n) for a in told for n, label in enumerate((a.source, *(r for r, _ in a.relays)))]
        labels = sorted({label for label, _ in voices if label})
        speakers = {label for label, number in voices if number == 0}
        spans = (*(mention.span for mention in self._named), *(span for span, _ in self._common), *labels)
        places = {(one.start, one.end): one for one in spans}
        more = dict(described(self.body, phrases, list(places.values())))
        places |= {(one.start, one.end): one for one in more}
        order = sorted(places)
        self._kinds = {(one.span.start, one.span.end): one.type for one in self._named}
        self._kinds |= {(one.start, one.end): kind for one, kind in more.items()}
        self._genders = genders(self.body, self._named)
        self._labels, self._contents = Stretches(labels), Stretches(span for a in told for span in a.content)
        scored = {label: seen.scored("antecedent", label.start, order) for label in labels}
        antecedents = {
            label: target
            for label in labels
            if label.text.lower() not in NUMBERS and (target := self._pointed(label, places, scored[label]))
        }
        for label in labels:
            if label.text.lower() in NUMBERS and (whom := self._meant(label, places, scored[label])):
                antecedents[label] = whom
            entity = self._settled(label, antecedents, frozenset())
            self._keys |= {"role:" + head(part): entity for part in (label.text, label.text.partition(",")[2]) if part}
            self._spoke = entity if label in speakers else self._spoke
        for span, kind in self._common:
            if not self._labels.touch(span.start, span.end):
                self.add(span, kind, span.text, self._remembered(span))

    def _pointed(self, label: Span, places: Mapping[Place, Span], scores: Mapping[Place, float]) -> Span | None:
        """Return what a label that is no pronoun most likely refers to, before it or behind it."""
        leant = {one: score + self._alike(label, places[one]) for one, score in scores.items()}
        best = max(leant, key=leant.__getitem__, default=None)
        return places[best] if best and leant[best] > 0 else None

    def _meant(self, label: Span, places: Mapping[Place, Span], scores: Mapping[Place, float]) -> Span | None:
        """Return the likeliest of those told before a pronoun.

        The encoder points to where somebody is named in full, far up; how near somebody is shows where last spoken of.
        """
        word = label.text.lower()
        groups: dict[str | Place, list[Place]] = {}
        for one in scores:
            if one[0] < label.start and fits(word, places[one].text, self._kinds.get(one)):
                groups.setdefault(self._at.get(one, one), []).append(one)
        best = max(groups.values(), key=lambda group: self._likely(label, group, scores), default=[])
        return places[max(best, key=scores.__getitem__)] if best else None

    def _likely(self, label: Span, group: Sequence[Place], scores: Mapping[Place, float]) -> float:
        return max(scores[one] for one in group) + max(self._leaning(label, one) for one in group)

    def _alike(self, label: Span, other: Span) -> float:
        """Tell what the words say for "the colonel" standing for another, who was likely brought in by that word."""
        if not _DEFINITE.match(core(label.text)):
            return 0.0
        last, entity = head(label.text), self._at.get((other.start, other.end))
        told = last == head(other.text) or (entity is not None and self._keys.get("near:" + last) == entity)
        if told and other.start < label.start and not _DEFINITE.match(core(other.text)):
            return _SAME
        kind, own = self._kinds.get((other.start, other.end)), kind_of_noun(last)
        return -_SAME if kind and own and kind != own and "person" in {kind, own} else 0.0

    def _leaning(self, label: Span, place: Place) -> float:
        """Tell what speaks for a place besides the encoder: it is near, of the right gender, and has spoken before.

        Who is spoken of in somebody's words is less likely to speak next.
        """
        gender, shown = GENDERS.get(label.text.lower()), self._genders.get(self._at.get(place, ""))
        shown = shown or gender_of(self.body[slice(*place)])
        alike = 0.0 if gender is None or shown is None else _GENDER if gender == shown else -_GENDER
        heard = _HEARD * (self._labels.cover(*place) - self._contents.cover(*place))
        return alike + heard - _FAR * (label.start - place[0])

    def _settled(self, label: Span, antecedents: Mapping[Span, Span], seen: frozenset[Span]) -> str:
        """Return what a label stands for: the name in it, what it refers back to, or a thing of its own."""
        taken = self._at.get((label.start, label.end))
        surname = self._keys.get("surname:" + label.text.lower())
        if surname and taken and self.entities[taken].type == "place":  # who speaks is no place of the same name
            return self.add(label, "person", label.text, surname)
        entity = taken or self._inside(label)
        target = antecedents.get(label)
        if entity is None and target is not None and target not in seen and len(seen) < _FURTHEST:
            entity = self._at.get((target.start, target.end)) or self._inside(target)
            entity = entity or self._settled(target, antecedents, seen | {label})
        if (label.start, label.end) in self._at:
            return self._at[label.start, label.end]
        if entity and head(label.text) in listed("outlet") and not _carries(self.entities[entity]):
            entity = None  # "the agency" is not the ministry it had the words from
        name = introduced(_CLAUSE.split(core(label.text), maxsplit=1)[0])
        return self.add(label, label_kind(label.text), name, entity or self._remembered(label))

    def _remembered(self, label: Span) -> str | None:
        """Return who a pronoun or a role stands for, by who spoke last and by the roles told before."""
        if label.text.lower() in NUMBERS:
            return self._spoke
        if not _DEFINITE.match(core(label.text)):
            return None
        last = head(label.text)
        return next((self._keys[key + last] for key in ("role:", "near:", "called:") if key + last in self._keys), None)

    def _inside(self, label: Span) -> str | None:
        """Return the person named in a label, or what the whole label names."""
        left, right = (bisect_left(self._named, at, key=lambda one: one.span.start) for at in (label.start, label.end))
        inside = [one for one in self._named[left:right] if label.covers(one.span)]
        best = max(inside, key=lambda one: fitness(label, one.span, one.type), default=None)
        return best.entity if best and fitness(label, best.span, best.type) else None


def _carries(thing: Entity) -> bool:
    """Whether a thing is an outlet by its name, or may be one, for its name says nothing else."""
    said = set(thing.name.lower().split())
    other = thing.type == "person" or said & listed("organisation") or not thing.name[0].isupper()
    return bool(said & listed("outlet")) or not other


def _fuller(old: Entity, name: str) -> bool:
    """Whether a name is the same with more words, or what initials stand for."""
    words, parts = (undetermined(one).split() for one in (name, old.name))
    if len(words) <= len(parts) or old.type not in {"person", *CALLED}:
        return False
    initials = "".join(word[0] for word in words if word[0].isupper())
    return " ".join(parts) in " ".join(words) or parts == [initials]


def named(body: str, found: Sequence[Found], shown: Sequence[Place]) -> Names:
    """Record all mentions of the shown parts of a text, with "the brigade" for a brigade named before."""
    names = Names(body)
    items: list[Found | re.Match[str]] = [*found, *(hit for part in shown for hit in _AGAIN.finditer(body, *part))]
    for item in sorted(items, key=_start):
        if isinstance(item, Found):
            names.name(item)
        else:
            names.again(cut(body, *item.span()), item[1])
    return names


def _start(item: Found | re.Match[str]) -> int:
    return item.start if isinstance(item, Found) else item.start()
