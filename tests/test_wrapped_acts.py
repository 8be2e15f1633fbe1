"""A paragraph that acts twice (…, and thanks them) and is wrapped before its second verb goes on there."""

from __future__ import annotations

import textwrap

import pytest

from tests.reading import ENACTING, converted, number

SIGNS = {"ar": ("،", "؛"), "zh": ("，", "；")}
RECITALS = {
    "ar": "إذ تشير إلى قراراتها السابقة بشأن مصابيح الساحل الشمالي وحراس الميناء الذين يضيئون الطريق للسفن",
    "en": "Recalling its resolutions on the lamps of the northern coast and on the keepers of the port, who light it",
    "es": "Recordando sus resoluciones sobre las lámparas de la costa norte y los guardianes del puerto, que alumbran",
    "fr": "Rappelant ses résolutions sur les lampes de la côte nord et sur les gardiens, qui éclairent les navires",
    "ru": "ссылаясь на свои резолюции о лампах северного берега и о хранителях гавани, которые светят кораблям ночью",
    "zh": "回顾其以往关于北岸灯火和为船只照明的港口守灯人的各项决议，以及关于灯油的各项报告",
}
ACTS = {
    "ar": (
        "تطلب إلى الحراس إحصاء جميع مصابيح الساحل الشمالي والبيوت القائمة قرب الميناء، وتطلب إليهم تقديم تقرير",
        "تهيب بالقباطنة أن يأتوا إلى الميناء ليلا حين تضاء المصابيح، وتشكرهم على صبرهم في أشهر الشتاء من كل عام",
    ),
    "en": (
        "Requests the keepers to count all lamps of the coast and of the houses near it, and requests a report",
        "Invites the captains to come in at night, when the lamps burn, and thanks them for their patience in winter",
    ),
    "es": (
        "Pide a los guardianes que cuenten las lámparas de la costa y de las casas del puerto, y pide un informe",
        "Invita a los capitanes a entrar de noche, cuando arden las lámparas, y les agradece su paciencia en invierno",
    ),
    "fr": (
        "Prie les gardiens de compter toutes les lampes de la côte et des maisons voisines, et demande un rapport",
        "Invite les capitaines à entrer au port la nuit, quand les lampes brûlent, et les remercie de leur patience",
    ),
    "ru": (
        "постановляет, что лампы гасятся днем, с тем чтобы масла хватило до весны хранителям, и просит их о помощи",
        "призывает капитанов приходить в гавань ночью, когда лампы горят, и благодарит их за терпение в зимние месяцы",
    ),
    "zh": (
        "请守灯人清点北岸和港口附近房屋的所有灯火，并请他们就此提出报告，供各位灯主和船长审议",
        "吁请船长在灯火点亮的夜间进港，并感谢他们在每年冬季的几个月里所表现出来的极大耐心",
    ),
}


@pytest.mark.parametrize("code", sorted(ACTS))
def test_wherever_a_line_ends_no_paragraph_begins_inside_a_sentence(code: str) -> None:
    """In Arabic it began one in four of ten widths, in silence on a page without space, and in Russian too."""
    comma, semicolon = SIGNS.get(code, (",", ";"))
    acts = [f"{number(code, at)} {one}{semicolon}" for at, one in enumerate(ACTS[code] * 2, start=1)]
    for width in range(24, 44, 2) if code == "zh" else range(60, 96, 3):
        whole = [textwrap.fill(one, width) for one in (f"{RECITALS[code]}{comma}", *acts)]
        for between in ("\n", "\n\n"):
            found = converted(code, between.join((ENACTING[code], *whole))).resolution.paragraphs
            assert [one.kind for one in found] == ["preambular", *["operative"] * 4], width
