"""Clean → Resolution: the masthead's ordered line rules, then paragraphs, then the tree."""

from converter.parse.resolution import breaks, parse

__all__ = ["breaks", "parse"]
