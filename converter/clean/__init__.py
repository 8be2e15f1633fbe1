"""Source → Clean: furniture declared, footnotes taken out of the flow, every kept character accounted for."""

from converter.clean.enacting import enacting_line
from converter.clean.healing import ends_in_colon, heal, join_lines, parts_word, unquoted, unspaced
from converter.clean.sorting import clean

__all__ = ["clean", "enacting_line", "ends_in_colon", "heal", "join_lines", "parts_word", "unquoted", "unspaced"]
