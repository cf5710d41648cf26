"""The trained network as one small file, and the file run: ONNX with whole numbers of eight bits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from sayso.read.decode import Outputs
from sayso.read.encoder import OUTPUTS, START, STOP

from .network import Reader
from .texts import Run

LIMIT = 30_000_000  # bytes
_OPSET = 17
_INPUTS = ("ids", "shapes", "mask")


class TooLarge(Exception):
    """The file is larger than may be shipped."""


def export(network: Reader, path: Path) -> int:
    """Write the network to a file; returns its size in bytes. Raises `TooLarge`."""
    whole = path.with_suffix(".float.onnx")
    axes = {name: {0: "batch", 1: "pieces"} for name in (*_INPUTS, *OUTPUTS)}
    given = tuple(torch.ones(2, 16, dtype=torch.int64) for _ in _INPUTS)
    network.eval().cpu()
    torch.onnx.export(
        network, given, str(whole), input_names=_INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
        opset_version=_OPSET, dynamo=False,
    )  # fmt: skip
    # Seven bits of range: products of eight overflow on processors without VNNI, which would then find other spans.
    quantize_dynamic(
        whole, path, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, reduce_range=True,
        weight_type=QuantType.QInt8,
    )  # fmt: skip
    whole.unlink()
    if path.stat().st_size > LIMIT:
        raise TooLarge(f"{path.name} has {path.stat().st_size:,} bytes, more than {LIMIT:,}.")
    return path.stat().st_size


def session(path: Path, threads: int = 2) -> Run:
    """Load a written file; the function returned reads windows with it.

    One by one: eight bits are spread over what a run holds, so a window read beside others could come out otherwise.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    loaded = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    together = _runner(lambda ids, shapes, mask: loaded.run(OUTPUTS, {"ids": ids, "shapes": shapes, "mask": mask}))
    return lambda given: [output for window in given for output in together([window])]


def torch_run(network: Reader, device: str) -> Run:
    """Return the function that reads windows with the network itself."""

    def run(*given: Any) -> list[Any]:
        with torch.inference_mode():
            outputs = network(*(torch.from_numpy(array).to(device) for array in given))
        return [output.float().cpu().numpy() for output in outputs]

    return _runner(run)


def _runner(run: Any) -> Run:
    """Wrap a function from padded arrays to padded arrays; the end pieces are put on and taken off."""

    def read(windows: Sequence[tuple[list[int], list[int]]]) -> list[Outputs]:
        if not windows:
            return []
        longest = max(len(ids) for ids, _ in windows) + 2
        ids, shapes, mask = (np.zeros((len(windows), longest), np.int64) for _ in _INPUTS)
        for row, (given, shaped) in enumerate(windows):
            size = len(given) + 2
            ids[row, :size], shapes[row, 1 : size - 1], mask[row, :size] = [START, *given, STOP], shaped, 1
        found = run(ids, shapes, mask)
        return [
            Outputs(*(np.asarray(output[row, 1 : len(given) + 1]) for output in found))
            for row, (given, _) in enumerate(windows)
        ]

    return read
