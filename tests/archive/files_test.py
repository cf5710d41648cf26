"""Which files a folder gives, and the files that cannot be read: each a named error, none a wait."""

import os
import socket
from pathlib import Path

import pytest

from sayso.archive.files import inputs, opened, read, shown
from sayso.errors import BadValue, NotFound, SaysoError, TooLarge, Unreadable, UnsupportedFormat


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"The text of {name}.")


def test_a_folder_gives_its_files_sorted_and_to_the_bottom(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a.html", "deep/er/c.pdf", "deep/a.jsonl")
    expected = ["a.html", "b.txt", "deep/a.jsonl", "deep/er/c.pdf"]
    assert expected == [str(path.relative_to(tmp_path)) for path in inputs([tmp_path])]


def test_hidden_files_and_sidecars_of_a_folder_are_skipped(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "a.txt.meta.json", "orphan.meta.json", ".DS_Store", ".git/config", "b/.hidden")
    assert (tmp_path / "a.txt",) == inputs([tmp_path])


def test_what_is_named_is_kept_in_its_order_each_once(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", ".hidden.txt", "a.txt")
    named = [tmp_path / "b.txt", tmp_path / ".hidden.txt", tmp_path / "missing.txt", tmp_path / "b.txt"]
    assert (*named[:3], tmp_path / "a.txt") == inputs([*named, tmp_path])


def test_a_sidecar_named_beside_its_file_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "a.txt.meta.json", "b.txt", "b.meta.json", "orphan.meta.json")
    expected = (tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "orphan.meta.json")
    assert expected == inputs(sorted(tmp_path.iterdir()))


def test_a_linked_folder_is_not_followed_but_kept_to_be_refused(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    found = inputs([tmp_path / "in"])
    assert (tmp_path / "in" / "a.txt", tmp_path / "in" / "loop") == found
    with pytest.raises(BadValue, match="link to a folder"):
        read(found[1], 100)


def test_a_folder_that_cannot_be_listed_is_kept_to_be_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", "shut/b.txt")
    real = os.scandir

    def scandir(path: str | Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert (tmp_path / "a.txt", tmp_path / "shut") == inputs([tmp_path])
    with pytest.raises(Unreadable, match="You may not read this folder"):
        read(tmp_path / "shut", 100)


def test_a_path_that_cannot_exist_is_kept_to_be_refused() -> None:
    impossible = [Path("a\0b"), Path("x" * 5_000)]
    assert tuple(impossible) == inputs(impossible)
    for path in impossible:
        with pytest.raises(BadValue):
            read(path, 100)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert b"x" * 100 == read(tmp_path / "a", 100)


def test_a_large_file_is_refused_by_its_stated_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(TooLarge, match="60,000,000 bytes; the limit is 50,000,000"):
        read(tmp_path / "a", 50_000_000)


def test_a_file_that_states_no_size_is_read_to_the_limit() -> None:
    assert read(Path("/proc/self/status"), 100_000).startswith(b"Name:")
    with pytest.raises(TooLarge):
        read(Path("/proc/self/status"), 10)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_dead_link(path: Path) -> None:
    path.symlink_to(path.parent / "gone")


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (a_pipe, UnsupportedFormat, "a pipe"),
        (a_socket, UnsupportedFormat, "a socket"),
        (a_device, UnsupportedFormat, "a device"),
        (a_loop, Unreadable, "leads back to itself"),
        (a_dead_link, NotFound, "no such file"),
        (a_folder, BadValue, "a folder"),
    ],
)
def test_what_is_no_file_is_named_without_waiting(
    make: object, error: type[SaysoError], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert callable(make)
    make(tmp_path / "it")
    with pytest.raises(error, match=words):
        read(tmp_path / "it", 100)


@pytest.mark.parametrize(
    ("number", "error", "words"),
    [(13, Unreadable, "You may not read this file"), (5, Unreadable, "cannot be read"), (2, NotFound, "no such file")],
)
def test_a_refusal_of_the_system_is_named(
    number: int, error: type[SaysoError], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.txt")

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(error, match=words):
        read(tmp_path / "a.txt", 100)


def test_a_fault_of_the_disk_while_reading_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    with pytest.raises(Unreadable, match="cannot be read"), opened(tmp_path / "a.txt"):
        raise OSError(5, "Input/output error")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (Path("news/إدلب.txt"), "news/إدلب.txt"),
        (Path(os.fsdecode(b"caf\xe9.txt")), "caf\\xe9.txt"),
        (Path("a\x1b[31m.txt"), "a\\x1b[31m.txt"),
        (Path("report\u202etxt.exe"), "report\\u202etxt.exe"),
    ],
)
def test_a_name_is_shown_as_clean_text(path: Path, expected: str) -> None:
    assert expected == shown(path)
