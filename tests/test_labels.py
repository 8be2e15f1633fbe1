"""The labels of sub-paragraphs: all that stand between two numbers are read as one sequence, in six languages."""

from __future__ import annotations

import re
from functools import partial

import pytest

from converter.authorities import Authorities
from converter.languages import load
from converter.model import Expression
from converter.parse.labels import operative_label, readings
from converter.parse.sequence import Labelled, place
from tests.reading import converted
from tests.steps import assert_linear, assert_not_square

# The enacting phrase, a recital, an operative paragraph that ends in a colon, an item of a list, the next number.
TEXTS = {
    "en": ("The General Assembly,", "Noting the dark,", "1. Requests the keepers:", "To light lamps;", "2. Decides"),
    "fr": ("L’Assemblée générale,", "Notant la nuit,", "1. Prie les gardiens :", "D’allumer ;", "2. Décide"),
    "es": ("La Asamblea General,", "Observando la noche,", "1. Pide a los guardianes:", "Enciendan;", "2. Decide"),
    "ru": ("Генеральная Ассамблея,", "отмечая темноту,", "1. просит смотрителей:", "зажечь лампы;", "2. постановляет"),
    "ar": ("إن الجمعية العامة،", "إذ تلاحظ الظلام،", "1 - تطلب إلى الحراس:", "أن يضيئوا المصابيح؛", "2 - تقرر"),
    "zh": ("大会，", "注意到黑夜，", "1. 请看守人：", "点灯；", "2. 决定"),
}


def read(lang: str, labels: str) -> Expression:
    """A text with a list that has these labels, parted by blanks; `:` after one lets it end in a colon.

    A `~` is a blank inside a label.
    """
    enacting, recital, first, item, second = TEXTS[lang]
    stop = "：" if lang == "zh" else ":"
    items = [
        f"{one.removesuffix(':').replace('~', ' ')} {item[:-1] + stop if one.endswith(':') else item}"
        for one in labels.split()
    ]
    text = "\n\n".join([enacting, recital, first, *items, f"{second} {item[:-1]}."]) + "\n"
    return converted(lang, text)


def anchors(found: Expression) -> str:
    return " ".join(one.id.removeprefix("op1-") for one in found.resolution.paragraphs if one.kind == "sub")


def said(found: Expression) -> list[tuple[str, str]]:
    """What is said of labels: the code and the label."""
    labels = {one.id: one.label.text for one in found.resolution.paragraphs if one.label}
    return [(one.code, labels[one.at]) for one in found.diagnostics if one.code.startswith("label-")]


ORDERLY = [
    ("en", "(a) (b) (c)", "a b c"),
    ("en", "(a): (i) (ii): (1) (2) (iii) (b)", "a a-i a-ii a-ii-1 a-ii-2 a-iii b"),
    ("en", "(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", "a b c d e f g h i j"),
    ("en", "(a) (b) (c) (d) (e) (f) (g) (h): (i) (ii) (i) (j)", "a b c d e f g h h-i h-ii i j"),
    ("en", "(a) (b) (c) (d) (e) (f) (g) (h) (i)", "a b c d e f g h i"),
    ("en", "(a): (i) (ii) (b): (i) (ii)", "a a-i a-ii b b-i b-ii"),
    ("en", "(i) (ii) (iii) (iv) (v) (vi)", "i ii iii iv v vi"),
    ("en", "(A): (I) (II)", "A A-I A-II"),
    ("fr", "a) b): i) ii) c)", "a b b-i b-ii c"),
    ("es", "a) b): i) ii) c)", "a b b-i b-ii c"),
    ("es", "a) b) c) d) e) f) g) h) i) j) k) l) m) n) ñ) o)", "a b c d e f g h i j k l m n n-2 o"),
    ("ru", "a) b) c): i) ii) d)", "a b c c-i c-ii d"),
    ("ru", "а) б) в) г) д) е) ж) з) и) к)", "a b c d e f g h i j"),
    ("ru", "а) b) с) d) е) f)", "a b c d e f"),
    ("ar", "(أ) (ب): ’1‘ ’2‘ (ج) (د) (هـ) (و)", "a b b-1 b-2 c d e f"),
    ("ar", "(ا) (ب) (ج)", "a b c"),
    ("ar", "(أ) (ب) (ج) (د) (ﻫ) (و)", "a b c d e f"),
    ("zh", "(a) (b): (一) (二) (c)", "a b b-1 b-2 c"),
    ("zh", "（a） （b）: ㈠ ㈡ （c）", "a b b-1 b-2 c"),
]


