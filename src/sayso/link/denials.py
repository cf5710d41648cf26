"""What negative claims say is not so, and which claims hold that it is.

A claim is tied to a negative one by points for each kind of evidence, with a sentence for a desk. They follow a
logistic regression over the marked training reports, rounded.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sayso.link import words
from sayso.link.names import listed
from sayso.link.stance import VIOLENT, asserts
from sayso.link.telling import Ref, Statement

_TIED = 5.5  # points from which a negative claim is set against another: about as many shown are right as wrong
_ALIKE = 0.6  # what a word counts that another word for the same matches
_RETOLD = 3  # stems denied that a claim has, from which the denial tells it again
_FOLLOWS = "The denial follows the claim in the text."
_BARE = 2  # words that carry meaning, up to which a denial only points back
_BEFORE = 2  # claims before a denial that it may be about
_EARLY = 3  # claims with which a report begins
_NEGATIONS = frozenset(
    {"no", "none", "nobody", "nothing", "never", "neither", "nor", "not", "any", "anybody", "without", "cannot"}
)
_TOLD = words.stems(
    "accusation accusations allegation allegations claims fabrication fabrications misconception misconceptions news "
    "recent rumour rumours so-called stories story suggesting suggestion talk version"
)  # what a denial calls the words that it denies
_GENERAL = words.stems(
    "area anyone body country day evening family hour man matter member men moment month morning night part people "
    "person persons place point side thing things time town week woman women year"
)  # too general for a denial and a claim that share them to be about one thing
_REACH = 4  # words after a negation among which stands what it negates
_HEADS = 2  # of them, those that carry meaning
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A negative claim and one that holds what it denies, with the points that speak for it."""

    denial: Ref
    denied: Ref
    points: float
    because: tuple[str, ...]


Remark = tuple[float, str]


def negated(statement: Statement) -> frozenset[str]:
    """Return the stems that a negative claim negates; of a denial whose words are those denied ("an attack"), all."""
    if not is_negative(statement):
        return frozenset()
    found = after_negations(statement.text) or statement.stems
    told = found - _TOLD
    return told - _GENERAL - statement.where or told - statement.where or told or statement.stems


def after_negations(text: str) -> frozenset[str]:
    """Return the stems that stand right after a negation."""
    tokens = [token.casefold() for token in _WORD.findall(text)]
    places = [at for at, token in enumerate(tokens) if token in _NEGATIONS or token.endswith(("n't", "n’t"))]
    return frozenset(stem for at in places for stem in _after(tokens, at))


def _after(tokens: Sequence[str], at: int) -> list[str]:
    stems = [stem for token in tokens[at + 1 : at + 1 + _REACH] for stem in sorted(words.stems(token))]
    return stems[:_HEADS]


def is_negative(statement: Statement) -> bool:
    """Whether a claim denies, or says or judges that something is not so."""
    says = statement.kind in {"report", "assessment"} and statement.polarity == "negative"
    return statement.kind == "denial" or says


def _holds(statement: Statement) -> bool:
    """Whether a claim holds out that something is so, or that somebody means to do it."""
    meant = statement.kind == "intention" and statement.polarity == "positive" and not statement.withdrawn
    return meant or asserts(statement)


def ties(statements: Iterable[Statement]) -> tuple[Tie, ...]:
    """Tie every negative claim to those of its occurrence that hold the contrary, in its own report and in others.

    That it follows a claim counts by itself only where nothing else ties it to any.
    """
    told = _Told(statements)
    found: list[Tie] = []
    for denial in told.negative:
        near = [tie for claim in told.positive if (tie := told.tie(denial, claim)).points >= _TIED]
        found += [tie for tie in near if tie.because != (_FOLLOWS,)] or near
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class _Side:
    """A claim with what is looked up in it for every pair.

    `at` is its number in its report, `negated` the stems that it negates with the concepts behind each, `rarity` how
    rare these are together, `never` whether it denies the whole occurrence.
    """

    statement: Statement
    at: int
    negated: Mapping[str, frozenset[str]]
    rarity: float
    never: bool
    concepts: frozenset[str]
    acts: frozenset[str]
    leads: bool


