"""Who is named in a text, by the authority files."""

from __future__ import annotations

from converter.languages import Language
from converter.view import fold


def actor_id(name: str, language: Language) -> str | None:
    """The key of who is named: an office, an organ or a State (`state-no`), an aside after the name left out."""
    tokens = language.verbs.tokens(name)
    last = language.mandates.bare_name(tokens)
    bare = name[: tokens.span(0, last)[1]] if last else name
    known = language.actors.get(fold(bare).text)
    if known is None and (state := language.authorities.country(bare, language.code)):
        known = f"state-{state.code.lower()}"
    return known
