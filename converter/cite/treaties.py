"""Treaties that are cited by their volume of the United Nations Treaty Series."""

from __future__ import annotations

from collections.abc import Iterator

from converter.languages.match import Match
from converter.languages.page import Page
from converter.model import Citation
from converter.view import Tokens

_REGISTERED = ", No. "  # between a volume and what a treaty is registered by


def treaties(place: str, tokens: Tokens, page: Page) -> Iterator[Citation]:
    """Every treaty of a text: the name of the series, then its volume and maybe the number of the treaty in it."""
    for at in page.treaties["series"].begin(tokens):
        for series in sorted(page.treaties["series"].after(tokens, at), key=lambda match: -match.last):
            volume = volume_at(tokens, series.last, page)
            if volume is not None:
                yield treaty(place, tokens, at, volume, series)
                break


def volume_at(tokens: Tokens, at: int, page: Page) -> Match | None:
    """The volume of the series that is printed at an index."""
    return max(page.treaties["volume"].after(tokens, at), key=lambda match: match.last, default=None)


def treaty(place: str, tokens: Tokens, first: int, volume: Match, series: Match | None = None) -> Citation:
    """The citation of a treaty that begins at an index and ends with its volume."""
    registered = volume.value("registered")
    number = _number(f"UNTS vol. {volume.value('volume')}", registered)
    return _citation(place, tokens, first, volume.last, number, tuple(one for one in (series, volume) if one))


def treaty_of_volume(place: str, tokens: Tokens, first: int, registered: Match, before: Citation) -> Citation:
    """The citation of another treaty of the volume of the one `before`, by its number in the series alone."""
    volume, _, _ = before.number.partition(_REGISTERED)
    number = _number(volume, registered.value("registered"))
    return _citation(place, tokens, first, registered.last, number, (registered,))


def _number(volume: str, registered: str | None) -> str:
    return f"{volume}{_REGISTERED}{registered}" if registered else volume


def _citation(place: str, tokens: Tokens, first: int, last: int, number: str, read_by: tuple[Match, ...]) -> Citation:
    start, end = tokens.span(first, last)
    return Citation(
        place=place,
        start=start,
        end=end,
        text=tokens.view.source[start:end],
        target=None,
        kind="treaty",
        body=None,
        number=number,
        date=None,
        title=None,
        author=None,
        see_also=False,
        main_start=start,
        main_end=end,
        phrases=tuple(one.phrase.at for one in read_by),
    )
