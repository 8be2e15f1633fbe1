"""What closing lines tell of the adoption, in six languages: the same facts, also where scanning misread a sign."""

from __future__ import annotations

from typing import Any

import pytest

from converter.languages.closing import Told
from converter.languages.page import load_page
from tests.language_examples import AUTHORITIES
from tests.reading import ENACTING, converted, number, read_lines


def told(code: str, text: str) -> Told:
    return load_page(code, AUTHORITIES).closing.read(text)


def facts(code: str, text: str) -> tuple[Any, ...]:
    """Meeting, day, manners, votes."""
    one = told(code, text)
    votes = {column: read.value for column, read in one.votes.items()}
    return (one.meeting and one.meeting.value, one.date and one.date.value, sorted(one.manners), votes)


VOTE = {"for": 13, "against": 0, "abstaining": 2}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Adopted at the 2617th meeting by 13 votes to none, with 2 abstentions (Denmark, Peru)."),
        ("en", "Adopted at the 261 7th meeting by 13 votes in favour, none against and two abstentions."),
        ("fr", "Adoptée à la 2617e séance par 13 voix contre zéro, avec 2 abstentions (Danemark et Pérou)."),
        ("fr", "Adoptée à la 2617ème séance, par 13 voix pour, aucune voix contre et deux abstentions."),
        ("es", "Aprobada en la 2617a. sesión por 13 votos contra ninguno y 2 abstenciones (Dinamarca y Perú)."),
        ("es", "Aprobada en la 2617ª sesión por 13 votos a favor, ninguno en contra y dos abstenciones."),
        ("ru", "Принята на 2617-м заседании 13 голосами, при этом никто не голосовал против, при 2 воздержавшихся."),
        ("ru", "Принята на 2617-м заседании 13 голосами против нуля при двух воздержавшихся (Дания и Перу)."),
        ("zh", "第2617次会议以13票赞成、零票反对、2票弃权通过。"),
        ("zh", "第二六一七次會議以十三票對零票、二票棄權通過。"),
        ("ar", "اتخذ في الجلسة 2617 بأغلبية 13 صوتا مقابل لا شيء وامتناع عضوين عن التصويت."),
        ("ar", "اتُّخذ في الجلسة ٢٦١٧ بأغلبية ١٣ صوتا مقابل لا شيء، مع امتناع عضوين عن التصويت."),
    ],
)
def test_the_vote_at_a_meeting(code: str, text: str) -> None:
    meeting, _, manners, votes = facts(code, text)
    assert (meeting, manners, votes) == (2617, [], VOTE)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "54th plenary meeting (resumed)"),
        ("en", "54th (resumed) plenary meeting"),
        ("en", "54th (closed) meeting"),
        ("en", "Fifty-fourth plenary meeting"),  # as of the 1940s
        ("fr", "Cinquante-quatrième séance plénière"),
        ("fr", "54e séance plénière (reprise)"),
        ("fr", "54e (reprise) séance plénière"),
        ("es", "54ª sesión plenaria (reanudada)"),
        ("es", "54a. sesión (reanudada)"),
        ("es", "54ª (reanudada) sesión plenaria"),
        ("ru", "54-е (возобновленное) пленарное заседание"),
        ("ru", "54-e пленарное (возобновленное) заседание"),  # a Latin e
        ("ru", "54-е пленарное заседание"),
        ("zh", "第54次(续会)全体会议"),
        ("zh", "第54次全体会议(续会)"),
        ("zh", "第五十四次全体会议"),
        ("ar", "الجلسة العامة 54 (المستأنفة)"),
        ("ar", "الجلسة العامة ٥٤"),
        ("ar", "الجلسة العامة (المستأنفة) 54"),
    ],
)
def test_the_meeting_of_the_assembly(code: str, text: str) -> None:
    assert facts(code, text) == (54, None, [], {})


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two hundred and sixty-eighth plenary meeting, 4 December 2049"),
        ("fr", "Deux cent soixante-huitième séance plénière, le 4 décembre 2049"),
    ],
)
def test_the_number_of_a_meeting_may_be_in_words(code: str, text: str) -> None:
    assert load_page(code, AUTHORITIES).closing_lines.is_one(text)
    assert facts(code, text)[:2] == (268, "2049-12-04")
    assert not load_page(code, AUTHORITIES).closing_lines.is_one(f"{text} was long.")


