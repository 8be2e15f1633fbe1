"""`inspect --why`: each mark with who made it and by which line, each break with its evidence, what was not taken.

In six languages and in every format; what is told is what the converter did, not a second opinion.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from converter.authorities import load_authorities
from converter.convert import Input, express, understand
from converter.model import Expression, Sidecar
from converter.recognisers import RECOGNISERS
from converter.why import Answer, UnknownLabelError, explain, named
from converter.why.asked import pieces
from converter.write.why import as_data, as_text
from tests.documents.formats import converted
from tests.documents.official import ENGLISH, resolution
from tests.language_examples import LANGUAGES
from tests.temp_project import GOOD, ROOT, fixture, make_project, run

FOLDER = ROOT / "authorities"
AUTHORITIES, _ = load_authorities(FOLDER)
FIRST = next((ROOT / "sources" / "hrc-51-technical-cooperation").glob("zh.txt"))
SCHEMA = json.loads((ROOT / "converter/schemas/why.schema.json").read_text(encoding="utf-8"))

TEXTS = {
    "en": """The Security Council,

Recalling its resolution 901 (1994) of 3 March 1994, in particular paragraph 3 (a) thereof, and the Charter of the
United Nations,

1. Requests the Secretary-General to report on the lamps by 3 May 1999, as asked in resolution 902 (1994) and in
paragraph 2 below:

(a) On their oil, and on general recommendation No. 25 (2000);

(b) On their wicks;

2. Decides to remain seized of the matter.
""",
    "fr": """Le Conseil de sécurité,

Rappelant sa résolution 901 (1994) du 3 mars 1994, en particulier le paragraphe 3, et la Charte des Nations Unies,

1. Prie le Secrétaire général de présenter un rapport sur les phares, comme prévu dans la résolution 902 (1994) et au
paragraphe 2 ci-dessous :

a) Sur leur huile ;

b) Sur leurs mèches ;

2. Décide de rester saisi de la question.
""",
    "es": """El Consejo de Seguridad,

Recordando su resolución 901 (1994), de 3 de marzo de 1994, en particular el párrafo 3, y la Carta de las Naciones
Unidas,

1. Pide al Secretario General que presente un informe sobre los faros, como se dispone en la resolución 902 (1994) y en
el párrafo 2 infra:

a) Sobre su aceite;

b) Sobre sus mechas;

2. Decide seguir ocupándose de la cuestión.
""",
    "ru": """Совет Безопасности,

ссылаясь на свою резолюцию 901 (1994) от 3 марта 1994 года, в частности на пункт 3, и на Устав Организации
Объединенных Наций,

1. просит Генерального секретаря представить доклад о маяках, как указано в резолюции 902 (1994) и в пункте 2 ниже:

a) об их масле;

b) об их фитилях;

2. постановляет продолжать заниматься этим вопросом.
""",
    "zh": """安全理事会，

回顾其1994年3月3日第901(1994)号决议第3段，以及《联合国宪章》，

1. 请秘书长按照第902(1994)号决议和下文第2段就灯塔提出报告：

(a) 灯油；

(b) 灯芯；

2. 决定继续处理此案。
""",
    "ar": """إن مجلس الأمن،

إذ يشير إلى قراره 901 (1994) المؤرخ 3 آذار/مارس 1994، ولا سيما الفقرة 3 منه، وإلى ميثاق الأمم المتحدة،

1 - يطلب إلى الأمين العام أن يقدم تقريرا عن المنارات على النحو المطلوب في القرار 902 (1994) وفي الفقرة 2 أدناه:

(أ) عن زيتها؛

(ب) عن فتائلها؛

