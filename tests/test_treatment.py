"""What later texts did to an earlier one: told of words that leave no doubt, in six languages, and of no others."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from converter.language_files import available, read_data
from tests.temp_project import make_project, run

# What each language says: heading, the Council, a recital, and the paragraphs that decide.
EARLIER = {
    "en": ("Resolution 9001 (1992)", "of 30 November 1992", "The Security Council,", "1. Decides to light the lamps;"),
    "fr": ("Résolution 9001 (1992)", "du 30 novembre 1992", "Le Conseil de sécurité,", "1. Décide d’éclairer ;"),
    "es": ("Resolución 9001 (1992)", "de 30 de noviembre de 1992", "El Consejo de Seguridad,", "1. Decide iluminar;"),
    "ru": ("Резолюция 9001 (1992)", "от 30 ноября 1992 года", "Совет Безопасности,", "1. постановляет зажечь маяки;"),
    "zh": ("第9001（1992）号决议", "1992年11月30日", "安全理事会，", "1. 决定点亮灯塔；"),
    "ar": ("القرار 9001 (1992)", "المؤرخ 30 تشرين الثاني/نوفمبر 1992", "إن مجلس الأمن،", "1 - يقرر إضاءة المنارات؛"),
}  # fmt: skip
LATER = {
    "en": (
        "Reaffirming its resolution 9001 (1992) of 30 November 1992,",
        "Decides to terminate the measures imposed by resolution 9001 (1992);",
        "Decides to extend the mandate of the Lamp Mission, as set out in resolution 9001 (1992), until 31 May 1994;",
        "Decides to amend paragraph 1 of resolution 9001 (1992);",
        "Decides to modify the lamps in accordance with resolution 9001 (1992);",
    ),
    "fr": (
        "Réaffirmant sa résolution 9001 (1992) du 30 novembre 1992,",
        "Décide de mettre fin aux mesures imposées par la résolution 9001 (1992) ;",
        "Décide de proroger le mandat de la Mission, défini par la résolution 9001 (1992), jusqu’au 31 mai 1994 ;",
        "Décide de modifier le paragraphe 1 de la résolution 9001 (1992) ;",
        "Décide de modifier les phares conformément à la résolution 9001 (1992) ;",
    ),
    "es": (
        "Reafirmando su resolución 9001 (1992), de 30 de noviembre de 1992,",
        "Decide poner fin a las medidas impuestas por la resolución 9001 (1992);",
        "Decide prorrogar el mandato de la Misión, según la resolución 9001 (1992), hasta el 31 de mayo de 1994;",
        "Decide modificar el párrafo 1 de la resolución 9001 (1992);",
        "Decide modificar los faros de conformidad con la resolución 9001 (1992);",
    ),
    "ru": (
        "подтверждая свою резолюцию 9001 (1992) от 30 ноября 1992 года,",
        "постановляет прекратить действие мер, введенных резолюцией 9001 (1992);",
        "постановляет продлить мандат Миссии маяков, изложенный в его резолюции 9001 (1992), до 31 мая 1994 года;",
        "постановляет изменить пункт 1 резолюции 9001 (1992);",
        "постановляет изменить маяки в соответствии с резолюцией 9001 (1992);",
    ),
    "zh": (
        "重申其1992年11月30日第9001（1992）号决议，",
        "决定终止第9001（1992）号决议规定的措施；",
        "决定将第9001（1992）号决议规定的灯塔特派团任务期限延长至1994年5月31日；",
        "决定修正第9001（1992）号决议第1段；",
        "决定按照第9001（1992）号决议修正灯塔；",
    ),
    "ar": (
        "إذ يعيد تأكيد قراره 9001 (1992) المؤرخ 30 تشرين الثاني/نوفمبر 1992،",
        "يقرر إنهاء التدابير المفروضة بموجب القرار 9001 (1992)؛",
        "يقرر تمديد ولاية بعثة المنارات، على النحو المحدد في قراره 9001 (1992)، حتى 31 أيار/مايو 1994؛",
        "يقرر تعديل الفقرة 1 من القرار 9001 (1992)؛",
        "يقرر تعديل المنارات وفقا للقرار 9001 (1992)؛",
    ),
}  # fmt: skip
# What is not done, what is left open, what is done to a body of the text or beside it: told of none.
NOT_DONE = {
    "en": (
        "Reaffirms the right of the keepers to light, in accordance with resolution 9001 (1992);",
        "Decides not to terminate the measures imposed by resolution 9001 (1992);",
        "Decides to review whether to lift the measures imposed by resolution 9001 (1992);",
        "Decides to terminate the Committee established by resolution 9001 (1992);",
        "Decides to extend the mandate of the Lamp Mission until 31 May 1994, bearing in mind resolution 9001 (1992);",
    ),
    "fr": (
        "Réaffirme le droit des gardiens à la lumière, conformément à la résolution 9001 (1992) ;",
        "Décide de ne pas mettre fin aux mesures imposées par la résolution 9001 (1992) ;",
        "Décide d’examiner s’il y a lieu de modifier la résolution 9001 (1992) ;",
        "Décide de mettre fin au Comité créé par la résolution 9001 (1992) ;",
        "Décide de proroger le mandat de la Mission jusqu’au 31 mai 1994, ayant à l’esprit la résolution 9001 (1992) ;",
    ),
    "es": (
        "Reafirma el derecho de los guardianes a la luz, de conformidad con la resolución 9001 (1992);",
        "Decide no poner fin a las medidas impuestas por la resolución 9001 (1992);",
        "Decide examinar si procede modificar la resolución 9001 (1992);",
        "Decide poner fin al Comité establecido en virtud de la resolución 9001 (1992);",
        "Decide prorrogar el mandato hasta el 1 de mayo de 1994 teniendo presente la resolución 9001 (1992);",
    ),
    "ru": (
        "подтверждает право смотрителей на свет в соответствии с резолюцией 9001 (1992);",
        "постановляет не прекращать действие мер, введенных резолюцией 9001 (1992);",
        "постановляет рассмотреть, следует ли изменить резолюцию 9001 (1992);",
        "постановляет прекратить деятельность Комитета, учрежденного резолюцией 9001 (1992);",
        "постановляет продлить мандат Миссии маяков до 31 мая 1994 года, принимая во внимание резолюцию 9001 (1992);",
    ),
    "zh": (
        "重申看守人按照第9001（1992）号决议享有灯光的权利；",
        "决定不终止第9001（1992）号决议规定的措施；",
        "决定考虑是否修正第9001（1992）号决议；",
        "决定终止第9001（1992）号决议所设委员会的任务；",
        "决定采取代表团按第9001（1992）号决议提出的措施；",
        "决定将灯塔特派团任务期限延长至1994年5月31日，同时铭记第9001（1992）号决议；",
    ),
    "ar": (
        "يعيد تأكيد حق الحراس في الضوء وفقا للقرار 9001 (1992)؛",
        "يقرر عدم إنهاء التدابير المفروضة بموجب القرار 9001 (1992)؛",
        "يقرر النظر في تعديل القرار 9001 (1992)؛",
        "يقرر إنهاء اللجنة المنشأة بموجب القرار 9001 (1992)؛",
        "يقرر تمديد ولاية بعثة المنارات حتى 31 أيار/مايو 1994، واضعا في اعتباره القرار 9001 (1992)؛",
        "يقرر تمديد ولاية بعثة المنارات حتى 31 أيار/مايو 1994 عملا بالقرار ٩٠٠١ (١٩٩٢)؛",
    ),
}  # fmt: skip


def earlier(lang: str) -> str:
    return "\n\n".join(EARLIER[lang])


def later(lang: str) -> str:
    head, day, council, _ = (part.replace("9001", "9002").replace("1992", "1993") for part in EARLIER[lang])
    recital, *paragraphs = (*LATER[lang], *NOT_DONE[lang])
    mark = " -" if lang == "ar" else "."
    numbered = [f"{number}{mark} {text}" for number, text in enumerate(paragraphs, 1)]
    return "\n\n".join([head, day, council, recital, *numbered])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two resolutions, each in six languages."""
    root = tmp_path_factory.mktemp("treatment") / "project"
    root.mkdir()
    works = {
        "lamps": {"work.yml": "symbol: S/RES/9001(1992)\n"} | {f"{lang}.txt": earlier(lang) for lang in EARLIER},
        "later": {"work.yml": "symbol: S/RES/9002(1993)\n"} | {f"{lang}.txt": later(lang) for lang in LATER},
    }
    result = run(make_project(root, works), "build")
    assert (root / "site/en/index.html").is_file(), result.output
    return root / "site"