@pytest.mark.parametrize(
    ("code", "text", "mended"),
    [
        ("en", "12 May 1970", False),
        ("en", "l2 May 197O", True),
        ("en", "12 May I970.", True),
        ("fr", "12 MAI 1970", False),
        ("fr", "l2 mai 1970", True),
        ("es", "12 DE MAYO DE 1970.", False),
        ("es", "12 de mavo de 1970", True),
        ("ru", "12 мая 1970 года", False),
        ("ru", "12 мая 197О года", True),  # a Cyrillic letter
        ("zh", "一九七〇年五月十二日", False),
        ("zh", "1970 年 5 月 12 日", False),
        ("ar", "١٢ أيار/مايو ١٩٧٠", False),
        ("ar", "12 أيار/مايو 1970", False),
    ],
)
def test_the_day(code: str, text: str, mended: bool) -> None:
    date = told(code, text).date
    assert date is not None
    assert (date.value, date.mended) == ("1970-05-12", mended)


@pytest.mark.parametrize(
    ("text", "meeting", "printed"),
    [
        ("Adopted unanimously at the 27491h meeting.", 2749, "27491h"),
        ("Adopted unanimously at the ]8S6ih meeting.", 1856, "]8S6ih"),
        ("Adopted unan-imously at the l504th meet-ing.", 1504, "l504th"),
        ("Aclopted unanimously at the 150 4th meeting.", 1504, "150 4th"),
    ],
)
def test_a_misread_sign_is_seen_through_and_told(text: str, meeting: int, printed: str) -> None:
    read = told("en", text)
    assert read.meeting is not None
    assert (read.meeting.value, read.meeting.mended) == (meeting, True)
    assert text[read.meeting.start : read.meeting.end] == printed
    assert (read.manners, read.adopted) == ({"unanimous"}, True)


@pytest.mark.parametrize(
    ("code", "text", "manner"),
    [
        ("en", "No vote was taken on the resolution as a whole.", {"in parts", "without vote"}),
        ("en", "Adopted without a vate.", {"without vote"}),
        ("en", "Note by the lamplighters.", set()),
        ("fr", "ADOPTÉE À L’UNANIMITÉ", {"unanimous"}),
        ("fr", "Adoptée sans être mise aux voix.", {"without vote"}),
        ("es", "Aprobada sin someterse a votación.", {"without vote"}),
        ("ru", "Принята без голосования", {"without vote"}),
        ("zh", "協商一致通過。", {"without vote"}),
        ("zh", "全体一致通过。", {"unanimous"}),
        ("ar", "اعتُمد بدون تصويت", {"without vote"}),
    ],
)
def test_the_manner(code: str, text: str, manner: set[str]) -> None:
    read = told(code, text)
    assert (read.manners, read.votes) == (manner, {})


LINES = {
    "en": ("The General Assembly,\n\nRecalling the lamps,1\n\n1. Requests light.", "1 A/81/229.", "17 December 2026"),
    "fr": (
        "L’Assemblée générale,\n\nRappelant les lampes1,\n\n1. Demande de la lumière.",
        "1 A/81/229.",
        "17 décembre 2026",
    ),
    "es": (
        "La Asamblea General,\n\nRecordando las lámparas1,\n\n1. Pide que haya luz.",
        "1 A/81/229.",
        "17 de diciembre de 2026",
    ),
    "ru": (
        "Генеральная Ассамблея,\n\nссылаясь на лампы1,\n\n1. просит дать свет.",
        "1 A/81/229.",
        "17 декабря 2026 года",
    ),
    "zh": ("大会，\n\n回顾灯火，1\n\n1. 请点灯。", "1 A/81/229。", "2026年12月17日"),
    "ar": (
        "إن الجمعية العامة،\n\nإذ تشير إلى المصابيح(1)،\n\n1 - تطلب الضوء.",
        "(1) A/81/229.",
        "17 كانون الأول/ديسمبر 2026",
    ),
}
RESUMED = {
    "en": "54th (resumed) plenary meeting",
    "fr": "54e séance plénière (reprise)",
    "es": "54ª sesión plenaria (continuación)",
    "ru": "54-e (возобновленное) пленарное заседание",
    "zh": "第54次全体会议(续会)",
    "ar": "الجلسة العامة 54 (المستأنفة)",
}


