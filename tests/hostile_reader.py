"""Reads hostile inputs by name and says what became of each: `python -m tests.hostile_reader NAME…`.

Without names they are taken from standard input, a line each, and each is answered by a line; that is how the test
runs it, in a process of its own that may be killed.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from tests.hostile import cases

from sayso.archive import captures
from sayso.contract import reading_from_json, reading_to_json
from sayso.errors import Fault, OffsetError, SaysoError
from sayso.records import Capture, Meta, Reading
from sayso.settings import Settings
from sayso.spans import Span, check
from sayso.workspace import read

CPU_SECONDS = 10  # the promise, as processor time: it holds however busy the machine is
MEMORY = 4 << 30
META = Meta(published="2024-01-16", outlet="Orontes Wire", timezone="Asia/Damascus")


def spans(value: object) -> Iterator[Span]:
    """Yield every span within a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def require_sound(reading: Reading) -> None:
    """Raise unless every span quotes the text, and the JSON can be written as UTF-8 and read back the same."""
    for span in spans(reading):
        check(reading.text.body, span)
    written = json.dumps(reading_to_json(reading), ensure_ascii=False, allow_nan=False).encode()
    if reading_from_json(json.loads(written)) != reading:
        raise AssertionError("The JSON does not give the reading back.")


def outcome(path: Path) -> str:
    """Return "a reading" or the name of the refusal; for anything else "FAULT" and what went wrong."""
    try:
        require_sound(read(path, META))
    except (OffsetError, Fault) as error:
        return f"FAULT {error.name}: {error.cause}"
    except SaysoError as error:
        return error.name if error.cause and error.cure else f"FAULT {error.name} without cause or cure"
    except Exception as error:
        return f"FAULT {type(error).__name__}: {str(error)[:300]}"
    return "a reading"


def outcome_of_lines(path: Path) -> str:
    """Like `outcome`, for the whole file and then each of its lines."""
    found = [outcome(path)]
    for number, item in enumerate(captures(path, META, Settings())):
        if isinstance(item, Capture):
            line = path.with_name(f"line-{number}.json")
            line.write_bytes(item.data)
            found.append(outcome(line))
    return next((name for name in found if name.startswith("FAULT")), "lines")


def answers(names: Iterator[str], folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what became of each input; past the processor time the kernel ends the process."""
    made = {case.name: case.make for case in cases()}
    for name in names:
        path = folder / name
        path.write_bytes(made[name]())
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        answer = outcome_of_lines(path) if path.suffix == ".jsonl" else outcome(path)
        signal.setitimer(signal.ITIMER_PROF, 0)
        path.unlink()
        yield name, answer


def main() -> None:
    """Read the word lists and models once, then the inputs, answering on what was standard output at the start."""
    out = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not pass for an answer
    read(b"The ministry said on Tuesday that the town was shelled.", META, name="first.txt")
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    names = iter(sys.argv[1:] or (line.rstrip("\n") for line in sys.stdin))
    with tempfile.TemporaryDirectory() as folder:
        for name, answer in answers(names, Path(folder)):
            out.write(f"{name}: {' '.join(answer.split())}\n")


if __name__ == "__main__":
    main()
