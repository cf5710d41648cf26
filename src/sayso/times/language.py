"""What a language brings to the grammar: a lexicon, stages of rules and its cues of tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.times.cascade import Stage
from sayso.times.lexicon import CODE, Item, Lexicon
from sayso.times.scene import Tense

_STOP, _NAME = CODE["stop"], CODE["name"]
_REACH = 60  # items in which a cue of tense is looked for: longer than any sentence that is one


@dataclass(frozen=True, slots=True)
class Tenses:
    """Words that tell whether a clause looks back or ahead."""

    past: frozenset[str]
    future: frozenset[str]
    promised: frozenset[str]  # past forms that look ahead before an infinitive
    being: frozenset[str]  # words that make the form after them a participle
    past_ending: str
    infinitive: str
    deadline: frozenset[str] = frozenset()  # prepositions whose day is still to come: "by Friday"
    on: frozenset[str] = frozenset()  # what may stand between such a preposition and its day: "starting on Friday"
    onset: frozenset[str] = frozenset()  # prepositions whose day has gone by: "since Tuesday"

    def tense(self, items: Sequence[Item], at: int) -> Tense:
        """Return the tense that the preposition tells, else the nearest cue before the item at `at`, else after it.

        A preposition at the head of its sentence tells nothing: "By Friday the town had fallen".
        """
        before = items[at - 1].word if at else ""
        before = items[at - 2].word if before in self.on and at > 1 else before
        if before in self.onset:
            return "past"
        if before in self.deadline and at > 1 and items[at - 2].kind != _STOP:
            return "future"
        infinitive = False
        for here in range(at - 1, max(-1, at - 1 - _REACH), -1):
            item = items[here]
            if item.kind == _STOP:
                break
            if item.word == self.infinitive and items[here + 1].meaning is None and items[here + 1].kind != _NAME:
                infinitive = True
            cue = self._cue(items, here, infinitive)
            if cue != "none":
                return cue
        return "future" if infinitive else self._after(items, at)

    def _after(self, items: Sequence[Item], at: int) -> Tense:
        for here in range(at + 1, min(len(items), at + 1 + _REACH)):
            if items[here].kind == _STOP:
                return "none"
            ahead = here + 1 < len(items) and items[here + 1].word == self.infinitive
            cue = self._cue(items, here, ahead)
            if cue != "none":
                return cue
        return "none"

    def _cue(self, items: Sequence[Item], at: int, infinitive: bool) -> Tense:
        word = items[at].word
        if word in self.future or (infinitive and word in self.promised):
            return "future"
        ended = len(word) > len(self.past_ending) + 2 and word.endswith(self.past_ending)
        if (word in self.past or ended) and not (at and items[at - 1].word in self.being):
            return "past"
        return "none"


@dataclass(frozen=True, slots=True)
class Language:
    """One language's grammar, all of it data."""

    lexicon: Lexicon
    stages: tuple[Stage, ...]
    tenses: Tenses
