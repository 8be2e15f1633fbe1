"""The recognisers of citations, on the same tokens: numbers, symbols, treaties, ibid., and what becomes of them.

Numbers are read with what stands around them, then resolved; symbols with their addenda and what is said of them. Each
function is one recogniser (`recognisers.py` has their order): it takes what was found before it, and gives it back with
its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from converter.annotate.found import Found, Given, Remark, Said, Words, by_place, in_order
from converter.authorities import Body
from converter.cite import account, numbers, reported
from converter.cite.addenda import documents
from converter.cite.around import OWN
from converter.cite.documents import by_symbol, with_reports
from converter.cite.ibid import ibid, last_list, without_asides
from converter.cite.internal import find_internal
from converter.cite.lists import Listed, spread
from converter.cite.reader import numbered
from converter.cite.references import Reference
from converter.cite.scope import Scope
from converter.cite.see_also import sees_also
from converter.cite.treaties import treaties
from converter.languages.match import SENTENCE_MARKS
from converter.languages.page import Page
from converter.model import Citation
from converter.view import Tokens

_STATEMENTS = ("statement", "statement-year")
_SHOWN = 40  # characters of the text that a finding about it shows


def find_numbers(given: Given, found: Found) -> Found:
    """Every work that is cited by its number; where there are too many the rest is not read, and that is said."""
    scope = Scope(given.language, given.resolution.masthead.body, given.resolution.masthead.date)
    mine: list[Citation] = []
    said: list[Said] = []
    document: str | None = None
    for words in given.read:
        scope.enter(lambda words=words: words.tokens)  # type: ignore[misc]
        if words.may_cite:
            references, remarks = numbered(words.tokens, given.page)
            scope.note_before = document if words.in_note else None
            citations, doubts = _numbered(words.place, words.tokens, references, scope, given.page)
            mine += _with_days_behind(citations, words.tokens)
            said += (Said(words.place, remark) for remark in (*remarks, *doubts))
        if words.in_note:
            document = reported.last_document(words.tokens, document)
    if len(given.read) < len(given.texts):
        first = given.texts[len(given.read)]
        said.append(Said(first.place, Remark(0, min(len(first.text), _SHOWN), "citations-too-many")))
    return _with(mine, said, given, found)


def find_documents(given: Given, found: Found) -> Found:
    """Every document that is cited by its symbol."""
    numbered_there = by_place(found.citations)
    mine: list[Citation] = []
    said: list[Said] = []
    for words in _citing(given):
        bares, open_ranges = documents(words.tokens, given.page)
        said += (Said(words.place, remark) for remark in open_ranges)
        if bares:
            there = numbered_there.get(words.place, [])
            mine += by_symbol(words.place, words.tokens, given.page, given.language.authorities, bares, there)
    return _with(mine, said, given, found)


def find_treaties(given: Given, found: Found) -> Found:
    """Every treaty that is cited by its volume of the Treaty Series."""
    mine = (one for words in _citing(given) for one in treaties(words.place, words.tokens, given.page))
    return _with(mine, (), given, found)


def find_ibid(given: Given, found: Found) -> Found:
    """What the ibid. of each note cites again: a citation of this note, or of the one before it."""
    there = by_place(found.citations)
    mine: list[Citation] = []
    said: list[Said] = []
    note_before: list[Citation] = []
    for words in given.read:
        if not words.in_note:
            continue
        others = there.get(words.place, [])
        again = ibid(words.place, words.tokens, note_before, others, given.page)
        mine += again.citations
        said += (Said(words.place, remark) for remark in again.remarks)
        cited = without_asides(sorted([*others, *again.citations], key=_span), words.text)
        note_before = last_list(cited, words.tokens)
    return _with(mine, said, given, found)


def drop_overlaps(given: Given, found: Found) -> Found:
    """The first of two citations that overlap stays."""
    there = by_place(found.citations)
    kept = [one for words in given.texts for one in _without_overlaps(there.get(words.place, []))]
    return replace(found, citations=tuple(kept))


def say_unread(given: Given, found: Found) -> Found:
    """The account: a number or a symbol in no citation that is not known to be something else."""
    taken, cited = spans_taken(found), by_place(found.citations)
    own = given.resolution.masthead.symbol
    said = [
        Said(words.place, remark)
        for words in _citing(given)
        for remark in (
            *account.unread(words.tokens, taken.get(words.place, []), own, given.page),
            *account.bare_numbers(words.tokens, taken.get(words.place, []), given.page),
            *account.documents(words.tokens, taken.get(words.place, []), given.page),
            *account.dates(words.tokens, given.page),
            *account.loose_dates(
                words.tokens, [one.end for one in cited.get(words.place, []) if not one.date], given.page
            ),
        )
    ]
    return replace(found, said=(*found.said, *said))


def drop_itself(given: Given, found: Found) -> Found:
    """A text's own symbol or number is no citation."""
    own = given.resolution.masthead.symbol
    return replace(found, citations=tuple(one for one in found.citations if not one.target or one.target != own))


