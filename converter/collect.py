"""The collection derived from its records: which page each has, what leads there, and what is wrong between texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from converter import addresses, symbols
from converter.authorities import Authorities
from converter.cited_series import Standing
from converter.convert import page_of
from converter.corpus import CitedIn, Corpus
from converter.model import Diagnostic, Former, Record, Sidecar
from converter.removed import Removed

# What one language of a work tells of the work itself.
_IDENTITY = ("symbol", "kind", "status", "body", "session", "session_from", "session_to", "number", "date")


def build_corpus(records: tuple[Record, ...], authorities: Authorities) -> Corpus:
    """Derive the collection from its records, which are in a fixed order."""
    records = tuple(_identified(records, authorities))
    corpus = Corpus(authorities, records)
    findings: list[Diagnostic] = []
    for record in records:
        if record.symbol:
            corpus.held.setdefault((record.lang, record.symbol), record)
    spelled: dict[tuple[str, str], Record] = {}
    for record in records:
        findings += _hold(record, corpus, spelled)
    for record in records:
        _redirect(record, corpus)
    for record in records:
        _hold_parts(record, corpus)
    cited: defaultdict[tuple[str, str], list[CitedIn]] = defaultdict(list)
    unsymbolled: defaultdict[str, list[CitedIn]] = defaultdict(list)
    for record in records:
        page = corpus.page(record)
        for citing in record.citings:
            place = CitedIn(record, page, citing)
            if citing.target and addresses.is_symbol(citing.target):
                cited[record.lang, citing.target].append(place)
            elif citing.target is None:
                unsymbolled[record.lang].append(place)
    corpus.cited, corpus.unsymbolled = dict(cited), dict(unsymbolled)
    for record in records:
        corpus.mandates[record.lang] = corpus.mandates.get(record.lang, 0) + len(record.mandates)
        findings += _met(record)
    findings += _pinpoints(corpus)
    findings += _formerly(corpus)
    corpus.diagnostics = tuple(sorted(findings))
    return corpus


def _identified(records: tuple[Record, ...], authorities: Authorities) -> Iterator[Record]:
    """The records; what a text is that is set aside and does not say so, its other languages tell, or its symbol."""
    known: dict[str, Record] = {}
    for record in records:
        if record.symbol and not record.aside:
            known.setdefault(record.work, record)
    for record in records:
        other = known.get(record.work)
        if not record.aside or record.body is not None:
            yield record
        elif other is not None and record.symbol in (None, other.symbol):
            yield replace(record, **{field: getattr(other, field) for field in _IDENTITY})
        else:
            yield replace(record, **_by_symbol(record.symbol, authorities)) if record.symbol else record


def _by_symbol(symbol: str, authorities: Authorities) -> dict[str, Any]:
    """What a symbol alone tells: whose document it is, and of which kind."""
    body, kind = authorities.body_of(symbol), symbols.kind_of(symbol)
    draft = kind == "draft"
    return {
        "body": body.id if body else None,
        "kind": "document" if draft else kind,
        "status": "draft" if draft else "adopted",
    }


def _hold(record: Record, corpus: Corpus, spelled: dict[tuple[str, str], Record]) -> Iterator[Diagnostic]:
    """Give the expression its page; of two works with one symbol the second keeps its draft's address.

    Own symbols come first: a draft gives the symbol that it was adopted as to the text that has it. Two that differ in
    capitals alone are one to systems that do not tell these apart: `spelled` has the first with each symbol in small
    letters.
    """
    sidecar = Sidecar(record.work, "", symbol=record.symbol, adopted_as=record.adopted_as)
    page = page_of(sidecar, record.lang, record.symbol)
    for symbol in (record.symbol, record.adopted_as):
        if symbol is None:
            continue
        first = corpus.held.setdefault((record.lang, symbol), record)
        if first is record:
            first = spelled.setdefault((record.lang, symbol.lower()), record)
        if first is record:
            continue
        if page == addresses.symbol_page(record.lang, symbol):
            page = addresses.draft_page(record.lang, record.work)
        if symbol == record.symbol or symbol != first.symbol:
            same = symbol in (first.symbol, first.adopted_as)
            message = f"{symbol} is already the symbol of {first.path}{'' if same else ', but for capitals'}"
            hint = "one work has one folder, for all its languages; or the symbol in one work.yml is wrong"
            yield Diagnostic(record.path, 0, 0, "symbol-twice", message, hint)
    corpus.pages[record.work, record.lang] = page


def _redirect(record: Record, corpus: Corpus) -> None:
    """Every other address of a work leads to its page."""
    page = corpus.page(record)
    others = [addresses.draft_page(record.lang, record.work)]
    if record.adopted_as and corpus.held.get((record.lang, record.adopted_as)) is record:
        others.append(addresses.symbol_page(record.lang, record.adopted_as) or page)
    for other in others:
        if other != page:
            corpus.redirects[other] = page


def _hold_parts(record: Record, corpus: Corpus) -> None:
    """The parts of a text are held under their own symbols, whose addresses lead to them; but a text of that symbol."""
    for whole in (record.symbol, record.adopted_as):
        if whole is None or corpus.held.get((record.lang, whole)) is not record:
            continue
        for number, part in enumerate(record.parts):
            key = (record.lang, f"{whole}{part.letter}")
            address = addresses.symbol_page(*key)
            if address is not None and symbols.whole_of(key[1]) == (whole, part.letter) and key not in corpus.held:
                corpus.held[key] = record
                corpus.parts[key] = Standing(corpus.page(record), part.at, _places_in(record, number))
                corpus.redirects[address] = corpus.page(record)


def _places_in(record: Record, number: int) -> dict[str, str]:
    """The paragraphs of a part, as citations of it name them → as the text has them: op2 → b-2; pp1 → pp7."""
    starts = [0, *(record.paragraphs.index(part.at) for part in record.parts[1:]), len(record.paragraphs)]
    counted = f"{record.parts[number].letter.lower()}-"
    found: dict[str, str] = {}
    preambular = 0
    for one in record.paragraphs[starts[number] : starts[number + 1]]:
        if one.startswith(counted):
            found[f"op{one.removeprefix(counted)}"] = one
        elif re.fullmatch(r"pp\d+", one):
            preambular += 1
            found[f"pp{preambular}"] = one
        elif not re.fullmatch(r"[hp]\d+", one):
            found.setdefault(one, one)
    return found


def _formerly(corpus: Corpus) -> Iterator[Diagnostic]:
    """The addresses that works had lead to them; one that is a page of today, or that another work has, does not."""
    owners = {corpus.page(record): record.path for record in corpus.records}
    cited = {f"{lang}/{symbol}.md": places for (lang, symbol), places in corpus.cited.items()}
    live = {page: f"a text that {places[0].record.path} cites" for page, places in cited.items()} | owners
    said = set()
    for record in corpus.records:
        page = corpus.page(record)
        for former in record.formerly:
            old = f"{record.lang}/{former.address}.md"
            leads = corpus.redirects.get(old)
            if leads is None and old not in live:
                corpus.redirects[old] = page
                shown = corpus.shown_in(record.work)
                if record.lang in shown and len(shown) > 1:
                    corpus.redirects[addresses.parallel_page(old)] = addresses.parallel_page(page)
            elif leads != page and (former not in said):
                said.add(former)  # once, in whatever language
                whose = owners[leads] if leads else live[old]
                yield _not_former(former, whose, is_live=leads is None)


def _not_former(former: Former, whose: str, *, is_live: bool) -> Diagnostic:
    if is_live:
        code, message = "formerly-live", f"formerly: {former.address} is the address of {whose}"
        hint = "take the entry out: an address of today leads nowhere else"
    else:
        code, message = "formerly-twice", f"formerly: {former.address} leads to {whose} already"
        hint = "leave the entry in the sidecar of the work that had the address"
    return Diagnostic(former.path, former.line, former.column, code, message, hint)


def _met(record: Record) -> Iterator[Diagnostic]:
    """What a sidecar says was met is a mandate of the text."""
    counts = Counter(mandate.paragraph for mandate in record.mandates)
    for met in record.met:
        if (met.mandate or 1) > counts[met.paragraph]:
            message = f"met: {met.paragraph} has {counts[met.paragraph]} mandates, so none is marked as met"
            hint = "name the paragraph and the number of the mandate as the ledger lists them"
            yield Diagnostic(record.path, 0, 0, "met", message, hint)


def _pinpoints(corpus: Corpus) -> Iterator[Diagnostic]:
    """A pinpoint into a text that is held names a paragraph that is there."""
    for place, symbol, pinpoint in _lacking(corpus):
        message = f"{place.citing.anchor} cites paragraph {pinpoint} of {symbol}, which has none"
        hint = "compare with the official texts; the link leads to the work"
        path, lang, at = place.record.path, place.record.lang, place.citing.anchor
        yield Diagnostic(path, 0, 0, "pinpoint", message, hint, 0, lang, at)


def lacking(corpus: Corpus) -> dict[str, set[str]]:
    """The pages of held works, and the anchors that others cite there and that they do not have."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place, symbol, pinpoint in _lacking(corpus):
        standing = corpus.standing(place.record.lang, symbol)
        if standing is not None and standing.places is None:  # no link asks for what a part lacks
            found[standing.page].add(addresses.pinpoint_anchor(pinpoint))
    return found


