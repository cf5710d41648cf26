"""Prints what the shipped gazetteer costs: size, time to open, microseconds a lookup, resident memory."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time

from sayso.places.gazetteer import SHIPPED, Gazetteer

SPELLINGS = (
    "Hassakeh", "Al-Hasakah", "Haseke", "الحسكة", "Deir Ezzor", "Dayr az-Zawr", "Kharkov", "Kharkiv", "Харків", "Syria",
    "Syrians", "San José", "Springfield", "Kabul", "Gaza", "Ain al-Asad", "Tal Abyad", "El Fasher", "Zzyzx", "council",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run measured."""

    megabytes: float
    places: int
    open_ms: float
    lookup_us: float
    lookup_slowest_percent_us: float
    resident_mb: float


def _resident() -> float:
    """Return what this process holds in memory now, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _cold() -> tuple[float, float]:
    """Open the gazetteer and look up a thousand names: milliseconds to open, and MB more than before."""
    before, start = _resident(), perf_counter()
    gazetteer = Gazetteer.open()
    opened = 1000 * (perf_counter() - start)
    for name in _names(gazetteer, 1000):
        gazetteer.lookup(name)
    return opened, _resident() - before


def _names(gazetteer: Gazetteer, count: int) -> list[str]:
    """Return names of places drawn evenly from those of the best known, and the spellings above."""
    draw = random.Random(1)
    known = gazetteer.best_known(40_000)
    return [*(draw.choice(known).name for _ in range(count - len(SPELLINGS))), *SPELLINGS]


def measure() -> Figures:
    """Measure: opening and memory in a process of their own, lookups here."""
    cold = [
        subprocess.run([sys.executable, __file__, "--cold"], capture_output=True, text=True, check=True)
        for _ in "12345"
    ]
    opened, memory = zip(*(json.loads(run.stdout) for run in cold), strict=True)
    gazetteer = Gazetteer.open()
    spent = []
    for name in dict.fromkeys(_names(gazetteer, 20_000)):  # each once: a second time it would be remembered
        start = process_time()  # what else the machine does is not the gazetteer's
        gazetteer.lookup(name)
        spent.append(1e6 * (process_time() - start))
    return Figures(
        megabytes=sum(path.stat().st_size for path in SHIPPED) / 1e6,
        places=len(gazetteer),
        open_ms=statistics.median(opened),
        lookup_us=statistics.mean(spent),
        lookup_slowest_percent_us=sorted(spent)[-len(spent) // 100],
        resident_mb=statistics.median(memory),
    )


def lines(figures: Figures) -> list[str]:
    """Return the figures as lines for a person."""
    return [
        f"size      {figures.megabytes:.1f} MB in {len(SHIPPED)} files, {figures.places:,} places",
        f"open      {figures.open_ms:.0f} ms, checksum included (median of 5)",
        f"lookup    {figures.lookup_us:.0f} microseconds of processor time on average; "
        f"one in a hundred takes more than {figures.lookup_slowest_percent_us:.0f}",
        f"resident  {figures.resident_mb:.0f} MB more than without, after a thousand lookups",
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--cold", action="store_true", help="open once, and print milliseconds and MB")
    options = parser.parse_args()
    if options.cold:
        sys.stdout.write(json.dumps(_cold()))
        return
    figures = measure()
    sys.stdout.write((json.dumps(asdict(figures), indent=2) if options.json else "\n".join(lines(figures))) + "\n")


if __name__ == "__main__":
    main()
