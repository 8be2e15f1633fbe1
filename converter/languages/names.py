"""Names of bodies that are more or less than a word of the page.

A short name that goes on is that of another organ: the Council of Beacons is not the Council. A word may have an organ
and a noun in it: UNSCR is a resolution of the Security Council.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from converter.view import Token, Tokens

Words = tuple[str, ...]
_NO_NAMES = ("number", "date")  # kinds that may begin with a capital: of the Council of May 3, 2031


def with_others(tokens: Tokens, short: Collection[str], leads: Collection[Words]) -> Tokens:
    """Tokens in which a short name (`short`) with what it goes on with is the name of an organ of others.

    It goes on where one of the `leads` (of the) and a word with a capital follow: the Assembly of Lighthouses.
    """
    if not leads or not any(_is_short(token, short) for token in tokens.items):
        return tokens
    items: list[Token] = []
    done = 0
    for at, token in enumerate(tokens.items):
        last = _last(tokens, at, leads) if at >= done and _is_short(token, short) else None
        if last is not None:
            name = tokens.view.key[token.start : tokens[last].end]
            items += tokens.items[done:at]
            items.append(Token("organ", name, token.start, tokens[last].end, name))
            done = last + 1
    return Tokens(tokens.view, (*items, *tokens.items[done:]))


def parted(tokens: Tokens, nouns: Mapping[str, tuple[str, str]]) -> Tokens:
    """Tokens in which a word that has an organ and a noun in it is both: UNSCR is UNSC and its R, a resolution.

    `nouns` has these words, each with the name of the organ as `Language.organs` has it and the kind of the noun.
    """
    if not any(token.word in nouns for token in tokens.items):
        return tokens
    items: list[Token] = []
    for token in tokens.items:
        organ, noun = nouns.get(token.word, ("", ""))
        if not organ:
            items.append(token)
            continue
        middle = token.end - 1
        items.append(Token("organ", organ, token.start, middle, token.word[:-1]))
        items.append(Token("noun", noun, middle, token.end, token.word[-1:]))
    return Tokens(tokens.view, tuple(items))


def goes_on(tokens: Tokens, at: int, leads: Collection[Words]) -> bool:
    """Whether a name that ends before an index goes on: of the Republic of Lamps."""
    return _led_to(tokens, at, leads) is not None


def _is_short(token: Token, short: Collection[str]) -> bool:
    return token.has("organ") and token.sense("organ") in short


def _last(tokens: Tokens, at: int, leads: Collection[Words]) -> int | None:
    """The word with a capital that a lead behind this token leads to."""
    return _led_to(tokens, at + 1, leads)


def _led_to(tokens: Tokens, at: int, leads: Collection[Words]) -> int | None:
    """The word with a capital that a lead which begins here leads to."""
    for lead in leads:
        after = at + len(lead)
        if after < len(tokens) and all(tokens[at + i].word == word for i, word in enumerate(lead)):
            token = tokens[after]
            capital = tokens.view.text[token.start].isupper() and token.kind not in _NO_NAMES
            if capital and not token.has("organ"):
                return after
    return None
