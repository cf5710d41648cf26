"""Train the encoder: `python -m training --corpus corpus --corpora DIR --out DIR`."""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path

from .weights import Missing


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="our corpus, with train/ and dev/")
    parser.add_argument("--corpora", type=Path, required=True, help="the licensed corpora, a folder each")
    parser.add_argument("--out", type=Path, required=True, help="where the model is to stand")
    parser.add_argument("--minutes", type=float, default=85.0, help="plan as many steps as fit (default: 85)")
    parser.add_argument("--steps", type=int, help="train exactly so many steps, whatever the time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="examples of each corpus, for a trial")
    return parser.parse_args(given)


def main(given: list[str] | None = None) -> int:
    """Train as told and print the figures; 2 if something needed is missing."""
    options = arguments(given)
    try:
        course, loop = (import_module(f"training.{name}") for name in ("course", "loop"))
    except ImportError as error:
        sys.stderr.write(f"Training needs more packages ({error.name}): pip install -e '.[training]'\n")
        return 2
    try:
        settings = loop.Settings(minutes=options.minutes, seed=options.seed, steps=options.steps)
        figures = course.run(course.Places(options.corpus, options.corpora, options.out), settings, options.limit)
    except (Missing, ValueError, FileNotFoundError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
