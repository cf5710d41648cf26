"""Every hostile input becomes a reading that quotes its text, or a named error: no other exception, and no hang.

A sample by default; SAYSO_HOSTILE=all runs all 2,000.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random

import pytest
from tests import hostile_pdf
from tests.hostile import cases
from tests.hostile_reader import CPU_SECONDS

from sayso.errors import (
    BadValue,
    IntegrityError,
    NoText,
    NotFound,
    PartialFailure,
    SaysoError,
    ServeError,
    StoreError,
    TooLarge,
    Unreadable,
    UnsupportedFormat,
)

ROOT = Path(__file__).parents[1]
WALL_SECONDS = 60  # for what waits instead of working; generous, as the machine may be busy
WORKERS = 2
SAMPLE = 300
ALL = os.environ.get("SAYSO_HOSTILE") == "all"


class Reader:
    """A process that reads one input after another, and is replaced when one kills or stops it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.hostile_reader"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def answer(self, name: str) -> str | None:
        """Return what became of the input, or None where the process is of no more use."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{name}\n".encode())
        self.process.stdin.flush()
        if not select.select([self.process.stdout], [], [], WALL_SECONDS)[0]:
            return None
        return self.process.stdout.readline().decode().strip() or None

    def end(self) -> str:
        """End the process and return how it ended."""
        self.process.kill() if self.process.poll() is None else None
        code = self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()
        return {-signal.SIGPROF: f"past {CPU_SECONDS} s", -signal.SIGKILL: f"no answer in {WALL_SECONDS} s"}.get(
            code, f"the process died ({code})"
        )


def read_all(names: SimpleQueue[str]) -> Iterator[str]:
    """Take names until there are no more and yield `NAME: what became of it`."""
    reader = Reader()
    try:
        while True:
            name = names.get_nowait()
            answer = reader.answer(name)
            if answer is None:
                answer = f"{name}: FAULT {reader.end()}"
                reader = Reader()
            yield answer
    except Empty:
        reader.end()


def test_every_input_is_a_reading_or_a_named_error() -> None:
    drawn = list(cases())
    assert 2_000 == len({case.name for case in drawn})
    names: SimpleQueue[str] = SimpleQueue()
    wanted = drawn if ALL else drawn[:: len(drawn) // SAMPLE]
    for case in wanted:
        names.put(case.name)
    with ThreadPoolExecutor(WORKERS) as pool:
        answers = [answer for found in pool.map(lambda _: list(read_all(names)), range(WORKERS)) for answer in found]
    counted = Counter(answer.partition(": ")[2] for answer in answers)
    assert len(wanted) == len(answers)
    assert "" == "\n".join(answer for answer in answers if ": FAULT" in answer)
    assert {"a reading", "NoText", "TooLarge", "UnsupportedFormat", "Unreadable"} <= set(counted)


# ---- through the command line, one input an error ----


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "sayso", *map(str, arguments), "--json"]
    return subprocess.run(line, capture_output=True, text=True, timeout=WALL_SECONDS, check=False)


def a_sparse_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(60_000_000)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def nothing_there(path: Path) -> None:
    assert not path.exists()


def bytes_of(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


TWO_LINES = b'{"text": "The port was closed."}\n{"text": "It was opened."}\n'
SAID = b"The harbour master said on Tuesday that the port was closed."


@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        ("report.txt", bytes_of(SAID), 0),
        ("missing.txt", nothing_there, NotFound),
        ("picture.txt", bytes_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), UnsupportedFormat),
        ("pipe.txt", a_pipe, UnsupportedFormat),
        ("large.txt", a_sparse_file, TooLarge),
        ("deep.json", bytes_of(b'{"text": ' * 100_000), TooLarge),
        ("cut.pdf", bytes_of(hostile_pdf.report(["The port was closed."])[:200]), Unreadable),
        ("locked.pdf", bytes_of(hostile_pdf.locked(Random(1))), Unreadable),
        ("loop.txt", a_loop, Unreadable),
        ("empty.txt", bytes_of(b""), NoText),
        ("pictures.pdf", bytes_of(hostile_pdf.one_page(hostile_pdf.packed(b"0 0 9 9 re f"))), NoText),
        ("two.jsonl", bytes_of(TWO_LINES), BadValue),
        ("undated.json", bytes_of(b'{"text": "The port was closed.", "published": "soon"}'), BadValue),
    ],
)
def test_the_command_ends_with_the_error_s_own_code(
    name: str, make: Callable[[Path], object], expected: type[SaysoError] | int, tmp_path: Path
) -> None:
    make(tmp_path / name)
    ended = command("read", tmp_path / name)
    code = expected if isinstance(expected, int) else expected.exit_code
    assert (code, False) == (ended.returncode, "Traceback" in ended.stderr), ended.stderr


def test_a_bad_flag_ends_with_its_code(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAID)
    ended = command("read", tmp_path / "a.txt", "--published", "2024-02-30")
    assert (BadValue.exit_code, False) == (ended.returncode, "Traceback" in ended.stderr)


def test_a_folder_with_bad_files_is_taken_in_but_for_them(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(SAID)
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    ended = command("add", tmp_path / "in", "--workspace", tmp_path / "kept")
    assert (PartialFailure.exit_code, False) == (ended.returncode, "Traceback" in ended.stderr)


def test_a_workspace_that_is_a_file_and_one_that_is_altered_have_their_codes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SAID)
    assert StoreError.exit_code == command("add", tmp_path / "a.txt", "--workspace", tmp_path / "a.txt").returncode
    assert 0 == command("add", tmp_path / "a.txt", "--workspace", tmp_path / "kept").returncode
    (kept,) = (tmp_path / "kept" / "vault").glob("??/??/*")
    kept.chmod(0o644)
    kept.write_bytes(SAID.replace(b"closed", b"opened"))
    assert IntegrityError.exit_code == command("verify", "--workspace", tmp_path / "kept").returncode


def test_a_port_that_is_taken_has_its_code(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = command("serve", "--workspace", tmp_path / "kept", "--port", str(taken.getsockname()[1]))
    assert (ServeError.exit_code, False) == (ended.returncode, "Traceback" in ended.stderr)