@pytest.mark.parametrize("notes_first", [True, False])
@pytest.mark.parametrize("lines_end", ["", ".", ","])
@pytest.mark.parametrize("code", sorted(LINES))
def test_the_lines_of_the_assembly_before_and_after_the_notes(code: str, lines_end: str, notes_first: bool) -> None:
    body, note, day = LINES[code]
    closing = f"{RESUMED[code]}{lines_end}\n{day}{lines_end.replace(',', '.')}"
    parts = ["A/RES/81/406", body, *((note, closing) if notes_first else (closing, note))]
    expression = converted(code, "\n\n".join(parts))
    resolution = expression.resolution
    adoption = resolution.adoption
    assert adoption is not None
    assert (adoption.meeting, adoption.date) == (54, "2026-12-17")
    assert [(one.marker, one.paragraph) for one in resolution.footnotes] == [("1", "pp1")]
    assert [one.id for one in resolution.paragraphs if one.kind != "plain"] == ["pp1", "op1"]


def findings(text: str) -> list[tuple[str, str, int]]:
    """(code, severity, line) of what is said of the adoption and the date."""
    expression = converted("en", text)
    codes = ("adoption-", "date-")
    return [(one.code, one.severity.value, one.line) for one in expression.diagnostics if one.code.startswith(codes)]


COUNCIL = (
    "Resolution {} ({})\nof 22 December {}\n\nThe Security Council,\n\nNoting the dark,\n\n1. Requests light.\n\n{}\n"
)


@pytest.mark.parametrize(
    ("number", "year", "dated", "closing", "said"),
    [
        (384, 1975, 1975, "Adopted unanimously at the 1869th meeting.", []),
        (384, 1975, 1975, "Adopted unanimously at the 18692nd meeting.", [("adoption-meeting", "warning", 10)]),
        (384, 1975, 1975, "Adopted unanimously at the 869th meeting.", [("adoption-meeting", "warning", 10)]),
        (3900, 2031, 2031, "Adopted unanimously at the 9876th meeting.", []),
        (384, 1975, 1975, "Adopted at the 1869th meeting by 13 votes to none, with 2 abstentions.", []),
        (
            384,
            1975,
            1975,
            "Adopted at the 1869th meeting by 73 votes to none, with 2 abstentions.",
            [("adoption-count", "warning", 10)],
        ),
        (15, 1946, 1946, "Adopted at the 87th meeting by 13 votes to none.", [("adoption-count", "warning", 10)]),
        (384, 1973, 1975, "Adopted unanimously at the 1869th meeting.", [("date-unlike-number", "warning", 1)]),
        (384, 1975, 1975, "", [("adoption-missing", "info", 8)]),
        (384, 1975, 1975, "Adopted unanimously at the meeting.", [("adoption-missing", "info", 10)]),
        (384, 1975, 1975, "Adopted unanimously at the 186955 meeting.", [("adoption-meeting", "warning", 10)]),
    ],
)
def test_what_cannot_be_is_said(number: int, year: int, dated: int, closing: str, said: list[Any]) -> None:
    assert findings(COUNCIL.format(number, year, dated, closing)) == said


ASSEMBLY = (
    "A/RES/91/5\n\nNinety-first session\n\nResolution adopted by the General Assembly on {}\n\n91/5. Lamps\n\n"
    "The General Assembly,\n\nNoting the dark,\n\n1. Requests light.\n\n55th plenary meeting\n{}\n"
)


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        ("24 December 2036", "24 December 2036", []),
        ("24 March 2037", "24 March 2037", []),
        ("24 December 2036", "23 December 2036", ["date-unlike-closing"]),
        ("24 December 2033", "24 December 2036", ["date-unlike-closing", "date-unlike-number"]),
        ("24 December 2033", "24 December 2033", ["date-unlike-number"]),
        ("23 and 24 December 2036", "24 December 2036", []),  # of several days any counts
        ("24 December 2036", "23 and 24 December 2036", []),
        ("22 and 23 December 2036", "24 December 2036", ["date-unlike-closing"]),
    ],
)
def test_days_that_disagree_are_said(above: str, below: str, said: list[str]) -> None:
    found = findings(ASSEMBLY.format(above, below))
    assert sorted(code for code, _, _ in found if code.startswith("date-")) == said


