"""What a file is, by its words and its name: the language of its text, the symbol that its name may hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from converter.addresses import is_symbol
from converter.authorities import Authorities
from converter.formats import AKN
from converter.language_files import available, read_data
from converter.model import Diagnostic
from converter.read import reader_of

_SAMPLE = 50_000  # characters that are enough to tell a language
_GLANCE = 10_000  # characters that tell whether a text is in the language that it is named as
_SHORT = 300  # characters: a shorter text may have none of its language's frequent words
_AT_HOME = 0.3  # the share that no text has of another language's words: a Spanish one has 0.26 of the French ones
_OTHER = 1.4  # how many times its own share another language must have: Spanish has 1.6 times the French words
_FEW_WORDS = 20  # of fewer words nobody can say how many of them should be frequent ones
_LIKELY, _SURE = 0.1, 0.2  # how much of a text must be a language's own frequent words or characters
_AHEAD = 2  # how many times the share of the next language a sure one has
_BY_LANGUAGE = (".txt", ".html", ".htm")  # where the language decides in which encoding the bytes are
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[ _-]+")
_YEAR = re.compile(r"\(?((?:19|20)[0-9]{2})\)?")


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """The likeliest language of a text, the share of the text that speaks for it, and the next one's."""

    lang: str
    share: float
    next: str
    next_share: float

    @property
    def is_likely(self) -> bool:
        """Whether there is enough of the language in the text to go on with."""
        return self.share >= _LIKELY

    @property
    def is_sure(self) -> bool:
        """Whether hardly any other language can be meant."""
        return self.share >= _SURE and self.share >= _AHEAD * self.next_share


class _Sample:
    """Some of a text, which is asked by each language how much of it is the language's own."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> list[str]:
        return _WORD.findall(self._text.lower())

    @cached_property
    def _signs(self) -> Counter[str]:
        return Counter("".join(self._text.split()))

    def share(self, data: Mapping[str, object]) -> float:
        """How much of it are the frequent words or characters of a language; `data` is that part of its profile."""
        frequent = data.get("frequent_words")
        if isinstance(frequent, list):
            words = self._words
            return sum(map(frozenset(frequent).__contains__, words)) / len(words) if len(words) >= _FEW_WORDS else 0
        own = set(str(data.get("frequent", "")))
        return sum(self._signs[sign] for sign in own) / max(1, self._signs.total())


def guess_file(
    data: bytes, name: str, ending: str, *, accept_changes: bool = False
) -> tuple[LanguageGuess | None, tuple[Diagnostic, ...]]:
    """The likeliest language of a file, or None and why there is no text in it. In: its bytes, its name, `.docx`."""
    read = reader_of(ending, accept_changes=accept_changes)
    if ending in _BY_LANGUAGE:
        readings = {lang: read(data, name, lang) for lang in available()}
        if ending != ".txt" and not any(source.text.strip() for source, _ in readings.values()):
            return None, readings[available()[0]][1]
        return guess_language({lang: source.text for lang, (source, _) in readings.items()}), ()
    source, findings = read(data, name, available()[0])
    if not source.text.strip():
        return None, findings
    return guess_language(dict.fromkeys(available(), source.text)), ()


def language_of_markup(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The language that an Akoma Ntoso file says it is in, empty where it says none, and what was found in reading it.

    One that we have no code for is as the file writes it.
    """
    source, findings = reader_of(AKN)(data, name, "")
    return source.lang, findings


def guess_language(texts: Mapping[str, str]) -> LanguageGuess:
    """The likeliest of several languages; `texts` is the text as it reads when taken for each of them.

    Languages that share a script differ by their frequent words (`text.frequent_words`), others by their characters
    (`text.frequent`).
    """
    samples = {text: _Sample(text[:_SAMPLE]) for text in set(texts.values())}
    shares = {lang: samples[text].share(read_data(lang)["text"]) for lang, text in texts.items()}
    first, second, *_ = (*sorted(shares, key=lambda lang: -shares[lang]), "", "")
    return LanguageGuess(first, shares.get(first, 0), second, shares.get(second, 0))


def other_language(text: str, lang: str) -> str | None:
    """The language that a text is in where it is another than the one it is named as; None where nobody can tell."""
    glance = text[:_GLANCE]
    own = _Sample(glance).share(read_data(lang)["text"])
    if own >= _AT_HOME or len(glance) < _SHORT:
        return None
    guess = guess_language(dict.fromkeys(available(), glance))
    return guess.lang if guess.is_likely and guess.share >= _OTHER * own and guess.lang != lang else None


def symbol_in_name(stem: str, authorities: Authorities) -> str | None:
    """The symbol that a file's name holds (`A_RES_73_3-EN`, `S_RES_1234_(1999)`), or None."""
    parts = _PARTS.split(stem.strip())
    if len(parts) > 1 and re.fullmatch("[A-Za-z]{1,2}", parts[-1]):
        parts.pop()  # the language
    if len(parts) < 3 or parts[0] not in authorities.roots() or not any(char.isdecimal() for char in stem):
        return None
    body = authorities.body_of("/".join(parts))
    year = _YEAR.fullmatch(parts[-1])
    if body and year and "serial-year" in body.numbers and parts[-2].isdecimal():
        parts[-2:] = [f"{int(parts[-2])}({year[1]})"]
    symbol = "/".join(parts)
    return symbol if is_symbol(symbol) else None
