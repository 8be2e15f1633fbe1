"""How much work something does, told without a clock: the lines of our code that run, and how they grow with the input.

A bound in seconds fails on a busy machine and says nothing of a small input. What is done by a library in one step (a
pattern, a parser) has no lines: there two times are compared, of which a busy machine makes both longer.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable
from itertools import takewhile
from types import FrameType
from typing import Any

_OURS = "converter"
_TIMES = 4  # the larger input is as many times the smaller one
_LINEAR = 6  # times the steps at most; the square would be 16 times
_LARGER = 16
_TRIES = 3
_NOT_SQUARE = 80  # times as long at most; the square would be 256 times


def steps(call: Callable[[], object]) -> int:
    """The lines of our own code that run."""
    count = 0

    def line(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def entered(frame: FrameType, _: str, __: Any) -> Any:
        nonlocal count
        count += 1
        return line if frame.f_globals.get("__name__", "").startswith(_OURS) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def assert_linear(call: Callable[[int], object], size: int) -> None:
    """That an input four times as large takes about four times as many steps."""
    call(size)  # what is done once: patterns, tables
    small, large = steps(lambda: call(size)), steps(lambda: call(_TIMES * size))
    assert large <= _LINEAR * small, f"{small} steps for {size}, {large} for {_TIMES * size}"


def assert_not_square(call: Callable[[int], object], size: int) -> None:
    """That an input sixteen times as large takes nothing like the square of that, in libraries too."""
    call(size)
    _assert_within(call, size, _LARGER * size)


def assert_not_doubling(call: Callable[[int], object], sizes: Iterable[int]) -> None:
    """That no size of a few costs very much more than the first one: not twice as much with each one more.

    Sizes grow by little, so that a call whose work doubles fails here and does not go on for ever.
    """
    first, *others = sizes
    for size in others:
        _assert_within(call, first, size)


def peak(call: Callable[[], object]) -> int:
    """The most bytes that Python's own objects take at once."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _assert_within(call: Callable[[int], object], size: int, larger: int) -> None:
    """That the larger input takes no longer than it may. It has three tries, of which one that is short suffices."""
    small = min(_time(call, size) for _ in range(_TRIES))
    tries = (_time(call, larger) for _ in range(_TRIES))
    taken = list(takewhile(lambda large: large > _NOT_SQUARE * small, tries))
    assert len(taken) < _TRIES, f"{small:.4f} s for {size}, {min(taken):.4f} s for {larger}"


def _time(call: Callable[[int], object], size: int) -> float:
    """What it takes of the processor."""
    began = time.process_time()
    call(size)
    return max(time.process_time() - began, 1e-4)
