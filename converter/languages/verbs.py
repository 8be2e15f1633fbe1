"""Reads the action verbs of a text on its words: what a paragraph opens with, what a later clause does.

A verb is a form of the profile's table (`verbs.forms`), or a word of expressing with a feeling (expresses its
appreciation, 表示赞赏); modifiers may stand before it, between its words and after it, and are printed with it. The
words and phrases are the language's; this says how they stand together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import msgspec

from converter.languages import verb_words
from converter.languages.clauses import Clauses, ends_clause
from converter.languages.listed import COMMAS, Listed
from converter.languages.match import Phrases
from converter.languages.units import cut
from converter.languages.verb_words import COLUMNS, Form
from converter.view import Tokens, Variants, fold

_INFINITIVE = "infinitive"
_HEAD = 200  # characters in which a paragraph shows what it opens with
_FIRST = 12  # and the units in which its first word is looked for, behind what may lead to it
_SUBJECT = 48  # characters in which it shows who acts
_MOST_KEPT = 2_000  # heads of paragraphs whose opening is remembered
_MOST_CUT = 400  # texts whose words are kept: those of a long resolution
_LEADS = frozenset("\"'|*~-.—「『")
_MOST_BEFORE_SUBJECT = 8  # tokens: To this end,
_MOST_LEADS = 4
_MOST_BEFORE, _MOST_AFTER, _MOST_INSIDE = 6, 4, 3  # modifiers
_ASIDE = 4  # words between commas behind what joins a clause
_ABOUT = 120  # characters between what a feeling is about and the feeling


class Act(msgspec.Struct, frozen=True):
    """A verb with its modifiers: the tokens from `first` to before `last`, and its lemma.

    `alone` says that it may open a clause that nothing joins to the ones before; `modified` that a modifier stands
    before it.
    """

    first: int
    last: int
    lemma: str
    alone: bool
    modified: bool


class VerbReader:
    """Finds the verbs of one language; `verbs` is that part of its profile, `organs` are names of bodies.

    `variants` are characters of other spellings (決), each with that in which the profile is written.
    """

    def __init__(self, verbs: Mapping[str, Any], organs: Iterable[str], variants: Variants) -> None:
        self._variants = variants
        self._words = verb_words.read(verbs, organs)
        self._lists, self._around = self._words.lists, self._words.around
        every = self._around["before"]
        self._before = {
            column: replace(every, phrases=(*every, *self._around[f"before {column}"])) for column in COLUMNS
        } | {_INFINITIVE: every}
        self._lemmas: Mapping[str, str] = verbs["lemmas"]
        self._feeling_lemma: str = verbs["feeling_lemma"]
        self._columns: Mapping[str, Sequence[str]] = verbs.get("columns", {})
        self._unjoined = frozenset(verbs.get("unjoined", ()))
        self._further = frozenset(verbs.get("further", COLUMNS))
        self._modifiers_join = bool(verbs.get("modifiers_join"))
        self._and = frozenset(verbs.get("and", ()))
        self._nouns = frozenset(cut(word)[0] for word in verbs.get("nouns", ()))
        self.clauses = Clauses(verbs, self._words.forms)
        self._kept = lru_cache(_MOST_CUT)(self._cut)
        self._columns_of = lru_cache(_MOST_KEPT)(self._found_columns)
        self._may_begin = lru_cache(_MOST_KEPT)(self._found_to_begin)
        self._parted: tuple[Tokens | None, dict[int, list[int]]] = (None, {})

    @property
    def organs(self) -> Listed:
        """The names of bodies."""
        return self._lists["organ"]

    def tokens(self, text: str, most: int | None = None) -> Tokens:
        """The words of a text, or its first, `most` of them; the whole ones are kept, for several ask for them."""
        return self._kept(text) if most is None else self._cut(text, most)

    def _cut(self, text: str, most: int | None = None) -> Tokens:
        return self._words.cutter.tokens(fold(text).spelled(self._variants), most)

    # --- what a paragraph opens with ---

    def opens(self, text: str, *columns: str) -> bool:
        """Whether a text opens as a paragraph does in one of these columns; asked of every line, and remembered."""
        return not self._columns_of(text[:_HEAD]).isdisjoint(columns)

    def _found_columns(self, head: str) -> frozenset[str]:
        if not self._may_open(head):
            return frozenset()
        tokens = self.tokens(head)
        found = {column for column in ("preambular", "operative") if self.opening(tokens, column)}
        return frozenset(found | ({"preambular"} if self.opens_recital(tokens) else set()))

    def _may_open(self, head: str) -> bool:
        """Whether a paragraph may open so by its first word, behind what may lead to it: most lines show that."""
        tokens = self.tokens(head, 1)
        if len(tokens) and (tokens[0].word in _LEADS or self._lists["leads"].may_begin(tokens[0].word)):
            tokens = self.tokens(head, _FIRST)
        at = self._after_leads(tokens, 0)
        return at < len(tokens) and self._may_begin(tokens[at].word)

    def _found_to_begin(self, word: str) -> bool:
        """Whether a verb, what stands before it or a recital may begin with a word; asked of each clause."""
        return word in self._words.first_words or any(one.may_begin(word) for one in self._words.openers)

    def opening(self, tokens: Tokens, column: str) -> Act | None:
        """The verb that a paragraph opens with, in a form of this column."""
        at = self._after_leads(tokens, 0)
        subject = self._around[f"subject {column}"]
        ends = {match.last for start in {0, at} for match in subject.after(tokens, start)}
        for start in (*sorted(ends, reverse=True), at):
            act = self._verb(tokens, start, column)
            if act is not None:
                return act
        return None

    def opening_behind(self, tokens: Tokens, column: str) -> Act | None:
        """The verb behind a few words that lead to who acts: To this end, the Council supports …; for acts alone."""
        subject = self._around[f"subject {column}"]
        for at in range(1, min(_MOST_BEFORE_SUBJECT, len(tokens))):
            behind_comma = tokens[at - 1].word in COMMAS
            ends = {match.last for match in subject.after(tokens, at)}
            organ = self.organs.longest(tokens, at) if behind_comma else None
            ends |= {organ[0]} if organ else set()
            if behind_comma and not len(subject):  # ولهذا الغرض، يؤيد المجلس
                ends.add(at)
            acts = (self._verb(tokens, end, column) for end in sorted(ends, reverse=True))
            act = next((one for one in acts if one is not None), None)
            if act is not None:
                return act
        return None

    def opens_with_subject(self, text: str) -> bool:
        """Whether a text opens with who acts in its operative paragraphs (我们), whatever the verb behind it."""
        tokens = self.tokens(text[:_SUBJECT])
        return bool(self._around["subject operative"].after(tokens, self._after_leads(tokens, 0)))

    def opens_recital(self, tokens: Tokens) -> bool:
        """Whether a text opens as a recital does that has no verb of the table: Whereas, in view of, any gerund."""
        known, none = self._lists["recitals"], self._lists["no_recitals"]
        starts = {0, self._after_leads(tokens, 0)}  # 业经 leads to a verb, and opens a recital before any other
        return any(known.longest(tokens, at) is not None and none.longest(tokens, at) is None for at in starts)

    def _after_leads(self, tokens: Tokens, at: int) -> int:
        """Behind quotation marks, dirt of the scan, And."""
        while at < min(_MOST_LEADS, len(tokens)) and tokens[at].word in _LEADS:
            at += 1
        lead = self._lists["leads"].longest(tokens, at)
        return lead[0] if lead else at

    # --- what a later clause does ---

    def joined(self, tokens: Tokens, act: Act, column: str) -> Act | None:
        """The verb that is joined to another at once (welcomes and supports, 欢迎和鼓励)."""
        joint = self._lists["joints"].longest(tokens, act.last)
        found = self._verb(tokens, joint[0], column, later=True) if joint else None
        return found if found and (found.alone or column not in self._unjoined) else None

    def further(self, tokens: Tokens, at: int, column: str) -> Act | None:
        """The verb that a clause opens with which is not the first of its paragraph."""
        connector = self._lists["connectors"].longest(tokens, at)
        start = self._behind(tokens, connector[0]) if connector else at
        act = self._verb(tokens, start, column, later=True)
        if act is None:
            return self.late(tokens, start)
        joined = connector is not None or (self._modifiers_join and act.modified)
        return act if joined or (act.alone and column in self._unjoined) else None

    def _behind(self, tokens: Tokens, at: int) -> int:
        """Behind what may follow a connector: words between commas, then therefore and the like."""
        if at < len(tokens) and tokens[at].word == ",":
            comma = next((i for i in range(at + 2, at + _ASIDE + 2) if i < len(tokens) and tokens[i].word == ","), None)
            at = at if comma is None else comma + 1
        found = self._lists["connected"].longest(tokens, at)
        if found is None:
            return at
        at = found[0]
        return at + 1 if at < len(tokens) and tokens[at].word in ",،" else at

    def late(self, tokens: Tokens, at: int) -> Act | None:
        """对……表示关切: what the feeling is about stands before it, at the end of its clause."""
        for start in reversed(_chain(self._around["before"], tokens, at, _MOST_BEFORE)):
            about = self._lists["abouts"].longest(tokens, start)
            if about is None:
                continue
            for index in range(about[0] + 1, len(tokens)):
                if ends_clause(tokens, index) or tokens[index].start > tokens[start].end + _ABOUT:
                    break
                for end, lemma in self._expressed(tokens, index, "operative"):
                    return Act(index, end, lemma, True, False)
        return None

    # --- a verb with what stands around it ---

    def _verb(self, tokens: Tokens, at: int, column: str, *, later: bool = False) -> Act | None:
        if (later and column not in self._further) or at >= len(tokens) or not self._may_begin(tokens[at].word):
            return None
        signs = self._around["before infinitive"]
        start = at
        if column == _INFINITIVE and len(signs):
            start = signs.end(tokens, at)
            if later and start == at:
                return None
        for begin in _chain(self._before[column], tokens, start, _MOST_BEFORE):  # 特别指出 is a form
            if self._is_none("", tokens, begin):
                continue
            for end, lemma, alone, free in self._cores(tokens, begin, column, later):
                for last in reversed(_chain(self._around["after"], tokens, end, _MOST_AFTER)):
                    if free or self._has_object(tokens, begin, end, last):
                        return Act(at, last, lemma, alone, begin > at)
        return None

    def _cores(self, tokens: Tokens, at: int, column: str, later: bool) -> Iterator[tuple[int, str, bool, bool]]:
        """What stands here without modifiers: where it ends, its lemma, whether alone, whether it needs no object."""
        for end, lemma in self._expressed(tokens, at, column):
            yield end, lemma, True, True
        if later and self._lists["no_further"].longest(tokens, at):
            return
        for end, form in self._words.forms.all_at(tokens, at, self._inside):
            meant = self._lemma(form, column)
            if meant and (form.later or not later) and not self._is_none(" before", tokens, end):
                yield end, meant, form.alone, not later

    def _inside(self, tokens: Tokens, at: int) -> list[int]:
        """The places behind one, two … words that may part those of a form; many forms ask for those of one place."""
        if self._parted[0] is not tokens:
            self._parted = (tokens, {})
        known = self._parted[1].get(at)
        if known is None:
            places, found = {at}, set[int]()
            for _ in range(_MOST_INSIDE):
                places = {end for place in places for end, _ in self._lists["inside"].all_at(tokens, place)}
                found |= places
            found |= self._asides(tokens, at)
            known = self._parted[1][at] = sorted(found)
        return known

    def _asides(self, tokens: Tokens, at: int) -> set[int]:
        """The places behind what may part the words of a form between two commas: Calls, in this context, for light."""
        if at >= len(tokens) or tokens[at].word not in COMMAS:
            return set()
        ends = {end for end, _ in self._lists["inside"].all_at(tokens, at + 1)}
        ends.add(self._around["after"].end(tokens, at + 1))
        return {end + 1 for end in ends if at + 1 < end < len(tokens) and tokens[end].word in COMMAS}

    def _lemma(self, form: Form, column: str) -> str | None:
        columns = self._columns.get(column, (column,))
        return next((form.lemmas[one] for one in columns if one in form.lemmas), None)

    def _expressed(self, tokens: Tokens, at: int, column: str) -> Iterator[tuple[int, str]]:
        """Expresses its deep appreciation: where it ends, and the lemma that the feeling makes."""
        columns = self._columns.get(column, (column,))
        for end, known in self._words.expressing.all_at(tokens, at):
            if known.isdisjoint(columns):
                continue
            found = max(self._around["feeling"].after(tokens, end), key=lambda match: match.last, default=None)
            if found is not None:
                feeling = found.value("feeling")
                yield found.last, self._feeling_lemma.format(feeling=self._lemmas.get(feeling, feeling))

    def _is_none(self, place: str, tokens: Tokens, at: int) -> bool:
        """Whether what stands here is no verb (请求), or stands where none does (关切地)."""
        no, yes = self._around[f"no verb{place}"], self._around[f"a verb{place}"]
        return no.end(tokens, at) > at and yes.end(tokens, at) == at

    def _has_object(self, tokens: Tokens, begin: int, end: int, last: int) -> bool:
        """Whether what follows shows that this is a verb of the organ, and no noun (calls and requests of …)."""
        objects: Listed = self._lists["objects"]
        if not objects:
            return True
        if last >= len(tokens) or (tokens[last].word == "," and last + 1 == len(tokens)):
            return False
        token = tokens[last]
        if tokens[begin].word in self._nouns and self._lists["no_nouns"].longest(tokens, begin + 1):
            return False
        capital = tokens.view.text[token.start].isupper() and token.word not in self._and
        return capital or objects.longest(tokens, last) is not None


def _chain(modifiers: Phrases, tokens: Tokens, at: int, most: int) -> list[int]:
    """The place itself, and those behind one, two … modifiers that stand here."""
    places = [at]
    while len(places) <= most:
        end = modifiers.end(tokens, places[-1])
        if end == places[-1]:
            break
        places.append(end)
    return places