MEETINGS = {
    "en": ("Resolution 9212 (2039)", "Adopted by the Security Council at its {0} meeting, on 29 April 2039",
           "The Security Council,", "Adopted at the {0} meeting by 14 votes to none, with 1 abstention.", "th"),
    "fr": ("Résolution 9212 (2039)", "Adoptée par le Conseil de sécurité à sa {0} séance, le 29 avril 2039",
           "Le Conseil de sécurité,", "Adoptée à la {0} séance par 14 voix contre zéro, avec 1 abstention.", "e"),
    "es": ("Resolución 9212 (2039)", "Aprobada por el Consejo de Seguridad en su {0} sesión, celebrada el 29 de abril"
           " de 2039", "El Consejo de Seguridad,", "Aprobada en la {0} sesión por 14 votos contra ninguno y 1"
           " abstención.", "ª"),
    "ru": ("Резолюция 9212 (2039)", "принятая Советом Безопасности на его {0} заседании 29 апреля 2039 года",
           "Совет Безопасности,", "Принята на {0} заседании 14 голосами против нуля при одном воздержавшемся.", "-м"),
    "ar": ("القرار 9212 (2039)", "الذي اتخذه مجلس الأمن في جلسته {0} المعقودة في 29 نيسان/أبريل 2039",
           "إن مجلس الأمن،", "اتخذ في الجلسة {0} بأغلبية 14 صوتا مقابل لا شيء وامتناع عضو واحد عن التصويت.", ""),
    "zh": ("第9212(2039)号决议", "安全理事会2039年4月29日第{0}次会议通过", "安全理事会，",
           "第{0}次会议以14票对零票、1票弃权通过。", ""),
}  # fmt: skip


@pytest.mark.parametrize(("below", "date"), [("12302", "2039-04-29"), ("12303", None)])
@pytest.mark.parametrize("code", sorted(MEETINGS))
def test_the_day_above_the_text_is_that_of_the_vote_below_it_at_the_same_meeting(
    code: str, below: str, date: str | None
) -> None:
    number, above, phrase, vote, ordinal = MEETINGS[code]
    lines = [number, above.format(f"12302{ordinal}"), phrase, "1. X.", vote.format(f"{below}{ordinal}")]
    text = "\n\n".join(lines)
    adoption = converted(code, text).resolution.adoption
    assert adoption is not None
    assert (adoption.meeting, adoption.date, adoption.votes[0]) == (int(below), date, ("for", 14))


def test_a_draft_need_not_say_how_it_was_adopted() -> None:
    assert findings(LINES["en"][0].join(("A/81/L.4\n\nDraft resolution\n\n", "\n"))) == []


def test_who_did_not_vote_may_stand_in_a_paragraph_below() -> None:
    closing = "Adopted at the 1869th meeting by 12 votes to none, with 2 abstentions.\n\nOne member (Peru) was absent."
    text = COUNCIL.format(384, 1975, 1975, closing)
    adoption = converted("en", text).resolution.adoption
    assert adoption is not None
    assert [(column, [one.name for one in states]) for column, states in adoption.states] == [("absent", ["Peru"])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Adopted at the 2617th meeting by 9 votes to none, one member being absent (Peru)."),
        ("en", "Adopted at the 2617th meeting by 9 votes to none, one member absent (Peru)."),
        ("fr", "Adoptée à la 2617e séance par 9 voix contre zéro, un membre étant absent (Pérou)."),
        ("es", "Aprobada en la 2617a. sesión por 9 votos contra ninguno, estando un miembro ausente (Perú)."),
        ("ru", "Принята на 2617-м заседании 9 голосами, причем один член Совета отсутствовал (Перу)."),
        ("zh", "第2617次会议以9票对0票通过，一个理事国缺席（秘鲁）。"),
    ],
)
def test_who_was_absent_may_stand_behind_the_word(code: str, text: str) -> None:
    """The State was lost without a word: it was looked for before the verb alone."""
    [(start, end, column, count)] = told(code, text).named
    assert (column, count) == ("absent", 1)
    assert text[start - 1] in "(（" and text[end] in ")）"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two members (Denmark and Peru) did not participate in the voting."),
        ("fr", "Deux membres (Danemark et Pérou) n’ont pas participé au vote."),
        ("es", "Dos miembros (Dinamarca y Perú) no participaron en la votación."),
        ("ru", "Два члена Совета (Дания и Перу) не участвовали в голосовании."),
        ("zh", "两个理事国（丹麦和秘鲁）没有参加表决。"),
        ("ar", "لم يشارك عضوان (الدانمرك وبيرو) في التصويت."),
    ],
)
def test_those_who_did_not_vote(code: str, text: str) -> None:
    [(start, end, column, count)] = told(code, text).named
    assert (column, count) == ("not-participating", 2)
    assert text[start - 1] in "(（" and text[end] in ")）"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two members (Denmark and Peru) did not vote and another member (Nepal) was absent."),
        ("en", "Two members (Denmark and Peru) did not participate in the vote; one (Nepal) was absent."),
        ("fr", "Deux membres (Danemark, Pérou) n’ont pas participé au vote et un autre membre (Népal) était absent."),
        ("fr", "Deux membres (Danemark, Pérou) n’ont pas pris part au vote, un troisième (Népal) étant absent."),
        ("es", "Dos miembros (Dinamarca y Perú) no participaron en la votación y otro miembro (Nepal) estuvo ausente."),
        ("es", "Dos miembros (Dinamarca y Perú) no votaron y un miembro más (Nepal) estaba ausente."),
        (
            "ru",
            "Два члена Совета (Дания и Перу) не участвовали в голосовании, и один другой член (Непал) отсутствовал.",
        ),
        ("zh", "两个理事国（丹麦和秘鲁）没有参加表决，另一国（尼泊尔）缺席。"),
        ("ar", "لم يشارك عضوان (الدانمرك وبيرو) في التصويت وتغيب عضو آخر (نيبال)."),
        ("ar", "لم يشارك عضوان (الدانمرك وبيرو) في التصويت وكان عضو آخر (نيبال) غائبا."),
    ],
)
def test_another_member_may_be_absent_beside_those_who_did_not_vote(code: str, text: str) -> None:
    """The one who was absent was lost without a word."""
    assert [one[2:] for one in told(code, text).named] == [("not-participating", 2), ("absent", 1)]


