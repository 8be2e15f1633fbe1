"""Arabic: whole texts of our own in the layouts of the organs, and what the PDF reader must put right."""

from __future__ import annotations

from typing import Any

import pytest

from converter.authorities import load_authorities
from converter.convert import Input, convert
from converter.model import Sidecar
from converter.read.pdf.bidi import reading_order, with_brackets_mended
from converter.read.pdf.rows import rows_of
from converter.read.pdf.shapes import Glyph
from converter.write.inspect import inspect
from tests.temp_project import ROOT

AUTHORITIES, _ = load_authorities(ROOT / "authorities")
DEMO, _ = load_authorities(ROOT / "converter" / "demo" / "data" / "authorities")
FOG = ROOT / "converter" / "demo" / "data" / "works" / "fog-signals"


def read(text: str, lang: str = "ar", authorities: Any = AUTHORITIES) -> dict[str, Any]:
    sidecar = Sidecar("lamps", "")
    return inspect(convert(Input(f"sources/lamps/{lang}.txt", lang, text.encode(), sidecar), authorities), sidecar)


ASSEMBLY = """\
الأمم المتحدة
A/RES/73/901
الجمعية العامة
Distr.: General
18 October 2018

الدورة الثالثة والسبعون
البند 74 (ب) من جدول الأعمال

قرار اتخذته الجمعية العامة في 10 تشرين الأول/أكتوبر 2018

[بناء على تقرير اللجنة الثالثة (A/73/589/Add.2)]

73/901 - مصابيح الموانئ الشمالية

إن الجمعية العامة،

إذ تشير إلى قرارها 61/204 المؤرخ 12 كانون الأول/ديسمبر 2006 بشأن صيانة المنارات،

وإدراكا منها لما أصاب الموانئ من ظلام(1)،

1 - تهيب بجميع الدول أن تقوم بما يلي:

(أ) إضاءة كل مصباح قبل الغروب، وتحقيقا لذلك:

’1‘ توفير ما يكفي من الزيت؛

’2‘ تدريب الحراس؛

(ب) تسجيل كل مصباح ينطفئ؛

2 - تطلب إلى الأمين العام أن يقدم إليها في دورتها الخامسة والسبعين تقريرا عن الزيت الذي أحرق في الموانئ؛

3 - تقرر أن تبقي المسألة قيد نظرها.

الجلسة العامة 20
10 تشرين الأول/أكتوبر 2018

[اعتُمد بتصويت مسجل بأغلبية 4 أصوات مقابل صوتين وامتناع 3 أعضاء عن التصويت.
وكانت نتيجة التصويت كالتالي: المؤيدون: الأرجنتين، إسبانيا، بابوا غينيا الجديدة، والولايات المتحدة الأمريكية.
المعارضون: ألبانيا، النمسا. الممتنعون: بلجيكا، بوتان، البوسنة والهرسك.]

_______________
(1) A/61/949، الفقرة 7.
"""

COUNCIL = """\
الأمم المتحدة
S/RES/2999 (2031)
مجلس الأمن
Distr.: General
14 March 2031

القرار 2999 (2031)

الذي اتخذه مجلس الأمن في جلسته 9876، المعقودة في 14 آذار/مارس 2031

إن مجلس الأمن،

إذ يشير إلى قراراته السابقة بشأن المصابيح، ولا سيما القرار 2998 (2031)،

وإذ يساوره بالغ القلق إزاء الظلام، وإذ يعرب عن تقديره للحراس،

1 - يقرر أن يمدد ولاية مراقبي المصابيح حتى 31 أيار/مايو 2031؛

2 - يطالب جميع الأطراف بأن توقف إطفاء المصابيح؛

3 - يقرر أن يبقي المسألة قيد نظره.
"""

DRAFT = """\
A/HRC/51/L.90/Rev.1
Distr.: Limited
4 October 2022
Arabic
Original: English

مجلس حقوق الإنسان
الدورة الحادية والخمسون
12 أيلول/سبتمبر - 7 تشرين الأول/أكتوبر 2022
البندان 3 و 10 من جدول الأعمال

ألبانيا، الأرجنتين*، ترينيداد وتوباغو*، والولايات المتحدة الأمريكية: مشروع قرار

51/... تعزيز رعاية المصابيح

إن مجلس حقوق الإنسان،

إذ يسترشد بميثاق الأمم المتحدة،

1- يرحب بعمل الحراس؛

2- يقرر إبقاء المسألة قيد نظره.

_______________
* دولة غير عضو في مجلس حقوق الإنسان.
"""


def test_the_name_of_the_united_nations_may_be_stretched() -> None:
    found = read(ASSEMBLY.replace("الأمم المتحدة", "الأمــم المتحـدة", 1))
    assert found["symbol"] == "A/RES/73/901"
    assert not [one for one in found["diagnostics"] if one["code"] == "masthead-line"]


