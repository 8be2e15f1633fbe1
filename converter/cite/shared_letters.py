"""Parts of a resolution that go on behind a bracket with the place in the part before: 48/109 C (para. 2), D and E.

Those that go on behind the sign of the number are the same: 第76/290 A号和B号决议.
"""

from __future__ import annotations

import re
from dataclasses import replace

from converter.view import Token, Tokens

_LETTERED = re.compile(r"(?P<head>(?:E?S-)?\d{1,4}/\d{1,4}) ?(?P<letter>[A-Z])", re.ASCII)
_LONGEST_BRACKET = 20  # tokens
_COMMAS = frozenset(",،、")
_NEXT = frozenset("/.")  # what stands behind the letter of a symbol or of a name


def with_shared_letters(tokens: Tokens) -> Tokens:
    """Tokens in which the D and the E of `48/109 C (para. 2), D and E` are numbers with what stands before the C."""
    items = list(tokens.items)
    for index, token in enumerate(items):  # what is put in is met again: D (para. 4) and E
        lettered = _LETTERED.fullmatch(token.value.text) if token.kind == "number" else None
        at = _closing(tokens, index + 1) or _signed(tokens, index + 1) if lettered else None
        last = lettered["letter"] if lettered else ""
        while lettered and at is not None and (letter := _further(tokens, at, last)) is not None:
            part = tokens[letter]
            last = part.sense("letter")
            printed = replace(token.value, text=f"{lettered['head']} {last}", sure=True)
            items[letter] = Token("number", printed, part.start, part.end, part.word)
            at = letter + 1
    return Tokens(tokens.view, tuple(items))


def _closing(tokens: Tokens, at: int) -> int | None:
    """The index behind the bracket that opens at one; None where none does, or it does not close."""
    if at >= len(tokens) or tokens[at].word != "(":
        return None
    depth = 0
    for index in range(at, min(len(tokens), at + _LONGEST_BRACKET)):
        depth += {"(": 1, ")": -1}.get(tokens[index].word, 0)
        if not depth:
            return index + 1
    return None


def _signed(tokens: Tokens, at: int) -> int | None:
    """The index behind the sign of a number that stands at one; None where none does."""
    return at + 1 if at < len(tokens) and tokens[at].has("number end") else None


def _further(tokens: Tokens, at: int, last: str) -> int | None:
    """The index of the letter behind `last` that a joint leads to from an index; None where none does."""
    first = at
    while at < min(len(tokens), first + 2) and (tokens[at].word in _COMMAS or tokens[at].has("and")):
        at += 1
    if not first < at < len(tokens) or not tokens[at].has("letter") or not str(tokens[at].sense("letter")) > last:
        return None
    behind = tokens[at + 1] if at + 2 < len(tokens) else None  # a stop at the end ends the sentence
    is_word = behind is not None and (behind.word in _NEXT or (behind.word.isalpha() and not behind.senses))
    is_capital = tokens.view.text[tokens[at].start : tokens[at].end].isupper()
    return at if is_capital and not is_word else None
