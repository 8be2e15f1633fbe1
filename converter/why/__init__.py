"""Why a paragraph, a note or a line of the masthead was read as it was: for `converter inspect --why`."""

from converter.why.answer import Answer, explain
from converter.why.asked import UnknownLabelError, named

__all__ = ["Answer", "UnknownLabelError", "explain", "named"]