@pytest.mark.parametrize("lang", available())
def test_what_was_done_is_told_by_the_words_of_the_later_text(built: Path, lang: str) -> None:
    rows = list(csv.DictReader((built / f"data/{lang}/treatments.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["paragraph"], row["done"], row["until"]) for row in rows] == [
        ("pp1", "reaffirmed", ""),
        ("op1", "terminated", ""),
        ("op2", "extended", "1994-05-31"),
        ("op3", "amended", ""),
    ], "and what is done in accordance with a text, or is not done, is not done to it"
    assert {row["symbol"] for row in rows} == {"S/RES/9001(1992)"}
    assert {row["by_symbol"] for row in rows} == {"S/RES/9002(1993)"}
    assert rows[3]["pinpoints"] == "1"


@pytest.mark.parametrize("lang", available())
def test_the_page_tells_it_with_the_sentence_and_says_that_it_is_no_advice(built: Path, lang: str) -> None:
    words = read_data(lang)["ui"]["treatment"]
    page = (built / lang / "S/RES/9001(1992)/index.html").read_text("utf-8")
    section = page.partition('<h2 id="treatment">')[2].partition("</section>")[0]
    assert words["about"] in section.replace("&#39;", "'")
    assert section.count("<li>") == 4 and section.count("9002(1993)/#op") == 3
    assert section.index(words["done"]["terminated"]) < section.index(words["done"]["reaffirmed"])
    later_page = (built / lang / "S/RES/9002(1993)/index.html").read_text("utf-8")
    assert 'id="treatment"' not in later_page
