"""The vault: bytes as received, each under the sha256 of itself, written once and never altered."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from sayso.errors import IntegrityError, NotFound, StoreError

_HASH = re.compile(r"[0-9a-f]{64}")
_TEMPORARY = "incoming-"
_CHUNK = 1 << 20

Bytes = bytes  # inside the class, `bytes` is the method


@dataclass(frozen=True, slots=True)
class Damage:
    """A file in the vault that is not what its name promises, and why that is known."""

    name: str
    because: str


class Vault:
    """A folder of read-only files, `ab/cd/abcd…`, one an object; making one creates nothing.

    A kill at any moment leaves a whole object, or a file `incoming-…` that `sweep` removes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: Bytes) -> str:
        """Store the bytes durably and return their sha256; the same bytes twice change nothing.

        A present object is trusted by its size, `damaged` re-hashes. Raises IntegrityError where the size differs
        (the object is left as it is) and StoreError where the folder cannot be written.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        target = self._place(sha256)
        try:
            if not _present(target, len(data)):
                _ensure_folder(target.parent)
                _write(data, self.folder, target)
        except OSError as error:
            raise StoreError(
                f"The vault {self.folder} cannot be written: {error.strerror}.",
                "Check its permissions and the room on its disk; nothing kept before was touched.",
            ) from error
        return sha256

    def bytes(self, sha256: str) -> Bytes:
        """Return an object's bytes; raises NotFound, or IntegrityError where they are no longer what was received."""
        try:
            data = self._place(sha256).read_bytes()
        except FileNotFoundError:
            raise NotFound(
                f"The vault holds no object {sha256}.", "Run `sayso verify` to see what is missing."
            ) from None
        except OSError as error:
            raise StoreError(f"Object {sha256} cannot be read: {error.strerror}.", "Check the disk.") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise IntegrityError(f"Object {sha256} was altered after it was kept.", "Restore it from a copy.")
        return data

    def hashes(self) -> Iterator[str]:
        """Yield the sha256 of every object, in order."""
        for path in self._files():
            if _HASH.fullmatch(path.name) and path == self._place(path.name):
                yield path.name

    def damaged(self) -> Iterator[Damage]:
        """Re-hash everything, streaming, and yield each file that is not what its name promises."""
        for path in self._files():
            because = self._fault(path)
            if because:
                yield Damage(path.name, because)

    def sweep(self) -> int:
        """Remove what a killed writer left and return how many files; those of a living writer are locked and stay."""
        removed = 0
        for path in self.folder.glob(f"{_TEMPORARY}*"):
            with suppress(FileNotFoundError, BlockingIOError), path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
                removed += 1
        return removed

    def _place(self, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise NotFound(f"{sha256[:80]!r} is not a sha256.", "Give the 64 hexadecimal digits of an object.")
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def _files(self) -> Iterator[Path]:
        for top, folders, names in os.walk(self.folder, onerror=_refuse_listing):
            folders.sort()
            for name in sorted(names):
                if not (name.startswith(_TEMPORARY) and Path(top) == self.folder):
                    yield Path(top, name)

    def _fault(self, path: Path) -> str:
        if not _HASH.fullmatch(path.name) or path != self._place(path.name):
            return "This file is not an object of the vault; something else put it here."
        if path.is_symlink() or not path.is_file():
            return "This is a link or a device where the object's own file should be."
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            return f"It cannot be read: {error.strerror}."
        return "" if found == path.name else f"Its bytes were altered: they hash to {found}."


def _refuse_listing(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise StoreError(f"The vault cannot be listed: {error.strerror}.", "Check its permissions.") from error


def _present(target: Path, size: int) -> bool:
    try:
        found = target.stat().st_size
    except FileNotFoundError:
        return False
    if found != size:
        raise IntegrityError(
            f"Object {target.name} has {found} bytes where {size} were received.",
            "It was left as it is. Move that file out of the vault and add the report again.",
        )
    return True


def _write(data: bytes, folder: Path, target: Path) -> None:
    """Write beside, make durable, then name: the rename is the one moment at which the object begins to exist."""
    file, temporary = _locked_temporary(folder)
    try:
        with os.fdopen(file, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fchmod(file, 0o444)
            os.fsync(file)
            Path(temporary).rename(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _locked_temporary(folder: Path) -> tuple[int, str]:
    while True:
        file, name = mkstemp(prefix=_TEMPORARY, dir=folder)
        fcntl.flock(file, fcntl.LOCK_EX)
        if os.fstat(file).st_nlink:
            return file, name
        os.close(file)  # a sweep took it in the instant before it was locked


def _ensure_folder(folder: Path) -> None:
    """Create a folder and its parents so that they survive a power cut: each parent is synced after."""
    if folder.is_dir():
        return
    _ensure_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
