"""The words of the house: frozen types, and nothing else of ours."""

from converter.model.corpus import Act, Artifact, Citing, Named, Record, SponsorName
from converter.model.diagnostic import Diagnostic, Severity, line_in, place_in
from converter.model.marks import Citation, Due, Entity, Internal, Landing, Mandate, Pinpoint, Subject, Verb
from converter.model.markup import MarkedUp
from converter.model.outline import Outlined
from converter.model.resolution import (
    Adoption,
    AgendaItem,
    Ballot,
    BreakDoubt,
    Expression,
    Footnote,
    LabelDoubt,
    Masthead,
    MastheadBlock,
    NoteMark,
    Paragraph,
    Resolution,
    Sponsor,
)
from converter.model.sidecar import Accepted, Former, Met, Sidecar
from converter.model.text import Clean, Furniture, Line, Note, Run, Source, Text

__all__ = [
    "Accepted",
    "Act",
    "Adoption",
    "AgendaItem",
    "Artifact",
    "Ballot",
    "BreakDoubt",
    "Citation",
    "Citing",
    "Clean",
    "Diagnostic",
    "Due",
    "Entity",
    "Expression",
    "Footnote",
    "Former",
    "Furniture",
    "Internal",
    "LabelDoubt",
    "Landing",
    "Line",
    "Mandate",
    "MarkedUp",
    "Masthead",
    "MastheadBlock",
    "Met",
    "Named",
    "Note",
    "NoteMark",
    "Outlined",
    "Paragraph",
    "Pinpoint",
    "Record",
    "Resolution",
    "Run",
    "Severity",
    "Sidecar",
    "Source",
    "Sponsor",
    "SponsorName",
    "Subject",
    "Text",
    "Verb",
    "line_in",
    "place_in",
]