@pytest.mark.parametrize(("lang", "labels", "expected"), ORDERLY)
def test_orderly_labels_are_read_without_a_word(lang: str, labels: str, expected: str) -> None:
    found = read(lang, labels)
    assert anchors(found) == expected
    assert said(found) == []


LATIN = "abcdefghijklmnopqrstuvwxyz"
ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذض"
DOUBLED = [
    ("en", LATIN, "({})", ("(a~a)", "(b~b)")),
    ("zh", LATIN, "({})", ("(a~a)", "(b~b)")),
    ("fr", LATIN, "{})", ("a~a)", "b~b)")),
    ("es", LATIN, "{})", ("a~a)", "b~b)")),
    ("ru", LATIN, "{})", ("а~а)", "b~b)")),  # the first letter is Cyrillic
    ("ar", ARABIC, "({})", ("(أ~أ)", "(ب~ب)")),
]


@pytest.mark.parametrize(("lang", "alphabet", "shape", "after"), DOUBLED)
def test_a_doubled_letter_may_have_a_blank_between(
    lang: str, alphabet: str, shape: str, after: tuple[str, ...]
) -> None:
    found = read(lang, " ".join([*map(shape.format, alphabet), *after]))
    assert anchors(found) == " ".join([*LATIN, "aa", "bb"])
    assert said(found) == []
    last = [one for one in found.resolution.paragraphs if one.kind == "sub"][-1]
    assert last.label is not None
    assert last.label.text == after[-1].replace("~", " ")
    assert last.text.text.startswith(TEXTS[lang][3][:-1])


MENDED = [
    ("en", "(a) (6) (c} (ad) (e)", "a b c d e", ["(6)", "(c}", "(ad)"]),
    ("en", "(a) (5) (c)", "a b c", ["(5)"]),
    ("en", "(a): (1) (ii) (iii) (b)", "a a-i a-ii a-iii b", ["(1)"]),
    ("en", "(a): (i) (11) (iii) (b)", "a a-i a-ii a-iii b", ["(11)"]),
    ("en", "(a) b) (c)", "a b c", ["b)"]),
    ("en", "(a) (B) (c)", "a b c", ["(B)"]),
    ("en", "(a) (b) (e) (d)", "a b c d", ["(e)"]),
    ("en", "(a) (2) (c)", "a b c", ["(2)"]),
    ("fr", "a) 6) c) ad) e)", "a b c d e", ["6)", "ad)"]),
    ("es", "a) b} c)", "a b c", ["b}"]),
    ("ru", "a) 6) c)", "a b c", ["6)"]),
    ("zh", "(a) (6) (c)", "a b c", ["(6)"]),
    ("ar", "(أ) (ب} (ج)", "a b c", ["(ب}"]),
]


@pytest.mark.parametrize(("lang", "labels", "expected", "wrong"), MENDED)
def test_a_misprint_is_seen_through_and_said(lang: str, labels: str, expected: str, wrong: list[str]) -> None:
    found = read(lang, labels)
    assert anchors(found) == expected
    assert said(found) == [("label-mended", one) for one in wrong]
    printed = [one.label.text for one in found.resolution.paragraphs if one.kind == "sub" and one.label]
    assert printed == [one.removesuffix(":") for one in labels.split()]


DOUBTFUL = [
    ("en", "(a) (b) (d)", "a b d", "(d)"),
    ("en", "(a) (b) (b) (c)", "a b b-2 c", "(b)"),
    ("en", "(c) (d)", "c d", "(c)"),
    ("en", "(u): (i)", "u u-i", "(u)"),
    ("en", "(i) (ii) (b) (c)", "i ii b c", "(b)"),
    ("fr", "a) b) f)", "a b f", "f)"),
    ("es", "a) b) f)", "a b f", "f)"),
    ("ru", "а) б) е)", "a b e", "е)"),
    ("ar", "(أ) (ب) (و)", "a b f", "(و)"),
    ("zh", "(a) (b) (f)", "a b f", "(f)"),
]


@pytest.mark.parametrize(("lang", "labels", "expected", "wrong"), DOUBTFUL)
def test_what_makes_no_good_order_stays_and_is_said(lang: str, labels: str, expected: str, wrong: str) -> None:
    found = read(lang, labels)
    assert anchors(found) == expected
    assert said(found) == [("label-implausible", wrong)]


def test_words_in_brackets_are_no_label(authorities: Authorities) -> None:
    found = read("en", "(a) (b)")
    assert not readings("(see above) the lamps", load("en", authorities))
    assert anchors(found) == "a b"


