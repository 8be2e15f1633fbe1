"""Findings between the languages of a work."""

from converter.lint.expressions.works import disagreements

__all__ = ["disagreements"]
