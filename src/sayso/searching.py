"""Searching, joined: the words that somebody types, the indexes that answer, and where in each reading the hits are."""

from __future__ import annotations

from dataclasses import replace

from sayso import edtf
from sayso.errors import BadValue
from sayso.link import applying
from sayso.link.aliases import Aliases
from sayso.records import Listed
from sayso.search import PAGE, Filters, Found, Results, Saved
from sayso.settings import Settings
from sayso.store import Store, now
from sayso.store.hits import hits, snippets
from sayso.store.search import Asked
from sayso.store.terms import loosened, terms

_WORDS_ONLY = frozenset({"claims", "dates"})  # what the index of letters does not hold
_LONGEST = 500  # characters of what is typed
_LONGEST_NAME = 200


class Searching:
    """The part of a workspace that finds things; the rest of it gives the store, the settings and the aliases."""

    _store: Store
    settings: Settings

    def aliases(self) -> Aliases:
        """Return the names that are one."""
        raise NotImplementedError

    # ---- finding ----

    def search(self, words: str = "", filters: Filters | None = None, page: int = 1) -> Results:
        """Return reports, newest first, with the places in them where the words stand; pages count from 1.

        All the words must be there, each by its beginning; `"in quotation marks"` exactly so. Where nothing is found
        they are looked for within words too. Raises BadValue.
        """
        return self._found(words, filters or Filters(), page, seen=None)

    def languages(self) -> tuple[str, ...]:
        """Return the languages in which there are reports, by their codes."""
        return self._store.search.languages()

    def _found(self, words: str, filters: Filters, page: int, seen: int | None) -> Results:
        asked, total, loose = self._widened(self._asked(words, filters))
        rows = self._store.search.page(asked, (page - 1) * PAGE, PAGE) if total else ()
        found = tuple(self._with_hits(listed, asked, new=seen is not None and at > seen) for at, listed in rows)
        return Results(words, filters, found, total, page, loose and total > 0)

    def _widened(self, asked: Asked) -> tuple[Asked, int, bool]:
        """Look within words too where nothing is found: give what is asked then, how many there are, and whether so."""
        total = self._store.search.count(asked)
        wider = loosened(asked.terms) if asked.filters.scope not in _WORDS_ONLY else asked.terms
        if total or wider == asked.terms:
            return asked, total, False
        asked = replace(asked, terms=wider)
        return asked, self._store.search.count(asked), True

    def _told_of(self, words: str, filters: Filters) -> frozenset[str]:
        """Return the incidents that the reports found tell of."""
        return self._store.search.incidents(self._widened(self._asked(words, filters))[0])

    def _asked(self, words: str, filters: Filters) -> Asked:
        for value in (filters.since, filters.until):
            if value:
                edtf.ordinals(value)
        if len(words) > _LONGEST:
            raise BadValue(f"A search of {len(words)} characters is too long.", f"Give {_LONGEST} at most.")
        wanted = terms(words)
        if words.strip() and not wanted:
            raise BadValue("There is no letter and no digit in this search.", "Give a word, or part of one.")
        if filters.scope in _WORDS_ONLY:
            wanted = tuple(replace(one, how="start") if one.how == "part" else one for one in wanted)
        names = self.aliases().all(filters.source) if filters.source else ()
        return Asked(wanted, filters, tuple(names), self._reviewed() if filters.reviewed else frozenset())

    def _reviewed(self) -> frozenset[str]:
        """Return the hashes of the reports on which a judgement is in force."""
        rulings = applying.in_force(self._store.judgements.every())
        return frozenset(passage.sha256 for ruling in rulings for passage in ruling.about)

    def _with_hits(self, listed: Listed, asked: Asked, *, new: bool) -> Found:
        if not asked.terms:
            return Found(listed, new=new)
        reading = self._store.reading(listed.report.id, listed.version.number)[1]
        found = hits(reading, asked.terms, asked.filters.scope)
        return Found(listed, snippets(reading, found), len(found), new)

    # ---- searches that are kept ----

    def save_search(self, name: str, words: str = "", filters: Filters | None = None, *, by: str = "") -> Saved:
        """Keep a search under a lasting id; from now on it tells what is new since its last visit. Raises BadValue."""
        name = name.strip() or words.strip()
        if not name or len(name) > _LONGEST_NAME:
            raise BadValue("A search is kept under a name.", f"Give one of {_LONGEST_NAME} characters at most.")
        self._asked(words, filters or Filters())
        asked = Saved("", name, words.strip(), filters or Filters(), by.strip() or self.settings.by, now(), "")
        return self._counted(self._store.saved.append(asked, self._store.search.newest()))

    def saved_searches(self) -> tuple[Saved, ...]:
        """Return the searches that are kept, the newest first, each with how many reports are new in it."""
        return tuple(self._tallied(one, seen) for one, seen in self._store.saved.every())

    def saved_search(self, id: str, page: int = 1) -> tuple[Saved, Results]:  # noqa: A002
        """Return a search that is kept with what it finds, the new marked; raises NotFound."""
        kept, seen = self._store.saved.one(id)
        return self._tallied(kept, seen), self._found(kept.words, kept.filters, page, seen)

    def visit(self, id: str) -> Saved:  # noqa: A002
        """Note that all a search finds by now was seen, and return it; raises NotFound."""
        self._store.saved.visit(id, now(), self._store.search.newest())
        return self._counted(self._store.saved.one(id)[0])

    def _counted(self, kept: Saved) -> Saved:
        return self._tallied(kept, self._store.saved.one(kept.id)[1])

    def _tallied(self, kept: Saved, seen: int) -> Saved:
        asked = self._asked(kept.words, kept.filters)
        new = replace(asked, after=seen)
        return replace(kept, new=self._store.search.count(new), total=self._store.search.count(asked))