def test_two_readings_that_are_as_good_are_said(authorities: Authorities) -> None:
    language = load("en", authorities)
    one = readings("(i) Light", language)
    doubles = tuple(reading for reading in one if reading.cost == 0)
    assert len(doubles) == 2
    even = [Labelled(tuple(type(r)(r.form, r.number, 1, r.end) for r in doubles))]
    assert [found.doubt for found in place(even)] == ["open"]


@pytest.mark.parametrize(
    "labels",
    [("(a)",), ("(i)", "(1)", "(A)", "(a)"), ("(x)", "(v)", "(i)"), tuple(f"({chr(97 + n % 26)})" for n in range(52))],
)
def test_work_grows_with_the_labels(labels: tuple[str, ...], authorities: Authorities) -> None:
    found = [Labelled(readings(f"{one} Light", load("en", authorities))) for one in labels]
    assert_linear(lambda size: place([found[n % len(found)] for n in range(size)]), 250)


def test_a_long_list_is_linear_as_a_text() -> None:
    def convert_list(size: int) -> None:
        labels = ("(a)", "(6)", "(i)", "(1)", "(bob)", "(c}")
        read("en", " ".join(labels[n % len(labels)] for n in range(size)))

    assert_linear(convert_list, 100)


# --- what is no sibling, labels on lines of their own, what was put in later --------------------------------------


