"""How wrong the network is about a batch: tags, links, classes and factuality, weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.read.schema import CERTAINTY_VALUES, CLASS_COLUMNS, CLASSES, TAG_COLUMNS

from .encode import Row

WEIGHTS = {"tags": 1.0, "links": 0.4, "classes": 0.4, "factuality": 0.2}
LAYER_WEIGHTS = {"phrase": 0.5}  # 1 for all others
_FEW = 16  # links or classes, below which a batch counts for less
_Outputs = tuple[Tensor, Tensor, Tensor, Tensor]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows side by side, padded; `links`, `classes` and `values` name the row first."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    allowed: Tensor
    links: Tensor
    classes: Tensor
    values: Tensor
    weight: Tensor

    def to(self, device: str) -> Batch:
        """Move everything to a device."""
        return Batch(**{part.name: getattr(self, part.name).to(device) for part in fields(self)})


def batch(rows: list[Row]) -> Batch:
    """Put rows together; what pads a row may have any tag."""
    length = max(len(row.ids) for row in rows)
    ids, shapes, mask = (np.zeros((len(rows), length), np.int64) for _ in range(3))
    allowed = np.ones((len(rows), length, rows[0].allowed.shape[-1]), np.bool_)
    for number, row in enumerate(rows):
        size = len(row.ids)
        ids[number, :size], shapes[number, :size], mask[number, :size] = row.ids, row.shapes, 1
        allowed[number, :size] = row.allowed
    links = [(number, *link) for number, row in enumerate(rows) for link in row.links]
    classes = [(number, *one) for number, row in enumerate(rows) for one in row.classes]
    values = [(number, *one) for number, row in enumerate(rows) for one in row.values]
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(shapes),
        torch.from_numpy(mask),
        torch.from_numpy(allowed),
        torch.tensor(links, dtype=torch.int64).reshape(-1, 4),
        torch.tensor(classes, dtype=torch.int64).reshape(-1, 4),
        torch.tensor(values, dtype=torch.float32).reshape(-1, 3),
        torch.tensor([row.weight for row in rows]),
    )


def losses(outputs: _Outputs, given: Batch) -> dict[str, Tensor]:
    """Return each loss, weighed; their sum is what is made small."""
    tags, classes, left, right = (output.float() for output in outputs)
    found = {
        "tags": _tags(tags, given),
        "links": _links(left, right, given),
        "classes": _classes(classes, given),
        "factuality": _factuality(classes, given),
    }
    return {name: WEIGHTS[name] * loss for name, loss in found.items()}


def _tags(scores: Tensor, given: Batch) -> Tensor:
    """Reckon how improbable the allowed tags are, together, a piece and layer."""
    total = scores.new_zeros(())
    for layer, columns in TAG_COLUMNS.items():
        chances = scores[..., columns].log_softmax(-1)
        wrong = ~given.allowed[..., columns]
        missed = -chances.masked_fill(wrong, -1e4).logsumexp(-1) * wrong.any(-1) * given.weight[:, None]
        total = total + LAYER_WEIGHTS.get(layer, 1.0) * missed.sum()
    return total / given.mask.sum()


def _links(left: Tensor, right: Tensor, given: Batch) -> Tensor:
    """Let each origin choose among all pieces of its window and none, which stands for the piece at 0."""
    row, relation, origin, target = given.links.unbind(-1)
    scores = torch.einsum("nd,npd->np", left[row, origin, relation], right[row, :, relation])
    scores = scores.masked_fill(given.mask[row] == 0, -1e4)
    scores = torch.cat([scores.new_zeros(len(row), 1), scores[:, 1:]], -1)
    return _mean(functional.cross_entropy(scores, target, reduction="none"), given.weight[row])


def _classes(scores: Tensor, given: Batch) -> Tensor:
    total = scores.new_zeros(())
    row, name, at, value = given.classes.unbind(-1)
    for number, columns in enumerate(CLASS_COLUMNS[one] for one in CLASSES):
        chosen = name == number
        told = scores[row[chosen], at[chosen], columns]
        missed = functional.cross_entropy(told, value[chosen], reduction="none")
        total = total + _mean(missed, given.weight[row[chosen]])
    return total


def _factuality(scores: Tensor, given: Batch) -> Tensor:
    """Compare polarity and certainty, taken as one number, with that of the corpus."""
    row, at, value = given.values[:, 0].long(), given.values[:, 1].long(), given.values[:, 2]
    told = scores[row, at]
    signs = told[:, CLASS_COLUMNS["polarity"]].softmax(-1) @ told.new_tensor([1.0, -1.0])
    sizes = told[:, CLASS_COLUMNS["certainty"]].softmax(-1) @ told.new_tensor(CERTAINTY_VALUES)
    return _mean(functional.smooth_l1_loss(signs * sizes, value, reduction="none"), given.weight[row])


def _mean(missed: Tensor, weight: Tensor) -> Tensor:
    return (missed * weight).sum() / max(_FEW, len(missed))