2 - يقرر أن يبقي المسألة قيد نظره.
""",
}


def answers(
    data: bytes, lang: str, *labels: str, form: str = "txt", body: str = ""
) -> tuple[Expression, tuple[Answer, ...]]:
    """What the labels of a text are answered; without labels, every piece of it."""
    given = Input(f"sources/lamps/{lang}.{form}", lang, data, Sidecar("lamps", body))
    understood = understand(given, AUTHORITIES)
    expression = express(understood, given, AUTHORITIES)
    found = [piece for label in labels for piece in named(label, expression.resolution)]
    asked = found if labels else list(pieces(expression.resolution))
    return expression, explain(asked, understood, expression.diagnostics, FOLDER)


def one(text: str, lang: str, label: str) -> Answer:
    return answers(text.encode(), lang, label)[1][0]


def marks(answer: Answer, kind: str) -> list[Any]:
    return [mark for mark in answer.marks if mark.kind == kind]


# --- what is told is what was done ----------------------------------------------------------------------------------


def every_text() -> Iterator[tuple[str, bytes]]:
    yield from ((lang, text.encode()) for lang, text in TEXTS.items())
    yield "zh", FIRST.read_bytes()
    yield from (("zh", fixture(name).encode()) for name in ("gaps", "indent", "punctuation", "form-feeds"))
    for path in sorted((ROOT / "tests/fixtures").glob("lighthouses.*.txt")):
        yield path.name.split(".")[1], path.read_bytes()


@pytest.mark.parametrize(("lang", "data"), list(every_text()))
def test_all_pieces_together_tell_of_every_mark_and_of_nothing_else(lang: str, data: bytes) -> None:
    expression, told = answers(data, lang)
    Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(as_data("x", lang, told))))
    assert as_text("x", told)
    kept = [(a.id, m.kind, m.start, m.end) for a in told for m in a.marks if m.kept and m.kind != "mandate"]
    found = [
        (m.place, type(m).__name__.lower(), m.start, m.end)
        for some in (expression.verbs, expression.citations, expression.internal, expression.entities)
        for m in some  # type: ignore[attr-defined]
    ]
    assert sorted(kept) == sorted(found)
    assert sum(m.kind == "mandate" for a in told for m in a.marks) == len(expression.mandates)
    names = {one.name for one in RECOGNISERS}
    assert all(m.steps[0].did == "made" and {s.recogniser for s in m.steps} <= names for a in told for m in a.marks)


@pytest.mark.parametrize(("lang", "data"), list(every_text()))
def test_every_mark_has_a_line_of_data_or_is_a_symbol(lang: str, data: bytes) -> None:
    _, told = answers(data, lang)
    bare = [mark for answer in told for mark in answer.marks if mark.kept and not mark.read_by]
    assert [mark.text for mark in bare if mark.steps[0].recogniser != "documents"] == []  # A/HRC/49/68 and Corr.1
    for line in (line for answer in told for mark in answer.marks for line in mark.read_by):
        assert (ROOT / line.file).read_text(encoding="utf-8").split("\n")[line.line - 1].strip()


@pytest.mark.parametrize(("lang", "data"), list(every_text()))
def test_the_evidence_adds_up_and_says_what_was_done(lang: str, data: bytes) -> None:
    expression, told = answers(data, lang)
    paragraphs = {one.id for one in expression.resolution.paragraphs}
    for answer in told:
        if answer.id not in paragraphs:
            assert answer.decided == ()
            continue
        first, *others = answer.decided
        assert first.begins
        assert not first.next
        assert all(one.next == one.begins for one in others)
        assert [one.next for one in answer.decided[:-1]] == [False] * (len(answer.decided) - 1)
        for decided in answer.decided:
            assert decided.signs
            assert decided.weight == pytest.approx(sum(sign.weight for sign in decided.signs), abs=0.05)
            assert answer.text.startswith(decided.words[:4].strip()) or decided is not first or answer.label


# --- each mark with its recogniser and its line, in six languages ---------------------------------------------------


@pytest.mark.parametrize("lang", TEXTS)
def test_a_citation_is_told_with_its_lines_on_the_page(lang: str) -> None:
    answer = one(TEXTS[lang], lang, "pp1")
    (cited,) = marks(answer, "citation")
    assert (cited.means["target"], cited.means["date"]) == ("S/RES/901(1994)", "1994-03-03")
    assert [step.recogniser for step in cited.steps] == ["numbers"]
    page = (LANGUAGES / f"{lang}.page.yml").read_text(encoding="utf-8").split("\n")
    (pinpoint,) = cited.parts
    assert pinpoint.means["label"].startswith("3")
    assert {line.block for line in pinpoint.read_by} == {"pinpoints"}
    shape, *lines = cited.read_by
    assert (shape.file, shape.block) == ("converter/languages/common.yml", "numbers")
    for line in (*lines, *pinpoint.read_by):
        assert line.file == f"converter/languages/{lang}.page.yml"
        assert " ".join(page[line.line - 1].split(" #")[0].split()) == line.text
    assert any("number" in known.senses for known in cited.tokens)
    assert any("date" in known.senses for known in cited.tokens)


@pytest.mark.parametrize("lang", TEXTS)
def test_verbs_names_and_references_are_told_with_their_data(lang: str) -> None:
    recalls, asks = one(TEXTS[lang], lang, "pp1"), one(TEXTS[lang], lang, "op1")
    (charter,) = marks(recalls, "entity")
    assert (charter.means["id"], charter.steps[0].recogniser) == ("un-charter", "entities")
    assert charter.read_by
    (verb,) = marks(asks, "verb")
    assert verb.steps[0].recogniser == "verbs"
    for line in (*charter.read_by, *verb.read_by):
        assert (ROOT / line.file).read_text(encoding="utf-8").split("\n")[line.line - 1].strip()
    assert verb.read_by
    (reference,) = marks(asks, "internal")
    assert (reference.means["to"], reference.steps[0].recogniser) == (["op2"], "internal")
    assert {line.block for line in reference.read_by} == {"internal"}


@pytest.mark.parametrize("lang", TEXTS)
def test_the_label_of_a_sub_paragraph_is_told_with_what_it_may_mean(lang: str) -> None:
    answer = one(TEXTS[lang], lang, "op1-b")
    (chosen,) = (meaning for meaning in answer.meanings if meaning.chosen and not meaning.cost)
    assert (answer.kind, answer.parent, chosen.form, answer.doubt) == ("sub", "op1", "letters", "")


def test_a_misprinted_label_is_told_with_its_price() -> None:
    answer = one(TEXTS["en"].replace("(b)", "(6)"), "en", "op1-b")
    assert answer.label == "(6)"
    assert [meaning.number for meaning in answer.meanings if meaning.chosen and meaning.cost] == ["b"]
    assert answer.doubt == "mended"
    assert "another sign is meant than is printed" in as_text("x", [answer])
    assert [finding.code for finding in answer.findings] == ["label-mended"]


# --- what was not taken ---------------------------------------------------------------------------------------------


def test_what_is_no_citation_is_told_with_the_reason() -> None:
    (passed,) = one(TEXTS["en"], "en", "op1-a").passed
    assert passed.text == "25 (2000)"
    assert "stands before it" in passed.why


def test_the_example_of_the_docs_is_what_is_printed() -> None:
    page = (ROOT / "docs/contribute/why.md").read_text(encoding="utf-8")
    shown = page.partition("```text\n")[2].partition("\n```")[0]
    told, shown = (
        re.sub(r"(?<=\.yml:)\d+", "…", text)
        for text in (as_text("lamps.txt", [one(TEXTS["en"], "en", "op1-a")]), shown)
    )
    assert told == shown  # but for the numbers of lines of data, which move


def test_what_is_not_understood_says_that_a_finding_tells() -> None:
    answer = one("The Security Council,\n\n1. Acts per 2304 (2016) on lamps;\n", "en", "op1")
    assert [(one.text, one.why) for one in answer.passed] == [("2304 (2016)", "")]
    assert [finding.code for finding in answer.findings] == ["citation-unread"]


def test_a_mark_that_was_taken_away_is_told_with_who_took_it() -> None:
    text = "A/HRC/51/L.936\n\nHuman Rights Council\n\nThe Human Rights Council,\n\n1. Notes A/HRC/51/L.936 on lamps;\n"
    answer = one(text, "en", "op1")
    (own,) = marks(answer, "citation")
    assert not own.kept
    assert [(step.recogniser, step.did) for step in own.steps] == [("documents", "made"), ("itself", "took away")]
    assert "looked at and not taken" in as_text("x", [answer])


def test_a_mark_that_was_changed_is_told_with_what_was() -> None:
    (cited,) = marks(answers(FIRST.read_bytes(), "zh", "fn-1")[1][0], "citation")
    assert [(s.recogniser, s.did, s.fields) for s in cited.steps][1] == ("reports", "changed", ("title", "author"))


# --- notes and the masthead -----------------------------------------------------------------------------------------

NOTED = """Resolution 9999 (2091)
of 1 May 2091

