"""A language's page of citations: its phrases, and what is told of a wrong one."""

from __future__ import annotations

import pytest

from converter.cite import numbers, reader
from converter.cite.lists import spread
from converter.cite.references import Reference
from converter.language_files import available
from converter.languages.keys import KEYS, SLOTS
from converter.languages.match import Match, Phrases
from converter.languages.page import Page, load_page, make
from tests.language_examples import AUTHORITIES, LANGUAGES

PAGE = """\
language: en
nouns: {resolution: [resolution, resolutions]}
own: [its]
joints: {and: [and], to: [to], between: [in particular]}
before a number: |
  {noun} [No.]
  …3 (by|in) its {noun}
  {organ}['s] {noun}
after a number: |
  [,] of|on the lamp [in particular]
"""


def page(more: str = "") -> Page:
    return make(PAGE + more, "en.page.yml", AUTHORITIES)


def before(text: str, phrase: int) -> Match | None:
    read = page()
    tokens = read.tokens(text)
    return of(read.before, phrase, read.before.before(tokens, len(tokens), 0))


def of(phrases: Phrases, index: int, found: list[Match]) -> Match | None:
    """The match of the phrase with this index."""
    return next((match for match in found if match.phrase is phrases.phrases[index]), None)


@pytest.mark.parametrize(
    ("text", "phrase", "first"),
    [
        ("the Resolution", 0, 1),
        ("the resolution No.", 0, 1),
        ("the resolutions no", 0, None),
        ("we said by its resolution", 1, 0),
        ("we said. By its resolution", 1, 3),  # no gap over the end of a sentence
        ("a b c d in its resolution", 1, 1),
        ("the General Assembly’s resolution", 2, 1),
        ("the general assembly resolution", 2, None),  # written with capitals
    ],
)
def test_phrases_are_read_leftwards(text: str, phrase: int, first: int | None) -> None:
    found = before(text, phrase)
    assert (found.first if found else None) == first


@pytest.mark.parametrize(
    ("text", "last"),
    [(", on the lamp", 4), ("of the lamp in particular the", 4), ("of the lamp in", 3), ("the lamp", None)],
)
def test_phrases_are_read_rightwards(text: str, last: int | None) -> None:
    read = page()
    found = of(read.after, 0, read.after.after(read.tokens(text), 0))
    assert (found.last if found else None) == last


