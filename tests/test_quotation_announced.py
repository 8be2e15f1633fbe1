"""A quotation that a colon announces begins a paragraph, without a blank line too: the following statement: / “The …"""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, number

STATEMENTS = {
    "en": """S/PRST/2079/6
Security Council
12 February 2079

Statement by the President of the Security Council

At the 13978th meeting of the Security Council, held on 12 February 2079, in connection with
the item entitled “Lamps of the coast”, the President of the Security Council
made the following statement on behalf of the Council:
“The Security Council has considered the lamps of the coast and “the words
of their keepers”, and thanks them.
“The Council will remain seized of the matter.”
""",
    "fr": """S/PRST/2079/6
Conseil de sécurité
12 février 2079

Déclaration du Président du Conseil de sécurité

À la 13978e séance du Conseil de sécurité, tenue le 12 février 2079 au sujet de
la question intitulée « Phares », le Président du Conseil
a fait la déclaration suivante au nom du Conseil :
« Le Conseil de sécurité a examiné la question des phares et les paroles
de leurs gardiens.
« Le Conseil restera saisi de la question. »
""",
    "es": """S/PRST/2079/6
Consejo de Seguridad
12 de febrero de 2079

Declaración de la Presidencia del Consejo de Seguridad

En la 13978ª sesión del Consejo de Seguridad, celebrada el 12 de febrero de 2079 en relación con
el tema titulado “Los faros de la costa”, el Presidente del Consejo
hizo la siguiente declaración en nombre del Consejo:
“El Consejo de Seguridad ha examinado la cuestión de los faros y las palabras
de sus guardianes.
“El Consejo seguirá ocupándose de la cuestión.”
""",
    "zh": """S/PRST/2079/6
安全理事会
2079年2月12日

安全理事会主席的声明

在2079年2月12日安全理事会第13978次会议上，安理会主席就安理会审议题为“灯”的项目
代表安理会发表声明如下：
“安全理事会审议了海岸的灯和看守人的话。
“安理会将继续处理此案。”
""",
    "ar": """S/PRST/2079/6
مجلس الأمن
12 شباط/فبراير 2079

بيان من رئيس مجلس الأمن

في الجلسة 13978 لمجلس الأمن، المعقودة في 12 شباط/فبراير 2079، فيما يتعلق
بنظر المجلس في البند المعنون "المصابيح"، أدلى رئيس مجلس الأمن
بالبيان التالي باسم المجلس:
"نظر مجلس الأمن في مسألة المصابيح وفي أقوال
حراسها.
"وسيبقي المجلس المسألة قيد نظره."
""",
}


@pytest.mark.parametrize("code", STATEMENTS)
def test_a_statement_without_blank_lines_begins_below_the_sentence_that_announces_it(code: str) -> None:
    """Its first paragraph ran into that sentence, which then was no line on the adoption: the meeting was lost."""
    resolution = converted(code, STATEMENTS[code]).resolution
    lead, first, last = resolution.own_paragraphs
    lines = STATEMENTS[code].splitlines()
    assert lead.text.text.endswith(lines[-3 if code == "zh" else -4])
    assert first.text.text[:20] == lines[-2 if code == "zh" else -3][:20] and last.text.text == lines[-1]
    assert resolution.adoption is not None
    assert (resolution.adoption.meeting, resolution.adoption.date) == (13978, "2079-02-12")


AMENDED = {
    "en": ("Decides that rule 3 shall read:", "“Each keeper shall light one lamp and", "put it out at dawn.”"),
    "fr": ("Décide que l’article 3 se lit :", "« Chaque gardien allume une lampe et", "l’éteint à l’aube. »"),
    "es": ("Decide que el artículo 3 diga:", "«Cada guardián encenderá una lámpara y", "la apagará al alba»."),
    "ru": ("постановляет изложить правило 3 так:", "«Каждый смотритель зажигает лампу и", "гасит ее на рассвете»."),
    "zh": ("决定将第3条修正如下：", "“每个看守人点一盏灯，并在黎明时", "熄灭。”"),
    "ar": ("تقرر أن يكون نص المادة 3 كما يلي:", '"يضيء كل حارس مصباحا واحدا', 'ويطفئه عند الفجر".'),
}


@pytest.mark.parametrize("code", AMENDED)
def test_so_does_the_text_of_a_rule_in_a_paragraph(code: str) -> None:
    lead, first, rest = AMENDED[code]
    text = f"{ENACTING[code]}\n\n{number(code, 1)} {lead}\n{first}\n{rest}\n{number(code, 2)} {lead[:-1]}.\n"
    glue = "" if code == "zh" else " "
    read = [one.text.text for one in converted(code, text).resolution.own_paragraphs]
    assert read == [lead, f"{first}{glue}{rest}", f"{lead[:-1]}."]


@pytest.mark.parametrize("title", ["“Lamps”, and the rules", "“Lamps of the coast”"])
def test_a_title_in_quotation_marks_goes_on_its_sentence(title: str) -> None:
    above = "1. Requests the keepers of the lamps of the northern coast to read the report of the owners entitled:"
    text = f"The General Assembly,\n\n{above}\n{title}\nof the keepers.\n\n2. Thanks the keepers.\n"
    assert len(converted("en", text).resolution.own_paragraphs) == 2
