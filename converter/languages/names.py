"""Names of bodies that are more or less than a word of the page.

A short name that goes on is that of another organ: no Council of Beacons and no Beacon Council is the Council.
A word may have an organ and a noun in it: UNSCR is a resolution of the Security Council.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from converter.view import Token, Tokens

Words = tuple[str, ...]
_LONGEST_NAME = 4  # words of a name before or behind the one that says what it is
_ENDS = frozenset(".;:!?؟。；：()[]")  # a capital right behind one of them tells nothing
_NO_NAMES = ("number", "date")  # kinds that may begin with a capital: of the Council of May 3, 2031


def with_others(tokens: Tokens, short: Collection[str], leads: Collection[Words], article: str = "") -> Tokens:
    """Tokens in which a word for a body (`short`, or one of any: Committee) and the rest of its name are another organ.

    It goes on where one of the `leads` (of the) and a word with a capital follow: the Assembly of Lighthouses. It
    begins before the word where others with a capital stand there: the Beacon Council. Where words have the `article`
    joined to them (ال) and the word for a body has it not, it goes on in these: لجنة المصابيح.
    """
    if not any(token.has("organ") for token in tokens.items):
        return tokens
    items: list[Token] = []
    done = 0
    for at, token in enumerate(tokens.items):
        if at < done or not token.has("organ"):
            continue
        last = _last(tokens, at, leads) if _is_short(token, short) else None
        last = last or (_last_with(article, tokens, at) if article else None)
        first = _first(tokens, at, done) if _is_short(token, short) or _is_any(token) else at
        if last is None and first == at:
            continue
        start, end = tokens[first].start, tokens[at if last is None else last].end
        name = tokens.view.key[start:end]
        value = name if _is_short(token, short) else token.sense("organ")
        items += tokens.items[done:first]
        items.append(Token("organ", value, start, end, name))
        done = (at if last is None else last) + 1
    return Tokens(tokens.view, (*items, *tokens.items[done:])) if done else tokens


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


def _is_any(token: Token) -> bool:
    """Whether a token is one word for bodies of a kind, and no initials: the Committee."""
    name = str(token.sense("organ"))
    return name.isalpha() and not name.isupper()


def _first(tokens: Tokens, at: int, floor: int) -> int:
    """The first of the words with a capital right before one with a capital, where they are of its name.

    The word that opens a text, a sentence or a bracket has a capital in any case.
    """
    text = tokens.view.text
    if not _is_capitalised(text, tokens[at]):
        return at
    first = at
    while first > floor and at - first < _LONGEST_NAME and _is_named(text, tokens[first - 1]):
        first -= 1
    opens = first == 0 or tokens[first - 1].word in _ENDS
    return min(first + opens, at)


def _is_named(text: str, token: Token) -> bool:
    """Whether a token is a word of a name that no page knows."""
    return token.kind == "word" and _is_capitalised(text, token)


def _is_capitalised(text: str, token: Token) -> bool:
    printed = text[token.start : token.end]
    return printed.isalpha() and printed[0].isupper() and printed[1:].islower()


def _last_with(article: str, tokens: Tokens, at: int) -> int | None:
    """The last of the words with the article right behind a word for a body that has none."""
    token = tokens[at]
    if not _is_any(token) or token.word.startswith(article) or token.word.startswith(f"ل{article[1:]}"):
        return None
    last = at
    while last + 1 < len(tokens) and last - at < _LONGEST_NAME and _has(article, tokens[last + 1]):
        last += 1
    return last if last > at else None


def _has(article: str, token: Token) -> bool:
    return token.kind == "word" and token.word.startswith(article) and len(token.word) > len(article) + 1


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