class _Told:
    """The claims of an occurrence, and how rare their words are among them."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        ordered = sorted(statements, key=lambda one: (one.ref.report, one.position, one.ref))
        self._held = Counter(stem for one in ordered for stem in one.stems)
        self._size = len(ordered)
        leads = _leads(ordered)
        numbers: Counter[str] = Counter()
        self.negative: list[_Side] = []
        self.positive: list[_Side] = []
        for one in ordered:
            numbers[one.ref.report] += 1
            side = self._side(one, numbers[one.ref.report], leads=one.ref in leads)
            if is_negative(one):
                self.negative.append(side)
            elif _holds(one):
                self.positive.append(side)

    def _side(self, one: Statement, at: int, *, leads: bool) -> _Side:
        denied = {stem: words.concepts([stem]) for stem in sorted(negated(one))}
        never = is_negative(one) and words.listed("never", one.text)
        concepts, acts = words.concepts(one.stems), words.concepts(one.stems, "acts")
        return _Side(one, at, denied, self.rarity(denied), never, concepts, acts, leads)

    def rarity(self, stems: Iterable[str]) -> float:
        """Return how little of the account holds these stems: for each 0 all of it, nearly 1 a single claim."""
        whole = math.log(self._size + 2)
        return sum(math.log((self._size + 1) / max(1, self._held[stem])) / whole for stem in sorted(stems))

    def tie(self, denial: _Side, claim: _Side) -> Tie:
        """Weigh a negative claim against another by all that may tie them; without evidence it is not tied."""
        one, other = denial.statement, claim.statement
        found: list[Remark] = []
        if one.ref.report != other.ref.report or one.voice != other.voice:
            found = [*self._words(denial, claim), *_accused(one, other), *_before(denial, claim)]
        found.sort(key=lambda remark: (-remark[0], remark[1]))
        points = sum(weight for weight, _ in found) + _likely(denial, claim) if found else 0.0
        return Tie(one.ref, other.ref, points, tuple(because for _, because in found))

    def _words(self, denial: _Side, claim: _Side) -> Iterator[Remark]:
        """By what is negated: the words themselves, or others for the same."""
        stems = claim.statement.stems
        same = {stem for stem in denial.negated if stem in stems}
        alike = {stem for stem, behind in denial.negated.items() if stem not in same and behind & claim.concepts}
        hit = self.rarity(same) + _ALIKE * self.rarity(alike) if same or alike else 0.0
        if hit:
            yield (
                1.25 * hit + 2.0 * hit / denial.rarity + 0.75 * (len(same) >= _RETOLD),
                f"What the one denies stands in the other ({_in(same | alike, denial)}).",
            )
            if rest := (denial.statement.stems - denial.negated.keys()) & stems:
                yield 1.5 * self.rarity(rest), f"They share the words {_in(rest, denial)} besides."
        elif denial.never and claim.leads:
            yield 2.0, "The one denies the whole occurrence, which the other tells."


def _in(stems: AbstractSet[str], side: _Side) -> str:
    """Word stems as a claim has them."""
    return listed(f"“{word}”" for word in words.written(frozenset(stems), side.statement.text))


def _accused(denial: Statement, claim: Statement) -> Iterator[Remark]:
    """By who denies: those whom the claim names or says to have done it, or that none of them did."""
    if shared := denial.speaker & claim.names:
        yield 1.25, f"The one is said by those whom the other names ({listed(shared)})."
    if denial.kind != "denial":
        return
    if shared := denial.speaker & claim.blamed:
        yield 2.0, f"Those who deny are those who did it by the other ({listed(shared)})."
    if shared := denial.names & claim.blamed:
        yield 2.75, f"The denial is of those who did it by the other ({listed(shared)})."


def _before(denial: _Side, claim: _Side) -> Iterator[Remark]:
    """By where they stand: "he denied it" is of the claim before, by another voice."""
    one, other = denial.statement, claim.statement
    gap = denial.at - claim.at
    if one.ref.report == other.ref.report and 0 < gap <= _BEFORE:
        yield 3.25 if gap == 1 and len(one.stems) <= _BARE else 1.25, _FOLLOWS


def _likely(denial: _Side, claim: _Side) -> float:
    """Return the points for what two claims are, whatever their words: what tells of a deed, and early, is denied."""
    one, other = denial.statement, claim.statement
    points = 0.75 * (denial.at <= _EARLY) + 0.25 * (claim.at <= _EARLY) - 1.0 * bool(one.speaker & other.speaker)
    points += 0.75 * other.main + 0.5 * bool(other.deeds & VIOLENT) + 2.0 * (other.voice != "")
    points += 0.75 * (other.kind == "responsibility") - 2.0 * (other.kind == "intention")
    return points + _answers(one)


def _answers(denial: Statement) -> float:
    """Return the points for a negative claim answering any other: it is less likely judged, or told by the report."""
    points = 0.75 * words.listed("nothing", denial.text) - 0.5 * (denial.certainty != "certain")
    if denial.kind == "denial":
        return points + 0.75
    return points - 1.0 * (denial.kind == "assessment") - 1.5 * (denial.voice == "")


def _leads(statements: Sequence[Statement]) -> frozenset[Ref]:
    """Return the first claim of every report that tells the occurrence itself."""
    found: dict[str, Ref] = {}
    for one in statements:
        if one.main and asserts(one):
            found.setdefault(one.ref.report, one.ref)
    return frozenset(found.values())