DAYS = {
    "en": [
        "on 11 May 2046.",
        "the 11 May 2046",
        "On Friday, 11 May 2046",
        "Friday, 11 May 2046",
        "held on 11 May 2046",
    ],
    "fr": ["le 11 mai 2046.", "Le 11 mai 2046", "du 11 mai 2046", "le vendredi 11 mai 2046.", "en date du 11 mai 2046"],
    "es": ["el 11 de mayo de 2046.", "El 11 de mayo de 2046", "a 11 de mayo de 2046", "viernes 11 de mayo de 2046"],
    "ru": ["от 11 мая 2046 года.", "Пятница, 11 мая 2046 года", "состоявшееся 11 мая 2046 года"],
    "zh": ["于2046年5月11日。", "2046年5月11日，星期五", "2046年5月11日（星期五）"],
    "ar": ["في 11 أيار/مايو 2046.", "يوم الجمعة 11 أيار/مايو 2046", "المعقودة في 11 أيار/مايو 2046"],
}
MET = {"en": "40th plenary meeting", "fr": "40e séance plénière", "es": "40ª sesión plenaria"} | {
    "ru": "40-е пленарное заседание", "zh": "第40次全体会议", "ar": "الجلسة العامة 40",
}  # fmt: skip


@pytest.mark.parametrize("sign", ["", ","])
@pytest.mark.parametrize(("code", "day"), [(code, day) for code, days in DAYS.items() for day in days])
def test_words_may_stand_beside_the_day_below_the_meeting(code: str, day: str, sign: str) -> None:
    """`le 11 mai 2046.` in a paragraph of its own was no day, and the text had none, without a word."""
    text = "\n\n".join((ENACTING[code], f"1. {ACTS_THAT_END[code]}", MET[code] + sign, day))
    adoption = converted(code, text).resolution.adoption
    assert adoption is not None and (adoption.meeting, adoption.date) == (40, "2046-05-11")


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("en", "On 11 May 2046"),
        ("fr", "Le 11 mai 2046"),
        ("es", "El 11 de mayo de 2046"),
        ("ru", "Пятница, 11 мая 2046 года"),
        ("zh", "于2046年5月11日"),
        ("ar", "في 11 أيار/مايو 2046"),
    ],
)
def test_such_a_day_may_stand_above_the_meeting(code: str, day: str) -> None:
    text = "\n\n".join((ENACTING[code], f"1. {ACTS_THAT_END[code]}", f"{day}\n{MET[code]}"))
    adoption = converted(code, text).resolution.adoption
    assert adoption is not None and (adoption.meeting, adoption.date) == (40, "2046-05-11")


