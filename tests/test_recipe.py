"""The recipe of docs/contribute/languages.md for a new citation form: an example, and a word or a line on the page.

Each form here was added by it. Its words are taken off the page again, and the example is not read; put back, it is.
So the recipe needs no line of code and no regular expression.
"""

from __future__ import annotations

import difflib

import pytest

from converter.languages import Language
from converter.languages.page import make
from tests.language_examples import AUTHORITIES, LANGUAGES, data, language, read_citations, resolution

FORM = "pinpoint of the latter resolution, another clause begins between"
WORDS = {
    "en": ("|bearing in mind|having in mind|keeping in mind", "|latter"),
    "fr": ("|ayant à l'esprit|gardant à l'esprit", "|(cette dernière)… résolution"),
    "es": ("|teniendo presente|teniendo presentes", "|(esta última)… resolución"),
    "ru": ("|учитывая|принимая во внимание", "|последней… резолюции"),
    "ar": ("|إذ يضع في اعتباره|إذ تضع في اعتبارها", "|الأخير…\n"),
}


def pinpoints(code: str, lang: Language) -> list[str]:
    """The pinpoints that are read in the example of the form."""
    one = next(one for one in data(code)["citations"] if one.get("form", "").endswith(FORM))
    found = read_citations(resolution(code, one["body"], one["text"]), lang).citations
    return [pinpoint.label for citation in found for pinpoint in citation.pinpoints]


def without(text: str, words: tuple[str, ...]) -> str:
    """The page without words that stand on it once, before what is behind the dots."""
    for one in words:
        word, _, behind = one.partition("…")
        assert text.count(word + behind) == 1, one
        text = text.replace(word + behind, behind)
    return text


@pytest.mark.parametrize("code", WORDS)
def test_a_form_is_a_word_or_a_line_on_the_page(code: str) -> None:
    text = (LANGUAGES / f"{code}.page.yml").read_text(encoding="utf-8")
    before = without(text, WORDS[code])
    old = Language(code, AUTHORITIES)
    old.__dict__["page"] = make(before, f"{code}.page.yml", AUTHORITIES)
    assert pinpoints(code, old) == []
    assert pinpoints(code, language(code)) == ["4"]
    added = [line for line in difflib.ndiff(before.split("\n"), text.split("\n")) if line.startswith("+ ")]
    assert 1 <= len(added) <= 2
    assert not any("pattern:" in line for line in added)
