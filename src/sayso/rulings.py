"""The vocabulary of what persons decide: rulings, grades on the Admiralty scale, and the record of a source.

All are frozen. A ruling is a judgement as it is kept; it names what it is about by words, not by rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.incidents import Stated
from sayso.records import Certainty, ClaimKind, Polarity, SourceKind
from sayso.spans import Span

RulingKind = Literal["accept", "reject", "merge", "split", "grade", "note", "alias", "undo"]
What = Literal["claim", "event"]


@dataclass(frozen=True, slots=True)
class Passage:
    """What of a report a ruling is about, by the bytes and the words, so that any later reading is asked for it.

    A claim by its content, an event by its trigger. `speaker`, `kind` (a claim's, or an event's PLOVER type) and
    `polarity` are how `model` read it; `id` is what it was called in that reading.
    """

    sha256: str
    what: What
    id: str
    spans: tuple[Span, ...]
    kind: str
    polarity: Polarity
    speaker: str
    model: str

    @property
    def words(self) -> str:
        """The words it stands for, pieces apart."""
        return " … ".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided; it is never changed, and undone only by another ruling.

    `about` are passages: of a split the first is set apart from the others. `names` is the source that is graded, or a
    name and the one it stands for. `grade` is a machine tag of the Admiralty scale. `hash` covers `previous`.
    """

    id: str
    kind: RulingKind
    by: str
    at: str  # UTC, ISO 8601 with seconds
    about: tuple[Passage, ...] = ()
    names: tuple[str, ...] = ()
    grade: str | None = None
    undoes: str | None = None
    why: str = ""
    previous: str = ""
    hash: str = ""

    @property
    def models(self) -> tuple[str, ...]:
        """The models whose readings it was made under; none where it is about no report."""
        return tuple(sorted({passage.model for passage in self.about}))


@dataclass(frozen=True, slots=True)
class Judged:
    """A ruling with the undoing in force that took it back, if any."""

    ruling: Ruling
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class Orphan:
    """A ruling in force that no longer applies, because what it is about is not found any more, or reads otherwise."""

    ruling: Ruling
    because: str


# ---- grades ----


@dataclass(frozen=True, slots=True)
class Grade:
    """A value of the Admiralty scale: its machine tag, its letter or number, and what the scale says it means."""

    tag: str
    value: str
    meaning: str
    description: str


@dataclass(frozen=True, slots=True)
class Attested:
    """What stands for and against a claim, in origins: those that affirm it and those that speak against it.

    `independent` counts, of those that affirm, the ones shown to be independent of each other; `withdrawn` says whether
    its own report took it back.
    """

    origins: int
    independent: int
    against: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """The credibility that the program proposes and why; it is no grade until a person confirms it."""

    grade: Grade
    because: tuple[str, ...]


# ---- sources ----


@dataclass(frozen=True, slots=True)
class Voiced:
    """One voice of a claim's chain by its fullest name; "" where nobody is named."""

    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim of a stored report with the voices it came through, the speaker first; none is the report's own voice.

    `withdrawn` says whether a correction of the report itself takes the claim back.
    """

    report: str
    file: str
    claim: str
    words: str
    kind: ClaimKind
    polarity: Polarity
    certainty: Certainty
    voices: tuple[Voiced, ...] = ()
    outlet: str | None = None
    published: str | None = None  # EDTF
    withdrawn: bool = False
    language: str = "und"


@dataclass(frozen=True, slots=True)
class SourceListed:
    """A row of the list of sources: how many claims it makes, how many it passes on, how many reports it published."""

    name: str
    kind: SourceKind
    says: int
    relays: int
    publishes: int


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody who passes a source on, or whom a source passes on, with the claims."""

    name: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of something that a source said: by which claims of others, and why it counts."""

    saying: Saying
    because: str
    by: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What is on file of a source; it holds no grade but the one that a person gave, F where nobody did.

    `names` are those under which it speaks, `said` what it said itself, `relayed` what it passed on or published.
    `cited_by` are those who pass it on, `cites` those whom it passes on. `corroborated` is what another origin affirmed
    at the same time or later, `denied` what others denied, `withdrawn` what its report or itself took back. `grades`
    are the rulings by which it was graded, the last holds. It is heard in so many reports; all but the grade rests on
    the `looked_at` of them.
    """

    name: str
    names: tuple[str, ...]
    kinds: tuple[SourceKind, ...]
    grade: Grade
    grades: tuple[Judged, ...] = ()
    said: tuple[Saying, ...] = ()
    relayed: tuple[Saying, ...] = ()
    cited_by: tuple[Cited, ...] = ()
    cites: tuple[Cited, ...] = ()
    corroborated: tuple[Fate, ...] = ()
    denied: tuple[Fate, ...] = ()
    withdrawn: tuple[Fate, ...] = ()
    heard_in: int = 0
    looked_at: int = 0
