"""The words of the house: frozen types, and nothing else of ours."""

from converter.model.corpus import Act, Artifact, Citing, Named, Record, SponsorName
from converter.model.diagnostic import Diagnostic, Severity
from converter.model.marks import Citation, Due, Entity, Mandate, Pinpoint, Verb
from converter.model.resolution import (
    AgendaItem,
    Expression,
    Footnote,
    Masthead,
    MastheadBlock,
    Paragraph,
    Resolution,
    Sponsor,
)
from converter.model.sidecar import Met, Sidecar
from converter.model.text import Clean, Furniture, Line, Note, Run, Source, Text

__all__ = [
    "Act",
    "AgendaItem",
    "Artifact",
    "Citation",
    "Citing",
    "Clean",
    "Diagnostic",
    "Due",
    "Entity",
    "Expression",
    "Footnote",
    "Furniture",
    "Line",
    "Mandate",
    "Masthead",
    "MastheadBlock",
    "Met",
    "Named",
    "Note",
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
    "Text",
    "Verb",
]
