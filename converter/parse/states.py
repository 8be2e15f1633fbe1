"""Lists of States as texts print them, cut into names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache, lru_cache
from itertools import islice

from converter.authorities import Country
from converter.languages import Language
from converter.languages.states import Span
from converter.model import Ballot
from converter.view import Tokens, View, fold

_STRAY = re.compile(r"(?<=\w)['’`](?!\w)|^[\W_]+")  # dirt of the scan
_STARS = re.compile(r"[*＊]{1,3}")
_CLOSE, _SLIPS = 0.8, 2
_MOST_STATES, _MOST_JOINTS, _LONGEST = 250, 4, 80
_MOST_KEPT = 1_000  # names, which are asked of several times


@dataclass(frozen=True, slots=True)
class NamedState:
    """A name in a list of sponsors: as printed without stars, whose it is, where it stands, if a star hangs on it."""

    name: str
    state: Country | None
    start: int
    end: int
    starred: bool


def country(name: str, language: Language) -> Country | None:
    """The State that a name means in the language of the text."""
    return language.authorities.country(name, language.code) if len(name) <= _LONGEST else None


def ballots(text: str, language: Language) -> tuple[Ballot, ...]:
    """The States of a list in the record of a vote; a name with a slip of the pen is read as the one it is close to."""
    tokens = language.page.states.tokens(fold(text))
    found: list[Ballot] = []
    for start, end in _names(tokens, language, lambda name: _known(name, language) is not None):
        printed = _bare(text[slice(*tokens.view.span(start, end))])
        if printed:
            spelled = tokens.view.text[start:end]  # in the characters of the mainland
            state = country(printed, language) or country(spelled, language)
            near = None if state else _known(printed, language) or _known(spelled, language)
            state = state or (country(near, language) if near else None)
            found.append(Ballot(near or printed, state.code if state else None))
    return tuple(found)


def state_names(text: str, language: Language) -> list[NamedState]:
    """The States of a list of sponsors. 特立尼达和多巴哥 is one State, 乌拉圭和也门 are two.

    What a State speaks for (代表……国家) stands in brackets behind it and is no sponsor.
    """
    view = _without_stars(language.page.sponsors.without_groups(fold(text)))
    tokens = language.page.states.tokens(view)
    spans = list(_names(tokens, language, lambda name: country(name, language) is not None))
    places = [view.span(start, end) for start, end in spans]
    ends = [*(start for start, _ in places[1:]), len(text)][: len(spans)]
    return [
        NamedState(
            _STARS.sub("", text[start:end]).strip(),
            country(tokens.view.text[slice(*span)], language),
            start,
            end,
            bool(_STARS.search(text, start, after)),
        )
        for span, (start, end), after in zip(spans, places, ends, strict=True)
    ]


def _without_stars(view: View) -> View:
    """The view with a blank for each star."""
    return view.reading(_STARS.sub(lambda stars: " " * len(stars[0]), view.text))


def _names(tokens: Tokens, language: Language, is_one: Callable[[str], bool]) -> Iterator[Span]:
    """Where the names of a list stand in its view; `is_one` knows the name of a State."""
    text, words = tokens.view.text, language.page.states
    last: Span | None = None  # Germany, Federal Republic of: the next entry may belong to it
    for first, end in words.entries(tokens, _MOST_STATES):
        start = words.name_from(tokens, first, end)
        if first >= end or start >= tokens[end - 1].end:
            continue
        both = last and text[last[0] : tokens[end - 1].end]
        if last and both and country(both, language) is not None:
            last = last[0], tokens[end - 1].end
            continue
        for span in _apart(tokens, start, end, language, is_one):
            if last:
                yield last
            last = span
    if last:
        yield last


def _apart(tokens: Tokens, start: int, last: int, language: Language, is_one: Callable[[str], bool]) -> Iterator[Span]:
    """The names in an entry up to the token `last`: Canada and Trinidad and Tobago are two."""
    text, words = tokens.view.text, language.page.states
    end = tokens[last - 1].end
    while start < end:
        joints = list(islice(words.joints(tokens, start, last), _MOST_JOINTS))
        ends = [(end, end), *reversed(joints)]
        after = words.behind_article(tokens, start)
        found = (
            (begin, stop, following)
            for stop, following in ends
            for begin in dict.fromkeys((start, after))
            if is_one(text[begin:stop].strip())
        )
        first = joints[0] if joints else (end, end)
        begin, stop, following = next(found, (start, *first))
        yield begin, begin + len(text[begin:stop].rstrip())
        start = following


@lru_cache(_MOST_KEPT)
def _known(name: str, language: Language) -> str | None:
    """The name if it is that of a State, else that of a State which it is close to: a sign of a word or two is misread.

    Names of States share whole words, so that those alike in most signs may be two (the Arab Republics): a name that is
    not known stays as it is printed, and is said.
    """
    if len(name) > _LONGEST:  # before anything looks at all of it
        return None
    bare = _bare(name)
    if country(bare, language) is not None:
        return bare
    near = [known for known in _spellings(language) if abs(len(known) - len(bare)) <= _SLIPS]
    found = next(iter(get_close_matches(bare, near, n=1, cutoff=_CLOSE)), None)
    return found if found is not None and _is_slip(bare, found) else None


def _is_slip(name: str, known: str) -> bool:
    """Whether a name has at most one sign otherwise than a known one, or two in two of its words."""
    pairs = list(zip(name.split(), known.split(), strict=False))
    changed = [_changed(word, other) for word, other in pairs]
    in_words = len(name.split()) == len(known.split()) and max(changed, default=0) <= 1 and sum(changed) <= _SLIPS
    return in_words or _changed(name, known) <= 1


def _changed(name: str, known: str) -> int:
    """How many signs of a name another has otherwise."""
    steps = SequenceMatcher(None, name, known, autojunk=False).get_opcodes()
    return sum(max(end - start, to - at) for step, start, end, at, to in steps if step != "equal")


def _bare(name: str) -> str:
    return _STRAY.sub("", name.strip())


@cache
def _spellings(language: Language) -> tuple[str, ...]:
    names = {name for one in language.authorities.countries for name in one.names.of(language.code)}
    return tuple(sorted(names | {one.name(language.code) for one in language.authorities.countries}))
