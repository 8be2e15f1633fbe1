"""What a text is about, in words: for the head of its page, the catalogue, the data and the feeds."""

from __future__ import annotations

import re

from converter.model import Record
from converter.write.words import Words

# The vocabularies of the headings that the library of the United Nations gives; it publishes them in English. Terms of
# the others (UNBIS, EuroVoc) are given by a machine, many to a text: they are in the data alone.
_OF_THE_LIBRARY = ("UNBIS Thesaurus", "DHLAUTH")
_GOALS = "SDGO"
_NUMBER = re.compile(r"\d{1,2}")


def subjects(record: Record, words: Words) -> list[str]:
    """Those of the sidecar, then the headings of the library, then the Sustainable Development Goals; each once."""
    goals = (
        words.goal(int(one.name)) for one in record.keywords if one.vocabulary == _GOALS and _NUMBER.fullmatch(one.name)
    )
    return list(dict.fromkeys((*record.subjects, *headings(record), *filter(None, goals))))


def headings(record: Record) -> list[str]:
    """The headings of the library, in English, whatever the language of the text."""
    return [one.name for one in record.keywords if one.vocabulary in _OF_THE_LIBRARY]
