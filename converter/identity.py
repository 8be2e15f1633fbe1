"""Which work a text is: what its sidecar says of its symbol, against what the text itself prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter import symbols
from converter.model import Diagnostic, MastheadBlock, Resolution, Sidecar, Source, place_in

SYMBOL = "symbol"  # the place of a finding about the sidecar's own symbol, as `accepted` names it
_DIFFERS, _NUMBER, _ADOPTED = "symbol-differs", "symbol-number", "adopted-differs"
_OF_AN_ADOPTED_TEXT = ("resolution", "decision", "presidential-statement")


def agreed(sidecar: Sidecar, resolution: Resolution) -> Sidecar:
    """The sidecar without what the text contradicts: what is printed counts, unless the sidecar accepts to differ."""
    accepted = {(one.lang, one.code) for one in sidecar.accepted if one.at == SYMBOL}
    if _differs(sidecar, resolution) and (resolution.lang, _DIFFERS) not in accepted:
        sidecar = replace(sidecar, symbol=None)
    if _is_adopted_itself(sidecar, resolution) and (resolution.lang, _ADOPTED) not in accepted:
        sidecar = replace(sidecar, adopted_as=None)
    return sidecar


def contradictions(sidecar: Sidecar, resolution: Resolution, source: Source) -> Iterator[Diagnostic]:
    """Where the sidecar says another symbol or day than the text prints, or its number makes; each in the sidecar."""
    own = resolution.masthead.symbol
    if _differs(sidecar, resolution):
        where = _place(resolution, source)
        message = f"symbol: {sidecar.symbol} here, but the text prints {own} ({where})"
        yield _finding(sidecar, "symbol", _DIFFERS, message, _hint(sidecar, own), resolution.lang)
    elif own and sidecar.symbol and not _printed(resolution) and _bare(sidecar.symbol) != _bare(own):
        message = f"symbol: {sidecar.symbol} here, but the number of the text ({resolution.path}) makes {own}"
        hint = "compare with the official document; take the key out where the number is right"
        yield _finding(sidecar, "symbol", _NUMBER, message, hint, resolution.lang)
    if _is_adopted_itself(sidecar, resolution):
        message = f"adopted_as: {sidecar.adopted_as} here, but the text prints {own}, the symbol of an adopted text"
        hint = "adopted_as is for a draft: take the key out, or put the draft into a folder of its own"
        yield _finding(sidecar, "adopted_as", _ADOPTED, message, hint, resolution.lang)
    yield from _other_day(sidecar, resolution)


def _other_day(sidecar: Sidecar, resolution: Resolution) -> Iterator[Diagnostic]:
    """The day of the sidecar, which counts, where the text prints another one."""
    printed = resolution.masthead.date
    if sidecar.date and printed and sidecar.date != printed:
        message = f"date: {sidecar.date} here, but the text prints {printed} ({resolution.path})"
        hint = (
            "compare with the official document: take the key out where the text is right; until then this date counts"
        )
        yield Diagnostic(
            sidecar.path, *sidecar.place("date"), "date-differs", message, hint, 0, resolution.lang, "date"
        )


def _differs(sidecar: Sidecar, resolution: Resolution) -> bool:
    """Whether the text prints symbols, and none of them is the sidecar's in whatever spelling."""
    printed = _printed(resolution)
    return bool(sidecar.symbol and printed) and _bare(sidecar.symbol or "") not in printed


def _is_adopted_itself(sidecar: Sidecar, resolution: Resolution) -> bool:
    own = resolution.masthead.symbol if sidecar.adopted_as and _printed(resolution) else None
    return own is not None and symbols.kind_of(own) in _OF_AN_ADOPTED_TEXT


def _symbol_blocks(resolution: Resolution) -> list[MastheadBlock]:
    return [block for block in resolution.masthead.blocks if block.kind == "symbol"]


def _printed(resolution: Resolution) -> set[str]:
    """The symbols that the text prints as its own, bare."""
    blocks = _symbol_blocks(resolution)
    found = {_bare(match[0]) for block in blocks for match in symbols.find(symbols.fold(block.text.text))}
    own = resolution.masthead.symbol
    return found | {_bare(own)} if blocks and own else set()


def _bare(symbol: str) -> str:
    """A symbol in a spelling that tells only documents apart: REV.1 and Rev.1 are one."""
    return symbols.canonical(symbol).casefold()


def _place(resolution: Resolution, source: Source) -> str:
    page, line, column = source.locate(_symbol_blocks(resolution)[0].text.source_offset(0))
    return resolution.path + place_in(resolution.path, page, line, column)


def _hint(sidecar: Sidecar, own: str | None) -> str:
    said, printed = _bare(sidecar.symbol or ""), _bare(own or "")
    if said.startswith(f"{printed}/") or printed.startswith(f"{said}/"):
        return "a revision, addendum or corrigendum is a document of its own: take the key out, or the right file"
    if symbols.kind_of(own or "") == "draft":
        return f"if the text is the draft of {sidecar.symbol}, write adopted_as, not symbol; else take the key out"
    return "take the key out: the text says itself which one it is"


def _finding(sidecar: Sidecar, key: str, code: str, message: str, hint: str, lang: str) -> Diagnostic:
    return Diagnostic(sidecar.path, *sidecar.place(key), code, message, hint, 0, lang, SYMBOL)
