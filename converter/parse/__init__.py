"""Clean → Resolution: the masthead's ordered line rules, then paragraphs, then the tree."""

from converter.parse.resolution import parse

__all__ = ["parse"]
