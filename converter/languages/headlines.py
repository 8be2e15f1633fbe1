"""Lines of the masthead by the words of a page: letterhead, organ, session, dates, agenda, number, adoption, type.

Their phrases are those of the page's `masthead`, matched on tokens of their own with few other words in the table. A
line is known where a phrase takes all of it; behind one agenda item its title may stand. Brackets do not count. Where
the day of adoption must stand, one misread sign of it is seen through. Who joined later is read by `sponsors`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType

from converter.languages import misread
from converter.languages.dates import with_year
from converter.languages.dating import dated
from converter.languages.items import Item
from converter.languages.keys import JOINED
from converter.languages.match import Match, Phrases
from converter.languages.scan import LEAD, Scanner
from converter.languages.sponsors import SponsorWords
from converter.languages.table import opens_title
from converter.model import PageLine
from converter.view import Tokens, Variants, View, fold

_LONGEST = 400  # characters of a line
_LONGEST_TITLE = 1_000
_MOST_KEPT = 2_000  # lines: those of a long masthead, and of a text in which it is looked for
_HEAD = 200  # characters in which a line shows that it is a sentence
_STARS = frozenset("*＊")
_BRACKETS = frozenset("()[]〔〕")
_QUOTES = frozenset("\"'«")
_TITLE_SIGNS = frozenset(":：.،")
_AGENDA, _NUMBER, _BRACKETED, _TITLE = "agenda", "number", "adoption in brackets", "title"
_IN_BRACKETS = {_BRACKETED: True, "draft symbol": True, "symbol": False}  # whether a bracket must, or may not, open one
_SAYS_ONE = {"body": "organ", "symbol": "symbol"}  # kinds that say one thing, and its slot
_ADOPTION = frozenset(("adoption", _BRACKETED))
_DATED = frozenset((_NUMBER, "adoption"))  # lines that the day of adoption may stand in
_SESSIONS = {"session": "", "special session": "S-", "emergency session": "ES-"}  # and what its number begins with
_YEARLESS, _DRAFT = "-", "draft"
_NO_FACTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line of the masthead is, and what it says.

    Of agenda items these are their numbers and where the title of one begins, as of the text itself; of others `facts`:
    the number of the `session`, its first and last day (`from`, `to`), a `date`, in ISO; the name of an organ (`body`);
    the `symbol` and the `number` as printed, the `type`. `goes_on` says up to where it may run over several lines:
    `date`, `bracket` or `sentence`. `read_by` is the line of the page that has its phrase.
    """

    kind: str
    read_by: PageLine | None
    items: tuple[str, ...] = ()
    title_at: int | None = None
    facts: Mapping[str, str] = field(default_factory=lambda: _NO_FACTS)
    goes_on: str = ""


