"""One addendum as it is printed, and what joins it to what stands before it: and Add.3/Corr.1, to 13.

The words of addenda are the same in every language, the joints are the page's.
"""

from __future__ import annotations

from converter.view import Tokens

_WORDS = {"add": "Add", "corr": "Corr", "rev": "Rev", "sr": "SR", "pv": "PV"}
COMMAS = frozenset((",", "、", "،"))
_SIGNS = frozenset(",、،;；؛.。)")
_TO_DATE = 3  # tokens, at most, in which a date begins behind a symbol: , en date du
_BARE = 2  # digits, at most, of a number without its word

Named = tuple[int, list[tuple[str, int]]]
"""Where an addendum ends, and its parts: Add.3/Corr.1 has two."""


def behind_date(tokens: Tokens, at: int) -> int:
    """Where the date ends that stands behind a symbol (S/12 of 3 May 1993 and Corr.1); where it begins without one."""
    for index in range(at, min(len(tokens), at + _TO_DATE)):
        if tokens[index].kind == "date":
            return index + 1
        if not tokens[index].word.isalpha() and tokens[index].word not in COMMAS:
            break
    return at


def closes(tokens: Tokens, at: int) -> bool:
    """Whether nothing follows that a number would count: a sign, a joint or the end."""
    return at >= len(tokens) or tokens[at].word in _SIGNS or tokens[at].has("and")


def named_addendum(tokens: Tokens, at: int) -> Named | None:
    """Add.3, Add.3/Corr.1: where it ends, and its parts."""
    parts: list[tuple[str, int]] = []
    while at < len(tokens) and tokens[at].word in _WORDS:
        number = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].word == ".")
        if number >= len(tokens) or not tokens[number].has("int") or len(tokens[number].word) > 4:
            break
        parts.append((_WORDS[tokens[at].word], tokens[number].sense("int")))
        at = number + 1
        if at >= len(tokens) or tokens[at].word != "/":
            break
        at += 1
    return (at, parts) if parts else None


def joint_at(tokens: Tokens, at: int) -> tuple[str, int]:
    """What joins an addendum to what stands before it, and where that ends: `and`, `to`, or nothing."""
    kind, end = "", at
    while end < min(len(tokens), at + 2):
        token = tokens[end]
        if token.has("to") or token.word == "-":
            kind = "to"
        elif token.has("and") or (token.word in COMMAS and end == at):
            kind = "and"
        else:
            break
        end += 1
    return kind, end


def bare_number(tokens: Tokens, at: int) -> tuple[int, str, int] | None:
    """A number that goes on with the word before it: where it ends, what joins it, and its value.

    Behind a comma alone it must be one of several that end in a joint (Add.1, 2 and 4): else it is of something else.
    """
    kind, item = joint_at(tokens, at)
    if not kind or item >= len(tokens) or not _is_bare(tokens, item):
        return None
    if item == at + 1 and tokens[at].word in COMMAS and bare_number(tokens, item + 1) is None:
        return None
    return item + 1, kind, tokens[item].sense("int")


def _is_bare(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.kind == "number" or not token.has("int") or len(token.word) > _BARE:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or not (after.word in ("/", "(") and after.start == token.end)
