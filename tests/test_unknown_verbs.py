"""One verb that no profile knows costs a text neither its organ nor its paragraphs: it is said, and that is all."""

from __future__ import annotations

import pytest

from converter.languages import load
from tests.language_examples import AUTHORITIES
from tests.reading import converted

# The enacting phrase, recitals and operative paragraphs; the first of each has a verb that is made up.
TEXTS = {
    "en": ("The General Assembly,", "Blonding the keepers of the lamps,", "Recalling the work of the harbour,",
           "Blonds the reports of the harbour;", "Requests the Secretary-General to report on the lamps."),
    "fr": ("L'Assemblée générale,", "Blondissant les gardiens des phares,", "Rappelant les travaux du port,",
           "Blondit les rapports du port ;", "Prie le Secrétaire général de faire rapport sur les phares."),
    "es": ("La Asamblea General,", "Rubiando a los guardianes de los faros,", "Recordando la labor del puerto,",
           "Rubia los informes del puerto;", "Pide al Secretario General que informe sobre los faros."),
    "ru": ("Генеральная Ассамблея,", "блондируя смотрителей маяков,", "напоминая о работе гавани,",
           "блондирует доклады гавани;", "просит Генерального секретаря доложить о маяках."),
    "ar": ("إن الجمعية العامة،", "وإذ تشقر حراس المنارات،", "وإذ تشير إلى أعمال الميناء،",
           "تشقر تقارير الميناء؛", "تطلب إلى الأمين العام أن يقدم تقريرا عن المنارات."),
    "zh": ("大会，", "染黄灯塔的守护人，", "回顾港口的工作，",
           "染黄港口的报告；", "请秘书长报告灯塔的情况。"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_an_unknown_verb_costs_no_structure(code: str) -> None:
    phrase, first, second, third, fourth = TEXTS[code]
    for gap in ("\n", "\n\n"):
        text = gap.join((phrase, first, second, f"1. {third}", f"2. {fourth}")) + "\n"
        found = converted(code, text)
        assert found.resolution.masthead.body == "GA"
        assert [one.id for one in found.resolution.paragraphs] == ["pp1", "pp2", "op1", "op2"]
        assert [one.text.text for one in found.resolution.paragraphs] == [first, second, third, fourth]
        assert {"pp2", "op2"} <= {verb.place for verb in found.verbs}
        assert [(one.line, one.at) for one in found.diagnostics if one.code == "no-action-verb"][-1] == (
            4 if gap == "\n" else 7,
            "op1",
        )


@pytest.mark.parametrize("code", sorted(TEXTS))
@pytest.mark.parametrize("unknown", [2, 3])
def test_an_unknown_verb_without_a_number_is_told_by_the_marks(code: str, unknown: int) -> None:
    """Recitals end in commas, operative paragraphs in semicolons: the first, or the last of these has it."""
    phrase, _, recital, made_up, known = TEXTS[code]
    stop, semicolon = known[-1], made_up[-1]
    first, last = (made_up[:-1].rstrip(), known[:-1]) if unknown == 2 else (known[:-1], made_up[:-1].rstrip())
    lines = (phrase, recital, f"{first}{made_up[len(made_up[:-1].rstrip()) : -1]}{semicolon}", f"{last}{stop}")
    found = converted(code, "\n\n".join(lines))
    assert [one.id for one in found.resolution.paragraphs] == ["pp1", "op1", "op2"]
    assert [one.at for one in found.diagnostics if one.code == "no-action-verb"] == [f"op{unknown - 1}"]


COMMANDS = {  # below an operative sentence a further one, which says what somebody is to do
    "en": "The keepers shall be entitled to travel between the harbours.",
    "fr": "Les gardiens ont le droit de voyager entre les ports.",
    "es": "Los guardianes tendrán derecho a viajar entre los puertos.",
    "ru": "Смотрители имеют право ездить между гаванями.",
    "ar": "ويحق للحراس السفر بين الموانئ.",
    "zh": "守护人有权往来于各港口。",
}


@pytest.mark.parametrize("code", sorted(COMMANDS))
def test_a_sentence_below_an_operative_one_is_operative(code: str) -> None:
    phrase, _, recital, _, known = TEXTS[code]
    for further in ((COMMANDS[code],), (COMMANDS[code], COMMANDS[code])):
        lines = (phrase, recital, known, *further)
        found = converted(code, "\n\n".join(lines))
        kinds = [one.kind for one in found.resolution.paragraphs]
        assert kinds == ["preambular", "operative", *("operative" for _ in further)]


@pytest.mark.parametrize("below", ["“The keepers shall travel.”", "Provided that the keepers shall travel."])
def test_what_is_quoted_or_limits_there_is_none(below: str) -> None:
    phrase, _, recital, _, known = TEXTS["en"]
    text = "\n\n".join((phrase, recital, known, below))
    found = converted("en", text)
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular", "operative", "plain"]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("the lamps;", True),
        ("the lamps; and", True),
        ("the wicks;3", True),
        ("(the lamps; the wicks).", False),
        ("the lamps,", False),
    ],
)
def test_a_semicolon_at_the_end_is_no_other(words: str, ends: bool) -> None:
    assert load("en", AUTHORITIES).page.sentences.semicolon_ends(words) is ends


@pytest.mark.parametrize(
    ("code", "recital", "act"),
    [
        ("fr", "Réunie à l'occasion du centenaire des phares,", "Demande de la lumière."),
        ("es", "Reunida con motivo del centenario de los faros,", "Pide luz."),
    ],
)
def test_a_recital_of_where_the_organ_met_has_no_unknown_verb(code: str, recital: str, act: str) -> None:
    found = converted(code, f"{TEXTS[code][0]}\n\n{recital}\n\n1. {act}\n")
    assert [one.kind for one in found.resolution.paragraphs] == ["preambular", "operative"]
    assert "no-action-verb" not in {one.code for one in found.diagnostics}
