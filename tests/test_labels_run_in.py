"""A list whose first label stands behind the number (2. (a) Requests …), and labels whose brackets are turned."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import converted

RUN_IN = {
    "en": "The General Assembly,\n\nNoting the fog,\n\n1. Thanks the ringers;\n\n"
    "2. (a) Requests the ringers to oil the bells;\n\n(b) Requests the keepers to count them;\n\n3. Calls for peace.\n",
    "fr": "L’Assemblée générale,\n\nNotant la brume,\n\n1. Remercie les sonneurs;\n\n"
    "2. a) Prie les sonneurs de huiler les cloches;\n\nb) Prie les gardiens de les compter;\n\n3. Demande la paix.\n",
    "zh": "大会，\n\n注意到大雾，\n\n1. 感谢敲钟人；\n\n"
    "2. (a) 请敲钟人给钟上油；\n\n(b) 请看守人清点各钟；\n\n3. 呼吁保持安静。\n",
}
TURNED = (
    "إن الجمعية العامة،\n\nإذ تلاحظ الضباب،\n\n1 - تطلب إلى القارعين:\n\n"
    ")أ( تزييت الأجراس؛\n\n)ب( عدها ليلا؛\n\n2 - تشكر الحراس.\n"
)


def ids(expression: Expression) -> list[str]:
    return [one.id for one in expression.resolution.paragraphs if one.kind != "preambular"]


@pytest.mark.parametrize("lang", RUN_IN)
def test_a_first_label_behind_the_number_begins_the_list(lang: str) -> None:
    expression = converted(lang, RUN_IN[lang])
    assert ids(expression) == ["op1", "op2", "op2-a", "op2-b", "op3"]
    assert [one.text.text for one in expression.resolution.paragraphs if one.id == "op2"] == [""]
    assert {one.place for one in expression.verbs} >= {"op2-a", "op2-b"}
    assert [one.code for one in expression.diagnostics if one.severity != "info"] == []


def test_a_note_on_the_first_item_stays_there() -> None:
    text = RUN_IN["en"].replace("the bells;", "the bells;¹") + "\n¹ Resolution 71/17.\n"
    assert [mark.place for note in converted("en", text).resolution.footnotes for mark in note.places] == ["op2-a"]


def test_a_label_whose_list_does_not_go_on_belongs_to_the_words() -> None:
    assert ids(converted("en", RUN_IN["en"].replace("(b) ", "")))[:2] == ["op1", "op2"]
    assert "op2-a" not in ids(converted("en", RUN_IN["en"].replace("(b) ", "")))


def test_labels_whose_brackets_are_turned_are_labels() -> None:
    assert ids(converted("ar", TURNED)) == ["op1", "op1-a", "op1-b", "op2"]


@pytest.mark.parametrize("printed", ["(6)", "(5)"])
def test_the_second_label_may_be_misprinted(printed: str) -> None:
    """The first one alone belongs to the words, and the misprinted one was then the sixth of a list."""
    expression = converted("en", RUN_IN["en"].replace("(b)", printed))
    assert ids(expression) == ["op1", "op2", "op2-a", "op2-b", "op3"]
    assert [one.code for one in expression.diagnostics] == ["label-mended"]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["2. (a) (i) Requests the ringers to oil the bells;", "(ii) Thanks them;", "(b) Asks for lamps;"]),
        ("fr", ["2. a) i) Prie les sonneurs de huiler les cloches;", "ii) Les remercie;", "b) Demande des lampes;"]),
        ("es", ["2. a) i) Pide a los campaneros que toquen;", "ii) Les da las gracias;", "b) Pide faroles;"]),
    ],
)
def test_a_list_in_the_first_item_may_begin_on_the_line_of_the_number(lang: str, lines: list[str]) -> None:
    """Its (i) stayed among the words of (a), and the (ii) below it was taken for a misprinted (i)."""
    head = {"en": "The General Assembly,", "fr": "L’Assemblée générale,", "es": "La Asamblea General,"}[lang]
    first = {"en": "1. Thanks the keepers;", "fr": "1. Remercie les gardiens;", "es": "1. Da las gracias;"}[lang]
    expression = converted(lang, "\n\n".join([head, first, *lines]) + "\n")
    assert ids(expression) == ["op1", "op2", "op2-a", "op2-a-i", "op2-a-ii", "op2-b"]
    assert "label-mended" not in [one.code for one in expression.diagnostics]
