"""Measures a build against plain MkDocs with Material and its own search, on the same Markdown. See `__main__`."""
