"""What a language brings to the grammar: a lexicon, stages of rules and its cues of tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.times.cascade import Stage
from sayso.times.lexicon import CODE, Item, Lexicon
from sayso.times.scene import Tense

_STOP, _POSS = CODE["stop"], CODE["poss"]
_VERBS = frozenset(CODE[kind] for kind in ("other", "counted", "edge", "last"))
_DETERMINERS = frozenset(CODE[kind] for kind in ("the", "a", "owner", "poss"))
_COUNTS = frozenset(CODE[kind] for kind in ("num", "count"))
_NOUNS = frozenset(CODE[kind] for kind in ("other", "counted", "name"))
_NEAR = 6  # items before a form that may be an infinitive in which its auxiliary stands
_REACH = 60  # items in which a cue of tense is looked for: longer than any sentence that is one


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word tells of the time of its clause; no word where nothing tells it."""

    tense: Tense
    word: str = ""
    at: int = -1
    said: bool = False  # whether it tells of a statement: "said on Monday", not "said Monday's attack"


_SILENT = Cue("none")


@dataclass(frozen=True, slots=True)
class Tenses:
    """Words that tell whether a clause looks back or ahead."""

    past: frozenset[str]
    future: frozenset[str]
    promised: frozenset[str]  # past forms that look ahead before an infinitive
    being: frozenset[str]  # words that make the form after them a participle
    past_ending: str
    infinitive: str
    deadline: frozenset[str] = frozenset()  # prepositions whose day is still to come: "starting Friday"
    limit: frozenset[str] = frozenset()  # those whose day is to come unless the clause is past: "until Friday"
    due: frozenset[str] = frozenset()  # those whose day is to come unless it is past perfect: "had fled by Friday"
    perfect: str = ""
    granted: frozenset[str] = frozenset()  # past forms that set such a limit: "gave them until Friday"
    on: frozenset[str] = frozenset()  # what may stand between such a preposition and its day: "starting on Friday"
    onset: frozenset[str] = frozenset()  # prepositions whose day has gone by: "since Tuesday"
    saying: frozenset[str] = frozenset()  # verbs whose day is that of the telling, not of what is told
    unmarked: frozenset[str] = frozenset()  # past forms that are infinitives as well: "to keep it shut on Monday"
    unable: frozenset[str] = frozenset()  # modal verbs that look back when negated: "could not be reached on Monday"
    negation: str = ""
    agent: str = ""  # the preposition that makes the form before it a participle: "a complaint brought by"
    auxiliary: frozenset[str] = frozenset()  # verbs that make it a finite one all the same: "was brought by"

    def tense(self, items: Sequence[Item], at: int) -> Tense:
        """Return the tense of the item at `at`."""
        return self.cue(items, at).tense

    def cue(self, items: Sequence[Item], at: int) -> Cue:
        """Return what the preposition tells, else the nearest cue before the item at `at`, else after it.

        A preposition at the head of its sentence tells nothing: "By Friday the town had fallen".
        """
        lead = at - 1
        while lead > 0 and items[lead].word in self.on:
            lead -= 1
        word = items[lead].word if lead >= 0 else ""
        if word in self.onset:
            return Cue("past", word)
        found = self._before(items, at)
        found = found if found.tense != "none" else self._after(items, at)
        owner = at + 1 < len(items) and items[at + 1].kind == _POSS
        inside = lead > 0 and items[lead - 1].kind != _STOP
        ahead = inside and not (owner and word not in self.deadline) and self._ahead(items, at, word, found)
        said = not owner and found.word in self.saying
        return Cue("future" if ahead else found.tense, found.word, found.at, said)

    def _grants(self, items: Sequence[Item], found: Cue, at: int) -> bool:
        """Whether a verb that sets a limit stands from the cue on: "gave them until", "has been closed until"."""
        return found.at >= 0 and not self.granted.isdisjoint(
            item.word for item in items[max(found.at, at - _REACH) : at]
        )

    def _ahead(self, items: Sequence[Item], at: int, lead: str, found: Cue) -> bool:
        """Whether a preposition sets a day to come."""
        if lead in self.deadline:
            return True
        open_ended = (
            found.tense != "past" or found.word in self.promised | self.saying or self._grants(items, found, at)
        )
        if lead in self.due:
            return open_ended or self.perfect not in {item.word for item in items[max(0, found.at - 3) : found.at + 1]}
        return open_ended if lead in self.limit else lead == self.infinitive and self._grants(items, found, at)

    def _before(self, items: Sequence[Item], at: int) -> Cue:
        infinitive, weak = False, _SILENT
        until = max(-1, at - 1 - _REACH)
        here = at - 1
        while here > until and items[here].kind != _STOP:
            infinitive = infinitive or self._infinitive(items, here)
            cue = self._cue(items, here, infinitive)
            if cue.tense != "none" and cue.word not in self.unmarked:
                return weak if weak.word and cue.tense == "past" else cue
            if cue.tense != "none" and not weak.word:
                weak, until = cue, max(until, here - _NEAR)
            here -= 1
        if not infinitive:
            return weak
        after = self._after(items, at)
        return after if after.tense == "past" and after.word not in self.saying else Cue("future", self.infinitive)

    def _infinitive(self, items: Sequence[Item], at: int) -> bool:
        return items[at].word == self.infinitive and items[at + 1].kind in _VERBS and items[at + 1].meaning is None

    def _after(self, items: Sequence[Item], at: int) -> Cue:
        for here in range(at + 1, min(len(items), at + 1 + _REACH)):
            if items[here].kind == _STOP:
                return _SILENT
            ahead = here + 1 < len(items) and items[here + 1].word == self.infinitive
            cue = self._cue(items, here, ahead)
            if cue.tense != "none":
                return cue
        return _SILENT

    def _cue(self, items: Sequence[Item], at: int, infinitive: bool) -> Cue:
        word = items[at].word
        if word in self.unable and at + 1 < len(items) and items[at + 1].word == self.negation:
            return Cue("past", word, at)
        if word in self.future or (infinitive and word in self.promised):
            return Cue("future", word, at)
        ended = len(word) > len(self.past_ending) + 2 and word.endswith(self.past_ending)
        if (word in self.past or ended) and not self._participle(items, at):
            return Cue("past", word, at)
        return _SILENT

    def _participle(self, items: Sequence[Item], at: int) -> bool:
        """Whether a past form is an adjective or heads a shortened clause: "a closed session", "brought by"."""
        if at and (items[at - 1].word in self.being or items[at - 1].kind in _DETERMINERS):
            return True
        if at and items[at - 1].kind in _COUNTS:
            return at + 1 < len(items) and items[at + 1].kind in _NOUNS
        bare = not any(item.word in self.auxiliary for item in items[max(0, at - 2) : at])
        return bare and at + 1 < len(items) and items[at + 1].word == self.agent


@dataclass(frozen=True, slots=True)
class Language:
    """One language's grammar, all of it data."""

    lexicon: Lexicon
    stages: tuple[Stage, ...]
    tenses: Tenses
