"""Files as they are found: folders walked, and each file opened so that nothing can hang or fill the memory."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sayso.errors import BadValue, NotFound, SaysoError, TooLarge, Unreadable, UnsupportedFormat

SIDECAR = ".meta.json"
_KINDS = (
    (stat.S_ISFIFO, "a pipe (FIFO)"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_SHOWN = "\u200c\u200d"  # the joiners that Persian and Indic names need


def inputs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files of the paths given, each once, in the order given and sorted within a folder.

    Folders are walked to the bottom, without hidden files and sidecars. Links to folders are not followed and, like
    missing paths and folders that cannot be listed, are kept, so that `captures` refuses them by name. A sidecar given
    beside its own file is left out, as a shell's `*` gives both.
    """
    found = [file for path in paths for file in _files(path)]
    present = set(found)
    return tuple(dict.fromkeys(file for file in found if not _is_sidecar_of_any(file, present)))


def shown(path: Path) -> str:
    """Return the path as clean Unicode; bytes that are none, controls and direction marks are written as escapes."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(
        character if character.isprintable() or character in _SHOWN else ascii(character)[1:-1] for character in text
    )


def read(path: Path, limit: int) -> bytes:
    """Return the file's bytes; raises what `opened` does, and TooLarge from its stated size, before reading."""
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise too_large(size, limit)
        data = file.read(size + 1)
        if len(data) > size:  # still being written, or of a kind that states no size
            data += file.read(limit + 1 - len(data))
    if len(data) > limit:
        raise too_large(len(data), limit)
    return data


def too_large(size: int, limit: int) -> TooLarge:
    """Return the error for more bytes than the setting allows."""
    return TooLarge(
        f"It has {size:,} bytes; the limit is {limit:,}.", "Split it, or raise the limit with SAYSO_MAX_BYTES."
    )


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading without ever waiting for it.

    Raises NotFound, UnsupportedFormat for a pipe, socket or device, BadValue for a folder or a name that no file can
    have, and Unreadable for a link that leads back to itself, a file that may not be read or a fault of the disk.
    """
    try:
        _refuse_kind(path)
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        with os.fdopen(descriptor, "rb") as file:
            yield file
    except OSError as error:
        raise _refusal(error) from error


def _refuse_kind(path: Path) -> None:
    if "\0" in str(path):
        raise BadValue("No file can have a NUL in its name.", "Check the path.")
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise _folder(path)
    for is_kind, thing in _KINDS:
        if is_kind(mode):
            raise UnsupportedFormat(f"It is {thing}, not a file.", "Save what it gives to a file and add that.")


def _folder(path: Path) -> SaysoError:
    if path.is_symlink():
        return BadValue("It is a link to a folder, and those are not followed.", "Give the folder itself.")
    try:
        with os.scandir(path):
            return BadValue("It is a folder.", "Give the folder to `inputs`, or the files in it.")
    except OSError as error:
        return _refusal(error, "folder")


def _refusal(error: OSError, thing: str = "file") -> SaysoError:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return NotFound("There is no such file.", "Check the path and its spelling.")
        case errno.EACCES | errno.EPERM:
            return Unreadable(f"You may not read this {thing}.", "Ask its owner, or change its permissions.")
        case errno.ELOOP:
            return Unreadable("It is a link that leads back to itself.", "Give the file that it should lead to.")
        case errno.ENAMETOOLONG:
            return BadValue("The name is longer than a file's can be.", "Check the path.")
        case _:
            return Unreadable(f"The {thing} cannot be read: {error.strerror}.", "Check the disk, or copy it elsewhere.")


def _files(path: Path) -> Iterator[Path]:
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        folder = False
    if not folder:
        yield path
        return
    closed: list[Path] = []
    for top, folders, names in os.walk(path, onerror=lambda error: closed.append(Path(str(error.filename)))):
        linked = [name for name in folders if Path(top, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *linked]):
            if not name.startswith(".") and not name.endswith(SIDECAR):
                yield Path(top, name)
    yield from closed


def _is_sidecar_of_any(file: Path, present: set[Path]) -> bool:
    if not file.name.endswith(SIDECAR):
        return False
    name = file.name.removesuffix(SIDECAR)
    return any(other.parent == file.parent and name in {other.name, other.stem} for other in present if other != file)
