"""PDF: short columns are read one after the other, in six languages; a letterhead, a list and a table row by row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from converter.read.pdf import read_pdf
from tests.documents.paper import Paper

# Two paragraphs of each language, as the lines of a narrow column; the last line of the second ends the text.
LINES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        ("1. Calls upon the harbours to light", "the lamps that they were lent by", "the keepers of the lost reef;"),
        ("2. Decides that the keepers may put", "out a lamp when the morning has", "come, and not before."),
    ),
    "fr": (
        ("1. Demande aux ports de rallumer les", "lampes que les gardiens du cap leur", "avaient prêtées en hiver ;"),
        ("2. Décide que les gardiens peuvent les", "éteindre quand le jour se lève, et pas", "avant cette heure."),
    ),
    "es": (
        ("1. Pide a los puertos que enciendan las", "lámparas que les prestaron todos los", "guardianes del arrecife;"),
        ("2. Decide que los guardianes pueden", "apagarlas cuando amanezca, y nunca", "antes de esa hora."),
    ),
    "ru": (
        ("1. призывает гавани зажечь фонари,", "которые были даны им на зиму теми,", "кто хранит северный риф;"),
        ("2. постановляет, что хранители могут", "гасить фонари с наступлением утра и", "не раньше этого часа."),
    ),
    "zh": (
        ("1. 吁请各港口点亮北方礁石守灯人借给", "它们的所有灯盏直到来年春天冰雪融化", "为止；"),
        ("2. 决定守灯人可以在早晨来临之后熄灭", "所有灯盏而在此之前任何人都不得熄灭", "其中一盏。"),
    ),
    "ar": (
        ("١ - تهيب بالموانئ أن تضيء المصابيح", "التي أعارها إياها حراس الشعاب في", "الشمال لفصل الشتاء؛"),
        ("٢ - تقرر أن يجوز للحراس إطفاء تلك", "المصابيح عندما يطلع الصباح وليس", "قبل ذلك الوقت."),
    ),
}  # fmt: skip
OVER = {
    "en": "The Assembly of Harbours, having met on the mole of Anselm when the winter was over,",
    "fr": "L’Assemblée des ports, réunie sur le môle d’Anselme quand l’hiver était fini et la glace partie,",
    "es": "La Asamblea de los Puertos, reunida en el muelle de Anselmo cuando terminó el invierno,",
    "ru": "Ассамблея гаваней, собравшись на молу Ансельма, когда зима была позади и лёд сошёл,",
    "zh": "港口大会，在冬天过去之后在安塞姆的防波堤上举行会议，听取了守灯人关于各港口灯盏的报告，",
    "ar": "إن جمعية الموانئ، وقد اجتمعت على رصيف أنسلم بعد انقضاء الشتاء ورحيل الجليد عن الموانئ،",
}
LEADING, SIZE, FONT = 12.0, 8.0, "courier"


def width(text: str, size: float = SIZE) -> float:
    """How wide a text is: the letters of this font, those of a map of its own too, are of one width."""
    return 0.6 * size * len(text)


class Set(Paper):
    """Lines between the margins of a page, those in Arabic from right to left."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.page()
        self._rtl = lang == "ar"

    def line(self, x: float, y: float, text: str, *, size: float = SIZE) -> None:
        """A line that begins at `x`, counted from the side where lines begin."""
        if self._rtl:
            x, text = 595 - x - width(text, size), text[::-1]
        for at, char in enumerate(text):
            self.say(x + width(text[:at], size), y, char, size, FONT)

    def lines(self, x: float, y: float, lines: Sequence[str], *, leading: float = LEADING) -> float:
        """Lines below each other; where the next one would stand."""
        for at, text in enumerate(lines):
            self.line(x, y + leading * at, text)
        return y + leading * len(lines)


def read(paper: Paper, lang: str) -> list[str]:
    source, _ = read_pdf(paper.finished(), "work.pdf", lang)
    return [line.text for line in source.lines if not line.role.startswith("furniture:")]


def second(lang: str) -> float:
    """Where the second column begins: a gutter behind the widest line of the first."""
    return 80 + max(width(text) for text in LINES[lang][0]) + 24


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("lang", sorted(LINES))
def test_short_columns_are_read_one_after_the_other(lang: str, count: int) -> None:
    """With three lines each, or two in the first and fewer in the second, beside its beginning."""
    paper, (first, other) = Set(lang), LINES[lang]
    paper.lines(80, 100, first[: max(2, count)])
    paper.lines(second(lang), 100, other[:count])
    assert read(paper, lang) == [*first[: max(2, count)], *other[:count]]


