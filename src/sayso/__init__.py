"""On whose say-so? Reads published reports on conflict and shows who says what, through whom, how surely."""

__version__ = "0.1.0"
