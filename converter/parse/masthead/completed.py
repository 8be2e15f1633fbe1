"""What a masthead does not say, from what it says and from the words on the adoption."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.authorities import Body
from converter.cite.numbers import mend, normalise, symbol
from converter.languages import Language
from converter.model import Adoption, Masthead
from converter.parse.masthead.sheet import STATEMENT
from converter.symbols import canonical, kind_of

_ADOPTED = frozenset({"resolution", "decision", STATEMENT})  # the symbol of one of these names its organ
_OF_STATEMENTS = "statement"
_LONGEST_SYMBOL = 40  # characters
_BY_YEAR = re.compile(r"\d{1,4}\s?\((?:19|20)\d\d\)$")
_OF_SESSION = re.compile(r"\d{1,4} ?\([IVXL]+\)")  # 591(VI)
_OPEN_NUMBER = re.compile(r"[…‥\[]|\.\.")  # 51/…: not yet given


def complete(masthead: Masthead, adoption: Adoption | None, language: Language) -> Masthead:
    """The masthead with what follows from the rest: symbol from number, organ from symbol, date from the adoption."""
    masthead = replace(masthead, body=_body(masthead, language))
    adopted = adoption.date if adoption and masthead.status == "adopted" else None
    date = adopted or masthead.date if masthead.kind == STATEMENT else masthead.date or adopted
    masthead = _own_symbol(replace(masthead, date=date), language)
    return replace(masthead, symbol=_symbol(masthead, language))


def with_symbol_below(masthead: Masthead, last: str, language: Language) -> Masthead:
    """The masthead of a statement that has its symbol only below it, as the last line; another has its own."""
    if masthead.symbol is not None or masthead.kind != STATEMENT or len(last) > _LONGEST_SYMBOL:
        return masthead
    head = language.page.masthead.read(last)
    symbol = canonical(head.facts["symbol"]) if head is not None and head.kind == "symbol" else ""
    return replace(masthead, symbol=symbol) if symbol and kind_of(symbol) == STATEMENT else masthead


def _own_symbol(masthead: Masthead, language: Language) -> Masthead:
    """The masthead without a symbol of another series than the organ's: a press release prints its own, SC/99999.

    Only where the number gives the text its symbol. The line is one that is not understood then, and is said.
    """
    printed, of_number = masthead.symbol, _symbol(replace(masthead, symbol=None), language)
    if not (printed and of_number) or kind_of(printed) != "document" or _root(printed) == _root(of_number):
        return masthead
    blocks = (replace(one, kind="plain") if one.kind == "symbol" else one for one in masthead.blocks)
    return replace(masthead, symbol=None, blocks=tuple(blocks))


def _root(symbol: str) -> str:
    return symbol.partition("/")[0]


def _body(masthead: Masthead, language: Language) -> str | None:
    """The organ that is printed, else the only one that numbers so, else the one that the symbol names."""
    printed, body = masthead.symbol, masthead.body
    if body is None and _BY_YEAR.match(_meant(masthead.number or "", language)):  # 21 (1947): only one organ numbers so
        own = [one.id for one in language.authorities.bodies if "serial-year" in one.numbers]
        body = own[0] if len(own) == 1 else None
    if body is None and printed and kind_of(printed) in _ADOPTED:  # S/PRST/2003/17 without its letterhead
        spoke = language.authorities.body_of(printed)
        body = spoke.id if spoke else None
    return body


def _symbol(masthead: Masthead, language: Language) -> str | None:
    """The symbol that is printed, else that of the number of an adopted text of its organ."""
    number = masthead.number
    if masthead.symbol is not None or masthead.status != "adopted" or not number or _OPEN_NUMBER.search(number):
        return masthead.symbol
    body = next((body for body in language.authorities.bodies if body.id == masthead.body), None)
    if body and (number.isdecimal() or _BY_YEAR.match(number)):
        number = _of_the_year(number, masthead.date, body)
        if number is None:
            return None
    found = normalise(number)
    if body and found is not None and found.shape == _OF_STATEMENTS:  # PRST 29/1: the word is in the symbol already
        named = symbol(found, masthead.kind, body)
        return canonical(named) if named else None
    template = dict(body.symbols).get(masthead.kind) if body else None
    return canonical(template.format(number=_meant(number, language))) if template else None


def _of_the_year(number: str, date: str | None, body: Body) -> str | None:
    """A number with its year, which may stand in the day below alone; None for an organ that counts otherwise."""
    if "serial-year" not in body.numbers:
        return None
    return number if not number.isdecimal() else f"{number} ({date[:4]})" if date else None


def _meant(number: str, language: Language) -> str:
    """A number in the digits and letters that a symbol has: 二九三三(二〇三一) is 2933(2031), 五九一(六) 591(VI)."""
    if normalise(number) is None and (mended := normalise(mend(number))):
        return mended.text  # 5O3 (1982), as a scan reads the noughts
    tokens = language.page.tokens(number) if not number.isascii() else None
    if not tokens or len(tokens) > 1 or tokens[0].kind != "number":
        return number
    printed: str = tokens[0].value.text
    found = normalise(printed) if _OF_SESSION.fullmatch(printed) else None
    return found.text if found else printed
