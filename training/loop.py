"""The training loop: boxed in time, the same for the same seed and number of steps, the best state kept."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from .batches import batches, draw
from .encode import Row
from .export import torch_run
from .figures import Score, score
from .losses import Batch, batch, losses
from .network import Reader
from .texts import Text, readings

Log = Callable[..., None]
_TRIAL = 6  # batches by which speed is measured, the first two left out
_HIDDEN = 103  # the piece of the vocabulary that stands for one that is not shown
_RESERVE = 0.12  # of the time, for looking at the dev split and for writing the model


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. Without `steps` as many are planned as the minutes allow; with them, the same steps every time."""

    minutes: float = 85.0
    seed: int = 1
    steps: int | None = None
    pieces: int = 2048  # a batch, padding included
    rate: float = 2e-4  # of the encoder at its height
    head_rate: float = 1e-3
    warm: float = 0.08  # the share of steps that the rate rises in
    decay: float = 0.01
    clip: float = 1.0
    hide: float = 0.06  # the share of pieces that a step does not show, so that no name is learnt by heart
    average: float = 0.998  # what a step leaves of the running mean of the weights
    log_every: int = 25


@dataclass(frozen=True, slots=True)
class Pool:
    """The rows of one corpus and the share of them that an epoch draws."""

    rows: Sequence[Row]
    share: float = 1.0


@dataclass(slots=True)
class State:
    """Where training stands."""

    step: int = 0
    pieces: int = 0
    best: float = -1.0
    kept: dict[str, Tensor] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)


def device() -> str:
    """Return `cuda` where there is a GPU, else `cpu`."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def short() -> bool:
    """Whether the processor multiplies numbers of sixteen bits (bfloat16) itself, which is twice as fast."""
    capabilities = torch.cpu.get_capabilities()
    return device() == "cuda" or bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def settle(seed: int) -> random.Random:
    """Fix every source of chance; returns the one that batches are drawn with."""
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True, warn_only=True)
    return random.Random(seed)


def train(network: Reader, pools: Sequence[Pool], dev: Sequence[Text], settings: Settings, log: Log) -> State:
    """Train a network and leave it in the state that read the dev split best.

    States are those at the end of each epoch, and the running means of the weights until then (Polyak and Juditsky
    1992, with the weights of the last steps counting most).
    """
    started = time.monotonic()
    chance, on = settle(settings.seed), device()
    network.to(on)
    steps = settings.steps or _planned(network, pools, settings, log)
    optimiser = _optimiser(network, settings)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps, settings.warm))
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(settings.average))
    state, epoch = State(), 0
    while state.step < steps:
        epoch += 1
        for given in _epoch(pools, settings.pieces, chance):
            told = _step(network, optimiser, given.to(on), settings)
            plan.step()
            mean.update_parameters(network)
            state.step, state.pieces = state.step + 1, state.pieces + int(given.mask.sum())
            if state.step % settings.log_every == 0:
                log("step", step=state.step, epoch=epoch, pieces_per_second=_speed(state, started), **told)
            if state.step >= steps or _late(started, settings):
                break
        for name, one in (("last", network), ("mean", mean.module)):
            _keep(state, one, dev, log, {"epoch": epoch, "weights": name})
        if _late(started, settings) and state.step < steps:
            log("stopped", why="out of time", step=state.step, planned=steps)
            break
    network.load_state_dict(state.kept)
    return state


def _late(started: float, settings: Settings) -> bool:
    """Whether the box of time is full; a given number of steps is always carried out."""
    return settings.steps is None and time.monotonic() - started > 60 * settings.minutes * (1 - _RESERVE / 2)


def _speed(state: State, started: float) -> int:
    return round(state.pieces / (time.monotonic() - started))


def _rate(step: int, steps: int, warm: float) -> float:
    """Return the factor of the rate at a step: it rises in a line, then falls in a line to nothing."""
    rise = max(1, int(warm * steps))
    return (step + 1) / rise if step < rise else max(0.0, (steps - step) / max(1, steps - rise))


def _optimiser(network: Reader, settings: Settings) -> torch.optim.AdamW:
    heads = {id(parameter) for parameter in network.heads()}
    parts = [
        {"params": [one for one in network.parameters() if id(one) not in heads], "lr": settings.rate},
        {"params": network.heads(), "lr": settings.head_rate},
    ]
    return torch.optim.AdamW(parts, weight_decay=settings.decay)


def _epoch(pools: Sequence[Pool], pieces: int, chance: random.Random) -> Iterator[Batch]:
    rows = [row for pool in pools for row in draw(pool.rows, pool.share, chance)]
    return map(batch, batches(rows, pieces, chance))


def _step(network: Reader, optimiser: torch.optim.Optimizer, given: Batch, settings: Settings) -> dict[str, float]:
    """Go one step; returns the losses before it."""
    network.train()
    given = replace(given, ids=_partly(given.ids, settings.hide))
    with torch.autocast(given.ids.device.type, torch.bfloat16, enabled=short()):
        outputs = network(given.ids, given.shapes, given.mask)
    parts = losses(outputs, given)
    loss = torch.stack(list(parts.values())).sum()
    optimiser.zero_grad(set_to_none=True)
    torch.autograd.backward(loss)
    torch.nn.utils.clip_grad_norm_(network.parameters(), settings.clip)
    optimiser.step()
    return {f"loss_{name}": round(float(part.detach()), 4) for name, part in parts.items()}


def _partly(ids: Tensor, hide: float) -> Tensor:
    """Hide a share of the pieces."""
    return ids.masked_fill(torch.rand(ids.shape, device=ids.device) < hide, _HIDDEN)


def _planned(network: Reader, pools: Sequence[Pool], settings: Settings, log: Log) -> int:
    """Measure the speed on a copy and plan as many steps as fit."""
    trial = copy.deepcopy(network)
    optimiser = _optimiser(trial, settings)
    given = list(_epoch(pools, settings.pieces, random.Random(settings.seed)))
    sample = (given * _TRIAL)[:_TRIAL]
    started, pieces = time.monotonic(), 0
    for number, one in enumerate(sample):
        if number == 2:
            started = time.monotonic()
        _step(trial, optimiser, one.to(device()), settings)
        pieces += one.mask.numel() if number >= 2 else 0
    speed = pieces / (time.monotonic() - started)
    each = sum(one.mask.numel() for one in given) / len(given)
    steps = max(1, int(60 * settings.minutes * (1 - _RESERVE) * speed / each))
    torch.manual_seed(settings.seed)
    log("plan", steps=steps, steps_per_epoch=len(given), pieces_per_second=round(speed), device=device(), short=short())
    return steps


def _keep(state: State, network: Reader, dev: Sequence[Text], log: Log, which: dict[str, object]) -> None:
    """Read the dev split and keep the state if it is the best so far."""
    found: Score = score(readings(dev, torch_run(network.eval(), device())))
    log("dev", **which, step=state.step, guide=round(found.guide, 4), **found.figures())
    if found.guide > state.best:
        state.best, state.figures = found.guide, found.figures()
        state.kept = {name: value.detach().cpu().clone() for name, value in network.state_dict().items()}
