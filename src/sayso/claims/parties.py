"""Who acts and who is acted on, by the order of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from sayso.claims.clauses import Phrase, span
from sayso.claims.concerned import OWN, asked, beyond, concerned, first_behind, is_empty, owner_of, words
from sayso.claims.named import Named
from sayso.claims.settling import listed
from sayso.claims.syntax import Scene, stretch
from sayso.claims.verbs import lemma
from sayso.claims.wording import load
from sayso.records import Trigger
from sayso.spans import Span

_PLURAL = frozenset({"they", "them", "their", "themselves"})
_STANDING = frozenset({"he", "she"})
_RESOLVED = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_LONGEST = 12  # words of a party
_NEAREST = 8  # verbs before a pronoun whose subjects it may stand for
_NOBODY = Named()


@cache
def _demanded() -> frozenset[str]:
    return frozenset(load("plover.toml")["moods"]["demanded"].split())


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts and who is acted on, as phrases of a scene or parts of them."""

    actor: Phrase | None = None
    recipient: Phrase | None = None


def cast(
    body: str, triggers: Iterable[Trigger], sentence: Span, named: Named = _NOBODY, before: Span | None = None
) -> Iterator[Trigger]:
    """Say of triggers of a sentence who acts and who is acted on; where the order of words says nothing, they stay.

    The subject of an active verb acts and its object is acted on; of a passive the subject is acted on, and the one
    behind "by" acts. Of a noun, the owner acts ("the army's raid on Marib"), or the subject of the verb that only says
    that it was done ("launched a raid"). Measured on the dev split, where this and the trained reader differ, this is
    right twice as often. "He" or "she" whom nobody in the sentence fits is the one named as the first subject of the
    sentence `before`.
    """
    scenes: dict[tuple[int, int], Scene] = {}
    earlier: list[Span | None] = []  # sought once, where it is needed
    for trigger in triggers:
        where = stretch(sentence, trigger.span.start)
        scene = scenes.get(where) or scenes.setdefault(where, Scene(body, where, named))
        inside = scene.within(trigger.span)
        found = _cast(scene, trigger, inside) if inside else trigger
        if before and found.actor and found.actor.text.lower() in _STANDING:
            earlier = earlier or [_subject_of(body, before, named)]
            found = replace(found, actor=earlier[0] or found.actor)
        yield found


def _subject_of(body: str, sentence: Span, named: Named) -> Span | None:
    """Return the subject of a sentence for whom "he" or "she" in the next one stands, if it is somebody's name."""
    scene = Scene(body, stretch(sentence, sentence.start), named)
    verb = scene.next_verb(0)
    one = scene.subject(verb) if verb >= 0 else None
    if one is None or one.last > verb or not scene.is_named(one) or not scene.words[one.last - 1].name:
        return None
    return None if scene.low(one.last - 1) in listed("bodies") else _spoken(scene, one, (verb, verb + 1))


def _cast(scene: Scene, trigger: Trigger, inside: range) -> Trigger:
    sides, inner = _sides(scene, trigger.type, inside), (inside[0], inside[-1] + 1)
    actor = _spoken(scene, _resolved(scene, sides.actor), inner)
    recipient = _spoken(scene, _meant(scene, sides), inner)
    if recipient and actor and recipient.overlaps(actor):
        recipient = None
    return replace(
        trigger, actor=_or(actor, trigger.actor, recipient), recipient=_or(recipient, trigger.recipient, actor)
    )


def _or(found: Span | None, known: Span | None, other: Span | None) -> Span | None:
    """Return what was found, else what was known, unless that is the other side."""
    return found or (None if known and other and known.overlaps(other) else known)


def _sides(scene: Scene, sort: str, inside: range) -> Sides:
    verb = next((at for at in inside if scene.part(at) in "VI"), -1)
    if verb < 0:
        return _of_noun(scene, sort, inside)
    if any(scene.low(at) in _demanded() for at in inside):
        return _of_demand(scene, verb)
    return _of_verb(scene, sort, verb, inside[-1])


