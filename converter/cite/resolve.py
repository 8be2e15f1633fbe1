"""Numbered references resolved: whose each number is, by what its list has named so far, and what it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from converter.annotate.found import Remark
from converter.authorities import Body
from converter.cite import afar, halves, numbers, reported
from converter.cite.around import OWN
from converter.cite.lists import Listed, spread
from converter.cite.references import Reference
from converter.cite.scope import Scope
from converter.cite.see_also import sees_also
from converter.languages.match import SENTENCE_MARKS
from converter.languages.page import Page
from converter.model import Citation
from converter.view import Tokens

_STATEMENTS = ("statement", "statement-year")


@dataclass(frozen=True, slots=True)
class Text:
    """A text whose references are resolved, with the scope in which it stands."""

    place: str
    tokens: Tokens
    scope: Scope
    page: Page


@dataclass(slots=True)
class _Whose:
    """Whose the numbers of a list are, as far as it was read; each step takes its next member.

    `organ` are the bodies that are named, None where none is. `of_two` says that two organs are printed with the
    number or with its list, `of_others` that one of others is. `inside` is the document in which the numbers stand.
    """

    organ: tuple[str, ...] | None = None
    of_two: bool = False
    of_others: bool = False
    inside: str | None = None

    def enter(self, listed: Listed, scope: Scope) -> Listed:
        """The next member, with the document in which it or its list is printed."""
        self.inside = scope.document(listed.reference) or (self.inside if listed.reference.chained else None)
        return replace(listed, reference=replace(listed.reference, inside=self.inside))

    def is_of(self, body: Body) -> None:
        """The member is a text of this body."""
        self.organ, self.of_others, self.of_two = (body.id,), False, False

    def names(self, printed: str, reference: Reference, scope: Scope) -> None:
        """An organ is printed with the member or behind its list, and maybe a second one."""
        at = reference.main_start
        bodies = scope.bodies(printed, at)
        other = scope.bodies(reference.other, at) if reference.other else ()
        self.organ = (*bodies, *other)
        self.of_others = not self.organ and not scope.is_own(printed)
        self.of_two = bool(other)

    def goes_on(self, one: Listed, theirs: tuple[str, ...]) -> Listed:
        """No organ is printed with the member: what its list has named holds, or what a word says is `theirs`."""
        chained = one.reference.chained
        self.organ = theirs or (self.organ if chained else None)
        self.of_others = self.of_others and not one.opens
        self.of_two = self.of_two and chained
        if self.of_two:  # what both may have is of neither for certain
            return replace(one, reference=replace(one.reference, firm=True))
        return one

    def is_dated(self, first: Citation, scope: Scope) -> None:
        """The date of a member shows whose the list is, where a number alone does not: S-12/1."""
        if first.date and first.body and (self.organ or first.body != scope.enacting):
            self.organ = (first.body,)


def resolved(text: Text, references: list[Reference]) -> tuple[list[Citation], list[Remark]]:
    """The citations of one text, and those of which another organ may be meant than the one that speaks."""
    scope, page = text.scope, text.page
    found: list[Citation] = []
    doubts: list[Remark] = []
    whose = _Whose()
    members = spread(references)
    own = _own_of_lists(members, scope, page)
    for index, listed in enumerate(members):
        one = whose.enter(listed, scope)
        printed = _organ_of(one, scope)
        is_own = printed is not None and scope.is_own(printed)
        follower = scope.whose(one) if is_own else None
        if follower is not None:
            whose.is_of(follower)
        elif printed:
            whose.names(printed, one.reference, scope)
        else:
            one = whose.goes_on(one, _theirs(one.reference, found, text.tokens))
        is_speakers = whose.of_others and index in own
        organ = (scope.enacting,) if is_speakers and scope.enacting else whose.organ
        some = list(_citations(text, one, organ, of_others=whose.of_others and not is_speakers))
        if some and follower is None:
            before = found[-1] if found and is_own and not page.tells_own else None
            if (before and _is_doubtful(before, some[0], text.tokens, scope)) or scope.is_doubtful(one):
                doubts.append(Remark(one.reference.start, one.reference.finish, "citation-organ-doubtful"))
        if found and found[-1].of_others and one.reference.chained:  # its decisions 21/1 and 21/2
            some = [replace(each, of_others=each.body is None) for each in some]
        if some and not listed.reference.firm:
            whose.is_dated(some[0], scope)
        found += some
    return list(_with_days_behind(found, text.tokens)), doubts


def _organ_of(one: Listed, scope: Scope) -> str | None:
    """The organ that is printed with a member, or behind its list; OWN where its name can only be the speaker's."""
    reference = one.reference
    printed = reference.organ or one.late_organ
    if printed and not reference.firm and reference.organ and scope.is_any(printed):
        return OWN  # the Conference that it convened by its resolution
    return printed