@pytest.mark.parametrize(
    ("more", "line", "about"),
    [
        ("lamps: [a]\n", 11, "lamps"),
        ("asides: relevant\n", 11, "asides"),
        ("months: [January]\n", 11, "months"),
        ("dates: |\n  {moon} of\n  {days} {lamp}\n", 12, "{moon}"),
        ("dates: |\n  {days} [of\n", 12, "]"),
        ("dates: |\n  {days} of)\n", 12, ")"),
        ("dates: |\n  # a remark\n\n  {days} (\n", 14, ")"),
        ("pinpoints: |\n  lamp: lamp {items}\n", 12, "lamp"),
        ("own: [our]\n", 11, "own"),
        ("paragraph numbers: ['1.', '1+']\n", 11, "1+"),
        ("sub-paragraph labels: ['(a)', '(z)']\n", 11, "(z)"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(more: str, line: int, about: str) -> None:
    problems = page(more).problems
    assert problems
    assert problems[0].path == "en.page.yml"
    assert problems[0].line == line
    assert about in problems[0].message
    assert problems[0].hint


@pytest.mark.parametrize("code", available())
def test_pages_are_good(code: str) -> None:
    assert load_page(code, AUTHORITIES).problems == ()


def test_pages_with_every_key_are_described() -> None:
    text = (LANGUAGES.parent.parent / "docs" / "contribute" / "languages.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in text] == []
    assert [slot for slot in sorted(SLOTS) if f"{{{slot}}}" not in text] == []


MORE = """\
  关于…,9的
nouns with own: {resolution: [其]}
other words: [尤其]
variants: {關: 关, 於: 于, 號: 号}
number end: [号]
item signs: {before: [第], after: [段]}
dates: |
  {year}年{month number}月{days}日
  {month number}月{days}日
pinpoints: |
  paragraph: {signed items}
"""


@pytest.mark.parametrize(
    ("text", "first"),
    [("关于关于灯的", 1), ("關於灯的", 0), ("关于灯，船的", None), ("关于“灯”的", None), ("关于灯1(1990)的", None)],
)
def test_a_gap_leads_to_the_nearest_in_its_clause(text: str, first: int | None) -> None:
    read = page(MORE)
    tokens = read.tokens(text)
    found = read.after.before(tokens, len(tokens), 0)
    assert (found[0].first if found else None) == first


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("二〇四〇年三月二日", ("2040-03-02",)),
        ("2040年3月2日和4月31日", None),  # of a list with an impossible day nobody knows what is misprinted
        ("2040年3月2日和四月十日", ("2040-03-02", "2040-04-10")),
        ("三月二日", ("--03-02",)),
        ("2040年13月2日", None),
    ],
)
def test_a_date_is_what_the_page_says(text: str, days: tuple[str, ...] | None) -> None:
    read = page(MORE)
    dates = [token.value for token in read.tokens(text.replace("和", " and ")).items if token.kind == "date"]
    assert dates == ([] if days is None else [days])


@pytest.mark.parametrize(
    ("text", "last"),
    [("第3 and 第4段", 6), ("3段(a) and (b)段", 6), ("3 and 4号", None), ("第3段 and 4", 3), ("三段", 2)],
)
def test_paragraphs_with_their_signs_end_in_one(text: str, last: int | None) -> None:
    read = page(MORE)
    found = read.units.after(read.tokens(text), 0)
    assert (found[0].last if found else None) == last


def test_a_word_that_ends_like_another_is_none_of_it() -> None:
    read = page(MORE)
    assert [token.kind for token in read.tokens("尤其号").items] == ["word", "number end"]


# --- what is written as one with the word after it ----------------------------------------------------------------

JOINED = """\
language: ar
joined: [و]
prefixes: {ب: '', ل: '', لل: ال}
nouns: {resolution: [القرار, القرارين, قرار]}
joints: {and: [و], to: [إلى]}
letters: {ألف: A, دال: D, واو: F}
sessions: {دإ: S, د إ: S, د: ''}
ordinals: {الثالث: 3}
months: [يناير, فبراير, مارس, أبريل, مايو, يونيه, يوليه, أغسطس, سبتمبر, [أكتوبر, تشرين الأول], نوفمبر,
  [ديسمبر, كانون الأول]]
dates: |
  {days} {month} {year}
before a number: |
  {noun}
after a number: |
  المؤرخ {own date}
  المؤرخين {shared date}
pinpoints: |
  section: الجزء {units}
  paragraph: الفقرة {items}
  to the work: [من]
"""


def joined() -> Page:
    made = make(JOINED, "ar.page.yml", AUTHORITIES)
    assert made.problems == ()
    return made


def read(text: str) -> list[Reference]:
    made = joined()
    return reader.numbered(made.tokens(text), made)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("بالقرار", ["القرار"]),
        ("للقرار", ["القرار"]),  # the alef of the article is not written
        ("وبقرار", ["و", "قرار"]),
        ("ولم", ["ولم"]),
        ("لمن", ["لمن"]),  # a word of two letters may begin like this by chance
        ("بالقرارات", ["بالقرارات"]),
        ("ودإ-26/2", ["و", "دا-26/2"]),
        ("و338 (1973)", ["و", "338 (1973)"]),
        ("واو", ["واو"]),
    ],
)
def test_what_is_joined_to_a_word_is_taken_off(text: str, words: list[str]) -> None:
    assert [token.word for token in joined().tokens(text).items] == words


def test_a_prefix_belongs_to_its_word() -> None:
    text = "وبالقرار 60/251"
    assert [text[one.start : one.main_end] for one in read(text)] == ["بالقرار 60/251"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("القرار دإ-26/2", "S-26/2"),
        ("القرار د إ - 26/2", "S-26/2"),
        ("القرار 3236 (د-29)", "3236(XXIX)"),
        ("القرار 3236 (دـ 29)", "3236(XXIX)"),  # the dash is drawn with a tatweel
        ("القرار 3236(د29)", "3236(XXIX)"),
        ("القرار 3362 (دإ-7)", "3362(S-VII)"),
        ("القرار 186 (دإ-2)", "186(S-2)"),
        ("القرار 3419 دال (د-30)", "3419(XXX)"),  # the letter of the part begins like the session
        ("القرار 161 ألف (1961)", "161(1961)"),
        ("القرار 242 )1967(", "242(1967)"),
        ("القرار 2453 ألف )د-23(", "2453(XXIII)"),
    ],
)
def test_sessions_and_parts_are_those_of_symbols(text: str, printed: str) -> None:
    assert [number.text for one in read(text) if (number := numbers.normalise(one.printed))] == [printed]