def _of_demand(scene: Scene, verb: int) -> Sides:
    """Return the sides of "the council said that the army must leave": the council asks the army."""
    asked = scene.subject(verb)
    if asked is None:
        return Sides()
    speakers = (scene.subject(other) for other in scene.finite(asked.first))
    return Sides(next(filter(None, speakers), None), asked)


def _spoken(scene: Scene, one: Phrase | None, trigger: tuple[int, int]) -> Span | None:
    """Return the words of a party, with what "of" adds to it and what "and" joins, as far as the trigger lets it."""
    if one is None:
        return None
    first, last = scene.joined(one), one.last
    joint = {"of", "in", "near"} if scene.low(last - 1) in words("spots") else {"of"}
    while scene.low(last) in joint and (more := scene.starting(last + 1)) and more.last - first <= _LONGEST:
        last = more.last
    if first < trigger[0] < last:
        first, last = one.first, min(one.last, trigger[0])
    found = span(scene.body, scene.words, first, last)
    return found if any(letter.isalnum() for letter in found.text) else None


# ---- verbs ----


def _of_verb(scene: Scene, sort: str, verb: int, last: int) -> Sides:
    subject, agent = scene.subject(verb), scene.agent(last + 1)
    if scene.is_passive(verb):
        return Sides(agent, _sufferer(scene, subject, verb, last))
    if lemma(scene.low(verb)) in words("suffering") or (
        lemma(scene.low(verb)) == "come" and scene.low(verb + 1) == "under"
    ):
        return Sides(agent or first_behind(list(scene.following(last + 1))[:2], frozenset({"from"})), subject)
    inside = (one for at in range(verb + 1, last + 1) if (one := scene.starting(at)) and not scene.is_act(one))
    whom = next((one for one in inside if scene.low(one.first) not in OWN), None)
    whom = whom or concerned(scene, sort, verb, last + 1)
    if whom is None and sort in words("bodily") and lemma(scene.low(verb)) in words("befalling"):
        return Sides(agent, subject)
    return Sides(subject, whom)


def _sufferer(scene: Scene, subject: Phrase | None, verb: int, last: int) -> Phrase | None:
    """Return who suffers what a passive tells: the subject, or the one whose it is ("a plea by Chad was rejected")."""
    if subject is None or scene.is_people(subject):
        return subject
    if scene.low(subject.last - 1) in words("thrown"):
        return first_behind(list(scene.following(last + 1)), words("aimed"))
    within = (one for one in scene.phrases if subject.last <= one.first < verb and scene.is_act(subject))
    whose = (one for one in within if scene.low(scene.governor(one)) in words("whose") and scene.is_party(one))
    return owner_of(scene, subject) or next(whose, subject)


# ---- nouns ----


def _of_noun(scene: Scene, sort: str, inside: range) -> Sides:
    one, behind = scene.holding(inside[-1]) or Phrase(inside[0], inside[-1] + 1), inside[-1] + 1
    near = list(scene.following(behind))
    sides = _between(scene, near) or Sides(
        _noun_owner(scene, one, inside[0]) or first_behind(near[:2], frozenset({"by"})) or _blamed(scene, one, behind),
        asked(scene, sort, behind) or first_behind(near[:2], words("upon")),
    )
    if (verb := scene.verb_of(one)) >= 0:
        sides = _of_object(scene, verb, sides)
    sides = _by_outcome(scene, one, sides)
    of = first_behind(near[:1], frozenset({"of"}))
    of = of if of and (sort in words("bodily") or scene.is_party(of)) else None
    if sort in words("own"):
        recipient = sides.recipient or beyond(scene, sort, behind)
        return Sides(sides.actor or of, recipient)
    return replace(sides, recipient=sides.recipient or of)


