"""Which lines say how a text was adopted, and which begin another text of the page below them.

What such a line tells is `closing`'s; here it is told from all others, by the same phrases and a few more of the page's
`adoption`: one that says the meeting or the day and nothing else, one that begins with what was done and how (Adopted
unanimously), the States of one side of a vote, a note in square brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from converter import numerals
from converter.languages.closing import Closing
from converter.languages.match import Match, Phrases
from converter.languages.misread import is_near
from converter.languages.phrases import words_of
from converter.languages.table import Firsts, unit_at
from converter.view import Tokens, fold

ROUND = "(（"
OPENING, CLOSING = f"[［{ROUND}", "]］"
"""What a note on the vote or the meeting stands in: it may run over several lines."""

_HEAD = 160  # characters in which a line shows what it is
_IN_NOTE = 300  # in which a note on the vote speaks of it
_LONGEST_NOUN = 24  # characters at the end of a line in which such a word stands
_MOST_KEPT = 8_000  # lines: those of the longest texts, which are asked of in one pass after the other
_ASIDE = re.compile(r"[（(][^()（）]{1,40}[)）]")  # (resumed), (closed) beside the number of a meeting
_LEAD = 2  # words that may stand between the meeting and the day: on, le
_MEETING = 7  # tokens in which the meeting is named: 2943 - е пленарное заседание
_NUMBERED = re.compile(r"\d{1,4} ?\((?:19|20)\d\d\)(?P<sign>[.,]?)(?P<blank> ?)")
_STOPS = " .,،。，"
_CLOSED, _DASH = " )）", re.compile(r"\s[-–—](?=\s|$)|[—―]{1,2}")


def is_closed(text: str) -> bool:
    """Whether a note on the adoption is over at the end of a text: at its bracket, and not at one inside it."""
    if text[-1:] not in ")）":
        return text[-1:] in CLOSING
    opened, closed = (sum(map(text.count, signs)) for signs in (ROUND, ")）"))
    return bool(text) and (closed > opened or text[0] in ROUND)


@dataclass(frozen=True)
class ClosingLines:
    """Knows the closing lines of one language, by phrases of the page's `adoption`."""

    closing: Closing
    phrases: Mapping[str, Phrases]  # those of each kind in LINES, and of `meeting`
    first: Mapping[str, frozenset[str]]  # of each kind, the words that one may begin with
    nouns: frozenset[str]  # what resolutions and decisions are called
    adopted: tuple[str, ...]  # how a line ends that begins with the meeting

    def is_one(self, text: str) -> bool:
        """Whether a line says at which meeting, on which day, in which manner or by which votes a text was adopted.

        The bar of a table that a site set the text in may stand at its end.
        """
        return self._kept(text.rstrip(" |"))

    def is_licence(self, text: str) -> bool:
        """Whether a paragraph begins what a site says of the rights in a text, below it."""
        return fold(text[:_HEAD]).first in self.first["licence"] and bool(
            self._after("licence", self.closing.tokens(text[:_HEAD]), 0)
        )

    @cached_property
    def _opens_line(self) -> Callable[[str], bool]:
        """Whether a line on the adoption may begin with a word, printed with a slip or without."""
        return lru_cache(_MOST_KEPT)(lambda first: is_near(first, self.first["line"]))

    @cached_property
    def _kept(self) -> Callable[[str], bool]:
        """What was found of the lines met before: each is asked of several times."""
        return lru_cache(_MOST_KEPT)(self._is_one)

    def is_neighbour(self, text: str, *, in_annex: bool = False) -> bool:
        """Whether a paragraph below the closing lines begins another text of the page.

        In an annex a meeting alone is one that is still to come: At its first meeting, the Conference shall.
        """
        view = fold(text[:_HEAD])
        if not view.text or text[0].islower():
            return False
        if view.key in self.first["decisions"]:
            return True
        number = _NUMBERED.match(view.text)
        if number is not None:  # 242 (2040). Resolution of; and not: 242 (2040), resolution 243 (2040)
            begins = bool(number["sign"]) and not view.text[number.end("blank") :][:1].islower()
            return begins and unit_at(f"{view.key} ", number.end("blank")) in self.nouns
        first = view.first
        if first in self.nouns and _NUMBERED.match(view.text[len(first) :].lstrip()):
            return True
        if first not in self.first["neighbour"] or (in_annex and not any(self.closing.days(text[:_HEAD]))):
            return False
        return bool(self._after("neighbour", self.closing.tokens(text[:_HEAD]), 0))

    def wants_number(self, text: str) -> bool:
        """Whether a line ends in what a resolution or decision is called, so that its number stands below."""
        return fold(text[-_LONGEST_NOUN:]).key.rpartition(" ")[2] in self.nouns

    def _is_one(self, text: str) -> bool:
        if not text or text[0].islower():
            return self._is_small_day(text)
        if text[0] in OPENING and text[0] not in ROUND:
            return self._is_note(text) or self._is_day_or_meeting(text[1:_HEAD].rstrip(CLOSING))
        if text[0] in ROUND:  # (Ninth plenary meeting, 25 May 2065 – Committee A, third report)
            head = _DASH.split(text[1:_HEAD].strip(_CLOSED), maxsplit=1)[0]
            return self._is_day_or_meeting(head) or self._is_line(head)  # (Resolution adopted, on the report …)
        if self.closing.begins_column(text):
            return True
        first = fold(text[:_HEAD]).first or " "
        figure = first[0].isdecimal() or first[0] in numerals.FIGURES
        if figure or first in self.first["meeting"] or first in self.first["beside day"]:
            return len(text) <= _HEAD and self._is_day_or_meeting(text)
        return self._is_line(text, first)

    def _is_small_day(self, text: str) -> bool:
        """Whether a line in small letters is a day and the meeting that was held on it: le 3 avril 2040, 40e séance."""
        if len(text) > _HEAD or fold(text).first not in self.first["beside day"]:
            return False
        return not self.closing.is_day(text) and self._is_day_or_meeting(text)

    def _is_line(self, text: str, first: str = "") -> bool:
        """Whether a line begins with what was done and how; `first` is its first word, where that is known."""
        opens = self._opens_line(first or fold(text[:_HEAD]).first or " ")
        return opens and bool(self._after("line", self.closing.tokens(text[:_HEAD]), 0))

    def _is_note(self, text: str) -> bool:
        """Whether a bracket is a note on the vote: by its first word, or by one inside it."""
        closing = self.closing
        tokens = closing.scanner.scan(fold(text[:_IN_NOTE]).spelled(closing.variants))  # as printed: Voir is no voix
        inside = self.phrases["in bracket"]
        return bool(self._after("opens bracket", tokens, 1)) or any(
            inside.after(tokens, at) for at in inside.begin(tokens)
        )

    def _is_day_or_meeting(self, text: str) -> bool:
        """Whether a line is a day, or the number of a meeting, with its day or without, and nothing else."""
        words = _ASIDE.sub(" ", text)
        closing = self.closing
        if not closing.may_open(words, self.phrases["meeting"], closing.dates, closing.beside_day):
            return False
        tokens, day = closing.taken(words)
        is_day = closing.is_all(day, text) if words == text else closing.is_day(text)
        if is_day and text[-1] not in _STOPS:  # with a stop it ends a sentence
            return True
        if day is not None and closing.is_beside_day(words[: day.start]):  # it may stand first
            words = words[day.end :].lstrip(_STOPS)
            tokens = closing.tokens(words)
        ends = [match.last for match in self._after("meeting", tokens, 0)]
        rests = [words[tokens.span(0, end)[1] :] for end in ends if end <= _MEETING]
        return any(self._is_led_day(rest) or self._is_adopted(rest) for rest in rests)

    def _is_adopted(self, text: str) -> bool:
        """Whether what stands behind the meeting says how a text was adopted, and nothing else: 以14票赞成通过.

        Only who abstained may stand behind that word: 以十票对零票通过，弃权者一.
        """
        key = fold(text.strip(_STOPS)).spelled(self.closing.variants).key
        head, _, behind = key.rpartition("，")
        ends = key.endswith(self.adopted)
        if not ends and not (head.endswith(self.adopted) and "abstaining" in self.closing.read(behind).votes):
            return False
        told = self.closing.read(text)
        return bool(told.manners or told.votes) or key in self.adopted  # 第三五四次會議通過

    def _is_led_day(self, text: str) -> bool:
        """Whether a text is empty or a day, with a word or two that lead to it."""
        rest = text.strip(_STOPS)
        printed = text.lstrip(_STOPS)  # 25 мая 2065 г.
        day = self.closing.date(printed) if rest else None
        is_last = day is not None and not printed[day.end :].strip(_STOPS)
        if not rest or day is None or not is_last:
            return not rest
        lead = printed[: day.start]
        return len(lead.split()) <= _LEAD or self.closing.is_beside_day(lead)

    def _after(self, kind: str, tokens: Tokens, at: int) -> list[Match]:
        return self.phrases[kind].after(tokens, at)


def closing_lines(
    closing: Closing, phrases: Mapping[str, Phrases], nouns: Mapping[str, Iterable[str]], ordinals: Iterable[str]
) -> ClosingLines:
    """What knows the closing lines of a page, by its phrases of each kind, what texts are called, and its ordinals."""
    adopted = tuple(fold(word).key for phrase in phrases["adopted"] for word in words_of(phrase.text))
    firsts = Firsts()
    first = {
        kind: firsts.units(word for phrase in some for word in words_of(phrase.text)) for kind, some in phrases.items()
    }
    first["meeting"] |= firsts.units(ordinals)  # Two hundred and sixty-eighth plenary meeting
    called = {kind: frozenset(fold(word).key for word in nouns.get(kind, ())) for kind in ("resolution", "decision")}
    first["decisions"] = called["decision"]
    return ClosingLines(closing, phrases, first, called["resolution"] | called["decision"], adopted)