def test_a_month_may_have_a_name_of_two_words() -> None:
    [one] = read("القرار 60/251 المؤرخ 15 تشرين الأول 2006")
    assert one.dates == ("2006-10-15",)


def test_a_pinpoint_may_stand_right_before_the_work() -> None:
    assert [pin.label for pin in read("الجزء الثالث القرار 60/251")[0].before] == ["III"]
    assert [pin.label for pin in read("الفقرة 3 من القرار 60/251")[0].before] == ["3"]
    assert [pin.label for pin in read("الفقرة 3 إلى القرار 60/251")[0].before] == []


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("المؤرخ", [None, "2016-12-22"]),
        ("المؤرخين", ["2016-12-22", "2016-12-22"]),
    ],
)
def test_a_date_is_shared_where_its_word_says_so(words: str, dates: list[str | None]) -> None:
    found = spread(read(f"القرار 71/305 والقرار 71/306 {words} 22 كانون الأول 2016"))
    assert [one.date for one in found] == dates
    assert spread(read(f"القرار 70/305 والقرار 71/306 {words} 22 كانون الأول 2016"))[0].date is None


MONTHS = """\
months: [janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre]
dates: |
  {days} {month} {year}
"""


@pytest.mark.parametrize("printed", ["1er février 2006", "1ER FEVRIER 2006", "1er fevrier 2006", "01 Février 2006"])
def test_a_month_is_known_without_its_accents(printed: str) -> None:
    [token] = page(MONTHS).tokens(printed).items
    assert (token.kind, token.value) == ("date", ("2006-02-01",))


@pytest.mark.parametrize("printed", ["1st", "1er", "1ER", "1re", "2e", "3ème", "4EME", "5º"])
def test_digits_of_an_ordinal(printed: str) -> None:
    [token] = page().tokens(printed).items
    assert token.sense("ordinal digits") == int(printed[0])


def test_a_capital_alone_is_no_word_of_one_small_letter() -> None:
    made = make(PAGE.replace("to: [to]", "to: [à]"), "fr.page.yml", AUTHORITIES)
    small, capital = made.tokens("à A").items
    assert small.has("to")
    assert capital.has("letter")
    assert not capital.has("to")


# --- what stands between the numbers of a list --------------------------------------------------------------------

SPREAD = """\
language: es
nouns: {resolution: [resolución, resoluciones]}
own: [su, sus]
names go on: [de la, de los, de, del]
joints: {and: [y], to: [a], between: [de, la]}
months: [enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre]
dates: |
  {days} de {month} [de {year}]
before a number: |
  {noun}
  {own}
after a number: |
  [,] (de la|del) {organ}
  , de {date}
  , sobre {topic}
pinpoints: |
  paragraph: párr. {items}
  from the work: ,
"""


def spread_page() -> Page:
    made = make(SPREAD, "es.page.yml", AUTHORITIES)
    assert made.problems == ()
    return made


def listed(text: str) -> list[Reference]:
    made = spread_page()
    return reader.numbered(made.tokens(text), made)[0]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sus resoluciones 5/1, sobre los faros del norte, y 5/2", ["5/1", "5/2"]),
        ("sus resoluciones 5/1, sobre los faros del norte y 5/2", ["5/1", "5/2"]),
        ("sus resoluciones 5/1, sobre los faros, sobre las boyas - y 5/2", ["5/1", "5/2"]),
        ("sus resoluciones 5/1, sobre los faros, las boyas y el mar, y 5/2", ["5/1", "5/2"]),
        ("sus resoluciones 5/1, sobre los faros, las boyas y el mar, 5/2", ["5/1", "5/2"]),
        ("su resolución 5/1, sobre los faros, las boyas y el mar, de 2/3", ["5/1"]),
        ("sus resoluciones 5/1, sobre el naufragio de 3 de mayo de 1990, y 5/2", ["5/1", "5/2"]),
        ("su resolución 5/1, sobre los faros. En 5/2", ["5/1"]),
        ("su resolución 5/1, sobre los faros (azules), y 5/2", ["5/1"]),
    ],
)
def test_a_list_goes_on_behind_what_a_text_is_about(text: str, numbers: list[str]) -> None:
    assert [one.printed for one in listed(text)] == numbers


