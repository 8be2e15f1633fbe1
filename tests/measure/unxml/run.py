"""The converter on texts set from the markup, compared with what the markup says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from typing import Any

from converter.authorities import load_authorities
from converter.convert import Input, convert
from converter.model import Expression, Sidecar, Source
from converter.read import READERS
from tests.measure.compare import Score, compare
from tests.measure.facts import Facts
from tests.measure.silence import Texts
from tests.measure.unxml import beside, facts, judged, setting
from tests.measure.unxml.blocks import Marked, read
from tests.measure.unxml.corpus import ROOT, File, works

_NAMES = {  # what a kind of the gold set's comparison is here
    "organ": None,
    "pinpoints": None,
    "structure of the work": "structure of the text",
    "dates of citations": "parts",
    "votes": "meeting",
}


@dataclass(frozen=True, slots=True)
class Text:
    """One work in one language and form: what the markup says and what was found."""

    work: str
    lang: str
    form: str
    gold: Facts
    found: Facts
    findings: tuple[tuple[int, str], ...]
    marked: Marked

    @property
    def name(self) -> str:
        """How a fault names it."""
        return f"{self.work} {self.lang} {self.form}"


@dataclass
class Result:
    """The scores by kind, and which texts have a fault, of one language; `but_for_parts` leaves `parts` aside."""

    scores: dict[str, Score]
    texts: Texts = field(default_factory=Texts)
    but_for_parts: Texts = field(default_factory=Texts)


def texts(
    files: Iterable[tuple[str, str, File]], forms: Sequence[str], *, allow_reserved: bool = False
) -> Iterator[Text]:
    """Each file, of (symbol, language, file), in each form."""
    authorities, _ = load_authorities(ROOT / "authorities")
    verdicts = judged.load()
    known = works() | (works(kept_aside=True) if allow_reserved else {})
    for work, lang, file in files:
        held = [one for one in verdicts if one.holds(work, lang)]
        own, *others = _judged(work, lang, {lang: file} | known.get(work, {}), verdicts, allow_reserved=allow_reserved)
        marked = beside.completed(own, others)
        for form in forms:
            name = work.replace("/", "_") + setting.SUFFIXES[form]
            data = setting.FORMS[form](marked.blocks, lang, marked.symbol).encode()
            expression = convert(Input(name, lang, data, Sidecar("gold", "")), authorities)
            source, _ = READERS[setting.SUFFIXES[form]](data, name, lang)
            yield _text(work, lang, form, (marked, expression, source), held)


def _judged(
    work: str, lang: str, files: Mapping[str, File], verdicts: Sequence[judged.Verdict], *, allow_reserved: bool
) -> Iterator[Marked]:
    """The markup of a work in a language, then in the others as far as it may be read, with what was judged of each."""
    for own in sorted(files, key=lambda one: one != lang):
        held = [one for one in verdicts if one.holds(work, own)]
        with nullcontext() if own == lang else suppress(PermissionError):  # one whose name says another symbol
            yield beside.as_set(judged.of_blocks(read(files[own].read(allow_reserved=allow_reserved)), held))


def _text(
    work: str, lang: str, form: str, read_: tuple[Marked, Expression, Source], held: Sequence[judged.Verdict]
) -> Text:
    marked, expression, source = read_
    gold = judged.of_citations(facts.of_markup(marked, form), held)
    found = facts.of_expression(expression, source, marked, form)
    return Text(
        work,
        lang,
        form,
        gold=replace(gold, citations=facts.again(gold.citations, marked.blocks)),
        found=replace(found, citations=facts.asked(found.citations, gold.citations)),
        findings=tuple((one.line, one.code) for one in expression.diagnostics),
        marked=marked,
    )


def results(read_: Sequence[Text]) -> dict[str, Result]:
    """The result of each language."""
    by_language: dict[str, Result] = {}
    for lang in sorted({text.lang for text in read_}):
        own = [text for text in read_ if text.lang == lang]
        scores = compare((text.name, text.gold, text.found) for text in own)
        result = by_language[lang] = Result({_NAMES.get(kind) or kind: score for kind, score in scores.items()})
        for kind, name in _NAMES.items():
            if name is None:
                del result.scores[kind]
        for text in own:
            findings = [line for line, _ in text.findings]
            result.texts.add(text.name, text.gold, text.found, findings)
            result.but_for_parts.add(text.name, _whole(text.gold), _whole(text.found), findings)
    return by_language


def _whole(text: Facts) -> Facts:
    """The facts without the parts of cited works."""
    return replace(text, citations=tuple(replace(one, date=None) for one in text.citations))


def as_data(by_language: dict[str, Result]) -> dict[str, Any]:
    """What is kept of the results: no sentence of a text."""
    return {
        lang: {
            "texts": result.texts.count,
            "with a fault": sorted(result.texts.faulty),
            "silent": sorted(result.texts.silent),
            "with a fault besides parts": sorted(result.but_for_parts.faulty),
            "silent besides parts": sorted(result.but_for_parts.silent),
            "facts": {
                kind: {"right": score.right, "missed": sorted(score.missed), "wrong": sorted(score.wrong)}
                for kind, score in result.scores.items()
            },
        }
        for lang, result in by_language.items()
    }
