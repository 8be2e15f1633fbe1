"""The clauses of a text, and whether somebody else than the organ speaks in one, by the words of `verbs`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from converter.languages.listed import Listed, listed
from converter.view import Tokens

_CLAUSE_ENDS = frozenset(",;:.，；：。،؛")
_SENTENCE_ENDS = frozenset(".;。；؛")
_WITHIN = 80  # characters between who else speaks and the verb


class Clauses:
    """Cuts texts of one language into clauses. `verbs` is that part of its profile, `forms` are those of its verbs."""

    def __init__(self, verbs: Mapping[str, Any], forms: Listed) -> None:
        self._begin = frozenset(verbs.get("clauses_begin", ()))
        saying = verbs.get("saying", {})
        self._columns = frozenset(saying.get("columns", ()))
        self._who, self._at_end = listed(saying.get("who", ())), listed(saying.get("at_end", ()))
        self._said = listed(saying["said"]) if "said" in saying else None
        self._forms = forms
        self._not_before = frozenset(saying.get("not_before", ()))
        self._within: int = saying.get("within", _WITHIN)

    def of(self, tokens: Tokens) -> Iterator[tuple[int, int]]:
        """The clauses of a text: the tokens from where each begins to before where it ends."""
        first = 0
        for index, token in enumerate(tokens.items):
            if token.word in _CLAUSE_ENDS and ends_clause(tokens, index):
                if index > first:
                    yield first, index
                first = index + 1
            elif index > first and token.word in self._begin:
                yield first, index
                first = index
        if first < len(tokens):
            yield first, len(tokens)

    def says(self, tokens: Tokens, first: int, last: int, column: str) -> bool:
        """Whether somebody else says something in a clause (与会者在会上着重指出), and what follows is his act."""
        if column not in self._columns:
            return False
        if any(end == last for index in range(first, last) for end, _ in self._at_end.all_at(tokens, index)):
            return True
        whose = (self._who.longest(tokens, index) for index in range(first, last))
        return any(self._speaks(tokens, one[0], last) for one in whose if one is not None)

    def _speaks(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether a verb of saying stands near behind who says it."""
        limit = tokens[first - 1].end + self._within
        for index in range(first, last):
            if tokens[index].start > limit + 1:
                return False
            ends = self._verbs(tokens, index)
            if any(end >= len(tokens) or tokens[end].word not in self._not_before for end in ends):
                return True
        return False

    def _verbs(self, tokens: Tokens, at: int) -> list[int]:
        """Where the verbs of saying end that stand here."""
        if self._said is not None:
            return [end for end, _ in self._said.all_at(tokens, at)]
        return [end for end, form in self._forms.all_at(tokens, at) if "operative" in form.lemmas]


def ends_clause(tokens: Tokens, at: int) -> bool:
    """Whether a token ends a clause; the full stop of Add.1 does not."""
    word = tokens[at].word
    return word in _CLAUSE_ENDS and not (word == "." and at + 1 < len(tokens) and tokens.touches(at + 1))


def begins_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a sentence is over right before a token."""
    return at > 0 and tokens[at - 1].word in _SENTENCE_ENDS
