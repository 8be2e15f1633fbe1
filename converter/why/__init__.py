"""Why a paragraph, a note or a line of the masthead was read as it was: for `converter inspect --why`."""

from converter.why.answer import explain
from converter.why.asked import UnknownLabelError, named
from converter.why.told import Answer

__all__ = ["Answer", "UnknownLabelError", "explain", "named"]
