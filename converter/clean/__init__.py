"""Source → Clean: furniture declared, footnotes taken out of the flow, every kept character accounted for."""

from converter.clean.enacting import enacting_line
from converter.clean.healing import ends_in_colon, heal, join_lines, parts_word, unquoted, unspaced
from converter.clean.sorting import clean
from converter.clean.wrapped import is_wrapped, masthead_of, wants_more

__all__ = [
    "clean", "enacting_line", "ends_in_colon", "heal", "is_wrapped", "join_lines", "masthead_of", "parts_word",
    "unquoted", "unspaced", "wants_more",
]  # fmt: skip