def test_what_a_text_is_about_does_not_end_in_and() -> None:
    [one] = listed("su resolución 5/1, sobre los faros y, de 3 de mayo de 2001, las boyas")
    assert one.dates == ()


def test_what_a_text_is_about_ends_before_its_date() -> None:
    [one, other] = listed(
        "resoluciones 5/1, sobre los faros, de 3 de mayo de 2001, y 5/2, sobre el mar, las boyas y la luz,"
    )
    assert (one.dates, other.dates) == (("2001-05-03",), ())


def test_a_letter_that_begins_a_word_is_no_part() -> None:
    for text, printed in (("72/955 Véase", "72/955"), ("72/955 Él", "72/955"), ("72/955 V", "72/955 V")):
        assert [one.printed for one in listed(f"la resolución {text}")] == [printed]


def test_dates_are_joined_with_the_words_that_lead_to_each() -> None:
    [one, other] = spread(listed("resoluciones 901 (1964) y 902 (1964), de 3 de abril y de 4 de mayo de 1964"))
    assert (one.date, other.date) == ("1964-04-03", "1964-05-04")


@pytest.mark.parametrize("label", ["a", "l", "ii"])
def test_a_paragraph_of_two_digits_with_its_label_is_no_broken_number(label: str) -> None:
    [one] = listed(f"resolución 71/922, párr. 43 {label})")
    assert [pin.label for pin in one.after] == [f"43({label})"]


@pytest.mark.parametrize(
    ("printed", "organ"),
    [
        ("del Consejo", "Consejo"),
        ("del Consejo, de 3 de mayo de 2001", "Consejo"),
        ("del Consejo de Seguridad", "Consejo de Seguridad"),
        ("del Consejo de la Asamblea General", "Consejo"),
        ("del Consejo de los faros", "Consejo"),
        ("del Consejo de los Faros", "consejo de los faros"),
        ("de la Asamblea de Boyas, de 3 de mayo de 2001", "asamblea de boyas"),
    ],
)
def test_a_short_name_that_goes_on_is_that_of_another(printed: str, organ: str) -> None:
    assert [one.organ for one in listed(f"resolución 71/922 {printed}")] == [organ]


# --- words that are written once for all their cases --------------------------------------------------------------

CASES = """\
language: ru
endings: {ия: [я, и, ю], ый: [ый, ая], ы: ['', а]}
nouns: {resolution: [резолюци~ия], draft: [проект~ы резолюци~ия]}
ordinals: {перв~ый: 1}
before a number: |
  {noun}
  принят~ый|нов~ый {noun}
"""


def test_a_stem_is_all_its_forms() -> None:
    made = make(CASES, "ru.page.yml", AUTHORITIES)
    assert made.problems == ()
    for words, kind in (("резолюцию", "noun"), ("проекта резолюции", "noun"), ("первая", "ordinal")):
        assert [one.kind for one in made.tokens(words).items] == [kind], words
    assert made.tokens("резолюци").items[0].kind == "word"
    for words, last in (("новая резолюция", 0), ("принятый резолюцию", 0), ("принятую резолюцию", None)):
        tokens = made.tokens(words)
        found = of(made.before, 1, made.before.before(tokens, len(tokens), 0))
        assert (found.first if found else None) == last, words


def test_endings_that_are_not_there_are_told() -> None:
    told = make(CASES.replace("резолюци~ия]", "резолюци~ие]", 1), "ru.page.yml", AUTHORITIES).problems
    assert [(one.line, one.message) for one in told] == [(3, "there are no endings “ие”")]


@pytest.mark.parametrize(("text", "word"), [("1 а)", "а)"), ("1 a)", "a)"), ("2042 года)", "года"), ("(а)", "(а)")])
def test_labels_of_the_page_may_lack_their_first_bracket(text: str, word: str) -> None:
    made = make(CASES + "labels: {а: a}\n", "ru.page.yml", AUTHORITIES)
    assert made.tokens(text).items[1 if " " in text else 0].word == word
