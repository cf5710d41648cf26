"""What needs torch; `make test` goes by it where training is not set up."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")
pytest.importorskip("torch", reason="torch is needed for training alone")
pytest.importorskip("onnxruntime", reason="training needs more packages")
pytest.importorskip("tokenizers", reason="training needs more packages")

from tests.pieces import pieces
from training.encode import Row, rows
from training.example import Class, Example, Link, Span

from sayso.read.schema import LAYERS

torch: Any = importlib.import_module("torch")
losses: Any = importlib.import_module("training.losses")
network: Any = importlib.import_module("training.network")
export: Any = importlib.import_module("training.export")
loop: Any = importlib.import_module("training.loop")

EXAMPLE = Example(
    "Two died, the mayor said. Nobody fled.",
    (Span("content", 0, 8), Span("source", 10, 19), Span("cue", 20, 24), Span("own", 26, 37)),
    (Link("source", 0, 10), Link("cue", 0, 20), Link("relay", 10, None)),
    (Class("polarity", 0, "positive"), Class("polarity", 26, "negative"), Class("factuality", 4, 3.0)),
    frozenset(LAYERS),
)
TEACHING = list(rows(EXAMPLE, pieces(EXAMPLE.text)))
SILENT = list(rows(Example(EXAMPLE.text, ()), pieces(EXAMPLE.text)))


@pytest.fixture
def reader() -> Any:
    torch.manual_seed(1)
    network.DEPTH = 1
    yield network.Reader().eval()
    network.DEPTH = 6


def told(reader: Any, given: list[Row]) -> dict[str, float]:
    batch = losses.batch(given)
    found = losses.losses(reader(batch.ids, batch.shapes, batch.mask), batch)
    return {name: float(loss.detach()) for name, loss in found.items()}


def test_what_an_example_does_not_cover_is_not_taught(reader: Any) -> None:
    assert {"tags": 0.0, "links": 0.0, "classes": 0.0, "factuality": 0.0} == told(reader, SILENT)
    assert all(loss > 0 for loss in told(reader, TEACHING).values())


def test_padding_changes_nothing(reader: Any) -> None:
    ids, shapes = TEACHING[0].ids[1:-1].tolist(), TEACHING[0].shapes[1:-1].tolist()
    run = export.torch_run(reader, "cpu")
    alone, (beside, _) = run([(ids, shapes)])[0], run([(ids, shapes), (ids * 2, shapes * 2)])
    assert len(ids) == len(alone.tags) == len(beside.tags)
    np.testing.assert_allclose(alone.tags, beside.tags, atol=1e-4)


def test_a_few_steps_lower_the_loss(reader: Any) -> None:
    before = sum(told(reader, TEACHING).values())
    settings = loop.Settings()
    optimiser = loop._optimiser(reader, settings)
    for _ in range(5):
        loop._step(reader, optimiser, losses.batch(TEACHING), settings)
    assert sum(told(reader.eval(), TEACHING).values()) < before


def test_the_same_seed_and_steps_give_the_same_weights() -> None:
    network.DEPTH = 1
    made = []
    for _ in "ab":
        loop.settle(3)
        one = network.Reader()
        loop.train(one, [loop.Pool(TEACHING * 3)], [], loop.Settings(steps=3, seed=3), lambda *_, **__: None)
        made.append(one.tags.weight.detach().numpy())
    network.DEPTH = 6
    np.testing.assert_array_equal(*made)


def test_the_rate_rises_and_falls_to_nothing() -> None:
    rates = [loop._rate(step, 100, 0.1) for step in (0, 9, 10, 55, 100)]
    assert [0.1, 1.0, 1.0, 0.5, 0.0] == [round(rate, 3) for rate in rates]


def test_the_written_file_says_what_the_network_says(reader: Any, tmp_path: Any) -> None:
    path = tmp_path / "reader.onnx"
    size = export.export(reader, path)
    given = [(TEACHING[0].ids[1:-1].tolist(), TEACHING[0].shapes[1:-1].tolist())]
    ours, theirs = export.session(path, 1)(given)[0], export.torch_run(reader, "cpu")(given)[0]
    assert size == path.stat().st_size < export.LIMIT
    assert ours.left.shape == theirs.left.shape == (len(given[0][0]), len(network.RELATIONS), network.PAIR)
    assert 0.999 < np.corrcoef(ours.tags.ravel(), theirs.tags.ravel())[0, 1]


def test_the_written_file_keeps_eight_bits_of_each_weight_and_widens_them_in_itself(reader: Any) -> None:
    onnx = importlib.import_module("onnx")
    given = {"w": np.array([[1.0, -0.1], [0.5, 0.2]] * 6_000, np.float32), "b": np.ones(2, np.float32)}
    held = [onnx.numpy_helper.from_array(array, name) for name, array in given.items()]
    graph = onnx.helper.make_graph([onnx.helper.make_node("MatMul", ["x", "w"], ["y"])], "g", [], [], held)
    made = export.narrowed(onnx.helper.make_model(graph)).graph
    kept = {one.name: onnx.numpy_helper.to_array(one) for one in made.initializer}
    assert ["Cast", "Mul", "MatMul"] == [node.op_type for node in made.node]
    assert {"b", "w.steps", "w.scales"} == set(kept)
    np.testing.assert_allclose(given["w"], kept["w.steps"] * kept["w.scales"], atol=0.01)


def test_a_share_of_the_pieces_is_hidden() -> None:
    torch.manual_seed(1)
    shown = loop._partly(torch.ones(40, 100, dtype=torch.int64), 0.25)
    assert 900 < int((shown == loop._HIDDEN).sum()) < 1100
    assert bool((loop._partly(torch.ones(40, 100, dtype=torch.int64), 0.0) == 1).all())


def test_last_weights_and_their_mean_are_both_looked_at() -> None:
    network.DEPTH, seen = 1, []
    settings = loop.Settings(steps=2, seed=3)
    loop.train(network.Reader(), [loop.Pool(TEACHING)], [], settings, lambda event, **told: seen.append((event, told)))
    network.DEPTH = 6
    assert ["last", "mean"] == [told["weights"] for event, told in seen if event == "dev"][:2]


def test_the_written_file_says_the_same_of_a_window_whatever_stands_beside_it(reader: Any, tmp_path: Any) -> None:
    export.export(reader, tmp_path / "reader.onnx")
    run = export.session(tmp_path / "reader.onnx", 1)
    ids, shapes = TEACHING[0].ids[1:-1].tolist(), TEACHING[0].shapes[1:-1].tolist()
    np.testing.assert_array_equal(run([(ids, shapes)])[0].tags, run([(ids * 3, shapes * 3), (ids, shapes)])[1].tags)


def test_the_network_takes_over_every_weight_it_starts_from(reader: Any) -> None:
    given = {f"embeddings.{name}_embeddings.weight": torch.full((size, 384), 0.5) for name, size in SIZES.items()}
    given |= _named("embeddings.LayerNorm", 384)
    layer = "encoder.layer.0"
    for part in ("query", "key", "value"):
        given |= _named(f"{layer}.attention.self.{part}", 384, 384)
    for name, shape in {
        "attention.output.dense": (384, 384),
        "attention.output.LayerNorm": (384,),
        "intermediate.dense": (1536, 384),
        "output.dense": (384, 1536),
        "output.LayerNorm": (384,),
    }.items():
        given |= _named(f"{layer}.{name}", *shape)
    reader.start(given)
    heads = {id(parameter) for parameter in reader.heads()}
    assert all(bool((one == 0.5).all()) for one in reader.parameters() if id(one) not in heads)


SIZES = {"word": 30522, "position": 512, "token_type": 2}


def _named(name: str, *shape: int) -> dict[str, Any]:
    return {f"{name}.weight": torch.full(shape, 0.5), f"{name}.bias": torch.full(shape[:1], 0.5)}
