"""What linking knows of a report: its claims as statements, and its tellings, one for each occurrence it tells of.

All are plain values made from a reading; nothing that is concluded across reports stands in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.records import Certainty, ClaimKind, Polarity

SPEECH = frozenset(
    {"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONSULT", "CONCEDE", "SUPPORT", "COOPERATE"}
)  # PLOVER types whose act is a word: said about an occurrence, and none by itself

EXACT = 3  # days: a time no longer than this says when; a month or a year hardly does


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A word of a name, or of what people are called: equal by `key`, in sentences as it is `written`.

    `whole` is the name that it is a word of, as one report has it.
    """

    key: str
    written: str = field(compare=False)
    whole: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return the whole name, or the word as written."""
        return self.whole or self.written


def kinds(*words: str) -> frozenset[Name]:
    """Return what people are called as names that are written like their keys."""
    return frozenset(Name(word, word) for word in words)


PARTIES = kinds("police", "soldiers", "fighters")  # what kind of people did it, where nobody is named
Names = frozenset[Name]
NOBODY: Names = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A claim of a report, by the ids of both."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The first and the last day that a time may mean, as proleptic ordinals; `words` is its EDTF."""

    first: int
    last: int
    words: str

    @property
    def length(self) -> int:
        """How many days it may be."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where: a point in degrees with its radius in metres, or a country alone."""

    name: str
    country: str
    lat: float | None = None
    lon: float | None = None
    radius_m: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """A number of people in a slot (`killed`, …); `high` is None where only a lower bound is told."""

    slot: str
    low: int
    high: int | None

    def clashes(self, other: Count) -> bool:
        """Whether both cannot be right: the same slot, and no number is in both ranges."""
        below = self.high is not None and self.high < other.low
        above = other.high is not None and other.high < self.low
        return self.slot == other.slot and (below or above)

    def __str__(self) -> str:
        """Return the number as told: `7`, `at least 6`, `at most 4`, `3 to 5`."""
        if self.high is None:
            return f"at least {self.low}"
        if self.low == self.high:
            return str(self.low)
        return f"{self.low} to {self.high}" if self.low else f"at most {self.high}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as linking compares it.

    `voice` is who says it ("" for the report's own voice) and `speaker` that name. `stems` are the words that carry
    meaning, `names` who and what is named, `where` the stems of the places named, `doers` who acts in its events,
    `blamed` who did it by this claim, and `deeds` the concepts of its triggers. `main` marks the claim that tells the
    occurrence with its time, place or toll, `withdrawn` what a correction takes back. `position` is the offset of its
    content.
    """

    ref: Ref
    text: str
    voice: str = ""
    speaker: Names = NOBODY
    kind: ClaimKind = "report"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    stems: frozenset[str] = frozenset()
    names: Names = NOBODY
    where: frozenset[str] = frozenset()
    doers: Names = NOBODY
    blamed: Names = NOBODY
    deeds: frozenset[str] = frozenset()
    counts: tuple[Count, ...] = ()
    days: tuple[Days, ...] = ()
    spots: tuple[Spot, ...] = ()
    main: bool = False
    withdrawn: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's account of one occurrence.

    `days` and `spots` are those of its events; where they have none, those the report mentions, and `dated` or `placed`
    is False. `mentioned` are all the days, and `around` all the places, that the report names. `affirms` is False where
    no event of it is told as done, `denial` True where its report is there to deny.
    """

    report: str
    id: str
    types: frozenset[str]
    days: tuple[Days, ...] = ()
    dated: bool = False
    spots: tuple[Spot, ...] = ()
    placed: bool = False
    mentioned: tuple[Days, ...] = ()
    around: tuple[Spot, ...] = ()
    published: int | None = None
    doers: Names = NOBODY
    names: Names = NOBODY
    means: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    counts: frozenset[Count] = frozenset()
    stems: frozenset[str] = frozenset()
    affirms: bool = True
    denial: bool = False
    statements: tuple[Statement, ...] = field(default=(), compare=False)
