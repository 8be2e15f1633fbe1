"""Lists below words of their own: of an article, a decision, a statement; and titles that open like an act."""

from __future__ import annotations

import pytest

from tests.reading import ENACTING, number, read_lines

CODES = ("ar", "en", "es", "fr", "ru", "zh")
FORMS = ("txt", "html")
LABELS = {"ar": ("(أ)", "(ب)"), "en": ("(a)", "(b)"), "zh": ("(a)", "(b)")}
FIRST, SECOND = "a)", "b)"

ADOPTS = {
    "en": "Adopts the Convention on Lamps;",
    "fr": "Adopte la Convention sur les lampes ;",
    "es": "Aprueba la Convención sobre las lámparas;",
    "ru": "принимает Конвенцию о лампах;",
    "zh": "通过《灯公约》；",
    "ar": "تعتمد اتفاقية المصابيح؛",
}
ARTICLES = {  # of an annex: its heading, two articles, words of their own, what stands below them
    "en": ("Annex", "Article 1", "Article 2", "For the purposes of this Convention:", "“Lamp” means a light"),
    "fr": (
        "Annexe",
        "Article 1",
        "Article 2",
        "Aux fins de la présente Convention :",
        "Le mot « lampe » dit une lumière",
    ),
    "es": ("Anexo", "Artículo 1", "Artículo 2", "A los efectos de la Convención:", "“Lámpara” significa una luz"),
    "ru": ("Приложение", "Статья 1", "Статья 2", "Для целей настоящей Конвенции:", "«лампа» означает любой огонь"),
    "zh": ("附件", "第一条", "第二条", "为本公约的目的：", "“灯”指任何灯火"),
    "ar": ("المرفق", "المادة 1", "المادة 2", "لأغراض هذه الاتفاقية:", "يقصد بمصطلح ”المصباح“ أي ضوء"),
}
DECIDED = {  # of a decision: its title, who decided, the decision; its number stands above
    "en": (
        "Renaming of the Lamp Board",
        "At its 52nd meeting, on 11 December 2024, the General Assembly decided:",
        "To rename the Board",
    ),
    "fr": (
        "Nomination de gardiens",
        "À sa 53e séance plénière, le 12 décembre 2024, l’Assemblée générale a décidé :",
        "De nommer un gardien",
    ),
    "es": (
        "Nombramiento de guardianes",
        "En su 53ª sesión, celebrada el 12 de diciembre de 2024, la Asamblea General decidió:",
        "Nombrar a un guardián",
    ),
    "ru": (
        "Назначение смотрителей",
        "На своем 53-м заседании 12 декабря 2024 года Генеральная Ассамблея постановила:",
        "назначить смотрителя",
    ),
    "zh": ("任命看守人", "在2024年12月12日第53次全体会议上，大会根据灯塔委员会的建议决定：", "任命一名看守人"),
    "ar": (
        "تعيين الحراس",
        "قررت الجمعية العامة، في جلستها العامة 53 المعقودة في 12 كانون الأول/ديسمبر 2024، ما يلي:",
        "تعيين حارس",
    ),
}
NUMBERED = {
    "en": "Decision 79/948",
    "fr": "Décision 79/948",
    "es": "Decisión 79/948",
    "ru": "Решение 79/948",
    "zh": "第79/948号决定",
    "ar": "المقرر 79/948",
}


