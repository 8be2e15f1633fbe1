"""Paragraphs in order → the tree: kinds, numbers, parents and anchors."""

from converter.parse.tree.kinds import Told
from converter.parse.tree.tree import Tree

__all__ = ["Told", "Tree"]
