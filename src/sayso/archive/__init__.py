"""Bytes as received, never altered: what they are, what is said about them, and where they are kept."""

from sayso.archive.capture import capture, captures
from sayso.archive.custody import Break, broken, custody
from sayso.archive.files import inputs
from sayso.archive.vault import Damage, Vault

__all__ = ["Break", "Damage", "Vault", "broken", "capture", "captures", "custody", "inputs"]