@dataclass(frozen=True)
class HeadLines:
    """Reads such lines of one language.

    `numbered` are the phrases that have the number of a resolution in them: only `numbers` cuts it out as one token,
    for `scanner` it is none (item 18 (l)). `sentences` are those that begin a sentence, by kind.
    """

    scanner: Scanner
    numbers: Scanner
    phrases: Phrases
    numbered: Phrases
    dates: Phrases
    months: misread.Slips
    variants: Variants
    sponsors: SponsorWords
    sentences: Mapping[str, Phrases]

    def read(self, text: str) -> HeadLine | None:
        """What a line is; None for one that no phrase takes whole. A long one can be a title with its number alone."""
        return self._kept(text) if len(text) <= _LONGEST_TITLE else None

    @cached_property
    def _kept(self) -> Callable[[str], HeadLine | None]:
        """What was found of the lines met before: where a masthead ends is asked before its lines are read in order."""
        return lru_cache(_MOST_KEPT)(self._read)

    def _read(self, text: str) -> HeadLine | None:
        view = fold(text[:_LONGEST]).spelled(self.variants)
        if len(text) > _LONGEST:
            found = self._known(view, mended=False) if text[0].isdecimal() else None
            return found if found is not None and found.kind == _TITLE else None
        found = self._known(view, mended=False)
        if found is None and any(char.isdecimal() for char in view.text):
            plain = misread.digits(view, {}, self.months.names).view
            found = self._known(plain, mended=True, anew=plain is not view)
            found = found if found is not None and found.kind in _DATED else None
        joined = self.sponsors.joined(text) if found is None else None
        return HeadLine(JOINED, joined.read_by, goes_on="sentence") if joined else found

    def begins(self, text: str, *kinds: str) -> bool:
        """Whether a line begins as a sentence does that is no title (`no title`), or none below one (`below title`)."""
        view = fold(text[:_HEAD]).spelled(self.variants)
        lead = self.scanner.lead(view, LEAD)
        first = 1 if len(lead) and lead[0].word in _QUOTES else 0
        opened = lead.part(first, len(lead))
        may = [some for kind in kinds if len(opened) and (some := self.sentences[kind]).may_open(opened)]
        tokens = self.scanner.scan(view) if may else lead
        return any(some.after(tokens, first) for some in may)

    def special_sessions(self, text: str) -> Iterator[str]:
        """The special and the emergency special sessions that a sentence names, by their numbers: S-9, ES-12."""
        tokens = self.scanner.scan(fold(text).spelled(self.variants))
        for at in self.phrases.begin(tokens):
            found = max(self._sessions(tokens, at), key=lambda match: match.last, default=None)
            if found is not None:
                yield f"{_SESSIONS[found.phrase.kind]}{found.value('session')}"

    def _sessions(self, tokens: Tokens, at: int) -> Iterator[Match]:
        """The phrases for a special session that begin at an index."""
        return (match for match in self.phrases.after(tokens, at) if _SESSIONS.get(match.phrase.kind))

    def _known(self, view: View, *, mended: bool, anew: bool = True) -> HeadLine | None:
        """The line that a view is; where it may be `mended`, names of months are known with a slip in them.

        One that is not asked of `anew` is none without such a slip.
        """
        for scanner, phrases in ((self.scanner, self.phrases), (self.numbers, self.numbered)):
            if not mended and not self._may_be(scanner.lead(view, 1), phrases, mended=mended):
                continue
            lead = scanner.lead(view, LEAD)
            if not self._may_be(lead, phrases, mended=mended):
                continue
            tokens = lead if len(lead) < LEAD else scanner.scan(view)
            if mended:
                tokens, slips = misread.near_words(tokens, self.months)
                if not (slips or anew):
                    continue
            bracket = len(tokens) > 0 and tokens[0].word in _BRACKETS
            tokens = dated(_bare(tokens), self.dates)
            matches = sorted(phrases.after(tokens, 0), key=lambda match: -match.last)
            for match in matches:
                fits = _IN_BRACKETS.get(match.phrase.kind, bracket) == bracket
                line = _line(match, tokens) if fits else None
                if line is not None:
                    return line
        return None

    def _may_be(self, lead: Tokens, phrases: Phrases, *, mended: bool) -> bool:
        """Whether one of the phrases may begin a line as its first tokens do, or what is read in their place.

        Most lines that are asked of are of no masthead: the rest of them is not cut.
        """
        bracket = len(lead) > 0 and lead[0].word in _BRACKETS
        lead = _bare(misread.near_lead(lead, self.months) if mended else lead)
        if not len(lead) or self.dates.may_open(lead):
            return True
        date = next((at for at in range(1, len(lead)) if self.dates.may_begin(lead[at])), len(lead))
        others = [kind for kind, must in _IN_BRACKETS.items() if must != bracket]
        return phrases.may_open(lead.part(0, date), others)  # a date may stand there, which is one token then


def _goes_on(match: Match) -> str:
    """Up to where a line on the adoption may go on in the next: it ends in any words, or in a day without its year."""
    kind = match.phrase.kind
    if kind not in _ADOPTION:
        return ""
    if match.has("rest"):
        return "bracket" if kind == _BRACKETED else "date"
    return "date" if any(day.startswith(_YEARLESS) for day in match.value("date") or ()) else ""


def _bare(tokens: Tokens) -> Tokens:
    """The tokens without brackets: (resumed)."""
    return Tokens(tokens.view, tuple(token for token in tokens.items if token.word not in _BRACKETS))


