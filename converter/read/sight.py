"""What a reader can see, in whatever format: how small words may be, and how near to the colour of their ground."""

from __future__ import annotations

Colour = tuple[float, float, float]  # red, green and blue, each from 0 to 1
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)
_SMALLEST = 1.5  # points; what is smaller nobody reads
_ALIKE = 0.04  # how far apart red, green and blue of two colours are at most that nobody tells apart


def is_too_small(points: float) -> bool:
    """Whether nobody reads words of this size."""
    return points < _SMALLEST


def are_alike(one: Colour, other: Colour) -> bool:
    """Whether nobody tells two colours apart."""
    return all(abs(left - right) <= _ALIKE for left, right in zip(one, other, strict=True))
