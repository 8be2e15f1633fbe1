"""Annexes of a page that lost its space: headings with a title, parts in capitals, lists with lines below names."""

from __future__ import annotations

import pytest

from tests.reading import converted

Shape = list[tuple[str, str]]

EN = """\
United Nations S/RES/9031 (2089)
Security Council
Resolution 9031 (2089)
Adopted by the Security Council at its 17316th meeting, on 19 November 2089
The Security Council,
Recalling its resolution 9001 (2087),
1. Decides that the lamps of the persons and bodies listed in the annexes shall be
counted by the keepers of the harbour;
2. Decides to remain seized of the matter.
"""
FR = """\
Nations Unies
S/RES/9031 (2089)
Conseil de sécurité
19 novembre 2089
Résolution 9031 (2089)
Adoptée par le Conseil de sécurité à sa 17316e séance, le 19 novembre 2089
Le Conseil de sécurité,
Rappelant sa résolution 9001 (2087),
1. Décide que les lampes des personnes citées dans les annexes seront comptées par les
gardiens du port ;
2. Décide de rester saisi de la question.
Annexe A : Plan commun pour les lampes (PLAN),
Lampville, 14 juillet 2089
AVANT-PROPOS
Les gardiens du port et les propriétaires des lampes saluent ce plan, qui fera que toutes
les lampes du port brûlent la nuit.
LAMPES
1. Les propriétaires éteindront leurs vieilles lampes dans dix ans à compter du jour où le
plan commence.
2. Les propriétaires ne feront pas de lampes de cette sorte.
Annexe B : Liste
1. Anders Lichter
Date de naissance : 1er mai 2040. Lieu de naissance : Lampville.
2. Berta Docht
Date de naissance : 3 juin 2041. Lieu de naissance : Mècheville
Entités
1. Lampes d'ambre
Adresse : 12 rue de l'Huile
2. Groupe des bougies
"""
ES = """\
Naciones Unidas
S/RES/9031 (2089)
Consejo de Seguridad
19 de noviembre de 2089
Resolución 9031 (2089)
Aprobada por el Consejo de Seguridad en su 17316ª sesión, celebrada el 19 de noviembre de 2089
El Consejo de Seguridad,
Recordando su resolución 9001 (2087),
1. Decide que las lámparas de las personas citadas en los anexos sean contadas por los
guardianes del puerto;
2. Decide seguir ocupándose de la cuestión.
Anexo A: Plan común para las lámparas (PLAN),
Lampara, 14 de julio de 2089
PREFACIO
Los guardianes del puerto y los dueños de las lámparas acogen este plan, que hará que todas
las lámparas del puerto ardan de noche.
LÁMPARAS
1. Los dueños apagarán sus viejas lámparas dentro de diez años a partir del día en que el
plan comience.
2. Los dueños no harán lámparas de esa clase.
Anexo B: Lista
1. Anders Lichter
Fecha de nacimiento: 1 de mayo de 2040. Lugar de nacimiento: Lampara.
2. Berta Docht
Fecha de nacimiento: 3 de junio de 2041
Entidades
1. Lámparas de ámbar
Dirección: calle del Aceite 12
2. Grupo de las velas
"""
RU = """\
Организация Объединенных Наций
S/RES/9031 (2089)
Совет Безопасности
Distr.: General
19 November 2089
Резолюция 9031 (2089),
принятая Советом Безопасности на его 17316-м заседании 19 ноября 2089 года
Совет Безопасности,
ссылаясь на свою резолюцию 9001 (2087),
1. постановляет, что лампы лиц, указанных в приложениях, считают хранители гавани
каждый год;
2. постановляет продолжать заниматься этим вопросом.
Приложение A: Общий план для ламп (ПЛАН),
Лампово, 14 июля 2089 года
ПРЕДИСЛОВИЕ
Хранители гавани и владельцы ламп приветствуют этот план, который обеспечит, чтобы все лампы
гавани горели ночью.
ЛАМПЫ
1. Владельцы погасят свои старые лампы через десять лет со дня, в который начинается этот
план.
2. Владельцы не делают таких ламп.
Приложение B: Список
1. Андерс Лихтер
Дата рождения: 1 мая 2040 года. Место рождения: Лампово.
2. Берта Дохт
Дата рождения: 3 июня 2041 года
Организации
1. Янтарные лампы
Адрес: улица Масляная, 12
2. Группа свечей
"""
ZH = """\
联合国
S/RES/9031 (2089)
安全理事会
19 November 2089
第9031(2089)号决议
2089年11月19日安全理事会第17316次会议通过
安全理事会，
回顾其第9001(2087)号决议，
1. 决定附件所列人员的灯由港口的守灯人每年清点一次，并将清点的结果告知所有的船主和
所有的灯主；
2. 决定继续处理此案。
附件A：灯的共同计划(计划)，
灯城，2089年7月14日
港口的守灯人和灯主欢迎这项计划，它将确保港口所有的灯夜间都点亮，任何人都不必在黑暗中
行走。
1. 灯主将在十年后开始熄灭其旧灯。
2. 灯主不再制造这种灯。
附件B：名单
1. 安德斯·灯
出生日期：2040年5月1日。出生地点：灯城。
2. 贝塔·芯
出生日期：2041年6月3日
实体
1. 琥珀灯厂
地址：油路12号
2. 蜡烛集团
"""
AR = """\
الأمم المتحدة
S/RES/9031 (2089)
مجلس الأمن
19 November 2089
القرار 9031 (2089)
الذي اتخذه مجلس الأمن في جلسته 17316، المعقودة في 19 تشرين الثاني/نوفمبر 2089
إن مجلس الأمن،
إذ يشير إلى قراره 9001 (2087)،
1 - يقرر أن تحصى مصابيح الأشخاص المذكورين في المرفقات من قبل حراس الميناء في كل عام
من الأعوام؛
2 - يقرر أن يبقي المسألة قيد نظره.
المرفق ألف: الخطة المشتركة للمصابيح (الخطة)،
مدينة المصابيح، 14 تموز/يوليه 2089
يرحب حراس الميناء وأصحاب المصابيح بهذه الخطة التي ستكفل إضاءة جميع مصابيح الميناء في
الليل.
1 - سيطفئ أصحاب المصابيح مصابيحهم القديمة بعد عشر سنوات.
2 - لن يصنع أصحاب المصابيح مثل هذه المصابيح.
المرفق باء: القائمة
1 - أندرس ليشتر
تاريخ الميلاد: 1 أيار/مايو 2040. مكان الميلاد: مدينة المصابيح.
2 - برتا دوشت
تاريخ الميلاد: 3 حزيران/يونيه 2041
الكيانات
1 - مصابيح العنبر
العنوان: شارع الزيت 12
2 - مجموعة الشموع
"""
PLAN = """\
Annex A: Common Plan for the Lamps (PLAN),
Lampton, 14 July 2089
PREFACE
The keepers of the harbour and the owners of the lamps welcome this plan, which will make
sure that all lamps of the harbour burn at night.
LAMPS
A. OLD LAMPS, NEW LAMPS
1. The owners will begin to put out their old lamps in ten years from the day on which the
plan begins.
"""
LIST = """\
Annex B: Statement
1. Amber Lampworks: the Amber Lampworks sold lamps that may be used to blind the pilots of
ships.
Location: Box 917, Lampton; Amber Yard, Oil Road, Seyed District, Lampton,
Lumenia
A.K.A.: Amber Yard and Amber Company
2. Candle Group: the Candle Group makes and sells a variety of small lamps.
Location: Wick Road, Tallow Special Road Km 10, Lumenia
Persons involved in the trade with lamps
1. Anders Lichter (Senior keeper of the lamps)
2. Berta Docht
"""