def add_reports(given: Given, found: Found) -> Found:
    """The title and author of a note's document, from the words before the note's mark."""
    return replace(found, citations=tuple(with_reports(list(found.citations), given.resolution, given.page)))


def find_own_paragraphs(given: Given, found: Found) -> Found:
    """Every reference of the text to its own paragraphs, and those that lead to none."""
    internal, lost = find_internal(given, found.citations)
    return replace(found, internal=internal, said=(*found.said, *(Said(place, remark) for place, remark in lost)))


def spans_taken(found: Found) -> Mapping[str, list[tuple[int, int]]]:
    """By text, the spans of its citations and of what is said of it."""
    taken = {place: [*map(_span, some)] for place, some in by_place(found.citations).items()}
    for one in found.said:
        taken.setdefault(one.place, []).append((one.remark.start, one.remark.end))
    return taken


def _with(citations: Iterable[Citation], said: Iterable[Said], given: Given, found: Found) -> Found:
    """What was found before and what is new, each text's citations in order."""
    whole = in_order(by_place((*found.citations, *citations)), given)
    return replace(found, citations=tuple(whole), said=(*found.said, *said))


def _citing(given: Given) -> Iterator[Words]:
    """The texts that may cite anything by a number or a symbol; the others are not worth cutting."""
    return (words for words in given.read if words.in_note or words.may_cite)


def _span(citation: Citation) -> tuple[int, int]:
    return citation.start, citation.end


def _without_overlaps(citations: list[Citation]) -> list[Citation]:
    """The first of two that overlap stays; the parts of one lettered reference share its span.

    Pinpoints between two works that may lead to either are of the first (A/53/9, sect. I, resolution 10/1).
    """
    kept: list[Citation] = []
    last = (0, 0)
    for one in citations:
        citation = _without_lead(one) if one.start < last[1] <= one.main_start else one
        span = (citation.start, citation.end)
        if span == last or citation.start >= last[1]:
            kept.append(citation)
            last = span
    return kept


def _without_lead(citation: Citation) -> Citation:
    """A citation without the pinpoints before the name of the work."""
    text = citation.text[citation.main_start - citation.start :]
    pinpoints = tuple(one for one in citation.pinpoints if one.start >= citation.main_start)
    return replace(citation, start=citation.main_start, text=text, pinpoints=pinpoints)


def _numbered(
    place: str, tokens: Tokens, references: list[Reference], scope: Scope, page: Page
) -> tuple[list[Citation], list[Remark]]:
    """The citations of one text, and those of which another organ may be meant than the one that speaks."""
    found: list[Citation] = []
    doubts: list[Remark] = []
    organ: tuple[str, ...] | None = None
    of_two = False  # whether two organs are printed with the number, or with the list that it is in
    of_others = False  # whether an organ of others is printed with the number, or with another of its list
    inside: str | None = None  # the document in which the numbers of a list are printed
    members = spread(references)
    own = _own_of_lists(members, scope, page)
    for index, listed in enumerate(members):
        inside = scope.document(listed.reference) or (inside if listed.reference.chained else None)
        reference = replace(listed.reference, inside=inside)
        one = replace(listed, reference=reference)
        printed = reference.organ or one.late_organ
        if printed and not reference.firm and one.reference.organ and scope.is_any(printed):
            printed = OWN  # the Conference that it convened by its resolution
        whose = scope.whose(listed) if printed and scope.is_own(printed) else None
        if whose is not None:
            organ, of_others, of_two = (whose.id,), False, False
        elif printed:
            other = scope.bodies(reference.other, reference.main_start) if reference.other else ()
            organ = (*scope.bodies(printed, reference.main_start), *other)
            of_others = not organ and not scope.is_own(printed)
            of_two = bool(other)
        else:
            organ = _theirs(reference, found, tokens) or (organ if reference.chained else None)
            of_others = of_others and not one.opens
            of_two = of_two and reference.chained
            if of_two:  # what both may have is of neither for certain
                one = replace(one, reference=replace(reference, firm=True))
        is_own = of_others and index in own
        whole = (scope.enacting,) if is_own and scope.enacting else organ
        resolved = list(_resolved(place, tokens, one, whole, of_others and not is_own, scope, page))
        may_be_other = printed is not None and scope.is_own(printed) and not page.tells_own
        is_before = may_be_other and found and resolved and _is_doubtful(found[-1], resolved[0], tokens, scope)
        if resolved and whose is None and (is_before or scope.is_doubtful(listed)):
            doubts.append(Remark(reference.start, reference.finish, "citation-organ-doubtful"))
        shown = resolved[0].body if resolved and resolved[0].date and not reference.firm else None
        if shown and (organ or shown != scope.enacting):
            organ = (shown,)  # the date shows whose the list is, where a number alone does not: S-12/1
        found += resolved
    return found, doubts


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
        is_next = (
            index + 1 < len(citations) and citations[index + 1].start < end
        )  # 71/1号决议、2016年12月19日第71/2号决议
        day = replace(one, date=token.value[0], end=end, text=tokens.view.source[one.start : end])
        yield one if is_next else day


