"""The vocabulary of searching: what is asked, what was found where, and searches that are kept.

All are frozen. A snippet's span is of the canonical text of the reading that `Found` names.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from sayso.contract import Json, plain
from sayso.errors import BadValue
from sayso.incidents import Stance, State
from sayso.records import Listed
from sayso.spans import Span

Scope = Literal["everything", "text", "claims", "sources", "places", "dates"]
Dated = Literal["report", "event"]
What = Literal["text", "claim", "source", "place", "date"]

PAGE = 20  # reports to a page of results
SCOPES: tuple[Scope, ...] = ("everything", "text", "claims", "sources", "places", "dates")
CHOICES: dict[str, tuple[str, ...]] = {
    "scope": SCOPES,
    "dated": ("report", "event"),
    "state": ("single-origin", "corroborated", "disputed", "denied"),
    "stance": ("supports", "denies", "mentions"),
    "reviewed": ("yes", "no"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Where words are looked for, and what else must hold of a report; "" leaves a thing open.

    `since` and `until` are EDTF dates, of publication or, with `dated="event"`, of what the report tells of. `place` is
    how a place's name begins, or a country's two capital letters; `source` a word of a voice's name. `state` is
    that of an incident the report tells of, `stance` how it stands to one. `reviewed` asks whether a person judged it.
    """

    scope: Scope = "everything"
    since: str = ""
    until: str = ""
    dated: Dated = "report"
    place: str = ""
    source: str = ""
    language: str = ""
    state: State | Literal[""] = ""
    stance: Stance | Literal[""] = ""
    reviewed: Literal["", "yes", "no"] = ""

    @property
    def given(self) -> dict[str, str]:
        """What differs from leaving everything open, by name."""
        return {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name) != one.default}


def filters(given: dict[str, str]) -> Filters:
    """Return the filters that are given by name; raises BadValue for a value that none has."""
    known = {one.name for one in fields(Filters)}
    for name, value in given.items():
        if name not in known:
            raise BadValue(f"{name[:60]!r} is nothing to filter by.", f"Filter by {', '.join(sorted(known))}.")
        allowed = CHOICES.get(name)
        if value and allowed is not None and value not in allowed:
            raise BadValue(f"{value[:60]!r} is no {name}.", f"Choose one of {', '.join(allowed)}.")
    return replace(Filters(), **{name: value for name, value in given.items() if value})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a snippet's words; `hit` where it is what was looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A hit in its surroundings: `span` is what was found, `pieces` joined are the words around it.

    `what` says in which part of the reading it is, `claim` the id of the innermost claim that holds it.
    """

    span: Span
    pieces: tuple[Piece, ...]
    what: What = "text"
    claim: str | None = None

    @property
    def fragment(self) -> str:
        """The fragment that addresses the hit: `s=120-185`."""
        return f"s={self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Found:
    """A report that was found: its latest reading at a glance, hits in it, and how many there are in all.

    `new` says whether the report came after the last visit of the search that is kept.
    """

    listed: Listed
    snippets: tuple[Snippet, ...] = ()
    hits: int = 0
    new: bool = False

    @property
    def address(self) -> str:
        """The path that opens the reading at its first hit."""
        fragment = f"#{self.snippets[0].fragment}" if self.snippets else ""
        return f"/d/{self.listed.report.id}/v/{self.listed.version.number}{fragment}"


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found, newest first, and how many reports there are in all.

    `loosened` says that no word begins so, and that what is shown has the letters inside a word.
    """

    words: str
    filters: Filters
    found: tuple[Found, ...]
    total: int
    page: int = 1
    loosened: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A search that is kept under a lasting id, with when it was last visited and how many reports are new since."""

    id: str
    name: str
    words: str
    filters: Filters
    by: str
    at: str  # UTC, ISO 8601 with seconds
    visited: str
    new: int = 0
    total: int = 0


# ---- as JSON ----


def results_to_json(results: Results) -> Json:
    """Return a page of results; each snippet bears its address, each piece whether it was looked for."""
    return {
        "schema": "sayso/search/1",
        "words": results.words,
        "filters": results.filters.given,
        "total": results.total,
        "page": results.page,
        "loosened": results.loosened,
        "reports": [_found_to_json(one) for one in results.found],
    }


def _found_to_json(found: Found) -> Json:
    version = f"/d/{found.listed.report.id}/v/{found.listed.version.number}"
    snippets = [plain(one) | {"address": f"{version}#{one.fragment}"} for one in found.snippets]
    shown: Json = plain(found.listed)
    return shown | {"address": found.address, "hits": found.hits, "new": found.new, "snippets": snippets}


def saved_to_json(saved: Saved) -> Json:
    """Return a search that is kept, with its lasting address."""
    whole: Json = plain(saved)
    return whole | {"filters": saved.filters.given, "address": f"/searches/{saved.id}"}
