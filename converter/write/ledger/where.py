"""Where the mandates of a language are: the ledger, an actor's own page when there are very many, the calendars."""

from __future__ import annotations

from converter.corpus import Corpus
from converter.mandates import Entry
from converter.write.cells import Link
from converter.write.words import Words

ON_ONE_PAGE = 3000  # with more mandates than this, each actor's have a page of their own
_CALENDAR = "data/{lang}/mandates.ics"  # where the calendars are: all mandates, and those of one actor
_ACTOR_CALENDAR = "data/{lang}/mandates/{actor}.ics"


def ledger_page(words: Words) -> str:
    """The ledger of a language."""
    return f"{words.lang}/mandates.md"


def actor_page(actor: str, words: Words) -> str:
    """The page of one actor's mandates."""
    return f"{words.lang}/mandates/{actor}.md"


def page_of(entry: Entry, corpus: Corpus, words: Words) -> str:
    """The page that an entry's row is on."""
    whole = corpus.mandates.get(words.lang, 0) <= ON_ONE_PAGE
    return ledger_page(words) if whole else actor_page(entry.actor, words)


def calendar(words: Words, actor: str = "", name: str = "") -> Link:
    """The calendar of all mandates, or of those of one actor."""
    template = _ACTOR_CALENDAR if actor else _CALENDAR
    text = words.colon(words("calendar"), name) if name else words("calendar")
    return Link(text, template.format(lang=words.lang, actor=actor))
