"""Languages as data: one YAML file each, compiled once into a `Language`."""

from converter.languages.loader import Language, available, load, read_data

__all__ = ["Language", "available", "load", "read_data"]
