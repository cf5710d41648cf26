#!/usr/bin/env python3
"""Check marked reports: `python corpus/check.py [FOLDER] [--show] [--stats]`; see `tools/check.py`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpus.tools.check import main

if __name__ == "__main__":
    sys.exit(main())