def _lacking(corpus: Corpus) -> Iterator[tuple[CitedIn, str, str]]:
    """The citations of paragraphs that are not there: who cites, which symbol, which pinpoint."""
    for (lang, symbol), places in corpus.cited.items():
        record = corpus.held.get((lang, symbol))
        if record is None or record.aside:  # whose page has every paragraph that is cited
            continue
        part = corpus.parts.get((lang, symbol))
        anchors = set(record.paragraphs if part is None or part.places is None else part.places)
        for place in places:
            for pinpoint in place.citing.pinpoints:
                if addresses.pinpoint_anchor(pinpoint) not in anchors:
                    yield place, symbol, pinpoint


def remember(corpus: Corpus, removed: tuple[Removed, ...]) -> None:
    """Give works that were removed a page each, to which their other addresses lead, in each of their languages.

    Where a work has the address today, or a cited work its page, that is what stands there.
    """
    corpus.removed = removed
    live = {*corpus.pages.values(), *(f"{lang}/{symbol}.md" for lang, symbol in corpus.cited)}
    live |= {addresses.parallel_page(page) for page in corpus.pages.values()}
    for one in removed:
        for lang in one.languages:
            pages = [f"{lang}/{address}.md" for address in one.addresses]
            first = corpus.redirects.get(pages[0], pages[0])
            if first not in live:
                corpus.removed_pages.setdefault(first, one)
            beside = map(addresses.parallel_page, pages if len(one.languages) > 1 else ())
            for page in (*pages, *beside):
                if page not in live and page != first:
                    corpus.redirects.setdefault(page, first)