def read(lang: str, text: str) -> Shape:
    """The identities and words of what stands in the annexes."""
    found = [(one.id, one.text.text) for one in converted(lang, text).resolution.own_paragraphs]
    first = next((at for at, (name, _) in enumerate(found) if name.startswith("annex")), len(found))
    return found[first:]


def test_an_annex_with_its_title_behind_a_colon_begins_below_a_sentence_and_goes_on_below_its_comma() -> None:
    assert [(name, words[:60]) for name, words in read("en", EN + PLAN)] == [
        ("annex-a", "Annex A: Common Plan for the Lamps (PLAN), Lampton, 14 July "),
        ("h1", "PREFACE"),
        ("p1", "The keepers of the harbour and the owners of the lamps welco"),
        ("h2", "LAMPS"),
        ("h3", "A. OLD LAMPS, NEW LAMPS"),
        ("annex-a-1", "The owners will begin to put out their old lamps in ten year"),
    ]


def test_an_annex_that_is_named_below_what_is_not_over_is_none_of_the_text() -> None:
    named = EN.replace("the harbour;", "the harbour, and that the keepers shall amend:\nAnnex A: Lamps,\nAnnex B: Oil;")
    assert not read("en", named)


def test_lines_below_a_name_and_a_heading_between_two_lists_stand_for_themselves() -> None:
    assert [(name, words[:40]) for name, words in read("en", EN + LIST)] == [
        ("annex-b", "Annex B: Statement"),
        ("annex-b-1", "Amber Lampworks: the Amber Lampworks sol"),
        ("p1", "Location: Box 917, Lampton; Amber Yard, "),
        ("p2", "A.K.A.: Amber Yard and Amber Company"),
        ("annex-b-2", "Candle Group: the Candle Group makes and"),
        ("p3", "Location: Wick Road, Tallow Special Road"),
        ("h1", "Persons involved in the trade with lamps"),
        ("annex-b-1-2", "Anders Lichter (Senior keeper of the lam"),
        ("annex-b-2-2", "Berta Docht"),
    ]


def test_names_in_capitals_below_each_other_are_no_headings() -> None:
    found = converted(
        "en", f"{EN}Annex\nOwners of lamps\nThe owners are these.\nANDERS LICHTER\nBERTA DOCHT\nCARL OLEUM\n"
    )
    assert [one.text.text for one in found.resolution.own_paragraphs if one.kind == "heading"] == [
        "Annex",
        "Owners of lamps",
    ]


@pytest.mark.parametrize(("lang", "text"), [("fr", FR), ("es", ES), ("ru", RU), ("zh", ZH), ("ar", AR)])
def test_every_language_reads_such_annexes(lang: str, text: str) -> None:
    names = [name for name, _ in read(lang, text)]
    capitals = lang in ("fr", "es", "ru")
    parts = ["h1", "p1", "h2"] if capitals else ["p1"]
    assert names == [
        "annex-a", *parts, "annex-a-1", "annex-a-2", "annex-b",
        "annex-b-1", "p2", "annex-b-2", "p3", "h3" if capitals else "h1", "annex-b-1-2", "p4", "annex-b-2-2",
    ]  # fmt: skip
