"""Lists of States as texts print them, cut into names."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from converter.authorities import Country
from converter.languages import Language
from converter.languages.states import StateWords
from converter.model import Ballot

_STRAY = re.compile(r"(?<=\w)['’`](?!\w)|^[\W_]+")  # dirt of the scan
_CLOSE, _SLIPS = 0.8, 2
_MOST_STATES, _MOST_JOINTS, _LONGEST = 250, 4, 80


def country(name: str, language: Language) -> Country | None:
    """The State that a name means in the language of the text."""
    return language.authorities.country(name, language.code)


def ballots(text: str, language: Language) -> tuple[Ballot, ...]:
    """The States of a list in the record of a vote; a name with a slip of the pen is read as the one it is close to."""
    words = language.page.states
    pieces = (_bare(piece, words) for piece in words.separator.split(text, maxsplit=_MOST_STATES))
    names: list[str] = []
    for piece in filter(None, pieces):
        both = f"{names[-1]}, {piece}" if names else ""
        if both and country(both, language) is not None:  # Germany, Federal Republic of
            names[-1] = both
        else:
            names += _apart(piece, language)
    found = ((name, country(name, language)) for name in names)
    return tuple(Ballot(name, one.code if one else None) for name, one in found)


def _apart(names: str, language: Language) -> list[str]:
    """Canada and Trinidad and Tobago are two."""
    known = _known(names, language)
    words = language.page.states
    joints = list(words.joints(names))[:_MOST_JOINTS]
    if known or not joints:
        return [known or names]
    for start, end in reversed(joints):
        left = _known(_bare(names[:start], words), language)
        if left:
            return [left, *_apart(_bare(names[end:], words), language)]
    start, end = joints[0]
    return [_bare(names[:start], words), *_apart(_bare(names[end:], words), language)]


def _known(name: str, language: Language) -> str | None:
    """The name if it is that of a State, else the name of a State that it is close to."""
    if country(name, language) is not None:
        return name
    if len(name) > _LONGEST:
        return None
    near = [known for known in _spellings(language) if abs(len(known) - len(name)) <= _SLIPS]
    return next(iter(get_close_matches(name, near, n=1, cutoff=_CLOSE)), None)


def _bare(name: str, words: StateWords) -> str:
    return words.lead.sub("", _STRAY.sub("", name.strip()))


@cache
def _spellings(language: Language) -> tuple[str, ...]:
    names = {name for one in language.authorities.countries for name in one.names.of(language.code)}
    return tuple(sorted(names | {one.name(language.code) for one in language.authorities.countries}))


def state_names(text: str, language: Language) -> list[tuple[str, int, bool]]:
    """Cut a list of States: name, its offset, starred. 特立尼达和多巴哥 is one State, 乌拉圭和也门 are two.

    What a State speaks for (代表……国家) stands in brackets behind it and is no sponsor.
    """
    note, star = language.pattern("masthead.sponsors_note"), language.pattern("masthead.star")
    masked = note.sub(lambda match: "*" * len(match[0]) if star.search(match[0]) else " " * len(match[0]), text)
    cuts = [match.span() for match in language.pattern("masthead.sponsor_separator").finditer(masked)]
    cuts.append((len(text), len(text)))
    pieces: list[tuple[str, int, bool]] = []
    start = 0
    between = language.table("masthead.sponsor_between")
    for (left, right), (after, _) in zip(cuts, [*cuts[1:], (len(text), 0)], strict=True):
        may_go_on = left < len(text) and masked[left:right] not in between
        if may_go_on and country(star.sub("", masked[start:after]).strip(), language) is not None:
            continue  # the separator stands inside one State's name
        whole = masked[start:left]
        bare = star.sub("", whole).strip()
        if bare:
            pieces.append((bare, start + whole.index(bare[0]), bool(star.search(masked[start:right]))))
        start = right
    return pieces