def _own_of_lists(members: Sequence[Listed], scope: Scope, page: Page) -> frozenset[int]:
    """The members of lists that a day beside one of them shows to be of the organ that speaks, whoever is named before.

    The Declaration adopted by the Conference, notably resolutions 66/944 and 67/955 of 20 December 2012: one list has
    one organ. Numbers that the organ cannot have stay out, and so do those that their own day rules out or that are
    printed with another organ right at them (第53/117号决议、妇女地位委员会2007年3月9日第51/2号).
    """
    found: set[int] = set()
    first = 0
    for end in range(1, len(members) + 1):
        if end < len(members) and not (members[end].opens or _names_its_own(members[end], scope)):
            continue
        firsts = ((index, next(_printed(members[index].reference, page), "")) for index in range(first, end))
        run = [(index, number) for index, printed in firsts if (number := numbers.normalise(printed)) is not None]
        if any(scope.speaker(number, members[index].date) for index, number in run):
            days = {index: members[index].date for index, _ in run}
            found |= {
                index
                for index, number in run
                if scope.speaker(number, days[index]) or (days[index] is None and scope.is_of_speaker(number))
            }
        first = end
    return frozenset(found)


def _names_its_own(member: Listed, scope: Scope) -> bool:
    """Whether an organ is printed right at a member: whose it is, that organ tells."""
    printed = member.reference.organ
    return member.reference.firm and printed is not None and not scope.is_own(printed)


def _is_doubtful(before: Citation, one: Citation, tokens: Tokens, scope: Scope) -> bool:
    """Whether `its` may be the organ named before in its sentence (resolution 46/7 and its resolution 48/13)."""
    return _is_one_sentence(tokens, before.end, one.start) and scope.may_be_of_other(one, before.body)


def _theirs(reference: Reference, found: list[Citation], tokens: Tokens) -> tuple[str, ...]:
    """The organ of the citation before, in the same sentence, where a word says that the next is of that one too."""
    before = found[-1] if found and reference.theirs else None
    return (before.body,) if before and before.body and _is_one_sentence(tokens, before.end, reference.start) else ()


def _is_one_sentence(tokens: Tokens, start: int, end: int) -> bool:
    """Whether no sentence ends between two places of the text."""
    return not SENTENCE_MARKS & set(tokens.view.source[start:end])


def _citations(text: Text, one: Listed, organ: tuple[str, ...] | None, *, of_others: bool) -> Iterator[Citation]:
    """The citations of one reference: of its number, its parts, and what a range leaves out before it."""
    scope = text.scope
    seen: set[str] = set()
    for printed in _printed(one.reference, text.page):
        number = _number(printed, organ, scope)
        if number is None or number.text in seen:
            continue
        before = scope.read_before(number) if one.noun is None and organ is None else None
        bare = one.noun is None and organ is None and before is None
        if bare and number.shape not in _STATEMENTS and number.shape not in numbers.TELLING:
            continue  # 2000(2015), No. 41032: a number alone is no citation
        seen.add(number.text)
        body, elsewhere = (before, of_others) if before else _body(number, one, organ, of_others, scope)
        if body is None and one.noun is None and number.year is not None:
            continue  # general recommendation No. 31 (2014), adopted by the Committee
        if one.reference.by_day and not _is_sure(body, one, organ, text):
            continue  # which text that is only its organ would tell
        if body is not None and one.noun == "resolution":
            scope.note_read(number, body)
        yield _citation(text, one, number, body, of_others=elsewhere and body is None)


def _is_sure(body: Body | None, one: Listed, organ: tuple[str, ...] | None, text: Text) -> bool:
    """Whether the organ of a number whose year only its day tells is named, or speaks and no other is named by it."""
    reference, scope = one.reference, text.scope
    if body is None or not one.date or (reference.organ and scope.is_any(reference.organ)):
        return False  # the Lamp Committee's resolution 2941 of 17 May 2092
    behind = afar.organ_behind(text.tokens, reference.finish, text.page)
    near = [scope.bodies(name, reference.main_start) for name in (reference.hint, behind) if name]
    if organ is not None:
        return body.id in organ and (behind is None or bool(scope.bodies(behind, reference.main_start)))
    return body.id == scope.enacting and all(body.id in ids for ids in near)


