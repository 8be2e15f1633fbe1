"""The recognisers of a text's words, in the order in which they run. Nothing registers itself: this is the list.

Each is a pure function that takes the text and what was found so far, and gives it back with its own. A mark carries
the lines of the language's data that it was read by (`phrases`). `converter inspect --why` runs the same list, step by
step, so it can say of each mark who made it, and who took one away again.
"""

from __future__ import annotations

from dataclasses import replace

from converter.annotate.entities import find_entities
from converter.annotate.found import Found, Given, Recogniser
from converter.annotate.mandates import find_mandates
from converter.annotate.verbs import find_verbs
from converter.cite import finder
from converter.cite.back import lead_back
from converter.cite.bare_again import cited_again
from converter.cite.emergency import mend_emergency
from converter.cite.series import mend_serials, mend_yearless
from converter.cite.turned import mend_turned
from converter.languages import Language
from converter.model import Resolution


def _verbs(given: Given, found: Found) -> Found:
    return replace(found, verbs=find_verbs(given.resolution, given.language))


def _entities(given: Given, found: Found) -> Found:
    return replace(found, entities=find_entities(given.resolution, given.language))


def _mandates(given: Given, found: Found) -> Found:
    return replace(found, mandates=find_mandates(given.resolution, found.verbs, given.language))


CITING: tuple[Recogniser, ...] = (
    Recogniser(
        "numbers", (), ("citations", "said"),
        "numbers of resolutions and decisions, with the words around them", finder.find_numbers,
    ),
    Recogniser(
        "documents", ("citations",), ("citations", "said"),
        "symbols of documents, with the words around them", finder.find_documents,
    ),
    Recogniser(
        "turned", ("citations",), ("citations",),
        "numbers whose session stands behind the stroke, by their day and by what special sessions adopt", mend_turned,
    ),
    Recogniser(
        "others", ("citations",), ("citations",),
        "symbols of documents of other organizations, which have no work to lead to", finder.find_others,
    ),
    Recogniser(
        "treaties", (), ("citations",), "volumes of the Treaty Series", finder.find_treaties,
    ),
    Recogniser(
        "ibid", ("citations",), ("citations", "said"), "ibid. in a note, and the note before it", finder.find_ibid,
    ),
    Recogniser(
        "overlaps", ("citations",), ("citations",),
        "citations that overlap: the first stays", finder.drop_overlaps,
    ),
    Recogniser(
        "back", ("citations",), ("citations", "said"),
        "paragraphs that words lead back to a work further before them", lead_back,
    ),
    Recogniser(
        "yearless", ("citations",), ("citations", "said"),
        "symbols of an organ that numbers by years without their year", mend_yearless,
    ),
    Recogniser(
        "serials", ("citations",), ("citations",),
        "numbers of which a figure is lost, by the numbers of their year and of the days around theirs", mend_serials,
    ),
    Recogniser(
        "emergency", ("citations",), ("citations", "said"),
        "numbers of a special session where the text beside them names the emergency special session", mend_emergency,
    ),
    Recogniser(
        "again", ("citations", "said"), ("citations",),
        "numbers alone of works that the text cites with their years elsewhere", cited_again,
    ),
    Recogniser(
        "account", ("citations", "said"), ("said",),
        "numbers and symbols in no citation: what is known to be none, and what is said", finder.say_unread,
    ),
    Recogniser(
        "itself", ("citations",), ("citations",),
        "the text's own number and symbol, which are no citations", finder.drop_itself,
    ),
    Recogniser(
        "reports", ("citations",), ("citations",),
        "what a paragraph says of the document in its note", finder.add_reports,
    ),
    Recogniser(
        "internal", ("citations",), ("internal", "said"),
        "references of the text to its own paragraphs", finder.find_own_paragraphs,
    ),
)  # fmt: skip
"""Those that read citations, all on the same tokens."""

RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser("verbs", (), ("verbs",), "how paragraphs and clauses open, and whom that addresses", _verbs),
    *CITING,
    Recogniser("entities", (), ("entities",), "names that the authority files know", _entities),
    Recogniser("mandates", ("verbs",), ("mandates",), "what a verb asks, of whom and by when", _mandates),
)
"""All of them."""


def recognise(resolution: Resolution, language: Language, recognisers: tuple[Recogniser, ...] = RECOGNISERS) -> Found:
    """All that is found in a text's words."""
    given, found = Given(resolution, language), Found()
    for one in recognisers:
        found = one.find(given, found)
    return found
