"""What stands above the enacting phrase, line by line: each is named once, by a phrase of the page or by its place."""

from converter.parse.masthead.alone import goes_on, is_above_title, is_head_line, is_sentence
from converter.parse.masthead.completed import complete, with_symbol_below
from converter.parse.masthead.masthead import parse_masthead
from converter.parse.masthead.together import parted_head

__all__ = [
    "complete",
    "goes_on",
    "is_above_title",
    "is_head_line",
    "is_sentence",
    "parse_masthead",
    "parted_head",
    "with_symbol_below",
]
