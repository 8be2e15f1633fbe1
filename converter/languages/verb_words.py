"""The words of `verbs` in a language's profile, ready to be found in texts: its lists, its forms, its phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from converter.languages.around import around, bare, check, check_lists, several
from converter.languages.listed import Listed, listed
from converter.languages.match import Phrases
from converter.languages.steps import ANYTHING, LongSlot
from converter.languages.units import Cutter, cut
from converter.view import Tokens

COLUMNS = ("preambular", "operative", "infinitive", "plural")
"""What a form opens: a recital, an operative paragraph, what is decided, a paragraph of a declaration."""
KINDS = frozenset(
    {"before", "after", "in a manner", "feeling", "no verb", "a verb", "no verb before", "a verb before"}
    | {f"{kind} {column}" for kind in ("before", "subject") for column in COLUMNS}
)
"""The kinds of phrases around a verb."""
_LISTS = (
    "leads", "adverbs", "inside", "degrees", "manners", "possessives", "intensities", "feelings", "recitals",
    "no_recitals", "connectors", "connected", "joints", "objects", "no_nouns", "no_further", "abouts",
)  # fmt: skip
_WORDS = (
    "and",
    "nouns",
    "unjoined_forms",
    "clauses_begin",
    "decided",
    "decided_signs",
    "joined",
    "joined_to_manners",
    "objects_joined",
)
_ARTICLES = ("degrees", "manners", "intensities")  # lists whose words may have the article
_OTHERS = (
    "forms", "words", "expressing", "feeling_lemma", "lemmas", "around", "columns", "unjoined", "further",
    "modifiers_join", "article", "saying",
)  # fmt: skip
_SAYING = frozenset({"columns", "who", "said", "at_end", "not_before", "within"})


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: its lemma by the column that it stands in; which clauses it may open."""

    lemmas: Mapping[str, str]
    alone: bool
    later: bool


@dataclass(frozen=True, slots=True)
class VerbWords:
    """What the reader of verbs knows of a language."""

    cutter: Cutter
    lists: Mapping[str, Listed]
    around: Mapping[str, Phrases]
    forms: Listed
    expressing: Listed
    openers: tuple[Listed, ...]
    first_words: frozenset[str]  # words that phrases may begin with, of those that stand first in a paragraph


