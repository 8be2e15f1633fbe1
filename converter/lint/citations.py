"""Citations against the authority files and against themselves: dates, numbers of no organ, misprints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from converter import symbols
from converter.cite import halves, numbers
from converter.cite.ibid import AGAIN, AGAIN_IN_WORDS, IN_WORDS, UNRESOLVED
from converter.cite.series import misplaced
from converter.cite.turned import turned_by_day
from converter.lint.reading import AS_PRINTED, Reading
from converter.model import Citation, Diagnostic

_FACT = (
    "compare with the official document: if it prints this, the finding can be accepted in work.yml;"
    " if the fact in authorities/ is wrong, correct that"
)
_NO_RECORD = (
    "nothing is wrong with the text: it is shown without a link; an organ whose texts have symbols of the UN can be"
    " added to authorities/bodies.yml"
)
_NO_ORGAN = (
    "it is shown without a link: look in the official document for whose it is; a body that the text names and we lack"
    " goes into authorities/bodies.yml"
)
_IN_DOCUMENT = "nothing is wrong with the text: the document is linked right before it"
_SHOWN = 4  # citations that one finding names
_TO_NUMBER = 4  # signs, at most, from a document to a number in it
_ENUMERATED = re.compile(r"[㈠-㈩]")
_HALVES = re.compile(r"(?:E?S-)?(?P<session>\d+)/(?P<serial>\d+)[A-Z]*")
_PARTS = re.compile(r"\d[\d/]*|\([^()]+\)")


def dates(reading: Reading) -> Iterator[Diagnostic]:
    """The date that the text gives a work is the one that is known, or lies in the session its number names."""
    for citation in reading.citations:
        if not citation.date or not citation.target:
            continue
        offset = reading.at(citation.place, citation.start)
        work = reading.authorities.work(citation.target)
        if work and work.date:
            if work.date != citation.date:
                message = f"{citation.target} is of {work.date} (authorities/works.yml), the text says {citation.date}"
                yield reading.finding(offset, "citation-date", message, _FACT)
            continue
        session = reading.authorities.session(citation.body or "", citation.number.split("/")[0])
        if citation.body == "HRC" and session and not session.first <= citation.date <= session.last:
            dates = f"the session was from {session.first} to {session.last}"
            message = f"{citation.target} cannot be of {citation.date}: {dates}"
            yield reading.finding(offset, "citation-date", message, _FACT)
        elif citation.body == "HRC" and not session and not _may_be_held(citation, reading):
            message = f"{citation.target} cannot be of {citation.date}: other days were of that session"
            yield reading.finding(offset, "citation-date", message, _FACT)


def _may_be_held(citation: Citation, reading: Reading) -> bool:
    """Whether the session that a dated number names may have been held on that day, by those that are known."""
    number = numbers.normalise(citation.number)
    if number is None or number.session is None or number.shape != "session-serial":
        return True
    return reading.authorities.could_be_of("HRC", number.session, citation.date or "")


def years(reading: Reading) -> Iterator[Diagnostic]:
    """A number is of the year, or of the session's months, that it names, and so is the date that the text gives it."""
    for citation in reading.citations:
        number = numbers.normalise(citation.number) if citation.target else None
        body = reading.authorities.body(citation.body or "")
        if number is None or body is None:
            continue
        known, others = number.months(body.id), misplaced(number, body)
        if citation.date and known and not known[0] <= citation.date[:7] <= known[1]:
            message = f"{citation.target} cannot be of {citation.date}: its number is of {_span_of_months(*known)}"
            meant = turned_by_day(citation, reading.language)
            message += f"; {meant}, the other way round, could be" if meant else ""
        elif others:
            serial, which = number.serial, " or ".join(map(str, dict.fromkeys(others)))
            message = f"{citation.target} cannot be of {number.year}: {serial} is the number of a text of {which}"
        elif halves.is_beyond(number, body):
            message = f"{citation.target} cannot be: no session has so many texts"
        else:
            continue
        offset = reading.at(citation.place, citation.start)
        yield reading.finding(offset, "citation-year", message, AS_PRINTED)