def _own_of_lists(members: Sequence[Listed], scope: Scope, page: Page) -> frozenset[int]:
    """The members of lists that a day beside one of them shows to be of the organ that speaks, whoever is named before.

    The Declaration adopted by the Conference, notably resolutions 66/944 and 67/955 of 20 December 2012: one list has
    one organ. Numbers that the organ cannot have stay out.
    """
    found: set[int] = set()
    first = 0
    for end in range(1, len(members) + 1):
        if end < len(members) and not members[end].opens:
            continue
        firsts = ((index, next(_printed(members[index].reference, page), "")) for index in range(first, end))
        run = [(index, number) for index, printed in firsts if (number := numbers.normalise(printed)) is not None]
        if any(scope.speaker(number, members[index].date) for index, number in run):
            found |= {index for index, number in run if scope.is_of_speaker(number)}
        first = end
    return frozenset(found)


def _is_doubtful(before: Citation, one: Citation, tokens: Tokens, scope: Scope) -> bool:
    """Whether `its` may be the organ named before in its sentence (resolution 46/7 and its resolution 48/13)."""
    return _is_one_sentence(tokens, before.end, one.start) and scope.may_be_of_other(one, before.body)


def _theirs(reference: Reference, found: list[Citation], tokens: Tokens) -> tuple[str, ...]:
    """The organ of the citation before, in the same sentence, where a word says that the next is of that one too."""
    before = found[-1] if found and reference.theirs else None
    return (before.body,) if before and before.body and _is_one_sentence(tokens, before.end, reference.start) else ()


def _is_one_sentence(tokens: Tokens, start: int, end: int) -> bool:
    return not SENTENCE_MARKS & set(tokens.view.source[start:end])


def _resolved(
    place: str,
    tokens: Tokens,
    one: Listed,
    organ: tuple[str, ...] | None,
    of_others: bool,
    scope: Scope,
    page: Page,
) -> Iterator[Citation]:
    """The citations of one reference: of its number, its parts, and what a range leaves out before it."""
    reference = one.reference
    see_also = sees_also(place, tokens, reference.start, page)
    seen: set[str] = set()
    for printed in _printed(reference, page):
        number = numbers.normalise(printed)
        if number is not None and scope.language.runs_left and organ in (None, (scope.enacting,)):
            number = numbers.turned(number)
        number = numbers.of_health(number, organ) if number is not None else None
        if number is None or number.text in seen:
            continue
        statement = number.shape in _STATEMENTS
        kind = one.noun or ("decision" if number.shape in numbers.DECISIONS else "resolution")
        before = scope.read_before(number) if one.noun is None and organ is None else None
        bare = one.noun is None and organ is None and before is None
        if bare and not statement and number.shape not in numbers.TELLING:
            continue  # 2000(2015), No. 41032: a number alone is no citation
        seen.add(number.text)
        elsewhere = of_others
        if before is not None:
            body: Body | None = before
        elif organ is None and reference.inside and scope.is_told_by(reference.inside, number):
            body = scope.of_document(reference.inside, number)
            elsewhere = body is None and not reported.is_unknown(reference.inside, scope.language.authorities)
        else:
            firm = (
                reference.firm or of_others or (one.late_organ is not None and reference.organ is None and bool(organ))
            )
            named = reference.hint
            if named and reference.subject and scope.is_any(named):
                named = reference.subject  # the Assembly, at the request of the Conference, adopted
            hint = scope.bodies(named, reference.main_start) if named else None
            body = scope.carrier(number, organ, firm=firm, hint=hint, date=one.date, inside=reference.inside)
            if body is None and not firm:
                organs = (scope.bodies(name, reference.main_start) for name in reference.named)
                body = scope.nearest(number, organs, one.date)
        if body is None and one.noun is None and number.year is not None:
            continue  # general recommendation No. 31 (2014), adopted by the Committee
        if body is not None and one.noun == "resolution":
            scope.note_read(number, body)
        yield Citation(
            place=place,
            start=reference.start,
            end=reference.finish,
            text=tokens.view.source[reference.start : reference.finish],
            target=numbers.symbol(number, kind, body) if body else None,
            kind="presidential-statement" if statement else kind,
            body=body.id if body else None,
            number=number.text,
            date=one.date,
            pinpoints=reference.pinpoints,
            main_start=reference.main_start,
            main_end=reference.main_end,
            phrases=tuple(one.at for one in reference.phrases),
            title=tokens.view.source[slice(*reference.title)].strip() if reference.title else None,
            author=None,
            see_also=see_also,
            of_others=elsewhere and body is None,
        )


def _printed(reference: Reference, page: Page) -> Iterator[str]:
    for printed in (*reference.between, reference.printed):
        yield from numbers.split_letters(numbers.mend(printed), page.ranges)