ACTS_THAT_END = {"en": "Requests light.", "fr": "Demande de la lumière.", "es": "Pide luz."} | {
    "ru": "просит дать свет.", "zh": "请求照明。", "ar": "تطلب الضوء.",
}  # fmt: skip
TAILS = {
    "en": ("Adopted at the 40th meeting by 7 votes to 1 (Peru),", "with 3 abstentions (Chad, Mali, Togo)."),
    "fr": ("Adoptée à la 40e séance par 7 voix contre une (Pérou),", "avec 3 abstentions (Mali, Tchad, Togo)."),
    "es": ("Aprobada en la 40a. sesión por 7 votos contra 1 (Perú),", "y 3 abstenciones (Chad, Malí, Togo)."),
    "ru": ("Принята на 40-м заседании 7 голосами против 1 (Перу),", "при 3 воздержавшихся (Мали, Того, Чад)."),
    "ar": (
        "اتخذ القرار في الجلسة 40 بأغلبية 7 أصوات مقابل صوت واحد (بيرو)،",
        "وامتناع 3 أعضاء عن التصويت (تشاد، توغو، مالي).",
    ),
    "zh": ("第四十次會議以七票對一票（秘魯）通過，", "棄權者三（乍得、马里、多哥）。"),
}


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("code", sorted(TAILS))
def test_a_count_of_votes_that_a_page_set_apart_is_none_that_is_lost(code: str, suffix: str) -> None:
    act = f"{number(code, 1)} {ACTS_THAT_END[code]}"
    adoption = read_lines(code, suffix, ENACTING[code], act, *TAILS[code]).resolution.adoption
    assert adoption is not None
    assert dict(adoption.votes) == {"for": 7, "against": 1, "abstaining": 3}
    assert [(column, len(states)) for column, states in adoption.states] == [("against", 1), ("abstaining", 3)]


def test_those_who_abstained_may_be_told_with_a_verb() -> None:
    found = facts("ru", "Принята на 40-м заседании 31 голосом против 7, причем 16 воздержались.")
    assert found == (40, None, [], {"for": 31, "against": 7, "abstaining": 16})


ABOVE = {
    "en": "Adopted by the Security Council at its 9404th meeting, on 3 May 2079",
    "fr": "Adoptée par le Conseil de sécurité à sa 9404e séance, le 3 mai 2079",
    "es": "Aprobada por el Consejo de Seguridad en su 9404ª sesión, celebrada el 3 de mayo de 2079",
    "ru": "принятая Советом Безопасности на его 9404-м заседании 3 мая 2079 года",
    "zh": "2079年5月3日安全理事会第9404次会议通过",
    "ar": "الذي اتخذه مجلس الأمن في جلسته 9404، المعقودة في 3 أيار/مايو 2079",
}
LETTERS = {
    "en": ("Annex", "Letter of the Keeper", "7 April 2079", "Requests light."),
    "fr": ("Annexe", "Lettre du Gardien", "7 avril 2079", "Demande de la lumière."),
    "es": ("Anexo", "Carta del Guardián", "7 de abril de 2079", "Pide luz."),
    "ru": ("Приложение", "Письмо смотрителя", "7 апреля 2079 года", "просит дать свет."),
    "zh": ("附件", "守灯人的信", "2079年4月7日", "感谢灯塔。"),
    "ar": ("المرفق", "رسالة الحارس", "7 نيسان/أبريل 2079", "تطلب الضوء."),
}
NUMBERED = {"en": "Resolution {}", "fr": "Résolution {}", "es": "Resolución {}", "ru": "Резолюция {}"} | {
    "zh": "第{}号决议", "ar": "القرار {}",
}  # fmt: skip


@pytest.mark.parametrize("code", LETTERS)
def test_the_day_of_a_letter_in_an_annex_is_none_of_the_adoption(code: str) -> None:
    *letter, act = LETTERS[code]
    head = (NUMBERED[code].format("9457(2079)" if code == "zh" else "9457 (2079)"), ABOVE[code], ENACTING[code])
    found = read_lines(code, "txt", *head, f"{number(code, 1)} {act}", *letter, act)
    adoption = found.resolution.adoption
    assert adoption is not None
    assert (adoption.place, adoption.date) == ("masthead:1", "2079-05-03")
    assert "date-unlike-closing" not in {one.code for one in found.diagnostics}


@pytest.mark.parametrize(
    "below", [("9404th plenary meeting", "7 April 2079"), ("7 April 2079", "Adopted unanimously.")]
)
def test_a_day_below_an_annex_with_a_line_on_the_adoption_beside_it_is_one(below: tuple[str, str]) -> None:
    head = ("Resolution 9457 (2079)", ABOVE["en"], ENACTING["en"], "1. Requests light.")
    adoption = read_lines("en", "txt", *head, "Annex", "The lamps are lit.", *below).resolution.adoption
    assert adoption is not None
    assert adoption.date == "2079-04-07"
