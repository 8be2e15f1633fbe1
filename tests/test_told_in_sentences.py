"""What a sentence tells: the votes above the columns of States, and whose decision it is without an enacting"
" phrase."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, converted, number, read_lines

# A heading, the sentence that tells the votes, and the columns below it.
VOTES = {
    "en": ("RECORDED VOTE",
           "A recorded vote was taken on the lamps, and it was adopted by 161 votes to 2, with 3 abstentions,"
           " as follows:",
           ("In favour: Chile, Cuba", "Against: Palau", "Abstaining: Nauru")),
    "fr": ("VOTE ENREGISTRÉ",
           "Il est procédé au vote sur les lampes, et le texte est adopté par 161 voix contre 2, avec 3"
           " abstentions, comme suit :",
           ("Pour : Chili, Cuba", "Contre : Palaos", "Abstentions : Nauru")),
    "es": ("VOTACIÓN REGISTRADA",
           "Se procede a votación sobre las lámparas y el texto queda aprobado por 161 votos contra 2 y 3"
           " abstenciones, como sigue:",
           ("Votos a favor: Chile, Cuba", "Votos en contra: Palau", "Abstenciones: Nauru")),
    "ru": ("ЗАНОСИМОЕ В ОТЧЕТ ГОЛОСОВАНИЕ",
           "По лампам проводится голосование, и текст принимается 161 голосом против 2 при 3 воздержавшихся:",
           ("Голосовали за: Куба, Чили", "Голосовали против: Палау", "Воздержались: Науру")),
    "ar": ("التصويت المسجل",
           "أجري تصويت على المصابيح، واعتمد النص بأغلبية 161 صوتا مقابل صوتين وامتناع 3 أعضاء عن التصويت، على"
           " النحو التالي:",
           ("المؤيدون: شيلي، كوبا", "المعارضون: بالاو", "الممتنعون: ناورو")),
    "zh": ("记录表决", "对灯火进行了记录表决，案文以161票对2票、3票弃权获得通过，表决情况如下：",
           ("赞成：智利、古巴", "反对：帕劳", "弃权：瑙鲁")),
}  # fmt: skip
ACT = {
    "en": "Lights the lamps.", "fr": "Allume les lampes.", "es": "Enciende las lámparas.", "ru": "зажигает лампы.",
    "ar": "تضيء المصابيح.", "zh": "点亮灯火。",
}  # fmt: skip
# A title with its number, a sentence that names the meeting, the day and the organ, and what was decided.
SENTENCES = {
    "en": ("2043/329. Lamps for the hall",
           "At its 12th plenary meeting, on 5 April 2043, the Economic and Social Council, recalling its"
           " resolution 2016/31 of"
           " 25 July 2016 and General Assembly resolution 72/305:",
           "(a) Decided to light the lamps;", "(b) Took note of the oil."),
    "fr": ("2043/329. Lampes de la salle",
           "À sa 12e séance plénière, le 5 avril 2043, le Conseil économique et social, rappelant sa résolution"
           " 2016/31 du"
           " 25 juillet 2016 et la résolution 72/305 de l’Assemblée générale :",
           "a) A décidé d’allumer les lampes ;", "b) A pris note de l’huile."),
    "es": ("2043/329. Lámparas para la sala",
           "En su 12ª sesión plenaria, celebrada el 5 de abril de 2043, el Consejo Económico y Social,"
           " recordando su resolución"
           " 2016/31, de 25 de julio de 2016, y la resolución 72/305 de la Asamblea General:",
           "a) Decidió encender las lámparas;", "b) Tomó nota del aceite."),
    "ru": ("2043/329. Лампы для зала",
           "На своем 12-м пленарном заседании 5 апреля 2043 года Экономический и Социальный Совет, ссылаясь на"
           " свою резолюцию"
           " 2016/31 от 25 июля 2016 года и резолюцию 72/305 Генеральной Ассамблеи:",
           "a) постановил зажечь лампы;", "b) принял к сведению масло."),
    "ar": ("2043/329 - مصابيح القاعة",
           "في الجلسة العامة 12، المعقودة في 5 نيسان/أبريل 2043، قام المجلس الاقتصادي والاجتماعي، إذ يشير إلى قراره"
           " 2016/31 المؤرخ 25 تموز/يوليه 2016 وقرار الجمعية العامة 72/305، بما يلي:",
           "(أ) قرر إضاءة المصابيح؛", "(ب) أحاط علما بالزيت."),
    "zh": ("2043/329. 大厅的灯火",
           "在2043年4月5日第12次全体会议上，经济及社会理事会回顾其2016年7月25日第2016/31号决议和大会第72/305号决议：",
           "(a) 决定点亮灯火；", "(b) 表示注意到灯油。"),
}  # fmt: skip


@pytest.mark.parametrize("form", ["txt", "html", "docx"])
@pytest.mark.parametrize("lang", sorted(VOTES))
def test_a_sentence_above_the_columns_tells_the_votes(lang: str, form: str) -> None:
    heading, sentence, columns = VOTES[lang]
    expression = read_lines(lang, form, ENACTING[lang], f"{number(lang, 1)} {ACT[lang]}", heading, sentence, *columns)
    adoption = expression.resolution.adoption
    assert adoption is not None
    assert dict(adoption.votes) == {"for": 161, "against": 2, "abstaining": 3}
    assert {column: len(states) for column, states in adoption.states} == {"for": 2, "against": 1, "abstaining": 1}


@pytest.mark.parametrize("close", [False, True])
@pytest.mark.parametrize("lang", sorted(SENTENCES))
def test_a_sentence_tells_whose_decision_it_is(lang: str, close: bool) -> None:
    expression = converted(lang, ("\n" if close else "\n\n").join(SENTENCES[lang]) + "\n")
    masthead, adoption = expression.resolution.masthead, expression.resolution.adoption
    assert (masthead.body, masthead.kind, masthead.date) == ("ECOSOC", "decision", "2043-04-05")
    assert adoption is not None
    assert adoption.meeting == 12
    assert [one.kind for one in expression.resolution.paragraphs][1:] == ["sub", "sub"]
