"""Precision and recall of the converter against the gold set (tests/gold/README.md)."""