def listed(code: str, words: str) -> list[str]:
    """Two items of a list."""
    first, second = LABELS.get(code, (FIRST, SECOND))
    return [f"{first} {words}{'；' if code == 'zh' else ';'}", f"{second} {words}{'。' if code == 'zh' else '.'}"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", CODES)
def test_a_list_in_an_annex_stands_below_its_own_words(code: str, form: str) -> None:
    """With the text of an article above it, with a numbered paragraph above it, with the sentence of all articles."""
    annex, first, second, words, item = ARTICLES[code]
    for above in ([], [first, f"{number(code, 1)} {item}."], [words]):
        lines = [ENACTING[code], f"{number(code, 1)} {ADOPTS[code]}", annex, *above, second, words, *listed(code, item)]
        found = read_lines(code, form, *lines).resolution.paragraphs
        *_, leading, one, two = found
        assert (leading.text.text, leading.kind) == (words, "plain")
        assert [(row.kind, row.parent) for row in (one, two)] == [("sub", leading.id)] * 2


def test_words_that_go_on_below_a_list_of_a_number_have_no_list_of_their_own() -> None:
    lines = [ENACTING["en"], f"1. {ADOPTS['en']}", "Annex", "1. The keeper:", "(a) Trims;", "(b) Lights;"]
    found = read_lines("en", "txt", *lines, "and he shall also:", "(a) Sweep.").resolution.paragraphs
    assert [one.parent for one in found[-4:]] == ["annex-1", "annex-1", None, "annex-1"]


@pytest.mark.parametrize("code", CODES)
def test_what_a_decision_decides_stands_below_who_decided(code: str) -> None:
    title, words, item = DECIDED[code]
    expression = read_lines(code, "txt", NUMBERED[code], title, words, *listed(code, item))
    resolution = expression.resolution
    assert resolution.masthead.title == title
    leading, *items = resolution.paragraphs
    assert leading.text.text == words
    assert [(one.kind, one.parent) for one in items] == [("sub", leading.id)] * 2
    assert "plain-paragraph" not in {one.code for one in expression.diagnostics}


def test_a_decision_may_have_no_title() -> None:
    _, words, item = DECIDED["en"]
    lines = [NUMBERED["en"], "Recalling the Lamp Board and its keepers", words, *listed("en", item)]
    assert read_lines("en", "txt", lines[0], *lines[2:]).resolution.masthead.title is None
    assert read_lines("en", "txt", lines[0], f"{lines[1]},", *lines[2:]).resolution.masthead.title is None


STATEMENT = {
    "en": ("“The Security Council calls upon the captains:", "“(a) To slow down;", "“(b) To ring.”"),
    "fr": ("« Le Conseil de sécurité demande aux capitaines :", "« a) De ralentir ;", "« b) De sonner. »"),
    "es": ("“El Consejo de Seguridad exhorta a los capitanes:", "“a) A ir despacio;", "“b) A tocar la campana.”"),
    "ru": ("«Совет Безопасности призывает капитанов:", "«a) замедлить ход;", "«b) звонить»."),
    "zh": ("“安全理事会促请各船长：", "“(a) 减速；", "“(b) 鸣钟。”"),
    "ar": ("”يهيب مجلس الأمن بالربابنة:", "”(أ) أن يبطئوا؛", "”(ب) أن يقرعوا الجرس.“"),
}
ANNOUNCED = {
    "en": "At the 9911th meeting of the Security Council, held on 3 May 2031, the President made this statement:",
    "fr": "À la 9911e séance du Conseil de sécurité, le 3 mai 2031, le Président a fait la déclaration suivante :",
    "es": "En la 9911ª sesión del Consejo de Seguridad, el 3 de mayo de 2031, el Presidente hizo esta declaración:",
    "ru": "На 9911-м заседании Совета Безопасности 3 мая 2031 года Председатель сделал следующее заявление:",
    "zh": "2031年5月3日，安全理事会第9911次会议上，主席发表声明如下：",
    "ar": "في الجلسة 9911 لمجلس الأمن، المعقودة في 3 أيار/مايو 2031، أدلى الرئيس بالبيان التالي:",
}


@pytest.mark.parametrize("code", CODES)
def test_a_label_in_a_statement_may_stand_behind_a_quotation_mark(code: str) -> None:
    lines = ["S/PRST/2031/94", ANNOUNCED[code], *STATEMENT[code]]
    *_, leading, one, two = read_lines(code, "txt", *lines).resolution.paragraphs
    assert [(row.kind, row.parent) for row in (one, two)] == [("sub", leading.id)] * 2


TITLES = ("Strengthening the winter service", "Improving the oil")


@pytest.mark.parametrize("form", FORMS)
def test_a_title_above_the_first_number_is_one_like_those_between_numbers(form: str) -> None:
    """By itself it may be a recital that lost its comma."""
    first, second = TITLES
    lines = [ENACTING["en"], "Recalling the long nights,", first, "1. Invites keepers;", second, "2. Invites captains."]
    for above, wanted in ((lines[1], "heading"), (lines[1][:-1], "preambular")):
        told = {
            one.text.text: one.kind for one in read_lines("en", form, lines[0], above, *lines[2:]).resolution.paragraphs
        }
        assert told[second] == "heading"
        assert told.get(first, "preambular") == wanted
    alone = read_lines("en", form, *lines[:4], lines[5]).resolution.paragraphs
    assert {one.text.text: one.kind for one in alone}[first] == "preambular"


CLOSING = {
    "en": ("48th plenary meeting,", "3 December 1954."),
    "fr": ("412e séance plénière,", "3 décembre 1954."),
    "es": ("412a. sesión plenaria,", "3 de diciembre de 1954."),
    "ru": ("412-е пленарное заседание,", "3 декабря 1954 года."),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", sorted(CLOSING))
def test_the_day_below_the_meeting_may_end_in_a_full_stop(code: str, form: str) -> None:
    lines = [ENACTING[code], f"{number(code, 1)} {ADOPTS[code][:-1].rstrip()}.", *CLOSING[code]]
    assert "plain-paragraph" not in {one.code for one in read_lines(code, form, *lines).diagnostics}
    other = read_lines(code, form, *lines[:3], "abc 1954.").diagnostics
    assert "plain-paragraph" in {one.code for one in other}


def test_a_chinese_text_may_quote_a_paragraph_below_a_label() -> None:
    lines = ["大会，", "1. 决定修正章程：", "(a) 第3段改为：", "“3. 委员会每年举行两次会议。”；", "2. 请委员会适用。"]
    assert "plain-paragraph" not in {one.code for one in read_lines("zh", "txt", *lines).diagnostics}
    lines[2:4] = ["委员会每年举行两次会议。"]
    assert "plain-paragraph" in {one.code for one in read_lines("zh", "txt", *lines).diagnostics}


PROCLAIMS = {  # in an annex: a heading, a recital, what is proclaimed
    "en": ("Preamble", "Whereas light is the foundation of peace,", "Proclaims this Declaration to all harbours."),
    "fr": (
        "Préambule",
        "Considérant que la lumière est la paix,",
        "Proclame la présente Déclaration à tous les ports.",
    ),
    "es": ("Preámbulo", "Considerando que la luz es la paz,", "Proclama la presente Declaración a los puertos."),
    "ru": ("Преамбула", "Принимая во внимание, что свет есть мир,", "Провозглашает настоящую Декларацию гаваням."),
    "zh": ("序言", "鉴于光明乃是港口和平的基础，", "发布这一宣言，作为所有港口的共同标准。"),
    "ar": ("الديباجة", "إذ تضع في اعتبارها أن الضوء سلام،", "تصدر هذا الإعلان لجميع الموانئ."),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", CODES)
def test_what_an_annex_proclaims_is_no_recital_of_the_text(code: str, form: str) -> None:
    """Below the organ's name, which stands in the annex again."""
    heading, recital, words = PROCLAIMS[code]
    annex, article, *_ = ARTICLES[code]
    lines = [
        ENACTING[code],
        f"{number(code, 1)} {ADOPTS[code]}",
        annex,
        heading,
        recital,
        ENACTING[code],
        words,
        article,
    ]
    found = {one.text.text: one.kind for one in read_lines(code, form, *lines).resolution.paragraphs}
    assert [found[one] for one in (heading, recital, words, article)] == ["heading", "plain", "plain", "heading"]


@pytest.mark.parametrize(
    ("code", "words"), [("fr", "Les remercie de leur travail."), ("es", "Les pide que continúen.")]
)
def test_a_pronoun_may_stand_before_the_verb(code: str, words: str) -> None:
    found = read_lines(code, "txt", ENACTING[code], f"1. {words}")
    assert len(found.verbs) == 1
    assert "no-action-verb" not in {one.code for one in found.diagnostics}
