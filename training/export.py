"""The trained network as one file, and the file run: ONNX that keeps its weights in eight bits and counts in 32."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from sayso.read.decode import Outputs
from sayso.read.encoder import OUTPUTS, START, STOP

from .network import SIZE, Reader
from .texts import Run

LIMIT = 30_000_000  # bytes
_OPSET = 17
_NORM_STEPS = (
    "share", "small", "middle", "aside", "squared", "spread", "safe", "root", "inverse", "even", "scaled"
)  # fmt: skip
_STEPS = 127  # of each sign, from nothing to the largest weight of a column or row
_SMALL = 10_000  # weights of a part that stays as it is
_INPUTS = ("ids", "shapes")


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
    onnx.save(narrowed(spelled(onnx.load(str(whole)))), str(path))
    whole.unlink()
    if path.stat().st_size > LIMIT:
        raise TooLarge(f"{path.name} has {path.stat().st_size:,} bytes, more than {LIMIT:,}.")
    return path.stat().st_size


def narrowed(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the model with its large tables of weights in eight bits, widened to 32 when it is loaded.

    A weight matrix has a scale a column, a table of embeddings one a row. Whatever is counted is counted in 32 bits, so
    that processors differ by rounding alone. The model given is changed.
    """
    graph, widened = model.graph, []
    factors = {node.input[1] for node in graph.node if node.op_type == "MatMul"}
    for part in list(graph.initializer):
        weights = numpy_helper.to_array(part)
        if weights.dtype != np.float32 or weights.ndim != 2 or weights.size < _SMALL:
            continue
        scales = np.abs(weights).max(axis=0 if part.name in factors else 1, keepdims=True) / _STEPS
        steps = np.round(weights / np.where(scales == 0, 1, scales)).astype(np.int8)
        names = [f"{part.name}.{suffix}" for suffix in ("steps", "scales", "wide")]
        graph.initializer.remove(part)
        graph.initializer.extend(map(numpy_helper.from_array, (steps, scales.astype(np.float32)), names))
        widened.append(helper.make_node("Cast", [names[0]], [names[2]], to=TensorProto.FLOAT))
        widened.append(helper.make_node("Mul", [names[2], names[1]], [part.name]))
    rest = list(graph.node)
    del graph.node[:]
    graph.node.extend([*widened, *rest])
    return model


def spelled(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the model with each LayerNormalization spelled out in steps that onnxruntime counts faster than its own.

    Its kernel takes an eighth of a reading's time. Means are products with a column of equal shares, which its
    optimizer does not fold back into that kernel. The model given is changed.
    """
    graph, nodes = model.graph, []
    for number, node in enumerate(graph.node):
        if node.op_type != "LayerNormalization":
            nodes.append(node)
            continue
        given, scale, shift = node.input
        near = next(part.f for part in node.attribute if part.name == "epsilon")
        share, small, *steps = (f"norm.{number}.{step}" for step in _NORM_STEPS)
        middle, aside, squared, spread, safe, root, inverse, even, scaled = steps
        fixed = ((np.full((SIZE, 1), 1 / SIZE, np.float32), share), (np.array([near], np.float32), small))
        graph.initializer.extend(numpy_helper.from_array(values, name) for values, name in fixed)
        operations = (
            ("MatMul", given, share, middle), ("Sub", given, middle, aside), ("Mul", aside, aside, squared),
            ("MatMul", squared, share, spread), ("Add", spread, small, safe), ("Sqrt", safe, root),
            ("Reciprocal", root, inverse), ("Mul", aside, inverse, even), ("Mul", even, scale, scaled),
            ("Add", scaled, shift, node.output[0]),
        )  # fmt: skip
        nodes += [helper.make_node(kind, taken, [made]) for kind, *taken, made in operations]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def session(path: Path, threads: int = 2) -> Run:
    """Load a written file; the function returned reads windows with it, one by one as the program does."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    loaded = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    together = _runner(lambda ids, shapes, _: loaded.run(OUTPUTS, {"ids": ids, "shapes": shapes}))
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
        ids, shapes, mask = (np.zeros((len(windows), longest), np.int64) for _ in range(3))
        for row, (given, shaped) in enumerate(windows):
            size = len(given) + 2
            ids[row, :size], shapes[row, 1 : size - 1], mask[row, :size] = [START, *given, STOP], shaped, 1
        found = run(ids, shapes, mask)
        return [
            Outputs(*(np.asarray(output[row, 1 : len(given) + 1]) for output in found))
            for row, (given, _) in enumerate(windows)
        ]

    return read