def _span_of_months(first: str, last: str) -> str:
    """From one month to another in words; the years alone where it is the first of one and the last of one."""
    if first.endswith("-01") and last.endswith("-12"):
        return " or ".join(dict.fromkeys((first[:4], last[:4])))
    return f"{first} to {last}"


def misprints(reading: Reading) -> Iterator[Diagnostic]:
    """A number or symbol that was read although it is misprinted: S$/24870, 1819 (XVID), 841 1993."""
    well = {_span(one) for one in reading.citations if not _is_misprinted(one, _printed(one), reading)}
    for citation in reading.citations:
        printed = _printed(citation)
        if citation.target and _span(citation) not in well and _is_misprinted(citation, printed, reading):
            message = f"“{printed}” was read as {citation.target}"
            offset = reading.at(citation.place, citation.main_start)
            yield reading.finding(offset, "citation-misprint", message, AS_PRINTED)


def _printed(citation: Citation) -> str:
    return citation.text[citation.main_start - citation.start : citation.main_end - citation.start]


def _span(citation: Citation) -> tuple[str, int]:
    """Where a number is printed; those that a range leads over stand where its end does."""
    return citation.place, citation.main_start


def _is_misprinted(citation: Citation, printed: str, reading: Reading) -> bool:
    if not any(char.isdigit() for char in printed):  # Ibid.
        return False
    if _ENUMERATED.search(printed) or _is_by_day(citation, printed):  # 第一㈠号 is 1 (I) in the style of older texts
        return False
    if _is_turned(citation.number, printed):
        return True
    number = numbers.normalise(citation.number)
    if citation.number == citation.target or number is None:
        return symbols.is_misprint(printed)
    if (
        number.serial is None and reading.language.page.scanner.spelling.sessions
    ):  # letters are printed in another script
        return False
    return any(part not in numbers.plain(printed) for part in _PARTS.findall(citation.number))


def _is_by_day(citation: Citation, printed: str) -> bool:
    """Whether words, and no year, stand behind a number whose year its day tells: 1493 of 28 July 2003, 第1493号."""
    number = numbers.normalise(citation.number)
    if number is None or not number.year or not (citation.date or "").startswith(f"{number.year}-"):
        return False
    return re.search(rf"{number.serial}(?:号|\W*[^\W\d_]{{2,}}(?!\d))", printed) is not None


def _is_turned(number: str, printed: str) -> bool:
    """Whether the session stands behind the number: 245/77, S-1/35."""
    parts = _HALVES.fullmatch(number)
    return (
        parts is not None
        and parts["session"] != parts["serial"]
        and re.search(rf"(?<!\d){parts['serial']}/{parts['session']}(?!\d)", numbers.plain(printed)) is not None
    )


def unresolved(reading: Reading) -> Iterator[Diagnostic]:
    """Numbers whose organ cannot be told, or is named and not known here, are shown without a link.

    Those of one place with nothing that is known between are said once: they are a list as a rule, and where one of
    them is told to be of others all are.
    """
    for run in _runs_unresolved(reading):
        citation, document = run[0]
        which, are = _listed([one.text for one, _ in run]), "is" if len(run) == 1 else "are"
        of_others = any(one.of_others for one, _ in run)
        if document:
            message = f"{which} {are} of the body that prints it in {document}; its texts have no symbol here"
            hint = _IN_DOCUMENT
        elif of_others:
            message, hint = f"{which} {are} of an organ that has no record", _NO_RECORD
        else:
            message, hint = f"no organ was found for {which}", _NO_ORGAN
        offset = reading.at(citation.place, citation.start)
        yield reading.finding(offset, "citation-organ", message, hint, lighter=of_others)


def _listed(texts: list[str]) -> str:
    """The first of some citations by their words, and how many others there are."""
    if len(texts) == 1:
        return texts[0]
    shown = texts[:_SHOWN]
    last = f"{len(texts) - _SHOWN} more" if len(texts) > _SHOWN else shown.pop()
    return f"{', '.join(shown)} and {last}"