def test_a_text_of_the_assembly() -> None:
    found = read(ASSEMBLY)
    assert found["diagnostics"] == []
    assert (found["symbol"], found["body"], found["session"], found["date"]) == (
        "A/RES/73/901",
        "GA",
        "73",
        "2018-10-10",
    )
    assert (found["number"], found["title"]) == ("73/901", "مصابيح الموانئ الشمالية")
    assert [item["number"] for item in found["agenda_items"]] == ["74(b)"]
    assert [one["id"] for one in found["paragraphs"]][:9] == [
        "pp1", "pp2", "op1", "op1-a", "op1-a-1", "op1-a-2", "op1-b", "op2", "op3",
    ]  # fmt: skip
    assert [(one["marker"], one["paragraph"], one["text"]) for one in found["footnotes"]] == [
        ("1", "pp2", "A/61/949، الفقرة 7.")
    ]
    adoption = found["adoption"]
    assert (adoption["manner"], adoption["meeting"], adoption["date"]) == ("vote", 20, "2018-10-10")
    assert adoption["votes"] == {"for": 4, "against": 2, "abstaining": 3}
    assert [one["code"] for one in adoption["states"]["abstaining"]] == ["BE", "BT", "BA"]
    assert [one["target"] for one in found["citations"]] == ["A/RES/61/204", "A/61/949"]


def test_a_text_of_the_security_council() -> None:
    found = read(COUNCIL)
    assert found["diagnostics"] == []
    assert (found["symbol"], found["body"], found["number"]) == ("S/RES/2999(2031)", "SC", "2999 (2031)")
    assert (found["date"], found["adoption"]["meeting"]) == ("2031-03-14", 9876)
    verbs = [[verb["lemma"] for verb in one["verbs"]] for one in found["paragraphs"]]
    assert verbs == [["يشير"], ["يساوره القلق", "يعرب عن التقدير"], ["يقرر"], ["يطالب"], ["يقرر"]]
    assert found["mandates"][0]["due"]["to"] == "2031-05-31"


def test_a_draft_of_the_human_rights_council() -> None:
    found = read(DRAFT)
    assert (found["status"], found["kind"], found["session"]) == ("draft", "resolution", "51")
    assert found["session_dates"] == {"from": "2022-09-12", "to": "2022-10-07"}
    assert [item["number"] for item in found["agenda_items"]] == ["3", "10"]
    assert [one["code"] for one in found["sponsors"]] == ["AL", "AR", "TT", "US"]
    assert (found["number"], found["title"]) == ("51/...", "تعزيز رعاية المصابيح")


def test_the_fixture_in_arabic_is_what_it_is_in_english() -> None:
    arabic, english = (read((FOG / f"{lang}.txt").read_text("utf-8"), lang, DEMO) for lang in ("ar", "en"))
    assert arabic["diagnostics"] == []
    for what, keys in (
        ("paragraphs", ("id", "kind", "number")),
        ("citations", ("target", "kind", "date", "pinpoint")),
        ("footnotes", ("marker", "paragraph")),
        ("entities", ("kind", "id", "paragraph")),
        ("mandates", ("paragraph", "actor_id")),
    ):
        assert [[one.get(key) for key in keys] for one in arabic[what]] == [
            [one.get(key) for key in keys] for one in english[what]
        ]
    assert all(one["verbs"] for one in arabic["paragraphs"] if one["kind"] in ("preambular", "operative"))


# --- PDF ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [("باب 8-26", "8-26 باب"), ("باب -1", "1- باب"), ("باب -30/7", "30/7- باب")],
)
def test_a_range_at_the_beginning_of_a_row_keeps_its_order(printed: str, read_as: str) -> None:
    order = reading_order(list(printed), [False] * len(printed), rtl=True)
    letters = "".join(printed[index] for index in order)
    assert letters.replace("باب"[::-1], "باب") == read_as


def test_quotation_marks_that_pdfium_turned_are_turned_back() -> None:
    assert "".join(with_brackets_mended(list("المعنون “باب” من"))) == "المعنون ”باب“ من"
    assert "".join(with_brackets_mended(list("باب “X” باب"))) == "باب “X” باب"


def _glyph(char: str, x0: float, x1: float, base: float = 100.0) -> Glyph:
    return Glyph(char, x0, x1, base, 12.0, False, False)


def test_an_alef_above_its_lam_and_a_sign_on_a_line_of_its_own_are_read_in_their_word() -> None:
    ligature = [_glyph("ل", 50, 57), _glyph("ا", 50.3, 54), _glyph("م", 58, 63)]
    assert rows_of(1, ligature, rtl=True)[0].printed[0] == "ملا"
    signed = [_glyph("ب", 50, 57), _glyph("ً", 51, 54, 95), _glyph("ا", 58, 60)]
    [row] = rows_of(1, signed, rtl=True)
    assert sorted(row.printed[0]) == sorted("ابً")
