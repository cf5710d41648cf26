"""What of an address may leave: one that tells withheld words keeps its site alone, or nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from sayso.export.listed import Table
from sayso.export.redactor import folded

_SHORTEST = 3  # letters of words that an address can be said to tell


class Telling:
    """Withheld words, each as its parts in lower case, made to be looked for in addresses."""

    def __init__(self, words: Iterable[tuple[str, ...]]) -> None:
        held = [one for one in words if len("".join(one)) >= _SHORTEST]
        self._whole = Table.of(("".join(one), number) for number, one in enumerate(held))
        often = Counter(part for one in held for part in set(one))
        self._parts = defaultdict(list)
        for one in held:
            self._parts[min(one, key=often.__getitem__)].append(frozenset(one))

    def shortened(self, url: str, nothing: str) -> str:
        """Return an address, its site alone where the rest tells what is withheld, `nothing` where the site does."""
        try:
            parts = urlsplit(url)
            host = "".join(folded(parts.hostname or ""))
        except ValueError:
            parts, host = urlsplit(""), ""
        if any(True for _ in self._whole.at(host, range(len(host)))):
            return nothing
        rest = folded(unquote(f"{parts.path} {parts.query} {parts.fragment}" if host else url))
        if self._tells(frozenset(rest)):
            return f"{parts.scheme}://{parts.netloc}/" if host else nothing
        return url

    def _tells(self, rest: frozenset[str]) -> bool:
        """Whether these are all the words of something withheld, or one of them is its words written together."""
        return any(one in self._whole.words or any(held <= rest for held in self._parts.get(one, ())) for one in rest)
