"""SIGKILL at any moment of linking: the next run makes the incidents of an undisturbed one."""

from __future__ import annotations

import itertools
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from tests import linked
from tests.linked import WEEK, added, written

from sayso.incidents import Incident
from sayso.store.filing import Filing
from sayso.store.linking import Linking, Settling
from sayso.workspace import Workspace

CHANCE = random.Random(20310408)
MEMORY = Path("/dev/shm")  # a kill loses nothing that the system was given, so memory serves as well as a disk


@pytest.fixture(scope="module", autouse=True)
def _plain_stages() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.workspace._reading", linked.read)
        yield


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as made:
        yield Path(made)


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return written(tmp_path_factory.mktemp("week") / "inbox", WEEK)


@pytest.fixture(scope="module")
def whole(week: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Incident, ...]:
    """What an undisturbed run comes to."""
    return added(tmp_path_factory.mktemp("whole"), week)


def adding(folder: Path, week: list[Path], arrange: Callable[[], None]) -> int:
    """Start a child that adds the reports one by one, after `arrange` has run in it; gives its process id."""
    child = os.fork()
    if child:
        return child
    try:
        arrange()
        added(folder, week)
    finally:
        os._exit(0)


def dying(owner: type, method: str, number: int) -> Callable[[], None]:
    """Die at the end of the nth call of a method, before its transaction ends."""
    whole, numbers = getattr(owner, method), itertools.count(1)

    def and_die(*given: Any, **named: Any) -> Any:
        result = whole(*given, **named)
        if next(numbers) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return lambda: pytest.MonkeyPatch().setattr(owner, method, and_die)


STEPS = (
    (Linking, "link"), (Filing, "file"), (Filing, "forget"), (Filing, "align"),
    (Settling, "dissolve"), (Settling, "conclude"), (Settling, "settle"),
)  # fmt: skip
MOMENTS = [(owner, method, CHANCE.randint(1, 7)) for owner, method in STEPS for _ in range(2)]


@pytest.mark.parametrize(("owner", "method", "number"), MOMENTS, ids=lambda value: getattr(value, "__name__", value))
def test_a_kill_at_a_chosen_step_changes_no_incident(
    folder: Path, week: list[Path], whole: tuple[Incident, ...], owner: type, method: str, number: int
) -> None:
    _, status = os.waitpid(adding(folder, week, dying(owner, method, number)), 0)
    assert -signal.SIGKILL == os.waitstatus_to_exitcode(status)
    assert whole == added(folder, week)


@pytest.mark.parametrize("share", [CHANCE.random() for _ in range(6)], ids=lambda share: f"{share:.2f}")
def test_a_kill_at_any_moment_changes_no_incident(
    folder: Path, week: list[Path], whole: tuple[Incident, ...], share: float
) -> None:
    child = adding(folder, week, lambda: None)
    time.sleep(share)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert whole == added(folder, week)


def test_what_was_linked_before_a_kill_is_settled_by_the_next_reading(
    folder: Path, week: list[Path], whole: tuple[Incident, ...]
) -> None:
    with Workspace.open(folder) as opened:
        for path in week:
            list(opened.add([path]))
    os.waitpid(adding(folder, week, dying(Settling, "due", 1)), 0)
    with Workspace.open(folder) as opened:
        opened._store.linking.stir(whole[0].reports)
        assert whole == opened.incidents()
