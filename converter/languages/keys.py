"""What a language's page may hold: its keys, each with a check, the slots of phrases, the kinds of pinpoints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Check = Callable[[object], str]


def _words(value: object) -> str:
    return "" if isinstance(value, list) and all(isinstance(one, str) and one for one in value) else "a list of words"


def _leads(value: object) -> str:
    """Words as in `_words`; an empty one says that nothing stands between."""
    good = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return "" if good else "a list of words"


def _lists(value: object) -> str:
    good = isinstance(value, dict) and all(not _words(one) for one in value.values())
    return "" if good else "lists of words by name"


def _named(value: object) -> str:
    good = isinstance(value, dict) and all(isinstance(one, dict) and not _letters(one) for one in value.values())
    return "" if good else "words by kind, each with what it stands for"


def _endings(value: object) -> str:
    good = isinstance(value, dict) and all(
        isinstance(some, list) and all(isinstance(one, str) for one in some) for some in value.values()
    )
    return "" if good else "lists of endings by name"


def _letters(value: object) -> str:
    good = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    return "" if good else "what is printed, each with what it stands for"


def _numbers(value: object) -> str:
    good = isinstance(value, dict) and all(isinstance(one, int) for one in value.values())
    return "" if good else "words, each with its number"


def _months(value: object) -> str:
    good = (
        isinstance(value, list)
        and len(value) in (0, 12)
        and all(isinstance(one, str) or not _words(one) for one in value)
    )
    return "" if good else "the twelve months, each a name or a list of its names; or nothing"


def _text(value: object) -> str:
    return "" if isinstance(value, str) else "phrases, one a line"


KEYS: Mapping[str, tuple[Check, object]] = {
    "language": (_text, ""),
    "endings": (_endings, {}),  # name → the endings of words, so that a word is written once for all its cases
    "joined": (_words, []),  # letters that are written as one with the word after them (و)
    "prefixes": (_letters, {}),  # what is joined before a word and belongs to it → what it hides of it (لل: ال)
    "letters": (_letters, {}),  # letters of the parts of a resolution → Latin ones (ألف: A)
    "sessions": (_letters, {}),  # what stands before the number of a special session → S, ES or nothing (دإ: S)
    "labels": (_letters, {}),  # letters of sub-paragraphs → Latin ones
    "nouns": (_lists, {}),  # kind of text → its words in every form
    "nouns with own": (_lists, {}),  # the same, where the organ that speaks is in the word (قراره)
    "nouns with organ": (_named, {}),  # the same, where an organ is in it → that organ (UNSCR: UNSC)
    "own": (_words, []),  # the organ that speaks (its)
    "own of what follows": (_lists, {}),  # before, openers, between: in its resolution 5/1, the Council decided
    "own of others": (_words, []),  # another organ, where the language tells them apart (его, not свою)
    "organs of others": (_words, []),  # organs that number their own texts and are in no authority file
    "names go on": (_leads, []),  # what a short name of a body may go on with, and is that of another (of the)
    "names go on small": (_words, []),  # the same before a small letter, right behind a number (des)
    "names go on with": (_text, ""),  # what is joined to the further words of the name of a body (ال)
    "number sign": (_words, []),  # what stands before a number: No., 第
    "number end": (_words, []),  # what stands after one: 号
    # before, after: what stands at the number of a paragraph (第3段); part: behind that of a section (节)
    "item signs": (_lists, {}),
    "other words": (_words, []),  # words that begin or end like one of the page, and are another (尤其 is no 其)
    "variants": (_letters, {}),  # characters that are written in another way → those of the page (決: 决)
    "asides": (_words, []),  # words that may stand between what belongs to a number (relevant, previous)
    "joints": (_lists, {}),  # and, to, between
    "relatives": (_words, []),  # how the clause behind a number begins that says what the text did (in which)
    "months": (_months, []),
    "ordinals": (_numbers, {}),
    "ordinal parts": (_numbers, {}),  # what may stand before an ordinal and be of it (twenty-first)
    "dates": (_text, ""),
    "dates again": (_text, ""),  # kind: phrase, a day of a month or a year that was named before (of the same month)
    "before a number": (_text, ""),
    "after a number": (_text, ""),
    "not before a number": (_words, []),  # the same in front: vol. 12 (1960)
    "not after a number": (_words, []),  # then it is the number of something else
    "pinpoints": (_text, ""),  # kind: phrase
    "internal": (_text, ""),  # kind: phrase
    "document words": (_lists, {}),  # dated, other: what a document that has a symbol is called
    "agreements": (_words, []),  # what has a date of its own and is no document (Treaty, Conference)
    "about": (_words, []),  # words that say what a document is about: a date behind them is not its own
    "definite": (_words, []),  # articles and the like before a document that is known: the report, its report
    "authors": (_words, []),
    "records": (_words, []),  # what the titles of official records have in them
    "documents": (_text, ""),  # kind: phrase
    "treaties": (_text, ""),  # kind: phrase
    "ibid": (_words, []),  # what cites the same again
    "counts": (_numbers, {}),  # words for how many: votes in the record of a vote, days
    "number endings": (_letters, {}),  # of the number of a meeting, as they may be misread → as they are meant (1h: th)
    "adoption": (_text, ""),  # kind: phrase
    "paragraph numbers": (_words, []),  # how operative paragraphs are numbered, as the first of them: 1.
    "sub-paragraph labels": (_words, []),  # the same of sub-paragraphs, the outermost first: (a), [(]i), a. A
    "openings": (_text, ""),  # kind: phrase, what a paragraph opens with besides a verb
    "opening words": (_lists, {}),  # present, infinitive: endings of verbs; no verb, not: words
    "goals": (_lists, {}),  # words, context …: the Sustainable Development Goals
    "headings": (_text, ""),  # kind: phrase, the label of a heading inside a text
    "alphabet": (_text, ""),  # in which letters count besides the Latin one: абвгде[ё]ж
    "furniture": (_lists, {}),  # page, recycle, site, notes: what a page prints that is none of the text
    "masthead": (_text, ""),  # kind: phrase
    "types": (_lists, {}),  # what a text is printed to be: resolution, draft resolution … → its words
    "enacting": (_text, ""),  # the line that names the organ whose text follows
    "limits": (_lists, {}),  # by, before, after: what makes a limit of a time
    "time units": (_letters, {}),  # words for what time is counted in → days, weeks, months or years
    "no names": (_words, []),  # words that the name of an event at which a time ends has not in it (the, on)
    "times": (_text, ""),  # kind: phrase
    "states": (_lists, {}),  # and, articles: what stands between and before the States of a list
    "see also": (_lists, {}),  # see, also
    "notes": (_lists, {}),  # openings, number of …: how a number of the text is told from the mark of a note
    "sentence ends": (_words, []),
}
"""Every key of a page, how it is checked, and what it is where the page has none."""

FOLLOWING = ("before", "openers", "between")
"""The words around an own work of an organ that is named behind it."""
JOINTS = ("and", "to", "between", "from")
SLOTS: frozenset[str] = frozenset(
    {"noun", "own noun", "organ", "own", "date", "own date", "shared date", "title", "aside", "number sign"}
    | {"bracket", "closed", "and", "to", "between", "int", "han", "ordinal", "roman", "letter", "month", "year", "days"}
    | {"number", "label", "items", "units", "han units", "labels", "topic"}
    | {"number end", "signed items", "month number", "ordinals", "document", "author", "volume", "registered"}
    | {"meeting", "for", "against", "abstaining", "count", "names", "end", "clause end"}
    | {"limit", "session", "time unit", "whole date", "day", "words", "clause", "own number", "type", "rest", "counted"}
    | {"symbol", "open number", "heading", "states"}
)
"""The slots that a phrase may have, the same in all languages (docs/contribute/languages.md says what each is)."""

UNITS = ("paragraph", "preamble", "section", "annex", "sub")
"""The kinds of phrases that name a part of a work."""
JOINING = (
    "within", "going on", "to the work", "from the work", "loosely from the work", "back to the work", "one each",
    "elsewhere",
)  # fmt: skip
"""The kinds that join parts with each other and with the work."""
PINPOINTS = (*UNITS, *JOINING)
"""The kinds of pinpoint phrases."""
DOCUMENTS = (
    *("before", "after", "behind", "publication", "dated", "dated before"),
    *("president", "title", "page", "part", "supplement"),
)
"""The kinds of phrases around the symbol of a document."""
TREATIES = ("series", "volume", "registered")
"""The kinds of phrases that cite a treaty."""
STATES = ("and", "articles")
"""The lists of words between States."""
DOCUMENT_WORDS = ("dated", "other")
"""The lists of words for documents: those whose date is looked for, and the others."""
COLUMNS = ("column for", "column against", "column abstaining")
"""The kinds of phrases above the States of one side of a vote."""
NAMED = ("named absent", "named not participating")
"""The kinds of phrases that say which States did not vote, their names in brackets inside the phrase."""
ROLES = ("absent", "not participating")
"""The kinds of phrases that end a list of States and say that they did not vote."""
LINES = ("line", "opens bracket", "in bracket", "neighbour", "licence", "beside day")
"""The kinds of phrases by which a closing line, and the first line of another text below it, are known."""
ADOPTION = ("adopted", "meeting", "unanimous", "without vote", "in parts", "votes", *COLUMNS, *NAMED, *ROLES, *LINES)
"""The kinds of phrases that tell how a text was adopted."""
DATES_AGAIN = ("same month", "same year")
"""What may be named before of a day: its month with the year, or the year alone."""
LIMITS = ("by", "before", "after")
"""What a time may be to what is to be done; one that is none of them is the time itself."""
TIMES = ("session", "date", "bare date", "span", "period", "words")
"""The kinds of phrases that name a time, in the order in which they are looked for."""
NO_TIMES = tuple(f"{beside} {kind}".rstrip() for beside in ("not after", "not before") for kind in ("", *TIMES))
"""The kinds of phrases beside a time, of any kind or of one, that make it the time of something else."""
JOINED, ON_BEHALF, NO_TITLE, BELOW_TITLE = "joined", "on behalf", "no title", "below title"
"""Kinds of phrases of the masthead that are no whole line: beside sponsors, and at the beginning of a sentence."""
NAVIGATION = "navigation"
"""The kind of a line that a site puts around a text (Share, Next page): no title is one, nor is it understood."""
MASTHEAD = (
    "united nations", "distribution", "committee", "session", "special session", "emergency session", "session name",
    "dates", "date", "agenda", "number", "adoption", "adoption in brackets", "body", "type",
    "symbol", "draft symbol", "title", NAVIGATION,
    JOINED, ON_BEHALF, NO_TITLE, BELOW_TITLE,
)  # fmt: skip
"""The kinds of phrases of the masthead."""
ANNEXES = ("annex", "appendix")
"""The kinds of headings below which paragraphs are those of an annex."""
HEADINGS = ("section", "chapter", *ANNEXES)
"""The kinds of phrases that are the label of a heading: of a chapter the word stands in anchors, too (article-5)."""
GOALS: Mapping[str, str] = {
    "words": "goal", "context": "context", "others": "other", "not after": "not after", "articles": "article"
}  # fmt: skip
"""The lists of words around the numbers of goals, and the kind of token that each makes."""
OPENINGS = ("resolved", "proviso", "operative", "subject")
"""The kinds of phrases that paragraphs open with besides a verb of the table."""
OPENING_WORDS = ("present", "infinitive", "no verb", "not")
"""The lists of endings and words by which a verb is known that the table does not have."""
TYPES = tuple(
    f"{status}{kind}" for status in ("", "draft ") for kind in ("resolution", "decision", "presidential-statement")
)
"""What a text may be printed to be."""
INTERNAL = (
    "above", "below", "here", "here in annex", "here in article", "named", "loosely named", "mentioned", "preceding",
)  # fmt: skip
"""The kinds of phrases that make parts those of the text itself: where they stand in it."""
NOTES = ("openings", "number of", "counted", "behind a semicolon", "behind a comma", "short", "year")
"""The lists of words that tell notes and their marks from other lines and numbers, and how a sentence ends."""