def _line(match: Match, tokens: Tokens) -> HeadLine | None:
    """The line that a phrase begins, if nothing is left of it but stars or the title of one agenda item."""
    at, kind = match.last, match.phrase.kind
    while at < len(tokens) and tokens[at].word in _STARS:
        at += 1
    items = tuple(_numbers(match.value("items") or ()))
    if at == len(tokens):
        facts = _facts(match, tokens)
        title = next((slot.first for slot in match.slots if slot.slot == "heading"), None)
        title_at = _start(tokens, title) if title is not None else None
        return (
            None if facts is None else HeadLine(_name(kind), match.phrase.at, items, title_at, facts, _goes_on(match))
        )
    if kind != _AGENDA or len(items) != 1:
        return None
    while at < len(tokens) and tokens[at].word in _TITLE_SIGNS:
        at += 1
    return HeadLine(kind, match.phrase.at, items, _start(tokens, at)) if _is_title(tokens, at) else None


def _name(kind: str) -> str:
    """The kind of the line that a phrase of some kind is."""
    return "session" if kind in _SESSIONS else "adoption" if kind in _ADOPTION else kind.replace(" ", "-")


def _start(tokens: Tokens, at: int) -> int:
    return tokens.span(at, at + 1)[0]


def _is_title(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and opens_title(tokens.view.text[tokens[at].start])


def _numbers(items: Sequence[Item]) -> Iterator[str]:
    """The number of each item in its canonical spelling: 3, 3(a); a letter alone is of the number before it."""
    number = ""
    for item in items:
        number = str(item.number) if item.number is not None else number
        yield f"{number}{''.join(f'({label})' for label in item.labels)}"


# --- what a line says ---------------------------------------------------------------------------------------


def _facts(match: Match, tokens: Tokens) -> Mapping[str, str] | None:
    """What the slots of a line say; None where they are none of its kind: two dates, a draft that was adopted."""
    kind = match.phrase.kind
    if kind in _SESSIONS:
        return {"session": f"{_SESSIONS[kind]}{match.value('session')}"}
    if kind == "dates":
        period = _period(match)
        return {"from": period[0], "to": period[1]} if period else None
    if kind == "date":
        days = match.value("date")
        return {"date": days[0]} if len(days) == 1 and not days[0].startswith(_YEARLESS) else None
    if kind in _SAYS_ONE:
        return {kind: match.value(_SAYS_ONE[kind]) + _part(match, tokens)}
    return _facts_of_number(match, tokens)


def _part(match: Match, tokens: Tokens) -> str:
    """The letter of one part behind a symbol (77/291 B), which is a document of its own; several make a whole."""
    parts = [tokens.span(slot.first, slot.last) for slot in match.slots if slot.slot == "units"]
    printed = "".join(tokens.view.text[start:end] for start, end in parts)
    return printed if len(printed) == 1 and printed.isupper() else ""


def _facts_of_number(match: Match, tokens: Tokens) -> Mapping[str, str] | None:
    """The type and the number that a line says, as they are printed."""
    kind = match.phrase.kind
    facts = {"type": match.value("type")} if match.has("type") else {}
    if kind in _DATED and facts.get("type", "").startswith(_DRAFT):
        return None
    number = next((slot for slot in match.slots if slot.slot in ("own number", "open number")), None)
    if number is not None:
        is_open = number.slot == "open number"
        start, end = tokens.view.span(*number.value) if is_open else tokens.span(number.first, number.last)
        facts["number"] = tokens.view.source[start:end]
    elif kind == "number":  # with its day instead of its year, or with neither
        day = next(iter(match.value("date") or ()), "")
        if day.startswith(_YEARLESS):
            return None
        facts["number"] = f"{match.value('int')} ({day[:4]})" if day else str(match.value("int"))
    return facts


def _period(match: Match) -> tuple[str, str] | None:
    """The first and the last day of the dates in a line, which may share month and year; None where it is no period."""
    found: list[str] = []
    slots = [slot for slot in match.slots if slot.slot in ("date", "days")]
    known = next((slot.value[0] for slot in slots if slot.slot == "date"), "")
    for slot in slots:
        days = slot.value if slot.slot == "date" else (f"{known[:-2]}{day:02}" for day in slot.value)
        found += [day for day in days if _is_day(day)]
    if len(found) < 2:
        return None
    years = [int(day[:4]) for day in (found[-1], found[0]) if not day.startswith(_YEARLESS)]
    if not years:
        return None
    first, last = with_year(found[0], years[0]), with_year(found[-1], years[0])
    if first > last and found[0].startswith(_YEARLESS):  # 27 December to 5 January 2001
        first = with_year(found[0], years[0] - 1)
    return (first, last) if first and last else None


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(f"2000{day[1:]}" if day.startswith(_YEARLESS) else day) is not None
    except ValueError:
        return False
