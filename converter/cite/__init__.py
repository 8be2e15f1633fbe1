"""Citations: find what a text refers to, normalise its number, resolve it to a canonical symbol."""

from converter.cite.resolve import find_citations

__all__ = ["find_citations"]
