"""The action verbs of a language, compiled: its data says what a verb looks like, this what may be asked of it.

A language without inflection lists its verbs once; one with inflection has a table of forms, `verbs.forms`: the
lemma, then the forms of each column of `COLUMNS`. The grammar around them (modifiers, what a paragraph may open
with, what joins a further verb) are patterns of the data file; in all of them the group `verb` is what is printed
with its modifiers, `lemma` the form alone, `feeling` what is expressed (表示赞赏, expresses its appreciation).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Protocol

from converter.languages.words import any_of, folded

COLUMNS = ("preambular", "operative", "infinitive", "plural")
_NAMED = re.compile(r"\?P<\w+>")


class _Profile(Protocol):
    """What is needed of a language."""

    def table(self, place: str) -> Any: ...
    def expand(self, pattern: str) -> str: ...
    def compile(self, pattern: str) -> re.Pattern[str]: ...


def table_of_forms(verbs: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """`call upon: calling upon, calling on | calls upon | to call upon | call upon` → column → form → lemma."""
    columns: dict[str, dict[str, str]] = {column: {} for column in COLUMNS}
    for lemma, row in verbs.get("forms", {}).items():
        for column, forms in zip(COLUMNS, row.split("|"), strict=False):
            columns[column].update((folded(form), lemma) for form in forms.split(",") if form.strip())
    return columns


def forms_of(verbs: Mapping[str, Any]) -> dict[str, str]:
    """The fragments %preambular%, %operative%, %infinitive% and %plural%: any form of that column of the table.

    What may part the words of a form (calls once again upon) is the language's fragment %verb_gap%.
    """
    return {column: any_of(forms, "%verb_gap%") for column, forms in table_of_forms(verbs).items()}


class VerbPatterns:
    """What paragraphs and clauses may open with."""

    def __init__(self, language: _Profile) -> None:
        self._language = language
        self._data: Mapping[str, Any] = language.table("verbs")

    @cached_property
    def opening(self) -> dict[str, re.Pattern[str]]:
        """By column, what a paragraph opens with."""
        return {column: self._language.compile(pattern) for column, pattern in self._data["opening"].items()}

    @cached_property
    def further(self) -> dict[str, re.Pattern[str]]:
        """By column, what a later clause may open with after a connector."""
        return {column: self._language.compile(pattern) for column, pattern in self._data["further"].items()}

    @cached_property
    def saying(self) -> dict[str, re.Pattern[str]]:
        """By column, a clause in which somebody else speaks in that form; a column may have none."""
        return {column: self._language.compile(pattern) for column, pattern in self._data["saying"].items()}

    @cached_property
    def unjoined(self) -> dict[str, re.Pattern[str]]:
        """By column, what a later clause may open with where no connector joins it; a column may have none."""
        return {column: self._language.compile(pattern) for column, pattern in self._data["unjoined"].items()}

    @cached_property
    def late(self) -> re.Pattern[str] | None:
        """对……表示关切: what the feeling is about, then the feeling as `verb`; None where no such form is."""
        return self._language.compile(self._data["late"]) if "late" in self._data else None

    @cached_property
    def first_characters(self) -> frozenset[str] | None:
        """The first characters of a clause with a further verb, where the language lists what it opens with."""
        lists = self._data.get("begins_with")
        return frozenset(word[0] for place in lists for word in self._language.table(place)) if lists else None

    def any_opening(self, *columns: str) -> re.Pattern[str]:
        """A pattern without groups for what a paragraph opens with, in any of these columns."""
        patterns = dict.fromkeys(self._data["opening"][column] for column in columns)
        together = "|".join(_NAMED.sub("?:", self._language.expand(pattern)) for pattern in patterns)
        return self._language.compile(together)

    @cached_property
    def _forms(self) -> dict[str, dict[str, str]]:
        return table_of_forms(self._data)

    @cached_property
    def _gap(self) -> re.Pattern[str]:
        return self._language.compile("%verb_gap%")

    def lemma(self, match: re.Match[str], column: str) -> str:
        """The lemma of a match of one of these patterns."""
        feeling = match.groupdict().get("feeling")
        if feeling:
            feeling = folded(feeling)
            return str(self._data["feeling_lemma"]).format(feeling=self._lemmas.get(feeling, feeling))
        form = match["lemma"]
        if not any(self._forms.values()):
            return self._lemmas.get(form, form)
        bare = folded(self._gap.sub(" ", form.casefold()))
        columns = (self._forms[column], *self._forms.values())  # إذ يشير: a column may have the forms of another
        return next((forms[bare] for forms in columns if bare in forms), bare)

    @cached_property
    def _lemmas(self) -> Mapping[str, str]:
        return {folded(word): lemma for word, lemma in self._data["lemmas"].items()}
