"""`verbs`: a concordance of action verbs. Every paragraph that requests, decides, calls upon…, verb by verb."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from converter.model import Act, Record, ToBe
from converter.write.cells import Row
from converter.write.indexes.table import Column, Table, paged
from converter.write.indexes.view import Place, View, slug
from converter.write.ledger.names import called

NAME = "verbs"
_FORMS = 6  # printed forms that the index shows of one verb
_COLUMNS = (
    Column("verb"),
    Column("count"),
    Column("works_count"),
    Column("preambular"),
    Column("operative"),
    Column("forms"),
)
_OWN = (Column("place"), Column("phrase", "choice"), Column("addressee", "choice"), Column("excerpt"))

Uses = list[tuple[Record, Act]]


def pages(view: View) -> Iterator[ToBe]:
    """The index, the most frequent verb first; then each verb's own page or pages."""
    verbs = _found(view)
    works = {record.work: (view.corpus.page(record), view.label(record)) for record in view.records}
    order = sorted(verbs, key=lambda lemma: (-len(verbs[lemma]), lemma))
    table = Table(_COLUMNS, order, lambda lemma: _row(view, lemma, verbs[lemma]))
    yield view.page(NAME, view.title(NAME), view.about(NAME), [table.shown(view)])
    for lemma in order:
        own = Table(_OWN, verbs[lemma], lambda use: _use(view, *use))
        name, title = f"{NAME}/{verb_slug(view, lemma)}", view.say("verb_title", verb=lemma)
        yield from paged(view, name, title, own, "n_places", told=lambda use: (works[use[0].work], use[1]))


def verb_slug(view: View, lemma: str) -> str:
    """The part of an address that stands for a verb: as the language's data has it."""
    return view.named("verb", lemma) or slug(lemma)


def _found(view: View) -> dict[str, Uses]:
    """The uses of each verb, the newest work first, in the order of its text."""
    uses: defaultdict[str, Uses] = defaultdict(list)
    for record in view.records:
        for act in view.corpus.acts_of(record):
            uses[act.lemma].append((record, act))
    return dict(uses)


def _row(view: View, lemma: str, uses: Uses) -> Row:
    own = verb_slug(view, lemma)
    preambular = sum(act.anchor.startswith("pp") for _, act in uses)
    cells = (
        (view.link(lemma, f"{NAME}/{own}"),),
        view.count("n_places", len(uses)),
        view.count("n_works", len({record.work for record, _ in uses})),
        view.count("n_preambular", preambular) if preambular else "",
        view.count("n_operative", len(uses) - preambular) if preambular < len(uses) else "",
        view.words.listed(_forms([act.text for _, act in uses])),
    )
    return Row(cells, own)


def _forms(texts: Sequence[str]) -> list[str]:
    """The forms in which a verb is printed, the most frequent first; those that differ in a capital alone are one."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, times in Counter(texts).items():
        spellings[text.casefold()][text] = times
    order = sorted(spellings, key=lambda form: (-spellings[form].total(), form))
    return [min(spellings[form], key=lambda text: (-spellings[form][text], text)) for form in order[:_FORMS]]


def _addressee(view: View, act: Act) -> str:
    """Whom an act addresses, by its name in the authority files, so that one filter finds all; else as printed."""
    if act.addressee is None:
        return ""
    return called(act.addressee_id, act.addressee, view.words)


def _use(view: View, record: Record, act: Act) -> Row:
    return Row(((view.place_link(Place(record, act.anchor)),), act.text, _addressee(view, act), act.excerpt))