def _by_outcome(scene: Scene, one: Phrase, sides: Sides) -> Sides:
    """Give a noun the sides of the verb that says what it led to: "killed two in a raid", "the raid killed two"."""
    within = scene.governor(one) >= 0
    verb = next(scene.finite(one.first), -1) if within else scene.next_verb(one.last)
    if verb < 0 or lemma(scene.low(verb)) not in words("outcomes") or not (within or scene.subject(verb) == one):
        return sides
    led_to = _of_verb(scene, "ASSAULT", verb, verb)
    return Sides(sides.actor or (led_to.actor if within else None), sides.recipient or led_to.recipient)


def _blamed(scene: Scene, one: Phrase, behind: int) -> Phrase | None:
    """Return who is said to be behind what a noun tells: "attributed the raid to the front", "a raid blamed on it"."""
    before, after = scene.verb_of(one), behind if scene.part(behind) == "V" else -1
    verb = next((at for at in (before, after) if at >= 0 and lemma(scene.low(at)) in words("attributing")), -1)
    return first_behind(list(scene.following(max(behind, verb + 1))), frozenset({"to", "on"})) if verb >= 0 else None


def _between(scene: Scene, near: list[tuple[str, Phrase]]) -> Sides | None:
    """Return the two sides of what was between them; None where it was not."""
    if not near or near[0][0] != "between":
        return None
    first = near[0][1]
    other = scene.starting(first.last + 1) if scene.part(first.last) == "C" else None
    return Sides(first, other)


def _of_object(scene: Scene, verb: int, sides: Sides) -> Sides:
    """Return the sides of what is the object of a verb: "launched a raid", "suffered a raid"."""
    if lemma(scene.low(verb)) in words("suffering"):
        return Sides(sides.actor, scene.subject(verb))
    if sides.actor is None and scene.is_light(verb):
        return Sides(scene.subject(verb), sides.recipient)
    return sides


def _noun_owner(scene: Scene, one: Phrase, noun: int) -> Phrase | None:
    """Return whose act a noun tells, by an owner or a name before it: "the army's raid", "Malian raids"."""
    owned = next((at for at in range(one.first, noun) if scene.part(at) == "G"), -1)
    if owned > one.first:
        return Phrase(one.first, owned)
    if scene.low(one.first) in _RESOLVED:
        return Phrase(one.first, one.first + 1)
    named = [at for at in range(one.first, noun) if scene.words[at].name and at > 0]
    last = next((at + 1 for at in range(noun - 1, one.first - 1, -1) if scene.is_people(Phrase(at, at + 1))), 0)
    if not named and not last:
        return None
    first = named[0] if named else last - 1
    return Phrase(first, max(last, named[-1] + 1 if named else 0))


# ---- pronouns ----


def _resolved(scene: Scene, one: Phrase | None) -> Phrase | None:
    """Return whom a pronoun stands for: the subject of a verb before it that agrees with it, else the pronoun."""
    if one is None or scene.low(one.first) not in _RESOLVED:
        return one
    for other in _subjects(scene, one.first):
        last = scene.words[other.last - 1]
        plural = not last.name and last.low.endswith("s") and not last.low.endswith("ss")
        if scene.low(one.first) in _PLURAL or not plural:
            return other
    return one


def _meant(scene: Scene, sides: Sides) -> Phrase | None:
    """Return whom a pronoun stands for that is acted on: the last ones named before it who do not act."""
    one = sides.recipient
    if one is None or scene.low(one.first) not in {"him", "her", "them"} or one.last - one.first > 1:
        return one
    before = (other for other in reversed(scene.phrases) if other.last <= one.first and scene.is_people(other))
    return next((other for other in before if other != sides.actor and scene.part(other.first) != "O"), one)


def _subjects(scene: Scene, before: int) -> Iterator[Phrase]:
    """Give the subjects, no pronouns, of the verbs before a word, the nearest first."""
    for verb in islice(scene.finite(before), _NEAREST):
        other = scene.subject(verb)
        if other and other.last <= before and scene.part(other.first) != "O" and not is_empty(scene, other):
            yield other
