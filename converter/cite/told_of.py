"""Whether a report, a letter or an agreement is told of before a paragraph that may be its own.

One before a semicolon is told of no more, nor one before a paragraph of the text itself, behind which the text goes on
with its own. One that is still to be made (to develop a plan, periodic reports) has no paragraphs that are known: in a
language with articles (`definite`) none stands before it.
"""

from __future__ import annotations

from converter.languages.page import Page
from converter.view import Tokens

_DOCUMENTS = ("document", "agreement")
_POINTS = frozenset(",،")
_PARTING = frozenset(";；؛")
_TO_ARTICLE = 4  # tokens, at most, from the word for a document back to its article: the final progress report
_TO_DATE = 2  # from there to its date: a letter dated 3 May


def tells_of_document(tokens: Tokens, since: int, before: int, page: Page, *, loosely: bool) -> bool:
    """Whether a document is told of before an offset, and behind another, that may have the paragraphs there.

    The first word is a verb: Notes that. One right before them, with no comma or joint between, counts where they are
    named `loosely`: else it is what they tell of (the report described in paragraph 2).
    """
    end = tokens.index(before)
    first = max(1, tokens.index(since))
    first = max((index + 1 for index in range(first, end) if tokens[index].word in _PARTING), default=first)
    told = [index for index in range(first, end) if any(map(tokens[index].has, _DOCUMENTS))]
    if not told:
        return False
    between = range(told[-1] + 1, end)
    joined = any(tokens[index].word in _POINTS or tokens[index].has("and") for index in between)
    return (loosely or joined) and any(_has_paragraphs(tokens, index, page) for index in told)


def _has_paragraphs(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a document that is named at an index may have paragraphs that are known."""
    dated = any(token.kind == "date" for token in tokens.items[at + 1 : at + 1 + _TO_DATE])
    if dated or tokens[at].has("agreement") or not page.definite:
        return True
    for index in range(at - 1, max(-1, at - 1 - _TO_ARTICLE), -1):
        if tokens[index].word in _POINTS or tokens[index].word in _PARTING:
            return False
        if tokens[index].word in page.definite:
            return True
    return False
