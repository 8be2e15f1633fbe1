"""Which organ a name in a mandate means: the one that speaks by its short name, and none where the name goes on.

The Council is the Security Council in its own texts. In others it is the one named before it in the paragraph, or the
only one that the text speaks of; where another Council stands between, nobody can tell. The Commission on the Status
of Women is none of the bodies that are called the Commission.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from converter.languages import Language
from converter.languages.names import goes_on
from converter.languages.units import cut
from converter.view import Tokens, fold

_LONGEST = 200  # characters behind a name in which it goes on
_BETWEEN = 3  # words between two names that are joined: and to the
_NEXT = 2  # small words before the capital that a name goes on with: on the Status


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text speaks of a body that shares a short name: which it is, None where it is of no record.

    `name` is as `Language.organs` has it; `start` and `end` are characters of the text.
    """

    start: int
    end: int
    name: str
    body: str | None


def own_id(name: str, body: str | None, language: Language) -> str | None:
    """The organ that speaks, where a name is its short one (the Council); None for every other name."""
    return body if body and body in language.short_names.get(name, ()) else None


def nearest(before: Iterable[Mention]) -> tuple[str, str] | None:
    """The name and id of the body mentioned last before a place of its paragraph; None where that is of no record."""
    last = next(iter(reversed([*before])), None)
    return (last.name, last.body) if last and last.body else None


def only(mentions: Iterable[Mention]) -> tuple[str, str] | None:
    """The name and id of the body that all the mentions of a text are of, by its last name; None where they differ."""
    every = [*mentions]
    bodies = {one.body for one in every}
    body = bodies.pop() if len(bodies) == 1 else None
    return (every[-1].name, body) if body else None


def mentions(short: str, text: str, language: Language) -> Iterator[Mention]:
    """Where a text speaks of bodies that a short name (the Council) may mean, in order.

    The short name alone is none. Any other name with that word is one of no record: the Executive Council, the Security
    Council Committee.
    """
    sharing = language.short_names.get(short, ())
    heads = _heads(sharing, language)
    tokens = language.page.named(text)
    for at, token in enumerate(tokens.items):
        name = token.sense("organ")
        body, is_full = language.organs.get(name, (None, False)) if token.has("organ") else (None, False)
        known = body if is_full and body in sharing else None
        if known is None and not any(word.endswith(heads) for word in cut(token.word)):
            continue
        start, end = tokens.span(at, at + 1)
        if _is_bare(tokens, at, language) and text[start:end] in language.short_names:
            continue
        yield Mention(start, end, name or text[start:end], None if _goes_on(tokens, at + 1, language) else known)


def is_over(body_id: str | None, day: str | None, language: Language) -> bool:
    """Whether a body was no more on a day (ISO): nothing is given to it then, nor falls due at a session of it."""
    body = language.authorities.body(body_id) if body_id else None
    return bool(day and body and body.last and body.last < day)


def longer(name: str, follows: str, language: Language) -> int:
    """How many characters of what follows a name belong to it: ` of Europe`, of a name that the page lists; else 0."""
    tokens = language.page.named(name + follows[:_LONGEST])
    for at, token in enumerate(tokens.items):
        _, end = tokens.span(at, at + 1)
        if end > len(name):
            inside = tokens.span(at, at + 1)[0] < len(name)
            return end - len(name) if inside and token.has("organ") else 0
    return 0


def last_joined(named: str, text: str, language: Language) -> str:
    """The last of the bodies that a text joins to a named one: to the Council and to the Assembly at its session.

    Of several so joined "its session" is the last one's, for two would say theirs.
    """
    tokens = language.page.named(text)
    places = [at for at, token in enumerate(tokens.items) if token.has("organ")]
    first = next((one for one, at in enumerate(places) if tokens[at].sense("organ") == named), len(places))
    for before, at in pairwise(places[first:]):
        between = tokens.items[before + 1 : at]
        if len(between) > _BETWEEN or not any(token.has("and") for token in between):
            break
        named = str(tokens[at].sense("organ"))
    return named


def session_of(named: str | None, follows: str, own: str | None, day: str | None, language: Language) -> str | None:
    """The body whose session words with a name of a body speak of; None where that is of no record, or no more.

    `own` is the organ that speaks, of which a session is that has no name; `day` (ISO) is that of its text.
    """
    body, is_full = language.organs.get(named or "", (own, True))
    if named is None or is_full:
        return body
    if longer(named, follows, language):
        return None  # the Commission on the Status of Women
    if own_id(named, own, language):
        return own  # 理事会: the organ that speaks
    return None if _may_go_on(named, follows, language) or is_over(body, day, language) else body


def _heads(sharing: Collection[str], language: Language) -> tuple[str, ...]:
    """The word that the names of some bodies share, folded, in each form that is inside a short one: مجلس of المجلس."""
    bodies = [body for body in language.authorities.bodies if body.id in sharing]
    shorts = {fold(name).text.lower() for body in bodies for name in body.short.of(language.code)}
    words = {
        fold(word).text.lower() for body in bodies for name in body.names.of(language.code) for word in name.split()
    }
    return tuple(shorts | {word for word in words if len(word) > 3 and any(word in one for one in shorts)})


def _is_bare(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a short name stands alone. Where names have no capitals, nobody can tell."""
    text, start, end = tokens.view.text, tokens[at].start, tokens[at].end
    before = at > 1 and text[tokens[at - 1].start].isupper()
    if before or not text[start].isupper() or _may_go_on(text[start:end], text[end:], language):
        return False
    more = at + 1 < len(tokens) and text[tokens[at + 1].start].isalpha()
    return not more or not _goes_on_small(text[start:end], language)


def _goes_on(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether what stands at a place goes on with the name before it: Committee, of the Republic."""
    capital = at < len(tokens) and tokens.view.text[tokens[at].start].isupper()
    return capital or goes_on(tokens, at, language.page.names_go_on)


def _may_go_on(name: str, follows: str, language: Language) -> bool:
    """Whether what follows a short name may make it that of another body: Commission de la condition de la femme."""
    tokens = language.page.named(follows[:_LONGEST])
    if _goes_on(tokens, 0, language):
        return True
    joints = {lead[0] for lead in language.page.names_go_on if lead}
    joints |= {words[0] for words in _behind(name, language) if words[0].islower()}
    if not len(tokens) or tokens[0].word not in joints:
        return False
    capital = any(tokens.view.text[one.start].isupper() for one in tokens.items[1 : 1 + _NEXT])
    return capital or _goes_on_small(name, language)


def _goes_on_small(name: str, language: Language) -> bool:
    """Whether full names go on in small letters behind a short one (Commission des droits de l’homme)."""
    return any(words[-1].islower() for words in _behind(name, language))


def _behind(name: str, language: Language) -> list[list[str]]:
    """The words behind a short name in the full names of bodies."""
    fulls = (full.split() for body in language.authorities.bodies for full in body.names.of(language.code))
    return [words[1:] for words in fulls if words[0] == name and len(words) > 1]
