"""Reports read ahead of who keeps them, so that no core waits while one is filed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future

from sayso.records import Capture, Reading, Refusal

MOST = 32  # reports that are read ahead
HEAVIEST = 16_000_000  # bytes of those, as received; of heavier ones as few as there are threads

Taken = tuple[Capture | Refusal, Future[Reading] | None]


def ahead(
    items: Iterator[Capture | Refusal], begin: Callable[[Capture], Future[Reading] | None], threads: int
) -> Iterator[Taken]:
    """Give every input in order, each with its reading, while the next ones are read.

    `begin` has a report read by another thread, or says None where that is not wanted.
    """
    waiting: deque[Taken] = deque()
    for item in items:
        waiting.append((item, begin(item) if isinstance(item, Capture) else None))
        while len(waiting) > threads and (len(waiting) > MOST or _bytes(waiting) > HEAVIEST):
            yield waiting.popleft()
    yield from waiting


def _bytes(waiting: deque[Taken]) -> int:
    return sum(len(item.data) for item, _ in waiting if isinstance(item, Capture))