The Security Council,

Recalling the 2 lamps of the harbour,1 and the wicks 2 of the coast,

1. Decides to wait for 2 lamps.2

1 See S/2090/12.
2 See S/2090/13.
"""


def test_a_note_is_told_with_every_number_that_may_be_its_mark() -> None:
    first, second = (answers(NOTED.encode(), "en", f"fn-{number}")[1][0] for number in (1, 2))
    assert [(mark.spot.line, mark.taken, mark.why) for mark in first.note_marks if mark.taken] == [
        (6, True, "it hangs on a sign")
    ]
    assert [(mark.spot.line, mark.taken) for mark in second.note_marks if mark.taken] == [(8, True)]
    other = [mark.why for mark in second.note_marks if not mark.taken]
    assert other
    assert set(other) <= {"it is a number of the text itself", "it hangs on a word"}
    assert "the mark of note 2: it hangs on a sign" in as_text("x", [second])


def test_a_paragraph_tells_of_the_marks_in_it() -> None:
    answer = one(NOTED, "en", "pp1")
    assert {(mark.note, mark.taken) for mark in answer.note_marks} >= {("1", True), ("2", False)}


def test_a_format_that_knows_its_marks_says_so() -> None:
    _, told = answers(resolution(ENGLISH), "en", form="docx")
    notes = [answer for answer in told if answer.kind == "note"]
    assert notes
    assert {mark.why for note in notes for mark in note.note_marks} == {"the format says that it is one"}


def test_a_line_of_the_masthead_is_told_with_its_rule() -> None:
    _, told = answers(NOTED.encode(), "en", "masthead", "enacting")
    assert [answer.kind for answer in told] == ["masthead number", "masthead adoption", "enacting"]
    for answer in told:
        assert answer.rule
        line = (ROOT / answer.rule.file).read_text(encoding="utf-8").split("\n")[answer.rule.line - 1]
        assert answer.rule.text in " ".join(line.split())


def test_a_line_of_the_letterhead_is_told_with_its_phrase() -> None:
    _, told = answers(f"Agenda item 12\n\n{NOTED}".encode(), "en", "masthead:0")
    assert [answer.kind for answer in told] == ["masthead agenda"]
    assert told[0].rule
    assert told[0].rule.file.endswith("en.page.yml")
    assert "genda item" in told[0].rule.text


# --- the command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", {"good": {"zh.txt": GOOD, "en.txt": TEXTS["en"]}})


def ask(root: Path, *labels: str, file: str = "en.txt", data: bool = False) -> Any:
    asked = [part for label in labels for part in ("--why", label)]
    return run(root, "inspect", str(root / "sources/good" / file), *asked, *(["--json"] if data else []))


def test_the_first_text(tmp_path: Path) -> None:
    root = make_project(tmp_path / "first", {"good": {"zh.txt": FIRST.read_bytes()}})
    result = ask(root, "op11", file="zh.txt")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "op11: operative 11 (sources/good/zh.txt:230:2)"
    assert "      +5.0 it opens with the number that is due" in lines
    assert any("230:10 “人权理事会2011年9月29日第18/18号决议第3和第4段” citation" in line for line in lines)
    assert "      made by numbers: numbers of resolutions and decisions, with the words around them" in lines
    assert any("zh.page.yml" in line and "(before a number): {date}[的|之]" in line for line in lines)


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("op1-a", "op1-a"), ("op1.a", "op1-a"), ("OP1(a)", "op1-a"), ("1a", "op1-a"), ("1 (a)", "op1-a"),
        ("#op1-a", "op1-a"), ("op 2", "op2"), ("2", "op2"), ("pp1", "pp1"), ("enacting", "enacting"),
    ],
)  # fmt: skip
def test_a_label_as_it_is_said_or_linked(label: str, meant: str, root: Path) -> None:
    found = json.loads(ask(root, label, data=True).stdout)
    assert [answer["id"] for answer in found["answers"]] == [meant]
    Draft202012Validator(SCHEMA).validate(found)


def test_several_labels_and_the_masthead(root: Path) -> None:
    found = json.loads(ask(root, "masthead", "pp1", file="zh.txt", data=True).stdout)["answers"]
    assert [one["id"] for one in found] == [*(f"masthead:{number}" for number in range(7)), "pp1"]
    assert found[0]["kind"] == "masthead body"


@pytest.mark.parametrize("label", ["op9", "op", "", "pp1-a", "fn-1", "masthead:99", "\x1b[2J", "op" + "9" * 5000])
def test_a_label_that_nothing_has_is_told_with_what_there_is(label: str, root: Path) -> None:
    result = ask(root, label)
    assert result.exit_code == 2
    assert "sources/good/en.txt: nothing in it is called" in result.stderr
    assert "it has enacting, pp1, op1 to op2" in result.stderr
    assert "\x1b" not in result.stderr


def test_the_nearest_labels_are_those_counted_like_it(root: Path) -> None:
    assert "the nearest: op2, op1;" in ask(root, "op9").stderr


def test_a_text_of_which_nothing_is_read(root: Path) -> None:
    (root / "sources/good/en.txt").write_text("", encoding="utf-8")
    result = ask(root, "op1")
    assert result.exit_code == 2
    assert "read-empty" in result.stderr
    assert "no paragraph of it was read" in result.stderr


def test_an_unknown_label_is_no_reason_to_fail_in_code() -> None:
    with pytest.raises(UnknownLabelError, match="the nearest: op2"):
        one(TEXTS["en"], "en", "op3")


# --- formats --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_every_format_is_told_in_its_own_places(form: str) -> None:
    data = resolution(ENGLISH)
    expression, told = answers(data if form == "docx" else converted(data, form), "en", form=form)
    kept = sum(mark.kept for answer in told for mark in answer.marks)
    assert kept == sum(
        map(
            len, (expression.verbs, expression.citations, expression.internal, expression.entities, expression.mandates)
        )
    )
    first = next(answer for answer in told if answer.id == "op1")
    head = as_text(f"en.{form}", [first]).split("\n")[0]
    assert head.startswith(f"op1: operative 1 (en.{form}:{'page' if form == 'pdf' else 'paragraph'} ")
    given = "the format says that a paragraph begins"
    assert (given in [sign.sign for sign in first.decided[0].signs]) == (form != "pdf")