def body(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Anchors and first words of the paragraphs below the recital."""
    enacting, recital, *_ = TEXTS[lang]
    data = f"{enacting}\n\n{recital}\n\n{text}".encode()
    found = converted(lang, data)
    return [(one.id, one.text.text[:12]) for one in found.resolution.paragraphs[1:]]


def test_a_list_in_a_quotation_goes_on_with_none_outside() -> None:
    text = (
        "1. Decides:\n\n(a) To let rule 4 read as follows: “The keepers shall:\n\n(a) Light lamps;\n\n(b) Ring bells”;"
        "\n\n(b) To report.\n\n2. Decides to remain seized of the matter.\n"
    )
    ids = [identity for identity, _ in body(text)]
    assert ids == ["op1", "op1-a", "op1-a-a", "op1-a-b", "op1-b", "op2"]


def test_a_quotation_that_is_not_closed_parts_nothing() -> None:
    text = "1. Decides “to light:\n\n(a) The lamps;\n\n(b) The fires;\n\n(c) The bells.\n"
    assert [identity for identity, _ in body(text)] == ["op1", "op1-a", "op1-b", "op1-c"]


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "ar"])
def test_a_label_on_a_line_of_its_own_belongs_to_the_words_below(lang: str) -> None:
    _, _, first, item, second = TEXTS[lang]
    label, words = (first[: first.index("1") + (3 if lang == "ar" else 2)], first.split("1", 1)[1].lstrip(" .-"))
    last, rest = (second[: second.index("2") + (3 if lang == "ar" else 2)], second.split("2", 1)[1].lstrip(" .-"))
    sub = {"ar": "(أ)", "en": "(a)"}.get(lang, "a)")
    text = f"{label}\n\n{words}\n\n{sub}\n\n{item}\n\n{last}\n\n{rest} {item[:-1]}.\n"
    assert [identity for identity, _ in body(text, lang)] == ["op1", "op1-a", "op2"]


@pytest.mark.parametrize(
    ("lang", "labels", "expected"),
    [
        ("en", "(a) (b) (b_bis) (b_ter) (c)", "a b b-bis b-ter c"),
        ("fr", "a) a_bis) b)", "a a-bis b"),
        ("es", "a) a_bis) b)", "a a-bis b"),
        ("ru", "a) a_бис) b)", "a a-bis b"),
        ("ar", "(أ) (أ_مكررا) (ب)", "a a-bis b"),
    ],
)
def test_what_was_put_in_later(lang: str, labels: str, expected: str) -> None:
    _, _, first, item, second = TEXTS[lang]
    items = [f"{one.replace('_', ' ')} {item}" for one in labels.split()]
    items = [one.replace("~", " ") for one in items]
    text = "\n\n".join([first, *items, f"{second} {item[:-1]}."]) + "\n"
    ids = [identity for identity, _ in body(text, lang)]
    assert " ".join(one.removeprefix("op1-") for one in ids[1:-1]) == expected


def test_a_number_that_was_put_in_later() -> None:
    text = "1. Decides to light the lamps;\n\n1 bis. Requests oil;\n\n2. Decides to ring the bells.\n"
    assert [identity for identity, _ in body(text)] == ["op1", "op1-bis", "op2"]


def test_bullets_are_items_without_a_number() -> None:
    text = "1. Requests the keepers:\n\n- To light;\n\n- To ring;\n\n2. Decides to remain seized of the matter.\n"
    assert [words for _, words in body(text)][1:3] == ["To light;", "To ring;"]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_misprinted_number_is_read_as_the_one_that_is_due(lang: str) -> None:
    _, _, first, item, second = TEXTS[lang]
    stop = {"ar": "،", "zh": "，"}.get(lang, ",")
    wrong = second.replace("2.", f"2{stop}").replace("2 -", f"2{stop}")
    text = f"{first.replace('1', 'l', 1)}\n\n{item[:-1]}.\n\n{wrong} {item[:-1]}.\n"
    ids = [identity for identity, _ in body(text, lang)]
    assert (ids[0], ids[-1]) == ("op1", "op2")


@pytest.mark.parametrize(
    ("annex", "expected"),
    [
        ("1. Lamps.\n\n2. Bells.\n", []),
        ("1. Lamps.\n\n3. Bells.\n", ["number-skips"]),
        ("1. Lamps.\n\n2. Bells.\n\n2. Ropes.\n", ["number-repeats"]),
        ("8. Lamps.\n\n9. Bells.\n", []),
        ("I. Lamps\n\n1. Oil.\n\nII. Bells\n\n1. Ropes.\n\n2. Wood.\n", []),
        ("I. Lamps\n\n1. Oil.\n\nII. Bells\n\n2. Ropes.\n", []),
    ],
)
def test_the_numbers_of_an_annex(annex: str, expected: list[str]) -> None:
    enacting, recital, *_ = TEXTS["en"]
    text = f"{enacting}\n\n{recital}\n\n1. Decides to light the lamps.\n\nAnnex\n\nRules of the harbour\n\n{annex}"
    found = converted("en", text)
    assert [one.code for one in found.diagnostics if one.code.startswith("number-")] == expected


@pytest.mark.parametrize(
    ("lang", "opens"), [*((lang, "(") for lang in TEXTS), *((lang, "") for lang in TEXTS if lang != "en")]
)
def test_numbers_in_brackets_count_where_there_are_no_others(lang: str, opens: str) -> None:
    """(1) Requests …, 1) просит …; below a paragraph with a number of its own they are sub-paragraphs."""
    enacting, recital, first, item, second = TEXTS[lang]
    request, decides = (one.split("1", 1)[-1].split("2", 1)[-1].lstrip(" -.") for one in (first, second))
    request = request.removesuffix(":").removesuffix("：")
    lines = (enacting, recital, f"{opens}1) {request} {item}", f"{opens}2) {decides} {item[:-1]}.")
    found = [(one.id, one.kind) for one in converted(lang, "\n\n".join(lines) + "\n").resolution.paragraphs]
    assert found == [("pp1", "preambular"), ("op1", "operative"), ("op2", "operative")]


def test_a_blank_inside_the_bracket_of_a_label_is_a_slip() -> None:
    enacting, recital, first, item, second = TEXTS["fr"]
    text = "\n\n".join([enacting, recital, first, f"a ) {item}", f"( b) {item}", f"( c ) {item}", f"{second} {item}"])
    assert anchors(converted("fr", f"{text}\n")) == "a b c"


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("en", "1.The lamps", 1),
        ("en", "1.5 lamps", None),
        ("en", "1.th lamps", None),
        ("en", "2. 12 lamps", 2),
        ("fr", "3.Étudie", 3),
        ("ru", "4.просит", 4),
        ("ar", "5 - تقرر", 5),
        ("ar", "5. تقرر", 5),
        ("ar", "5 - 6", None),
        ("zh", "６、决定", 6),
        ("zh", "6.《灯塔》", 6),
        ("zh", "6、7号灯", None),
    ],
)
def test_the_number_of_a_paragraph_is_no_number_of_its_words(
    lang: str, text: str, number: int | None, authorities: Authorities
) -> None:
    found = operative_label(text, None, load(lang, authorities))
    assert (found.number if found else None) == number


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_no_shape_of_a_label_blows_up(lang: str, authorities: Authorities) -> None:
    forms = load(lang, authorities).page.label_forms
    shapes = [forms.number, forms.misprinted, forms.lettered, forms.bracketed, *(form.rule for form in forms.forms)]
    for unit in ("1", "1.", "1 - ", "(a)", "(", "（", "i", "a", " ", "-", "一", "㈠"):
        for shape in shapes:
            assert_not_square(partial(_matched, shape, unit), 300)


def _matched(shape: re.Pattern[str], unit: str, times: int) -> None:
    shape.match(unit * times + "!")
