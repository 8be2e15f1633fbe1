"""Languages as data: one YAML file each, compiled once into a `Language`."""

from converter.languages.loader import Language, load

__all__ = ["Language", "load"]
