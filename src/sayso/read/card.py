"""The card of the model that reads: what it is, what taught it, and what it cannot do."""

from __future__ import annotations

import json
from importlib.resources import files

from sayso.errors import ModelError
from sayso.figures import Model
from sayso.read.encoder import FOLDER, VERSION


def card() -> Model:
    """Read the card that ships with the model; raises ModelError where it is gone or damaged.

    The model itself, which is held against its card whenever it is loaded, is not opened for that.
    """
    try:
        told = json.loads(files("sayso.read").joinpath(FOLDER, "card.json").read_text("utf-8"))
        hashed = told["files"]["reader.onnx"]
        return Model(
            name=f"{VERSION}-{hashed[:8]}",
            sha256=hashed,
            bytes=told["bytes"],
            limits=tuple(told["limits"]),
            starts_from=(told["starts_from"]["package"], told["starts_from"]["licence"]),
            data=tuple((one["name"], one["licence"]) for one in told["data"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"The card of the model cannot be read: {error}.") from error