def table_of_forms(verbs: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """`call upon: calling upon, calling on | calls upon | to call upon | call upon` → column → form → lemma."""
    columns: dict[str, dict[str, str]] = {column: {} for column in COLUMNS}
    for lemma, row in verbs.get("forms", {}).items():
        for column, forms in zip(COLUMNS, row.split("|"), strict=False):
            columns[column].update((form.strip(), lemma) for form in forms.split(",") if form.strip())
    for decided in verbs.get("decided", ()):
        lemma = columns["operative"].get(decided, decided)
        columns["infinitive"].update((f"{sign} {decided}", lemma) for sign in verbs["decided_signs"])
    for words in verbs.get("words", {}).values():
        for column in ("preambular", "operative"):
            columns[column].update((word, verbs["lemmas"].get(word, word)) for word in words)
    return columns


def read(verbs: Mapping[str, Any], organs: Iterable[str]) -> VerbWords:
    """The words of a profile, its `organs` those of the authority files. Raises ProfileError."""
    _check(verbs)
    lists = {name: listed(_with_article(name, verbs)) for name in _LISTS}
    for name in ("degrees", "manners"):
        words = (joint + word for joint in verbs.get("joined_to_manners", ()) for word in _with_article(name, verbs))
        lists[f"joined {name}"] = listed(words)
    lists["organ"] = listed(organs)
    ready = _around(verbs, lists)
    forms, expressing = _forms(verbs), _expressing(verbs)
    phrases = [phrase for group in ready.values() for phrase in group]
    known = {word for one in (*lists.values(), forms, expressing) for word in one.vocabulary()}
    known |= {word for phrase in phrases for word in bare(phrase)}
    known |= {word for name in _WORDS for one in verbs.get(name, ()) for word in cut(one)}
    opening = [name for name in ready if name.startswith(("before", "subject")) or name == "in a manner"]
    first = {word for kind in opening for word in ready[kind].rightwards.words}
    return VerbWords(
        Cutter(verbs.get("joined", ()), known, verbs.get("objects_joined", ()), _stems(verbs), forms.begins_with),
        lists,
        ready,
        forms,
        expressing,
        (forms, expressing, *(lists[name] for name in ("adverbs", "recitals", "organ", "abouts"))),
        frozenset(first),
    )


def _stems(verbs: Mapping[str, Any]) -> frozenset[str]:
    """The verbs of one word that open an act, to which an object may be joined (تشكرهم)."""
    words = (cut(form) for form in table_of_forms(verbs)["operative"]) if verbs.get("objects_joined") else ()
    return frozenset(word[0] for word in words if len(word) == 1)


def _with_article(name: str, verbs: Mapping[str, Any]) -> list[str]:
    """The words of a list; where the language writes its article as one with them (ال), with it as well."""
    words: list[str] = verbs.get(name, [])
    article = verbs.get("article", "") if name in _ARTICLES else ""
    return list(dict.fromkeys([*words, *(article + word for word in words)]))


def _check(verbs: Mapping[str, Any]) -> None:
    check("verbs", verbs, (*_LISTS, *_WORDS, *_OTHERS))
    check_lists("verbs", {key: verbs.get(key, []) for key in (*_LISTS, *_WORDS)})
    check("verbs.saying", verbs.get("saying", {}), _SAYING)


def _forms(verbs: Mapping[str, Any]) -> Listed:
    by_form: dict[str, dict[str, str]] = {}
    for column, forms in table_of_forms(verbs).items():
        for form, lemma in forms.items():
            by_form.setdefault(form, {}).setdefault(column, lemma)
    alone, only = set(verbs.get("unjoined_forms", ())), set(verbs.get("words", {}).get("opening", ()))
    alone |= set(verbs.get("words", {}).get("further", ()))
    made_of = Listed()
    made_of.add({form: Form(lemmas, form in alone, form not in only) for form, lemmas in by_form.items()})
    return made_of


def _expressing(verbs: Mapping[str, Any]) -> Listed:
    given = verbs["expressing"]
    if isinstance(given, list):  # where the forms of all columns are the same
        given = dict.fromkeys(("preambular", "operative"), given)
    columns: dict[str, frozenset[str]] = {}
    for column, words in given.items():
        for word in words:
            columns[word] = columns.get(word, frozenset()) | {column}
    made_of = Listed()
    made_of.add(columns)
    return made_of


def _around(verbs: Mapping[str, Any], lists: Mapping[str, Listed]) -> dict[str, Phrases]:
    """The phrases around a verb by kind; those of the manner are a slot of the others."""
    names = {"adverb": "adverbs", "degree": "degrees", "manner": "manners", "possessive": "possessives"}
    names |= {"intensity": "intensities", "feeling": "feelings", "organ": "organ"}
    names |= {"joined degree": "joined degrees", "joined manner": "joined manners"}
    slots = {slot: lists[name].slot() for slot, name in names.items()}
    joints = listed([",", *verbs.get("and", ())])
    slots["inside"] = several(lists["inside"])
    slots["adverbs"] = several(lists["adverbs"], (joints,))
    slots["degrees"] = several(lists["degrees"], (joints,))
    slots["intensities"] = several(lists["intensities"], (joints, lists["possessives"]))
    phrases = around("verbs.around", verbs.get("around", ""), KINDS, slots.keys() | {"in a manner"})
    ready: dict[str, Phrases] = {}
    for kind in ("in a manner", *sorted(KINDS - {"in a manner"})):
        ready[kind] = Phrases(tuple(phrases[kind]), slots, {})
        if kind == "in a manner":
            slots[kind] = LongSlot(_longest_of(ready[kind]), _begins(ready[kind]), frozenset({ANYTHING}))
    return ready


def _begins(phrases: Phrases) -> frozenset[str]:
    table = phrases.rightwards
    return frozenset({f"={word}" for word in table.words} | ({ANYTHING} if table.anything else set()))


def _longest_of(phrases: Phrases) -> Callable[[Tokens, int], tuple[int, Any] | None]:
    def longest(tokens: Tokens, at: int) -> tuple[int, Any] | None:
        end = phrases.end(tokens, at)
        return (end, None) if end > at else None

    return longest