def _runs_unresolved(reading: Reading) -> Iterator[list[tuple[Citation, str | None]]]:
    """Citations of no organ that is known, in runs of one place, each with the document in which it is printed."""
    run: list[tuple[Citation, str | None]] = []
    for before, citation in pairwise((None, *reading.citations)):
        if citation is None:
            continue
        lost = citation.target is None and not citation.body and citation.kind != "treaty"
        document = _printed_in(citation, before, reading) if lost and citation.of_others else None
        if run and not (lost and run[0][0].place == citation.place and run[0][1] == document):
            yield run
            run = []
        if lost:
            run.append((citation, document))
    if run:
        yield run


def _printed_in(citation: Citation, before: Citation | None, reading: Reading) -> str | None:
    """The document right before a number, in which it is printed: E/2020/27, chap. I, sect. C, resolution 59/1."""
    if before is None or before.kind != "document" or before.place != citation.place:
        return None
    text = reading.text_of(citation.place)
    between = text.text[before.end : citation.start] if text else ""
    return before.target if len(between) <= _TO_NUMBER and not any(map(str.isalnum, between)) else None


_NO_LINK = "nothing is wrong with the text: a work that is named in words alone has no link"
_IBID = {  # by what it means
    IN_WORDS: (
        "“{}” means what the note before it names in words, without a number or symbol: it is plain text",
        _NO_LINK,
    ),
    AGAIN_IN_WORDS: (
        "“{}” means what the note before it means by the same word, and that is named in words, without a number or"
        " symbol: it is plain text",
        _NO_LINK,
    ),
    AGAIN: (
        "“{}” means what the note before it means by the same word, which leads to no known work: it is plain text",
        "the note before it is said as well: what mends that one mends this one too",
    ),
}
_UNREAD = {
    "internal-unresolved": (
        "“{}” leads to no paragraph of this text: it is plain text",
        "compare with the official document: if the paragraph is there, report how it is misread;"
        " if the document says so itself, accept the finding in work.yml",
    ),
    "pinpoint-doubtful": (
        "“{}” may be of {}: it is plain text",
        "nothing is wrong with the text: its words do not say which of them is meant",
    ),
    "citation-unread": (
        "“{}” looks like the number or symbol of a work and cannot be read: it is plain text",
        "compare with the official text; if a sign is wrong there as well, accept the finding in work.yml",
    ),
    "ibid-unresolved": (
        "“{}” leads to no known work: the note before it cites none by number or symbol, or what follows is"
        " neither a paragraph nor a page; it is plain text",
        "read the note before it in the official document; if it names a work in words, accept the finding in work.yml",
    ),
    "citation-organ-doubtful": (
        "“{}” is read as a text of the organ that speaks; that of the organ named beside it may be meant",
        "look in the official document at what is cited; a date beside the number would tell which it is",
    ),
    "citations-too-many": (
        "from “{}” on no citation is read: the text has more numbers of resolutions than any that is known",
        "is this the right file, and is it whole and undamaged? Its words are all shown",
    ),
    "citation-misprint": ("“{}” was read as {}", AS_PRINTED),
    "date-misprint": ("“{}” was read as {}", AS_PRINTED),
    "date-unread": (
        "“{}” looks like a date and cannot be read: it dates nothing that is cited",
        AS_PRINTED,
    ),
    "range-incomplete": (
        "only the two ends of the range before “{}” are cited: which others are meant cannot be told",
        "nothing is wrong with the text; look there which works are meant",
    ),
}


def unread(reading: Reading) -> Iterator[Diagnostic]:
    """A member of a list that cannot be read, a range of which only the ends are known."""
    for one in reading.unread:
        text = reading.text_of(one.place)
        words = text.text[one.remark.start : one.remark.end] if text else ""
        offset = reading.at(one.place, one.remark.start)
        if one.remark.code == UNRESOLVED and one.remark.means:
            message, hint = _IBID[one.remark.means]
            lighter = one.remark.means != AGAIN
            yield reading.finding(offset, "ibid-unresolved", message.format(words), hint, lighter=lighter)
            continue
        message, hint = _UNREAD[one.remark.code]
        yield reading.finding(offset, one.remark.code, message.format(words, one.remark.means), hint)