def _number(printed: str, organ: tuple[str, ...] | None, scope: Scope) -> numbers.Number | None:
    """A number as it is meant: it may be turned around, have its year elsewhere, or be one of the Health Assembly."""
    body = scope.language.authorities.body
    named = None if organ is None else [one for id in organ if (one := body(id))]
    speaker = body(scope.enacting or "")
    number = halves.by_year(printed, named)
    if number is None and organ is None and speaker is not None and speaker.serials:
        number = halves.by_year(printed, [speaker])
    number = number or numbers.normalise(printed)
    if number is not None and scope.language.runs_left and organ in (None, (scope.enacting,)):
        number = halves.turned(number)
    return numbers.of_health(numbers.of_union(number, organ), organ) if number is not None else None


def _body(
    number: numbers.Number, one: Listed, organ: tuple[str, ...] | None, of_others: bool, scope: Scope
) -> tuple[Body | None, bool]:
    """The body whose text a number is, where it can be told, and whether it is one of others where it cannot."""
    reference = one.reference
    if organ is None and reference.inside and scope.is_told_by(reference.inside, number):
        body = scope.of_document(reference.inside, number)
        return body, not reported.is_unknown(reference.inside, scope.language.authorities)
    if not reference.firm and numbers.is_councils(number, one.noun):
        return scope.language.authorities.body(numbers.COUNCIL), False
    is_late = one.late_organ is not None and reference.organ is None and bool(organ)
    firm = reference.firm or of_others or is_late
    named = reference.hint
    if named and reference.subject and scope.is_any(named):
        named = reference.subject  # the Assembly, at the request of the Conference, adopted
    hint = scope.bodies(named, reference.main_start) if named else None
    body = scope.carrier(number, organ, firm=firm, hint=hint, date=one.date, inside=reference.inside)
    if body is None and not firm:
        organs = (scope.bodies(name, reference.main_start) for name in reference.named)
        body = scope.nearest(number, organs, one.date)
    return body, of_others or (body is None and hint == () and organ is not None)


def _citation(text: Text, one: Listed, number: numbers.Number, body: Body | None, *, of_others: bool) -> Citation:
    """The citation of one number of a reference."""
    reference, source = one.reference, text.tokens.view.source
    statement = number.shape in _STATEMENTS
    kind = one.noun or ("decision" if number.shape in numbers.DECISIONS else "resolution")
    return Citation(
        place=text.place,
        start=reference.start,
        end=reference.finish,
        text=source[reference.start : reference.finish],
        target=numbers.symbol(number, kind, body) if body else None,
        kind="presidential-statement" if statement else kind,
        body=body.id if body else None,
        number=number.text,
        date=one.date,
        pinpoints=reference.pinpoints,
        main_start=reference.main_start,
        main_end=reference.main_end,
        phrases=tuple(phrase.at for phrase in reference.phrases),
        title=source[slice(*reference.title)].strip() if reference.title else None,
        author=None,
        see_also=sees_also(text.place, text.tokens, reference.start, text.page),
        of_others=of_others,
    )


def _printed(reference: Reference, page: Page) -> Iterator[str]:
    """The numbers of a reference as printed: those that its range leaves out, its own, each of its parts."""
    for printed in (*reference.between, reference.printed):
        yield from numbers.split_letters(numbers.mend(printed), page.ranges)


def _with_days_behind(citations: Sequence[Citation], tokens: Tokens) -> Iterator[Citation]:
    """The citations, each with the day right behind it that no word leads to, where its number may be of that day.

    The adoption of Security Council resolution 9325 (2000) 31 October 2000.
    """
    for index, one in enumerate(citations):
        at = tokens.index(one.end)
        token = tokens[at] if at < len(tokens) and tokens[at].kind == "date" else None
        number = numbers.normalise(one.number)
        months = number.months(one.body or "") if number and one.target and not one.date else None
        if token is None or months is None or len(token.value) > 1 or not months[0] <= token.value[0][:7] <= months[1]:
            yield one
            continue
        end = tokens.span(at, at + 1)[1]
        # 71/1号决议、2016年12月19日第71/2号决议
        is_next = index + 1 < len(citations) and citations[index + 1].start < end
        day = replace(one, date=token.value[0], end=end, text=tokens.view.source[one.start : end])
        yield one if is_next else day
