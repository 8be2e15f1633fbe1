"""Which organ is meant: by a name as printed, and by a number that no organ is printed with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from converter import symbols
from converter.authorities import Body
from converter.cite import numbers, reported
from converter.cite.around import OWN
from converter.cite.lists import Listed
from converter.cite.references import Reference
from converter.cite.short_names import ShortNames
from converter.languages import Language
from converter.languages.table import is_han
from converter.model import Citation
from converter.view import Tokens

_ASSEMBLY = "GA"
_MISPRINTED_YEARS = 5  # by more than that no year beside a number is misprinted


@dataclass
class Scope:
    """What a resolution has said so far of organs; its texts are entered in order."""

    language: Language
    enacting: str | None
    date: str | None = None
    note_before: str | None = None  # the document that an ibid. of the note means
    _names: ShortNames = field(init=False)
    _cited: dict[str, Body] = field(default_factory=dict)  # number → the body it was cited with
    _read: dict[str, Body] = field(default_factory=dict)  # number → the body of the text that was read with a noun
    _of_shape: dict[str, Body] = field(default_factory=dict)  # shape → the body last cited with such a number

    def __post_init__(self) -> None:
        """The names of this language."""
        self._names = ShortNames(self.language)

    def enter(self, tokens: Callable[[], Tokens]) -> None:
        """Go on to the next text; it is cut only when a short name asks for the names in it."""
        self._names.enter(tokens)

    def bodies(self, printed: str, at: int) -> tuple[str, ...]:
        """The bodies that an organ printed at this offset of the current text may mean."""
        if self.is_own(printed):
            return (self.enacting,) if self.enacting else ()
        named, full = self.language.organs.get(printed, ("", False))
        if full or not named:
            return (named,) if named else ()
        sharing = self.language.short_names[printed]
        if self.enacting in sharing:
            return (self.enacting,)
        body = self._names.last_full(printed, at)
        return (body,) if body else sharing

    def read_before(self, number: numbers.Number) -> Body | None:
        """The body with whose noun this very number was read before in the text: … per 2304 (2016)."""
        return self._read.get(number.text)

    def note_read(self, number: numbers.Number, body: Body) -> None:
        """Keep that a number was read with a noun, as a text of this body."""
        self._read.setdefault(number.text, body)

    @staticmethod
    def is_own(printed: str) -> bool:
        """Whether the organ that speaks is meant."""
        return printed == OWN

    def is_any(self, printed: str) -> bool:
        """Whether an organ is called by one word and no name of a body that we know: the Conference, la Cour."""
        return printed.isalpha() and not is_han(printed) and printed not in self.language.organs

    def carrier(
        self,
        number: numbers.Number,
        organ: tuple[str, ...] | None,
        *,
        firm: bool,
        hint: tuple[str, ...] | None = None,
        date: str | None = None,
        inside: str | None = None,
    ) -> Body | None:
        """The body whose text this number is; None where it cannot be told.

        That is the one of those named that can carry it, and no other where the organ is printed with this very
        number (`firm`). Else the one that the text cited it with before, the organ that speaks, the one that its
        sentence names (`hint`, empty for an organ of others), the one whose number of this shape was cited last, or the
        only one of ours whose numbers look like this; if others have such numbers, only where it stands `inside` a
        document of ours, but for letters and reports of a session: A/56/1026, annex II, resolution 14/221 may be of
        whoever wrote. Where the `date` beside the number shows that it cannot be that one's, and the text has cited
        one whose it can be, it is of that: Human Rights Council resolution 46/7 and its resolution 48/13 of 2021. So is
        it of one that its sentence names, or that speaks; where an organ of others is named, or the years are far
        apart, it is nobody's of ours.
        """
        body = self._carrier(number, organ, firm=firm, hint=hint, inside=inside)
        if firm or date is None or body is None or self.may_be(number, body, date):
            return body
        for one in self._likely(number, hint):
            if self._can_be(number, one, date):
                self._remember(number, one)
                return one
        if number.shape not in numbers.SHARED:
            return body
        told_of_others = hint == () or not self.may_be(number, body, date, years=_MISPRINTED_YEARS)
        return None if organ is None and told_of_others else body

    def _likely(self, number: numbers.Number, hint: tuple[str, ...] | None) -> Iterator[Body]:
        """The organs whose a number may be where its date is against the nearest one's.

        They are those that its sentence names, that are cited, that speak; and, if no organ of others is named, one
        whose numbers tell their years.
        """
        authorities = self.language.authorities
        named = (authorities.body(id) for id in hint or ())
        enacting = authorities.body(self.enacting) if self.enacting else None
        telling = (one for one in authorities.bodies if hint != () and number.months(one.id))
        yield from (one for one in (*named, *reversed(self._cited.values()), enacting, *telling) if one is not None)

    def whose(self, one: Listed) -> Body | None:
        """The organ named right behind an own text, where it can be of that one and not of the organ that speaks."""
        own, theirs = self._may_be_of(one)
        return theirs[0] if len(theirs) == 1 and not own else None

    def is_doubtful(self, one: Listed) -> bool:
        """Whether an own text may be that of the organ named right behind it as well as of the one that speaks."""
        follower = one.reference.follower
        own, theirs = self._may_be_of(one)
        others = follower is not None and not self.bodies(follower, one.reference.main_start)
        return own and (bool(theirs) or others)

    def _may_be_of(self, one: Listed) -> tuple[bool, list[Body]]:
        """Whether an own text can be of the organ that speaks, and the organs named right behind it whose it can be."""
        follower, number = one.reference.follower, one.number
        if follower is None or number is None or number.shape not in numbers.SHARED:
            return False, []
        ids = [id for id in self.bodies(follower, one.reference.main_start) if id != self.enacting]
        can = [
            body
            for id in (self.enacting, *ids)
            if id and (body := self.language.authorities.body(id)) and self._can_be(number, body, one.date)
        ]
        theirs = [body for body in can if body.id != self.enacting]
        return len(can) > len(theirs), theirs

    def _can_be(self, number: numbers.Number, body: Body, date: str | None) -> bool:
        return self._can_have(number, body) and (date is None or self.may_be(number, body, date))

    def document(self, reference: Reference) -> str | None:
        """The document in which a number is printed; one in a bracket behind it only where it is a report."""
        if reference.inside == reported.SAME:
            return self.note_before
        beside = reference.beside
        is_report = beside is not None and reported.reporter(beside, self.language.authorities) is not None
        return reference.inside or (beside if is_report else None)

    def is_told_by(self, document: str, number: numbers.Number) -> bool:
        """Whether the document in which a number is printed tells whose it is, or that nobody can tell."""
        authorities = self.language.authorities
        if number.shape in numbers.TELLING:
            return False
        if authorities.body_of(symbols.canonical(document)) is None and document != reported.UNKNOWN:
            return True  # of an organ whose texts have no symbols here
        known = reported.reporter(document, authorities) or reported.is_unknown(document, authorities)
        return bool(known) and reported.is_of_one_body(number)

    def of_document(self, document: str, number: numbers.Number) -> Body | None:
        """The body whose report the document is, where it has a record and such numbers."""
        report = reported.reporter(document, self.language.authorities)
        body = self.language.authorities.body(report.body) if report and report.body else None
        if body is None or not numbers.fits(number, body):
            return None
        self._remember(number, body)
        return body

    def speaker(self, number: numbers.Number, date: str | None) -> Body | None:
        """The organ that speaks, where a number and its date are both its own.

        That outweighs the name of another that stands further off: the Commission, recalling its resolution 78/1.
        """
        enacting = self.language.authorities.body(self.enacting or "")
        months = number.months(self.enacting or "")
        if enacting is None or date is None or months is None or not self.is_of_speaker(number):
            return None
        return enacting if months[0] <= date[:7] <= months[1] else None

    def is_of_speaker(self, number: numbers.Number) -> bool:
        """Whether a number tells its years as those of the organ that speaks do."""
        enacting = self.language.authorities.body(self.enacting or "")
        return enacting is not None and numbers.fits(number, enacting) and bool(number.years(enacting.id))

    def nearest(self, number: numbers.Number, named: Iterable[tuple[str, ...]], date: str | None) -> Body | None:
        """The first of the organs that a sentence named, the nearest first, that can carry a number of this date.

        One of others ends the search: the number may be its own.
        """
        for ids in named:
            if not ids:
                return None
            bodies = [
                body for id in ids if (body := self.language.authorities.body(id)) and self._can_have(number, body)
            ]
            if len(bodies) == 1:
                return bodies[0] if date is None or self.may_be(number, bodies[0], date) else None
        return None

    def may_be_of_other(self, one: Citation, other_id: str | None) -> bool:
        """Whether a citation read as the speaking organ's may be a text of another one, whose is then the newer one.

        Its number alone does not tell, where both have such numbers and the other organ had such a session by now.
        """
        authorities = self.language.authorities
        own, other = authorities.body(one.body or ""), authorities.body(other_id or "")
        number = numbers.normalise(one.number)
        if own is None or other is None or own == other or one.date or number is None or number.session is None:
            return False
        years = number.years(own.id)  # older than the other organ is, so that the other reading is the nearer one
        newer = bool(years and other.first) and max(years) <= int((other.first or "")[:4])
        return newer and numbers.fits(number, other) and (self.date is None or self._was_held(number, other, self.date))

    def may_be(self, number: numbers.Number, body: Body, date: str, years: int = 0) -> bool:
        """Whether a text of this body with this number may be of this date, as far as its number tells.

        `years` says by how many the date may be wrong, where the number tells years.
        """
        known = number.years(body.id)
        if known:
            return min(abs(int(date[:4]) - year) for year in known) <= years
        months = number.months(body.id)
        if months and not years:  # 1989/64 of 24 May 1989 is not of the Commission, whose session was over
            return months[0] <= date[:7] <= months[1]
        if number.session is None or number.shape == "statement":
            return True
        return self.language.authorities.could_be_of(body.id, number.session, date)

    def _can_have(self, number: numbers.Number, body: Body) -> bool:
        """Whether the body has such numbers, and had held the session of this one by the day of the text."""
        return numbers.fits(number, body) and self._is_in_reach(number, body)

    def _is_in_reach(self, number: numbers.Number, body: Body) -> bool:
        """Whether the body had held the session of a number by the day of the text, as far as that is known."""
        return self.date is None or number.session is None or self._was_held(number, body, self.date)

    def _was_held(self, number: numbers.Number, body: Body, by: str) -> bool:
        return self.language.authorities.may_have_held(body.id, number.session or 0, by)

    def _carrier(
        self,
        number: numbers.Number,
        organ: tuple[str, ...] | None,
        *,
        firm: bool,
        hint: tuple[str, ...] | None,
        inside: str | None,
    ) -> Body | None:
        authorities = self.language.authorities
        if number.shape in numbers.TELLING:
            return next((body for body in authorities.bodies if numbers.fits(number, body)), None)
        named = [body for id in organ or () if (body := authorities.body(id)) and self._can_have(number, body)]
        if len(named) == 1:
            self._remember(number, named[0])
        if len(named) == 1 or firm:
            return named[0] if len(named) == 1 else None
        enacting = authorities.body(self.enacting) if self.enacting else None
        carriers = [body for body in authorities.bodies if self._can_have(number, body)]
        found = next((one for one in (self._cited.get(number.text), enacting) if one in carriers), None)
        if found is not None:
            return found
        if hint is not None:
            hinted = [body for body in carriers if body.id in hint]
            if hinted or not hint or inside is None:  # Official Records of the Assembly (A/69/53), resolution 27/12
                return hinted[0] if len(hinted) == 1 else None
        return self._likeliest(number, carriers, inside=inside)

    def _likeliest(self, number: numbers.Number, carriers: list[Body], *, inside: str | None) -> Body | None:
        """The body of a number of which no organ speaks: by the shape alone."""
        if inside is not None and number.session is not None and _is_letter(symbols.canonical(inside)):
            return None
        last = self._of_shape.get(number.shape)
        if last is not None and last in carriers:
            return last
        if number.shape == "serial-roman":  # others name their organ with a Roman session
            assembly = next((body for body in carriers if body.id == _ASSEMBLY), None)
            return assembly or next(iter(carriers), None)  # past the Assembly's last: the first that has such
        if inside is not None and len(carriers) > 1:  # of those whose symbols begin as that of the document does
            root = f"{inside.partition('/')[0]}/"
            carriers = [body for body in carriers if any(one.startswith(root) for _, one in body.symbols)]
        alone = len(carriers) == 1 and (inside is not None or number.shape not in numbers.SHARED)
        return carriers[0] if alone else None

    def _remember(self, number: numbers.Number, body: Body) -> None:
        self._cited[number.text] = body
        self._of_shape[number.shape] = body


def _is_letter(symbol: str) -> bool:
    """Whether a document may have resolutions of anybody annexed: a letter to the Assembly or the Security Council."""
    return symbols.is_of_one_session(symbol) or symbols.is_letter_to_council(symbol)