@pytest.mark.parametrize("lang", sorted(LINES))
def test_a_line_over_columns_and_one_below_them_stay_there(lang: str) -> None:
    """The organ above and a date below are short enough to stand within the first column."""
    paper, (first, other) = Set(lang), LINES[lang]
    paper.line(80, 60, OVER[lang])
    paper.line(80, 77, other[2])
    paper.lines(80, 100, first)
    paper.lines(second(lang), 100, other)
    paper.line(80, 100 + 3 * LEADING + 14, other[2])
    assert read(paper, lang) == [OVER[lang], other[2], *first, *other, other[2]]


@pytest.mark.parametrize("lang", sorted(LINES))
def test_a_line_at_the_other_side_above_columns_comes_before_them(lang: str) -> None:
    paper, (first, other) = Set(lang), LINES[lang]
    paper.line(second(lang) + 60, 70, other[2])
    paper.lines(80, 100, first)
    paper.lines(second(lang), 100, other)
    assert read(paper, lang) == [other[2], *first, *other]


@pytest.mark.parametrize("lang", sorted(LINES))
def test_columns_of_unlike_length_and_of_their_own_lines(lang: str) -> None:
    """The first goes on below the second, which does not share its baselines."""
    paper, (first, other) = Set(lang), LINES[lang]
    below = paper.lines(80, 100, first)
    paper.lines(80, below + 6, [*other[:2], other[2]])
    paper.lines(second(lang), 104, first)
    assert read(paper, lang) == [*first, *other, *first]


@pytest.mark.parametrize("lang", sorted(LINES))
def test_the_last_line_of_a_column_whose_lines_stand_far_apart_is_in_it(lang: str) -> None:
    """As in fonts for Arabic, whose lines a browser sets nearly two sizes apart."""
    paper, (first, other) = Set(lang), LINES[lang]
    paper.lines(80, 100, (*first, other[2]), leading=15)
    paper.lines(second(lang), 100, other, leading=15)
    assert read(paper, lang) == [*first, other[2], *other]


@pytest.mark.parametrize("lang", sorted(LINES))
def test_three_short_columns(lang: str) -> None:
    paper, (first, other) = Set(lang), LINES[lang]
    lines = [[text[: len(text) * 2 // 3].strip() for text in column] for column in (first, other, first)]
    step = max(width(text) for column in lines for text in column) + 24
    for at, column in enumerate(lines):
        paper.lines(40 + at * step, 100, column)
    assert read(paper, lang) == [text for column in lines for text in column]


@pytest.mark.parametrize("lang", sorted(LINES))
def test_notes_under_one_short_column_are_its_notes(lang: str) -> None:
    paper, (first, other) = Set(lang), LINES[lang]
    below = paper.lines(80, 100, first)
    paper.lines(second(lang), 100, other)
    left, right = (80, 120) if lang != "ar" else (475, 515)
    paper.rule(left, below + 4, right, below + 4)
    paper.line(80, below + 14, "1 A/85/901." if lang != "ar" else ".109/58/A 1"[::-1], size=6)
    source, _ = read_pdf(paper.finished(), "work.pdf", lang)
    assert [line.text for line in source.lines if not line.role] == [*first, *other]
    assert [line.role for line in source.lines if line.role] == ["note"]


LETTERHEAD = {
    "en": (("Eighty-fifth session", "Agenda item 14"), ("Distr.: General", "8 October 2030")),
    "fr": (("Quatre-vingt-cinquième session", "Point 14 de l’ordre du jour"), ("Distr. générale", "8 octobre 2030")),
    "es": (("Octogésimo quinto período", "Tema 14 del programa"), ("Distr. general", "8 de octubre de 2030")),
    "ru": (("Восемьдесят пятая сессия", "Пункт 14 повестки дня"), ("Distr.: General", "8 October 2030")),
    "zh": (("第八十五届会议", "议程项目14"), ("Distr.: General", "8 October 2030")),
    "ar": (("الدورة الخامسة والثمانون", "البند ٤ من جدول الأعمال"), ("توزيع: عام", "٨ تشرين الأول")),
}


@pytest.mark.parametrize("lang", sorted(LETTERHEAD))
def test_a_letterhead_is_read_row_by_row(lang: str) -> None:
    """However its lines are as wide as columns are; nothing goes on in the next one."""
    paper, (left, right) = Set(lang), LETTERHEAD[lang]
    for at in range(2):
        paper.line(80, 100 + LEADING * at, left[at])
        paper.line(80 + max(map(width, left)) + 24, 100 + LEADING * at, right[at])
    assert read(paper, lang) == [left[0], right[0], left[1], right[1]]


LIST = (("Harbour of Anselm", "Nine lamps"), ("Harbour of Corvo", "Four lamps"), ("Harbour of Dorn", "Two lamps"))


def test_a_list_of_three_rows_is_read_row_by_row() -> None:
    paper = Set("en")
    for at, (left, right) in enumerate(LIST):
        paper.line(80, 100 + LEADING * at, left)
        paper.line(190, 100 + LEADING * at, right)
    assert read(paper, "en") == [words for row in LIST for words in row]
