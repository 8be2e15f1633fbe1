"""Where the languages of a work disagree: each difference is one finding, located in the language that differs."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from converter.alignment import align, side_by_side
from converter.lint.expressions import disagreements
from converter.lint.expressions.dissent import dissenters
from converter.model import Adoption, Citing, Diagnostic, Named, Outlined, Record, Severity, Sponsor
from tests.records import citing, record
from tests.steps import assert_linear, assert_not_square

WORK = "lamp-oil"
LENGTHS = (60, 140, 35, 220, 90, 150, 45, 180, 75)  # of the preambular paragraphs, in Chinese characters
STRETCH = {"zh": 1.0, "en": 2.8, "fr": 3.2, "ar": 2.4}


def paragraph(identity: str, lang: str, line: int, length: int, **facts: object) -> Outlined:
    kind = "preambular" if identity.startswith("pp") else "sub" if "-" in identity else "operative"
    number = identity.removeprefix("op").rpartition("-")[2] if kind != "preambular" else None
    parent = identity.partition("-")[0] if kind == "sub" else None
    one = Outlined(identity, kind, number, parent, 0, line, 1, round(length * STRETCH[lang]))
    return replace(one, **facts)  # type: ignore[arg-type]


def text(lang: str) -> Record:
    """A work of nine preambular and seven operative paragraphs, two of them with sub-paragraphs, that cites four."""
    outline = [Outlined(kind, "masthead", None, None, 0, line, 1, 12) for line, kind in
               enumerate(("symbol", "body", "session", "dates", "adoption", "title"), start=1)]  # fmt: skip
    names = [f"pp{n}" for n in range(1, 10)] + ["op1", "op2", "op2-a", "op2-b", "op3", "op4", "op5", "op6", "op7"]
    for at, name in enumerate(names):
        length = LENGTHS[at % 9] + 7 * (at // 9)
        marks = int(name in ("pp8", "op4"))
        outline.append(paragraph(name, lang, 10 + 2 * at, length, marks=marks))
    outline += [Outlined(f"fn-{n}", "note", None, at, 0, 80 + n, 1, 12) for n, at in ((1, "pp8"), (2, "op4"))]
    return record(
        WORK,
        lang=lang,
        symbol="LG/LHC/RES/30/7",
        body="LHC",
        session="30",
        session_from="2025-09-08",
        session_to="2025-09-26",
        number="30/7",
        date="2025-09-25",
        citings=(
            cites("LG/RES/35/12", "pp3", date="2005-11-18", pinpoints=("3", "4")),
            cites("LG/LHC/RES/1/1", "pp4", date="2011-03-25"),
            cites("LG/LHC/30/21", "pp8", in_note=True),
            cites("LG/RES/35/12", "op3", pinpoints=("5(a)",)),
        ),
        named=(Named("instrument", "league-charter", "pp1"),),
        outline=tuple(outline),
        adoption=Adoption("masthead:4", 0, 5, "vote", 34, "2025-09-25", (("for", 20), ("against", 3))),
    )


def cites(target: str, anchor: str, **facts: object) -> Citing:
    return replace(citing(target), anchor=anchor, **facts)  # type: ignore[arg-type]


def texts(*langs: str) -> dict[str, Record]:
    return {lang: replace(text(lang), path=f"sources/{WORK}/{lang}.txt") for lang in langs}


def without(one: Record, *anchors: str, renumber: str = "") -> Record:
    """The text with paragraphs left out, those that only count counted anew: as the converter would read it."""
    kept = [part for part in one.outline if part.id not in anchors]
    names: dict[str, str] = {}
    outline = []
    for part in kept:
        prefix = "pp" if part.kind == "preambular" else renumber if part.kind == "operative" and renumber else ""
        if prefix:
            count = 1 + sum(name.startswith(prefix) and "-" not in name for name in names.values())
            names[part.id] = f"{prefix}{count}"
            number = str(count) if part.number else None
            outline.append(replace(part, id=names[part.id], number=number))
        else:
            parent = names.get(part.parent or "", part.parent)
            outline.append(replace(part, parent=parent))
    citings = [replace(c, anchor=names.get(c.anchor, c.anchor)) for c in one.citings if c.anchor not in anchors]
    named = [replace(n, anchor=names.get(n.anchor, n.anchor)) for n in one.named if n.anchor not in anchors]
    return replace(one, outline=tuple(outline), citings=tuple(citings), named=tuple(named))


def changed(one: Record, anchor: str, **facts: object) -> Record:
    outline = [replace(part, **facts) if part.id == anchor else part for part in one.outline]  # type: ignore[arg-type]
    return replace(one, outline=tuple(outline))


def recited(one: Record, at: int, **facts: object) -> Record:
    citings = list(one.citings)
    citings[at] = replace(citings[at], **facts)  # type: ignore[arg-type]
    return replace(one, citings=tuple(citings))


def found(held: dict[str, Record]) -> list[Diagnostic]:
    return list(disagreements(held.values()))


def only(held: dict[str, Record]) -> Diagnostic:
    findings = found(held)
    assert len(findings) == 1, findings
    return findings[0]


# --- texts that agree -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("langs", [("zh", "en"), ("zh", "en", "fr", "ar")])
def test_texts_that_agree_have_no_finding(langs: tuple[str, ...]) -> None:
    assert found(texts(*langs)) == []


def test_a_work_in_one_language_is_compared_with_nothing() -> None:
    other = replace(text("en"), work="other", citings=())
    assert list(disagreements([text("zh"), other])) == []


# --- one difference, one finding --------------------------------------------------------------------------------


@pytest.mark.parametrize("langs", [("zh", "en"), ("zh", "en", "fr"), ("zh", "en", "fr", "ar")])
@pytest.mark.parametrize("anchor", [f"pp{n}" for n in range(1, 10)])
def test_a_missing_preambular_paragraph_is_one_finding(anchor: str, langs: tuple[str, ...]) -> None:
    held = texts(*langs)
    held["en"] = without(held["en"], anchor)
    finding = only(held)
    assert (finding.path, finding.code) == (f"sources/{WORK}/en.txt", "languages-paragraph")
    assert finding.message.startswith(f"{anchor} is missing after this: ")
    assert f"sources/{WORK}/zh.txt:{8 + 2 * int(anchor[2:])}" in finding.message
    assert finding.line == (6 if anchor == "pp1" else 6 + 2 * int(anchor[2:]))


@pytest.mark.parametrize("renumber", ["", "op"])
def test_a_missing_operative_paragraph_is_one_finding_whether_or_not_the_rest_is_renumbered(renumber: str) -> None:
    held = texts("zh", "en", "fr")
    held["fr"] = without(held["fr"], "op3", renumber=renumber)
    finding = only(held)
    assert (finding.path, finding.code) == (f"sources/{WORK}/fr.txt", "languages-paragraph")
    assert "op3 is missing" in finding.message


def test_a_missing_paragraph_takes_its_sub_paragraphs_along() -> None:
    held = texts("zh", "en", "fr")
    held["zh"] = without(held["zh"], "op2", "op2-a", "op2-b")
    assert "op2 to op2-b (3 paragraphs) is missing" in only(held).message


def test_a_paragraph_that_only_one_of_three_has_is_its_own_finding() -> None:
    held = texts("zh", "en", "fr")
    held["zh"], held["fr"] = without(held["zh"], "pp6"), without(held["fr"], "pp6")
    finding = only(held)
    assert (finding.path, finding.line) == (f"sources/{WORK}/en.txt", 20)
    assert finding.message.startswith("pp6: nothing in ")


def test_a_citation_that_one_language_lacks() -> None:
    held = texts("zh", "en", "fr")
    held["zh"] = replace(held["zh"], citings=held["zh"].citings[:1] + held["zh"].citings[2:])
    finding = only(held)
    assert (finding.path, finding.line, finding.column) == (f"sources/{WORK}/zh.txt", 16, 1)
    assert finding.code == "languages-citation"
    assert finding.message == (
        f"pp4 does not cite LG/LHC/RES/1/1, which is cited in sources/{WORK}/en.txt:16, sources/{WORK}/fr.txt:16"
    )
    assert finding.hint


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_two_languages_the_one_that_lacks_the_citation_has_the_finding(lang: str) -> None:
    held = texts("zh", "en")
    held[lang] = replace(held[lang], citings=held[lang].citings[1:])
    finding = only(held)
    assert finding.path == f"sources/{WORK}/{lang}.txt"
    assert "does not cite LG/RES/35/12" in finding.message


@pytest.mark.parametrize("langs", [("zh", "en"), ("zh", "en", "fr")])
def test_another_work_in_the_place_of_one_is_one_finding(langs: tuple[str, ...]) -> None:
    held = texts(*langs)
    held["zh"] = recited(held["zh"], 1, target="LG/LHC/RES/1/2")
    message = only(held).message
    assert "LG/LHC/RES/1/1" in message and "LG/LHC/RES/1/2" in message


def test_a_citation_that_only_one_of_three_has() -> None:
    held = texts("zh", "en", "fr")
    held["fr"] = replace(held["fr"], citings=(*held["fr"].citings, cites("LG/RES/45/3", "op5")))
    finding = only(held)
    assert finding.path.endswith("fr.txt")
    assert finding.message.startswith("op5 cites LG/RES/45/3, which is not cited in ")


@pytest.mark.parametrize(
    ("facts", "code", "said"),
    [
        ({"date": "2005-11-19"}, "languages-date", "with 2005-11-19, but with 2005-11-18 in "),
        ({"date": None}, "languages-date", "with no date, but with 2005-11-18 in "),
        ({"pinpoints": ("3",)}, "languages-pinpoint", "with 3, but with 3, 4 in "),
    ],
)
def test_another_date_or_pinpoint_of_a_cited_work(facts: dict[str, object], code: str, said: str) -> None:
    held = texts("zh", "en", "fr")
    held["en"] = recited(held["en"], 0, **facts)
    finding = only(held)
    assert (finding.path, finding.line, finding.code) == (f"sources/{WORK}/en.txt", 14, code)
    assert finding.severity is Severity.WARNING
    assert said in finding.message


def test_of_two_dates_neither_is_the_right_one_and_the_message_has_both() -> None:
    held = texts("zh", "en")
    held["zh"] = recited(held["zh"], 0, date="2005-11-19")
    message = only(held).message
    assert "2005-11-19" in message and "2005-11-18" in message


def test_a_missing_footnote_is_one_finding_with_all_that_it_cites() -> None:
    held = texts("zh", "en", "fr")
    held["fr"] = changed(held["fr"], "pp8", marks=0)
    held["fr"] = replace(
        held["fr"],
        citings=tuple(one for one in held["fr"].citings if not one.in_note),
        outline=tuple(part for part in held["fr"].outline if part.id != "fn-1"),
    )
    finding = only(held)
    assert (finding.path, finding.line, finding.code) == (f"sources/{WORK}/fr.txt", 24, "languages-footnote")
    assert "pp8 has no footnotes, but 1 footnote in " in finding.message


def test_a_note_without_a_mark_counts_as_well() -> None:
    held = texts("zh", "en")
    held["en"] = replace(held["en"], outline=(*held["en"].outline, Outlined("fn-3", "note", None, None, 0, 90, 1, 9)))
    assert "the text has 2 footnotes, but 3 in " in only(held).message


def test_another_kind_is_one_finding_for_all_the_paragraphs_that_follow() -> None:
    held = texts("zh", "en", "fr")
    one = held["zh"]
    held["zh"] = replace(
        one,
        outline=tuple(replace(p, kind="plain") if p.id in ("op5", "op6", "op7") else p for p in one.outline),
    )
    finding = only(held)
    assert (finding.code, finding.path) == ("languages-kind", f"sources/{WORK}/zh.txt")
    assert "op5 is read as plain, but as operative in " in finding.message


def test_another_number_is_one_finding_and_what_is_counted_on_from_it_none() -> None:
    held = texts("zh", "en", "fr")
    one = held["zh"]
    shifted = {"op5": "6", "op6": "7", "op7": "8"}
    held["zh"] = replace(
        one,
        outline=tuple(
            replace(p, id=f"op{shifted[p.id]}", number=shifted[p.id]) if p.id in shifted else p for p in one.outline
        ),
    )
    finding = only(held)
    assert finding.code == "languages-number"
    assert "the number 6, but 5 in " in finding.message


@pytest.mark.parametrize(
    ("facts", "line", "said"),
    [
        ({"symbol": "LG/LHC/RES/30/8"}, 1, "symbol: LG/LHC/RES/30/8, but LG/LHC/RES/30/7 in "),
        ({"session": "31"}, 3, "session: 31, but 30 in "),
        ({"session_to": "2025-09-27"}, 4, "last day of the session: 2025-09-27, but 2025-09-26 in "),
        ({"date": None}, 5, "date: none, but 2025-09-25 in "),
        ({"sponsors": (Sponsor("Amber", "QM", True),)}, 1, "sponsors: QM, but none in "),
    ],
)
def test_the_mastheads_are_compared(facts: dict[str, object], line: int, said: str) -> None:
    held = texts("zh", "en", "fr")
    held["fr"] = replace(held["fr"], **facts)  # type: ignore[arg-type]
    finding = only(held)
    assert (finding.path, finding.line, finding.code) == (f"sources/{WORK}/fr.txt", line, "languages-masthead")
    assert finding.message.startswith(said)


def test_votes_are_compared() -> None:
    held = texts("zh", "en", "fr")
    assert held["zh"].adoption
    held["zh"] = replace(held["zh"], adoption=replace(held["zh"].adoption, votes=(("against", 4), ("for", 20))))
    finding = only(held)
    assert (finding.code, finding.line) == ("languages-adoption", 5)
    assert "votes: against 4, for 20, but against 3, for 20 in " in finding.message
    held["zh"] = replace(held["zh"], adoption=None)
    assert "adoption: none, but stated in " in only(held).message


def test_two_differences_are_two_findings() -> None:
    held = texts("zh", "en", "fr", "ar")
    held["ar"] = recited(without(held["ar"], "pp2"), 3, pinpoints=())
    held["en"] = replace(held["en"], session="29")
    assert sorted(finding.code for finding in found(held)) == [
        "languages-masthead",
        "languages-paragraph",
        "languages-pinpoint",
    ]


def test_another_text_altogether_is_one_finding() -> None:
    held = texts("zh", "en", "fr")
    held["fr"] = replace(
        held["fr"],
        citings=(),
        outline=tuple(paragraph(f"pp{n}", "fr", n, 500, kind="plain") for n in range(1, 4)),
    )
    finding = only(held)
    assert (finding.path, finding.code) == (f"sources/{WORK}/fr.txt", "languages-text")


def test_a_text_without_any_paragraph_is_no_crash() -> None:
    held = texts("zh", "en")
    held["en"] = replace(held["en"], outline=(), citings=(), named=())
    assert {finding.code for finding in found(held)} == {"languages-text"}
    assert [f for f in found({lang: replace(one, outline=()) for lang, one in held.items()}) if f.line < 1] == []


# --- alignment ------------------------------------------------------------------------------------------------


def test_every_paragraph_stands_in_one_row_and_in_its_order() -> None:
    chance = random.Random(7)
    for _ in range(30):
        held = texts("zh", "en", "fr")
        for lang in held:
            names = [part.id for part in held[lang].outline if part.kind in ("preambular", "operative")]
            held[lang] = without(held[lang], *chance.sample(names, chance.randint(0, 5)))
        rows = align(tuple(held.values()))
        for lang, one in held.items():
            mine = [part for part in one.outline if part.kind not in ("masthead", "note")]
            assert [row[lang] for row in rows if lang in row] == mine


def test_names_stand_beside_the_same_names() -> None:
    assert side_by_side(list("abcd"), list("abcd")) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert side_by_side(["a", "x", "a"], ["a", "a", "y"]) == [(0, 0), (1, None), (2, 1), (None, 2)]
    assert side_by_side([], ["a"]) == [(None, 0)]
    assert side_by_side(list("ab"), list("ba")) in ([(None, 0), (0, 1), (1, None)], [(0, None), (1, 0), (None, 1)])


def test_long_texts_that_differ_are_aligned() -> None:
    def long(lang: str, many: int, skip: int) -> Record:
        names = [f"op{n}" for n in range(1, many + 1) if n != skip]
        outline = tuple(paragraph(name, lang, n, 40 + n % 50) for n, name in enumerate(names, start=1))
        return replace(text(lang), path=f"sources/{WORK}/{lang}.txt", outline=outline, citings=(), named=())

    def said(many: int) -> str:
        return only({"zh": long("zh", many, 0), "en": long("en", many, many // 2)}).message

    assert "op" in said(5000)
    assert_linear(said, 300)
    assert_not_square(said, 300)


# --- who differs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "better", "expected"),
    [
        ({"zh": 1, "en": 1}, None, []),
        ({"zh": 1, "en": 1, "fr": 2}, None, [("fr", ("zh", "en"))]),
        ({"zh": 1, "en": 2}, None, [("en", ("zh",))]),
        ({"zh": False, "en": True}, True, [("zh", ("en",))]),
        ({"zh": 2, "en": 2, "fr": 1, "ar": 1}, 1, [("zh", ("fr", "ar")), ("en", ("fr", "ar"))]),
        ({}, None, []),
    ],
)
def test_the_many_are_right(values: dict[str, object], better: object, expected: list[object]) -> None:
    assert list(dissenters(values, better)) == expected  # type: ignore[arg-type]
