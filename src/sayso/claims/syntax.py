"""Whose verb it is, and what stands behind it: subjects, objects and agents by the order of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.claims.clauses import Phrase, Word, parts, phrases
from sayso.claims.kinds import acts
from sayso.claims.named import Named
from sayso.claims.people import is_person
from sayso.claims.settling import listed
from sayso.claims.verbs import lemma
from sayso.spans import Span

_STRETCH = 1_000  # code points: what stands more than twice as far off, in a list or a table, takes no part
_NEAREST = 12  # verbs before another that it may share its subject with
_DEEPEST = 6  # verbs whose subject is that of another one
_FARTHER = 30  # words behind it in which a name is sought where nobody nearer is concerned
_FAR = 16  # words behind a trigger in which those whom it concerns are sought


def stretch(sentence: Span, at: int) -> tuple[int, int]:
    """Return where the words begin and end that are looked at for what stands at an offset: of a long sentence a part.

    Offsets near each other have the same stretch.
    """
    if len(sentence) <= 3 * _STRETCH:
        return sentence.start, sentence.end
    begin = sentence.start + (at - sentence.start) // _STRETCH * _STRETCH
    return max(sentence.start, begin - _STRETCH), min(sentence.end, begin + 2 * _STRETCH)


class Scene:
    """The words of a stretch of text, the noun phrases among them, and who does what by their order."""

    def __init__(self, body: str, stretch: tuple[int, int], named: Named) -> None:
        self.body, self.named = body, named
        self.words: Sequence[Word] = parts(body, *stretch)
        self.phrases = tuple(phrases(self.words))
        self._holding = {at: one for one in self.phrases for at in range(one.first, one.last)}
        self._ending = {one.last: one for one in self.phrases}
        self._starting = {one.first: one for one in self.phrases}

    def part(self, at: int) -> str:
        """Return the part of a word; ";" beyond either end."""
        return self.words[at].part if 0 <= at < len(self.words) else ";"

    def low(self, at: int) -> str:
        """Return a word in lower case; "" beyond either end."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def starting(self, at: int) -> Phrase | None:
        """Return the phrase that begins at a word."""
        return self._starting.get(at)

    def holding(self, at: int) -> Phrase | None:
        """Return the phrase that a word stands in."""
        return self._holding.get(at)

    def within(self, span: Span) -> range:
        """Return the numbers of the words that share a code point with a span."""
        first = bisect_right(self.words, span.start, key=lambda word: word.end)
        return range(first, bisect_left(self.words, span.end, key=lambda word: word.start))

    # ---- verbs ----

    def opening(self, verb: int) -> int:
        """Return where the group of a verb begins: its auxiliaries and adverbs."""
        while self.part(verb - 1) in "XBAT" and not (self.part(verb - 1) == "T" and self.part(verb - 2) in "DNPT"):
            verb -= 1
        return verb

    def is_infinitive(self, verb: int) -> bool:
        """Whether "to" stands before a verb."""
        return any(self.low(at) == "to" for at in range(self.opening(verb), verb))

    def is_passive(self, verb: int) -> bool:
        """Whether what stands before a verb suffers it: "was seized", "seized by"."""
        if self.part(verb) != "V" or self.low(verb).endswith("ing"):
            return False
        group = range(self.opening(verb), verb)
        if any(self.part(at) == "B" or self.low(at) in {"got", "get"} for at in group):
            return True
        return self.low(verb + 1) == "by" and not any(self.part(at) == "X" for at in group)

    def next_verb(self, at: int) -> int:
        """Return the first finite verb from a word on; -1 where there is none near."""
        near = range(at, min(at + _FAR, len(self.words)))
        return next((end for end in near if self.part(end) == "V" and not self.is_infinitive(end)), -1)

    def finite(self, before: int) -> Iterator[int]:
        """Give the finite verbs before a word, the nearest first."""
        for at in range(before - 1, -1, -1):
            if self.part(at) == ";" and self.low(at) in {";", ".", "?", "!"}:
                return
            if self.part(at) == "V" and not self.is_infinitive(at):
                yield at

    # ---- who acts ----

    def subject(self, verb: int, depth: int = 0) -> Phrase | None:
        """Return the subject of a verb, also one that it shares with another verb."""
        if depth > _DEEPEST:
            return None
        at = self.opening(verb) - 1
        part = self.part(at)
        if self.is_infinitive(verb):
            return self._controlling(at, depth)
        if self.part(verb) == "I":
            return self._participle(at, depth)
        if part == "C":
            return self._shared(at, depth)
        if part == ",":
            return self._named_aside(at) or self._before_comma(at) or self._shared(at, depth)
        return self._antecedent(at) if part == "R" else self._leftward(at)

    def _leftward(self, at: int) -> Phrase | None:
        """Return the nearest phrase to the left that is neither part of another nor the object of a relative clause."""
        start = at
        while at >= 0:
            one = self._ending.get(at + 1)
            if (
                one
                and self.part(one.first - 1) == "R"
                and any(self.part(end) == "V" for end in range(one.last, start + 1))
            ):
                at = one.first - 2  # "the shop where guns were found"
            elif one is None:
                if self.part(at) in ";S":
                    return None
                at -= 1
            elif (governor := self.governor(one)) >= 0:
                at = governor - 1
            elif self.part(one.first - 1) == "I" and self.part(self.opening(one.first - 1) - 1) == "N":
                at = self.opening(one.first - 1) - 1  # "men carrying rifles"
            elif self.part(one.first - 1) in "VI" and (opener := self._relative(one.first - 1)) >= 0:
                at = opener - 1
            else:
                return one
        return None

    def governor(self, one: Phrase) -> int:
        """Return the number of the preposition that a phrase hangs on, itself or by "and"; -1 for none."""
        while one.governor < 0 and self.part(one.first - 1) == "C" and one.first - 1 in self._ending:
            one = self._ending[one.first - 1]
        return one.governor

    def joined(self, one: Phrase) -> int:
        """Return where a subject begins with the others that "and" joins to it: "Chad and Niger"."""
        while self.part(one.first - 1) == "C" and (other := self._ending.get(one.first - 1)) and other.governor < 0:
            if self.part(other.first - 1) in "VI":
                break
            one = other
        return one.first

    def _relative(self, verb: int) -> int:
        """Return where the relative clause of a verb is opened; -1 where it stands in none."""
        at = self.opening(verb) - 1
        if self.part(at) == "R":
            return at
        subject = self._ending.get(at + 1)
        return subject.first - 1 if subject and self.part(subject.first - 1) == "R" else -1

    def _antecedent(self, at: int) -> Phrase | None:
        """Return what a relative pronoun stands for."""
        at -= 1
        while self.part(at) in ",PA":
            at -= 1
        return self._ending.get(at + 1)

    def _named_aside(self, at: int) -> Phrase | None:
        """Return the name between commas of one who was only described: "the mayor, Ali Sidou, said"."""
        one = self._ending.get(at)
        if one is None or self.part(one.first - 1) != "," or not all(word.name for word in self.words[one.first : at]):
            return None
        described = self._ending.get(one.first - 1)
        head = self._leftward(one.first - 2) if described else None
        place = self.is_site(one) or (head is not described and self.named.is_country(*self._ends(one)))
        return None if head is None or place or self.words[head.first].part != "D" else one

    def _ends(self, one: Phrase) -> tuple[int, int]:
        return self.words[one.first].start, self.words[one.last - 1].end

    def _before_comma(self, at: int) -> Phrase | None:
        """Return the phrase that an apposition or a relative clause between commas hangs on."""
        for end in range(at - 1, 0, -1):
            if self.part(end) == ";":
                return None
            one = self._ending.get(end)
            if one and self.part(end) == "," and self.part(one.first - 1) not in "VI":
                return self._leftward(end - 1)
        return self._leftward(at - 1) if at in self._ending else None

    def _shared(self, at: int, depth: int) -> Phrase | None:
        """Return the subject of the verb that another is joined to by "and"; behind a comma, of the main verb."""
        verbs = list(islice(self.finite(at), _NEAREST))
        if self.part(at - 1) == "," or self.part(at) == ",":
            verbs = [verb for verb in verbs if self._opener(verb) not in "SR"] or verbs
        return self.subject(verbs[0], depth + 1) if verbs else None

    def _opener(self, verb: int) -> str:
        """Return what opens the clause of a verb: S, R, or V for another verb, ";" for nothing."""
        return next((self.part(at) for at in range(verb - 1, -1, -1) if self.part(at) in "SRV;"), ";")

    def _participle(self, at: int, depth: int) -> Phrase | None:
        """Return who does what a word in -ing tells: the noun before it, else the subject of the main verb."""
        if self.part(at) in "NO" and (one := self._ending.get(at + 1)):
            one = self._leftward(at)
            seen = one is not None and lemma(self.low(one.first - 1)) in listed("perceiving")
            if one and (self.part(one.first - 1) != "V" or self.is_people(one) or seen):
                return one
        verb = next(self.finite(at + 1), None)
        if verb is not None:
            return self.subject(verb, depth + 1)
        behind = next((end for end in range(at + 1, len(self.words)) if self.part(end) == ","), -1)
        return self.starting(behind + 1)

    def _controlling(self, at: int, depth: int) -> Phrase | None:
        """Return who is to do what an infinitive tells: the one asked to, else the subject of the verb before."""
        one = self._ending.get(at + 1)
        if one and (self.is_party(one) or self.part(one.first) == "O") and self.part(one.first - 1) in "VIP":
            return one
        verb = next((end for end in range(at, -1, -1) if self.part(end) in "VI"), None)
        return self.subject(verb, depth + 1) if verb is not None else None

    # ---- those concerned ----

    def is_party(self, one: Phrase) -> bool:
        """Whether a phrase names somebody who can act: by a name in it that is no town's, or people at its end."""
        return self.is_people(one) or self.is_named(one)

    def is_known(self, one: Phrase) -> bool:
        """Whether a phrase has a known name of somebody who can act in it."""
        return self.named.is_party(*self._ends(one))

    def is_site(self, one: Phrase) -> bool:
        """Whether a phrase has the name of a place in it that is no country."""
        return self.named.is_site(*self._ends(one))

    def is_named(self, one: Phrase) -> bool:
        """Whether a phrase has a name of somebody who can act in it."""
        if self.is_known(one) or self.is_site(one):
            return True
        return any(word.name for word in self.words[max(1, one.first) : one.last])

    def is_people(self, one: Phrase) -> bool:
        """Whether the last word of a phrase stands for people or a body of them."""
        last = self.words[one.last - 1]
        last = self.words[one.last - 2] if last.part == "G" and one.last - 2 >= one.first else last
        return _singular(last.low) in listed("bodies") or (is_person(last.low) and last.low not in listed("things"))

    def is_act(self, one: Phrase) -> bool:
        """Whether a phrase is of something that is done rather than of somebody or something: "a curfew"."""
        return self.words[one.last - 1].low in acts() and not self.is_people(one)

    def until(self, at: int) -> int:
        """Return where the sentence that goes on at a word ends."""
        return next(
            (end for end in range(at, len(self.words)) if self.low(end) in {".", ";", "?", "!"}), len(self.words)
        )

    def deed(self, at: int) -> int:
        """Return the verb of an infinitive that begins at a word; -1 where none does."""
        if self.low(at) != "to" or self.part(at) != "X":
            return -1
        verb = next((end for end in range(at + 1, at + 4) if self.part(end) not in "AB"), at)
        return verb if self.part(verb) == "V" else -1

    def behind(self, at: int) -> int:
        """Return where what follows a verb begins: behind adverbs and times ("on Wednesday")."""
        while True:
            if self.part(at) in "AT":
                at += 1
            elif self.part(at) == "P" and self.part(at + 1) == "T":
                at += 2
            else:
                return at

    def following(self, at: int) -> Iterator[tuple[str, Phrase]]:
        """Give the phrases behind a word with their prepositions, up to the next clause."""
        for end in range(at, min(len(self.words), at + _FAR)):
            if self.part(end) in ";SRV" or (self.part(end) == "X" and self.low(end) != "to"):
                return
            if self.low(end) in listed("meanwhile"):
                return
            one = self.starting(end)
            if one and not (self.part(one.first) == "O" and self.part(one.last) in "XVB"):
                yield self.low(self.governor(one)), one

    def further(self, at: int) -> Iterator[tuple[str, Phrase]]:
        """Give the phrases behind a word with their prepositions, also those of what is to be done."""
        for end in range(at, min(len(self.words), at + _FARTHER)):
            one, part = self.starting(end), self.part(end)
            if part == "V" and lemma(self.low(end)) in listed("saying"):
                return
            if part == ";" or (part in "SR" and self.low(end) != "that") or self.low(end) in listed("meanwhile"):
                return
            if one and self.part(one.last) in "VXB" and self.part(end - 1) == ",":
                return
            if one:
                yield self.low(self.governor(one)), one

    def agent(self, at: int) -> Phrase | None:
        """Return the phrase behind "by" that follows a word."""
        return next(
            (one for sign, one in self.following(at) if sign == "by" and self.low(one.first) not in listed("times")),
            None,
        )

    def verb_of(self, one: Phrase) -> int:
        """Return the verb that a phrase is the object of; -1 for none."""
        return one.first - 1 if self.part(one.first - 1) in "VI" else -1

    def is_light(self, verb: int) -> bool:
        """Whether a verb only says that what its object names was done."""
        return lemma(self.low(verb)) in listed("light")


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
