"""What is right, or wrong in no way that a reader could mend, is read and nothing is said of it."""

from __future__ import annotations

import pytest

from converter.model import Expression
from tests.reading import ENACTING, number, read_lines

ACTS = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请各国提供灯火。", "ar": "تطلب الضوء.",
}  # fmt: skip
RECITALS = [
    ("en", "Ever mindful that lamps burn,", "be mindful"),
    ("en", "Always conscious of the lamps,", "be conscious"),
    ("fr", "Toujours consciente que les lampes brûlent,", "être conscient"),
    ("es", "Teniendo siempre presente que las lámparas arden,", "tener presente"),
    ("ru", "всегда сознавая, что фонари горят,", "осознавать"),
    ("zh", "始终铭记灯火长明，", "铭记"),
    ("zh", "时刻意识到灯火长明，", "意识到"),
    ("ar", "وإذ تدرك دائما أن المصابيح تضيء،", "يدرك"),
]
ASIDES = [
    ("en", "Calls, in this context, for lamps to be lit;", "call for"),
    ("en", "Takes, with appreciation, note of the lamps;", "take note"),
    ("fr", "Prend, avec satisfaction, note des lampes ;", "prendre note"),
    ("es", "Hace, en este contexto, un llamamiento a los Estados;", "hacer un llamamiento"),
    ("ru", "принимает, с удовлетворением, к сведению фонари;", "принимать к сведению"),
    ("ar", "تحيط، مع التقدير، علما بالمصابيح؛", "يحيط علما"),
]


def _read(lang: str, *lines: str, notes: tuple[str, ...] = ()) -> Expression:
    return read_lines(lang, "txt", ENACTING[lang], *lines, *notes)


def _codes(found: Expression, *codes: str) -> list[str]:
    return [one.message for one in found.diagnostics if one.code in codes]


@pytest.mark.parametrize(("lang", "words", "lemma"), RECITALS)
def test_a_verb_may_stand_behind_ever(lang: str, words: str, lemma: str) -> None:
    found = _read(lang, words, f"{number(lang, 1)} {ACTS[lang]}")
    assert [one.lemma for one in found.verbs if one.place == "pp1"] == [lemma]
    assert _codes(found, "no-action-verb") == []


@pytest.mark.parametrize(("lang", "words", "lemma"), ASIDES)
def test_the_words_of_a_verb_may_stand_around_an_aside(lang: str, words: str, lemma: str) -> None:
    found = _read(lang, f"{number(lang, 1)} {words}", f"{number(lang, 2)} {ACTS[lang]}")
    assert [one.lemma for one in found.verbs if one.place == "op1"] == [lemma]
    assert _codes(found, "no-action-verb") == []


@pytest.mark.parametrize(("day", "said"), [("1452年6月18日", 0), ("1815年12月08日", 0), ("1452年6月38日", 1)])
def test_a_day_of_history_is_no_misread_one(day: str, said: int) -> None:
    found = _read("zh", f"注意到{day}的灯火文书，", f"1. {ACTS['zh']}")
    assert len(_codes(found, "date-unread")) == said


@pytest.mark.parametrize(("printed", "target"), [("第一㈠号", "A/RES/1(I)"), ("第三七七㈤号", "A/RES/377(V)")])
def test_the_older_style_of_a_session_is_no_misprint(printed: str, target: str) -> None:
    found = _read("zh", f"回顾其{printed}决议，", f"1. {ACTS['zh']}")
    assert [one.target for one in found.citations] == [target]
    assert _codes(found, "citation-misprint") == []


NAMES = [
    ("en", "Recalling the lamps of the port, 1 and the Tresk 2 Summit on lamps, 2 which shone,"),
    ("fr", "Rappelant les lampes du port 1, les miroirs 2, et le Tresk 2 Forum des lampes,"),
    ("es", "Recordando las lámparas del puerto 1, los espejos 2, y la Tresk 2 Cumbre de lámparas,"),
    ("ru", "ссылаясь на фонари порта 1, зеркала 2, и на Треск 2 Форум о фонарях,"),
]


@pytest.mark.parametrize(("lang", "recital"), NAMES)
def test_a_number_in_a_name_is_no_further_mark(lang: str, recital: str) -> None:
    found = _read(lang, recital, f"{number(lang, 1)} {ACTS[lang]}", notes=("1 A/98/953.", "2 A/98/954."))
    assert [(note.marker, len(note.places)) for note in found.resolution.footnotes] == [("1", 1), ("2", 1)]
    assert _codes(found, "mark-without-note") == []


def test_a_label_with_its_brackets_in_disorder_is_no_mark() -> None:
    words = "تذكر بأن البند 13 (ب()1) من الاتفاق يقتضي ضوءا للمصابيح(¹)؛"
    found = _read("ar", f"1 - {words}", f"2 - {ACTS['ar']}", notes=("(¹) A/98/953.",))
    assert _codes(found, "mark-without-note") == []


UNION = {
    "en": "African Union Assembly decision 934 (XXXVIII) of 16 February 2025",
    "fr": "la décision 934 (XXXVIII) de la Conférence de l’Union africaine en date du 16 février 2025",
    "es": "la decisión 934 (XXXVIII) de la Asamblea de la Unión Africana, de 16 de febrero de 2025",
    "ru": "решение 934 (XXXVIII) Ассамблеи Африканского союза от 16 февраля 2025 года",
    "zh": "非洲联盟大会2025年2月16日关于灯火的第934 (XXXVIII)号决定",
    "ar": "مقرر جمعية الاتحاد الأفريقي 934 (د-38) المؤرخ 16 شباط/فبراير 2025",
}
RECALLING = {"en": "Recalling {},", "fr": "Rappelant {},", "es": "Recordando {},"} | {
    "ru": "ссылаясь на {},", "zh": "回顾{}，", "ar": "إذ تشير إلى {}،",
}  # fmt: skip


@pytest.mark.parametrize("lang", UNION)
def test_a_decision_of_the_union_is_its_own_by_its_session_alone(lang: str) -> None:
    found = _read(lang, RECALLING[lang].format(UNION[lang]), f"{number(lang, 1)} {ACTS[lang]}")
    assert [(one.number, one.body) for one in found.citations] == [("Assembly/AU/Dec.934(XXXVIII)", "AU")]
    assert _codes(found, "citation-organ") == []


def test_own_texts_that_only_the_organ_of_others_can_have_are_its_own() -> None:
    words = "its support for the Statistical Commission, recalls its decisions 21/1 and 21/2 on lamps"
    found = _read("en", f"1. Reaffirms {words};", f"2. {ACTS['en']}")
    assert [(one.number, one.target, one.of_others) for one in found.citations] == [
        ("21/1", None, True),
        ("21/2", None, True),
    ]


ANOTHER = {
    "zh": "国际灯火组织，LP.4(8)号决议，以及LC 45/18号文件，附件4",
    "en": "Lamp Organization, resolution LP.4(8), and document LC 45/18, annex 4",
}


@pytest.mark.parametrize("lang", ANOTHER)
def test_a_document_in_a_list_with_a_resolution_is_none_of_ours(lang: str) -> None:
    found = _read(lang, RECALLING[lang].format(ANOTHER[lang]), f"{number(lang, 1)} {ACTS[lang]}")
    assert found.citations == ()
