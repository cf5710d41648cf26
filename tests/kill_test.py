"""SIGKILL at any moment of `add`: nothing lost, nothing half-written, and the next run completes."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.plain_reading import plain_reading

from sayso.archive import Vault, custody
from sayso.records import Added, Custody, Reading, Refusal
from sayso.workspace import Workspace

REPORTS = 60
CHANCE = random.Random(20310302)
# A kill loses nothing that the system was given, so memory serves as well as a disk, in a third of the time.
MEMORY = Path("/dev/shm")
HARBOURS = ("Tartus", "Latakia", "Mersin", "Tripoli", "Varna", "Odesa")


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as made:
        yield Path(made)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    for number in range(REPORTS):
        harbour = HARBOURS[number % len(HARBOURS)]
        said = f"The harbour master says berth {number} is open.\nA pilot says berth {number} is shut.\n"
        (folder / f"{number:02}.txt").write_text(f"Day {number} in {harbour}\n{said * (1 + number % 7)}")
    return folder


@pytest.fixture(scope="module", autouse=True)
def _plain_stages() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.workspace._reading", plain_reading)
        yield


@pytest.fixture(scope="module")
def whole(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """What an undisturbed run keeps."""
    folder = tmp_path_factory.mktemp("whole")
    assert REPORTS == len(add(folder, inbox))
    return kept_in(folder)


def add(folder: Path, inbox: Path) -> list[Added | Refusal]:
    with Workspace.open(folder) as opened:
        return list(opened.add([inbox]))


def adding(folder: Path, inbox: Path, arrange: Callable[[], None]) -> int:
    """Start a child that adds the inbox, after `arrange` has run in it; gives its process id."""
    child = os.fork()
    if child:
        return child
    try:
        arrange()
        add(folder, inbox)
    finally:
        os._exit(0)


def kept_in(folder: Path) -> dict[str, Reading]:
    """Every report that is listed, read back whole; the workspace must verify."""
    with Workspace.open(folder) as opened:
        assert [] == [finding for finding in opened.verify() if finding.severity == "error"]
        assert [] == list((folder / "vault").glob("incoming-*"))
        listed = opened.reports(limit=REPORTS + 1)
        assert opened.count() == len(listed)
        return {row.report.id: opened.reading(row.report.id)[1] for row in listed}


def check(folder: Path, inbox: Path, whole: dict[str, Reading]) -> None:
    """After a kill: what is there is right; the next run brings the rest."""
    kept = kept_in(folder)
    assert kept == {report_id: whole[report_id] for report_id in kept}
    assert len(kept) == sum(not outcome.new for outcome in add(folder, inbox) if isinstance(outcome, Added))
    assert whole == kept_in(folder)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def after_the_rename(number: int) -> Callable[[], None]:
    """Die when the bytes of this report are in the vault and the database knows nothing of them."""
    keep, numbers = Vault.keep, itertools.count(1)

    def keep_and_die(vault: Vault, data: bytes) -> str:
        kept = keep(vault, data)
        if next(numbers) == number:
            die()
        return kept

    return lambda: pytest.MonkeyPatch().setattr(Vault, "keep", keep_and_die)


def in_the_transaction(number: int) -> Callable[[], None]:
    """Die when the transaction of this report is open and its custody line about to be written."""

    def draw_and_die(previous: Custody | None, at: str, sha256: str, origin: str, tool: str) -> Custody:
        line = custody(previous, at, sha256, origin, tool)
        if line.sequence == number:
            die()
        return line

    return lambda: pytest.MonkeyPatch().setattr("sayso.workspace.custody", draw_and_die)


MOMENTS = [kind(CHANCE.randint(1, REPORTS)) for kind in (after_the_rename, in_the_transaction) for _ in range(13)]


@pytest.mark.parametrize("arrange", MOMENTS, ids=range(len(MOMENTS)))
def test_a_kill_at_a_chosen_moment_loses_nothing(
    inbox: Path, whole: dict[str, Reading], folder: Path, arrange: Callable[[], None]
) -> None:
    _, status = os.waitpid(adding(folder, inbox, arrange), 0)
    assert -signal.SIGKILL == os.waitstatus_to_exitcode(status)
    check(folder, inbox, whole)


@pytest.mark.parametrize("share", [CHANCE.random() for _ in range(24)], ids=lambda share: f"{share:.2f}")
def test_a_kill_at_any_moment_loses_nothing(
    inbox: Path, whole: dict[str, Reading], folder: Path, duration: float, share: float
) -> None:
    child = adding(folder, inbox, lambda: None)
    time.sleep(duration * share)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    check(folder, inbox, whole)


@pytest.fixture(scope="module")
def duration(inbox: Path) -> float:
    """Seconds that an undisturbed run takes here, so that the kills are spread over all of it."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as made:
        began = time.monotonic()
        os.waitpid(adding(Path(made), inbox, lambda: None), 0)
        return time.monotonic() - began


@pytest.mark.parametrize("seconds", [0.3, 0.8, 1.3])
def test_the_command_itself_may_be_killed(inbox: Path, folder: Path, seconds: float) -> None:
    run = [sys.executable, "-m", "sayso", "add", str(inbox), "--workspace", str(folder)]
    with subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        time.sleep(seconds)
        started.kill()
    kept = kept_in(folder)
    assert 0 == subprocess.run(run, capture_output=True, check=False).returncode
    completed = kept_in(folder)
    assert REPORTS == len(completed)
    assert kept == {report_id: completed[report_id] for report_id in kept}
