"""The encoder, MiniLM-L6 with its heads: one pass gives tags, classes and the factors of pair scores."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.inputs import SHAPES
from sayso.read.schema import CLASS_WIDTH, RELATIONS, TAG_WIDTH

SIZE, HEADS, DEPTH, INNER, PIECES, LONGEST = 384, 12, 6, 1536, 30522, 512
PAIR = 32  # numbers a piece and relation in each factor
_NORM = 1e-12
_DROP = 0.1


class Block(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.joint = nn.Linear(SIZE, 3 * SIZE)
        self.out = nn.Linear(SIZE, SIZE)
        self.first = nn.LayerNorm(SIZE, eps=_NORM)
        self.up = nn.Linear(SIZE, INNER)
        self.down = nn.Linear(INNER, SIZE)
        self.second = nn.LayerNorm(SIZE, eps=_NORM)
        self.drop = nn.Dropout(_DROP)

    def forward(self, states: Tensor, hidden: Tensor | None) -> Tensor:
        """Turn states [batch, pieces, size] into new ones; `hidden`, if any, is added to the scores of attention."""
        batch, pieces, _ = states.shape
        parts = self.joint(states).view(batch, pieces, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=hidden)
        seen = self.out(seen.transpose(1, 2).reshape(batch, pieces, SIZE))
        states = self.first(states + self.drop(seen))
        changed: Tensor = self.second(states + self.drop(self.down(functional.gelu(self.up(states)))))
        return changed


class Reader(nn.Module):
    """The whole network."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, SIZE)
        self.positions = nn.Embedding(LONGEST, SIZE)
        self.shapes = nn.Embedding(SHAPES, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=_NORM)
        self.blocks = nn.ModuleList(Block() for _ in range(DEPTH))
        self.drop = nn.Dropout(_DROP)
        self.tags = nn.Linear(SIZE, TAG_WIDTH)
        self.classes = nn.Linear(SIZE, CLASS_WIDTH)
        self.left = nn.Linear(SIZE, len(RELATIONS) * PAIR)
        self.right = nn.Linear(SIZE, len(RELATIONS) * PAIR)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Read ids, shapes and mask [batch, pieces]; the mask is 1 for pieces and 0 for padding, none where all count.

        Returns tags and classes [batch, pieces, width], left and right [batch, pieces, relations, PAIR].
        """
        batch, pieces = ids.shape
        states = self.words(ids) + self.positions.weight[:pieces] + self.shapes(shapes)
        states = self.drop(self.norm(states))
        hidden = None if mask is None else (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for block in self.blocks:
            states = block(states, hidden)
        states = self.drop(states)
        pairs = (batch, pieces, len(RELATIONS), PAIR)
        left, right = self.left(states).view(pairs), self.right(states).view(pairs)
        return self.tags(states), self.classes(states), left, right

    def heads(self) -> list[nn.Parameter]:
        """Return the parameters that start from chance."""
        parts = (self.tags, self.classes, self.left, self.right)
        return [parameter for part in parts for parameter in part.parameters()]

    def start(self, weights: dict[str, Tensor]) -> None:
        """Take over the weights of a BERT; all shapes begin as its first token type."""
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.shapes.weight.copy_(weights["embeddings.token_type_embeddings.weight"][:1].expand(SHAPES, SIZE))
        _copy(self.norm, weights, "embeddings.LayerNorm")
        for number, block in enumerate(one for one in self.blocks if isinstance(one, Block)):
            at = f"encoder.layer.{number}"
            _copy(block.joint, weights, *(f"{at}.attention.self.{part}" for part in ("query", "key", "value")))
            _copy(block.out, weights, f"{at}.attention.output.dense")
            _copy(block.first, weights, f"{at}.attention.output.LayerNorm")
            _copy(block.up, weights, f"{at}.intermediate.dense")
            _copy(block.down, weights, f"{at}.output.dense")
            _copy(block.second, weights, f"{at}.output.LayerNorm")


def _copy(part: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], *names: str) -> None:
    """Fill one part with the weights and biases of the named parts, one below the other."""
    with torch.no_grad():
        part.weight.copy_(torch.cat([weights[f"{name}.weight"] for name in names]))
        part.bias.copy_(torch.cat([weights[f"{name}.bias"] for name in names]))
