"""Parts of a resolution that go on behind a bracket with the place in the part before: 48/109 C (para. 2), D and E.

Those that go on behind the sign of the number are the same (第76/290 A号和B号决议), and those that all stand behind
the noun (第75/291号决议A和B).
"""

from __future__ import annotations

import re
from dataclasses import replace

from converter.view import Token, Tokens

_LETTERED = re.compile(r"(?P<head>(?:E?S-)?\d{1,4}/\d{1,4}) ?(?P<letter>[A-Z])", re.ASCII)
_WHOLE = re.compile(r"(?:E?S-)?\d{1,4}/\d{1,4}", re.ASCII)
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
    return _with_letters_behind_noun(Tokens(tokens.view, tuple(items)))


def _with_letters_behind_noun(tokens: Tokens) -> Tokens:
    """Tokens in which the letters behind the noun of a number and its sign are of both: 第75/291号决议A和B."""
    items: list[Token] = []
    index = 0
    while index < len(tokens):
        token, noun = tokens[index], index + 2
        end = _behind_noun(tokens, noun) if token.kind == "number" and _WHOLE.fullmatch(token.value.text) else None
        if end is None:
            items.append(token)
            index += 1
            continue
        start, finish = tokens[noun + 1].start, tokens[end - 1].end
        printed = replace(token.value, text=f"{token.value.text} {tokens.view.text[start:finish]}", sure=True)
        items += [Token("number", printed, token.start, token.end, token.word), tokens[index + 1]]
        items.append(
            Token("noun", tokens[noun].value, tokens[noun].start, finish, tokens[noun].word, tokens[noun].senses)
        )
        index = end
    return Tokens(tokens.view, tuple(items))


def _behind_noun(tokens: Tokens, noun: int) -> int | None:
    """Where the letters end that stand behind the sign of a number and its noun; None where none do."""
    if noun + 1 >= len(tokens) or not tokens[noun - 1].has("number end") or tokens[noun].kind != "noun":
        return None
    end, at, last = None, noun + 1, ""
    while at < len(tokens) and tokens[at].has("letter") and str(tokens[at].sense("letter")) > last:
        last, end = str(tokens[at].sense("letter")), at + 1
        at = end + 1 if end < len(tokens) and _joins(tokens[end]) else len(tokens)
    behind = tokens[end] if end is not None and end < len(tokens) else None
    of_a_word = behind is not None and (behind.word in _NEXT or (behind.word.isalnum() and not _joins(behind)))
    return None if of_a_word else end


def _joins(token: Token) -> bool:
    return token.word in _COMMAS or token.has("and") or token.has("to")


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
