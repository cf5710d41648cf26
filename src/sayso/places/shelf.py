"""The gazetteers that a person added: one file a country, in the user's data folder."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import BadValue, GazetteerError, NotFound
from sayso.places.build import About, build
from sayso.places.dump import Progress, places, read_dump
from sayso.places.fetch import fetch
from sayso.places.gazetteer import Gazetteer
from sayso.places.layout import open_file
from sayso.places.opened import SUFFIX, added

_LICENCE = "CC BY 4.0, GeoNames (geonames.org)"


@dataclass(frozen=True, slots=True)
class Shelved:
    """One added gazetteer: the country's code, how many places it has, its file; `problem` where it cannot be read."""

    country: str
    places: int
    path: Path
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of added gazetteers, and the address that dumps are fetched from."""

    folder: Path
    source: str

    def files(self) -> tuple[Path, ...]:
        """Return the files to open beside those that are shipped."""
        return added(self.folder)

    def listed(self) -> tuple[Shelved, ...]:
        """Return what is there, damaged files with their problem."""
        return tuple(_shelved(path) for path in self.files())

    def add(self, what: str, told: Callable[[str], Progress] | None = None) -> Shelved:
        """Add a dump, from a file or, by the country's code, from GeoNames, in place of an older one of that country.

        `told` is called with what is being done and gives what is to be called as it advances. Until the new file is
        whole the old one stays. Raises GazetteerError, NotFound, BadValue.
        """
        path = Path(what)
        if path.is_file():
            return self._index(path, _code_of(path), told)
        if not (len(what) == 2 and what.isascii() and what.isalpha()):
            raise NotFound(f"There is no file {what}.", "Give a dump, such as SY.zip, or a country's code, such as SY.")
        code = _known(what.upper())
        with self._scratch(".zip") as fetched:
            fetch(self.source, code, fetched, told(f"Fetching {code}") if told else None)
            return self._index(fetched, code, told, f"{code}.zip")

    def remove(self, country: str) -> Shelved:
        """Remove the added gazetteer of a country and return what it was; raises NotFound."""
        for item in self.listed():
            if item.country == country.upper():
                item.path.unlink()
                return item
        raise NotFound(f"No gazetteer of {country!r} was added.", "`sayso gazetteer list` shows those that were.")

    def _index(self, path: Path, code: str, told: Callable[[str], Progress] | None, name: str = "") -> Shelved:
        """Turn a dump into a file of ours, whole or not at all."""
        rows = read_dump(path, told(f"Reading {name or path.name}") if told else None)
        found = rows[0].country
        if code and found != code:
            raise GazetteerError(
                f"{name or path.name} holds places of {found or 'no country'}, not of {code}.",
                "Check the file, or name it after its country.",
            )
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        data = build(places(rows), About(_known(found), _LICENCE, ((name or path.name, sha256),)))
        return self._put(data, self.folder / f"{found}{SUFFIX}")

    def _put(self, data: bytes, path: Path) -> Shelved:
        """Put a file of ours in its place by one rename; raises GazetteerError, with the older one still there."""
        with self._scratch(SUFFIX) as written:
            try:
                written.write_bytes(data)
                written.replace(path)
            except OSError as error:
                raise GazetteerError(
                    f"{path} cannot be written: {error.strerror}.",
                    "Make room, or set SAYSO_GAZETTEERS to another folder; what was there before is still in place.",
                ) from error
        return _shelved(path)

    @contextmanager
    def _scratch(self, suffix: str) -> Iterator[Path]:
        """Give a file in the folder that is gone afterwards, come what may; raises GazetteerError."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(suffix=suffix, prefix=".adding-", dir=self.folder)
            os.close(number)
        except OSError as error:
            raise GazetteerError(
                f"Nothing can be written to {self.folder}: {error.strerror}.", "Set SAYSO_GAZETTEERS to another folder."
            ) from error
        try:
            yield Path(name)
        finally:
            Path(name).unlink(missing_ok=True)


def _shelved(path: Path) -> Shelved:
    try:
        return Shelved(path.stem, int(open_file(path).header["places"]), path)
    except GazetteerError as error:
        return Shelved(path.stem, 0, path, error.cause)


def _code_of(path: Path) -> str:
    """Return the country that a file's name promises; empty where it promises none."""
    return path.stem if len(path.stem) == 2 and path.stem.isascii() and path.stem.isupper() else ""


def _known(code: str) -> str:
    """Return the code of a country that there is; raises BadValue."""
    try:
        return Gazetteer.open().country(code).country
    except NotFound as error:
        raise BadValue(f"{code!r} is no country's code.", "Give two letters of ISO 3166, such as SY.") from error
