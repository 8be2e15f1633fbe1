"""Which organ a name in a mandate means: the one that speaks by its short name, and none where the name goes on.

The Council is the Security Council in its own texts, and in others the one that was last named in full; the Commission
on the Status of Women is none of the bodies that are called the Commission.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from converter.languages import Language

# What goes on with a name: one or two small words and a capital (on the Status, of Europe).
_LONGER = re.compile(
    r"(?P<first> [^\W\d_]{1,8}[’']?)(?: ?[^\W\d_]{1,4}[’']?){0,1} ?(?P<name>[^\W\d_][\w’'-]+"
    r"(?:(?: [^\W\d_]{1,4}){0,2} (?=[^\W\d_a-z])[^\W\d_][\w’'-]+){0,8})"
)
_SMALL = 3  # letters of the longest small word
_LONGEST = 200  # characters behind a name in which it goes on


def own_id(name: str, body: str | None, language: Language) -> str | None:
    """The organ that speaks, where a name is its short one (the Council); None for every other name."""
    return body if body and body in language.short_names.get(name, ()) else None


def last_named(name: str, above: Iterable[str], language: Language) -> tuple[str, str] | None:
    """The body last named in full that has a short name (the Council): its full name and id; None where none is.

    `above` are the texts before the name, the nearest first.
    """
    sharing = language.short_names.get(name, ())
    if not sharing:
        return None
    fulls = [full for full, (body, is_full) in language.organs.items() if is_full and body in sharing]
    for text in above:
        at, full = max(
            ((text.rfind(full), full) for full in fulls), default=(-1, ""), key=lambda one: (one[0], len(one[1]))
        )
        if at >= 0:
            return full, language.organs[full][0]
    return None


def is_over(body_id: str | None, day: str | None, language: Language) -> bool:
    """Whether a body was no more on a day (ISO): nothing is given to it then, nor falls due at a session of it."""
    body = language.authorities.body(body_id) if body_id else None
    return bool(day and body and body.last and body.last < day)


def longer(name: str, follows: str, language: Language) -> int:
    """How many characters of what follows a short name belong to it: ` on the Status of Women`; 0 where none do."""
    match = _LONGER.match(follows[:_LONGEST]) if name in language.short_names else None
    if match is None or not match["name"][0].isupper():
        return 0
    return match.end() if match["first"].strip(" ’'") in _joints(language) else 0


def is_other(name: str, follows: str, language: Language) -> bool:
    """Whether what follows a short name makes it that of another body: Commission de la condition de la femme."""
    if longer(name, follows, language):
        return True
    first = re.split(r"[ ’']", follows.strip(" "), maxsplit=1)[0]
    return name in language.short_names and first in _joints(language) and _is_small(name, language)


def _fulls(language: Language) -> Iterator[list[str]]:
    """The words of each full name of a body."""
    for body in language.authorities.bodies:
        yield from (re.split(r"[ ’']", full) for full in body.names.of(language.code))


def _joints(language: Language) -> frozenset[str]:
    """The small words inside the full names of bodies: on, of, the, des, по."""
    return frozenset(
        word for words in _fulls(language) for word in words[1:-1] if len(word) <= _SMALL and word.islower()
    )


def _is_small(name: str, language: Language) -> bool:
    """Whether full names go on in small letters behind a short one (Commission des droits de l’homme)."""
    joints = _joints(language)
    behind = (words[1:] for words in _fulls(language) if words[0] == name)
    return any(words and words[0] in joints and words[-1].islower() for words in behind)
