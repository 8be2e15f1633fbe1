"""The same words set in other ways are read the same: the layout of a text says what it says, and no more."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from converter.authorities import Authorities
from converter.clean import clean
from converter.languages import load
from converter.parse import parse
from converter.read import READERS
from tests.measure.noise import VARIANTS, Body, bodies, body_of, reading, rows
from tests.reading import converted
from tests.steps import assert_linear

_WIDTH = 62
_HAN = 30  # characters of a line of Han
_PAGE = "\n\n3\n\f\n\n"

Variant = Callable[[Body], str]

TEXTS = yaml.load((Path(__file__).parent / "fixtures" / "layouts.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def wrapped(words: str, lang: str) -> list[str]:
    """The lines of a paragraph."""
    if lang != "zh":
        return textwrap.wrap(words, _WIDTH, break_on_hyphens=False)
    lines = []
    while words:
        cut = _HAN
        while cut < len(words) and words[cut] in "，；。、：":
            cut += 1
        lines.append(words[:cut])
        words = words[cut:]
    return lines


def body(lang: str) -> Body:
    """A text with a blank line between its paragraphs."""
    above, paragraphs = TEXTS[lang]["above"], TEXTS[lang]["paragraphs"].values()
    return Body([*above.rstrip().split("\n"), ""], [wrapped(words, lang) for words in paragraphs], [])


def plain(lang: str) -> str:
    one = body(lang)
    return one.text(["\n".join([*part, ""]) for part in one.paragraphs])


@pytest.mark.parametrize("lang", TEXTS)
def test_a_blank_before_the_comma_of_the_enacting_phrase_is_no_other_phrase(
    lang: str, authorities: Authorities
) -> None:
    phrase = next(one for one in reversed(TEXTS[lang]["above"].split("\n")) if one.strip())
    assert phrase[-1] in ",،，"
    data = plain(lang).replace(phrase, f"{phrase[:-1]} {phrase[-1]}", 1)
    expression = reading(data, lang, authorities)
    assert expression.resolution.enacting is not None
    assert expression.resolution.masthead.body
    assert [one.id for one in expression.resolution.paragraphs] == list(TEXTS[lang]["paragraphs"])


@pytest.mark.parametrize("lang", TEXTS)
def test_the_texts_are_read_as_they_were_written(lang: str, authorities: Authorities) -> None:
    expression = reading(plain(lang), lang, authorities)
    assert [one.id for one in expression.resolution.paragraphs] == list(TEXTS[lang]["paragraphs"])
    assert len(expression.citations) == 4
    assert not [one for one in expression.diagnostics if one.code == "break-doubtful"]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
@pytest.mark.parametrize("lang", TEXTS)
def test_set_in_another_way_it_is_read_the_same(lang: str, variant: Variant, authorities: Authorities) -> None:
    wanted = rows(reading(plain(lang), lang, authorities))
    assert rows(reading(variant(body(lang)), lang, authorities)) == wanted


@pytest.mark.parametrize("lang", TEXTS)
def test_a_page_may_end_at_any_line(lang: str, authorities: Authorities) -> None:
    """Inside a sentence, a date, a list of numbers, a citation."""
    one = body(lang)
    wanted = rows(reading(plain(lang), lang, authorities))
    for index, part in enumerate(one.paragraphs):
        for at in range(1, len(part)):
            gap = ["\n".join(part[:at]) + _PAGE + "\n".join(part[at:])]
            parts = [*("\n".join(other) + "\n" for other in one.paragraphs[:index]), *gap]
            parts += ["\n" + "\n".join(other) for other in one.paragraphs[index + 1 :]]
            assert rows(reading(one.text(parts), lang, authorities)) == wanted, part[at]


@pytest.mark.shared("corpus/unsc-en")
def test_real_texts_set_in_another_way(authorities: Authorities) -> None:
    same = dict.fromkeys((variant.__name__ for variant in VARIANTS), 0)
    texts = list(bodies(every=5))
    for _, real, wanted in texts:
        for variant in VARIANTS:
            same[variant.__name__] += rows(reading(variant(real), "en", authorities)) == wanted
    assert len(texts) >= 14
    assert {name: len(texts) - right for name, right in same.items() if right < len(texts) - 1} == {}


def test_the_work_is_linear_in_the_lines(authorities: Authorities) -> None:
    language = load("en", authorities)
    numbers = itertools.count(1)  # no line is read twice: what is remembered of one would make the second text cheap

    def parsed(size: int) -> None:
        each = itertools.islice(numbers, size)
        lines = [f"{at}. Requests light for {at} harbours of the\ncoast (a) and\n(b) the bells," for at in each]
        source, _ = READERS[".txt"](("The Security Council,\n\n" + "\n".join(lines)).encode(), "x.txt", "en")
        parse(clean(source, language), language)

    assert_linear(parsed, 20)


def test_a_body_with_notes_inside_is_left_alone(authorities: Authorities) -> None:
    text = plain("en").replace("2. Calls", "17\n\n2. Calls")
    assert body_of(text, reading(text, "en", authorities), "en") is None


PARTED = {
    "en": ("The General Assembly,", "Recalling its resolution 91/906 of 24 Novem-{gap}ber 2036,", "1. Requests light."),
    "fr": ("L’Assemblée générale,", "Rappelant sa résolution 91/906 du 24 novem-{gap}bre 2036,", "1. Demande."),
    "es": ("La Asamblea General,", "Recordando su resolución 91/906, de 24 de no-{gap}viembre de 2036,", "1. Pide."),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на свою резолюцию 91/906 от 24 ноя-{gap}бря 2036 года,", "1. просит."),
}  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n36-06142 2/3\n\n\f"])
@pytest.mark.parametrize("lang", sorted(PARTED))
def test_a_month_that_a_line_end_parts_is_whole(lang: str, gap: str) -> None:
    found = converted(lang, "\n\n".join(PARTED[lang]).format(gap=gap)).citations
    assert [(one.target, one.date) for one in found] == [("A/RES/91/906", "2036-11-24")]


HALVES = {
    "en": ("1. Notes the rules adop-{gap}ted by the keepers.", "adopted"),
    "fr": ("1. Note les règles adop-{gap}tées par les gardiens.", "adoptées"),
    "es": ("1. Observa las reglas apro-{gap}badas por los guardianes.", "aprobadas"),
    "ru": ("1. отмечает правила, приня-{gap}тые смотрителями.", "принятые"),
}


@pytest.mark.parametrize("gap", ["\n", "\n\n36-06142 2/3\n\n\f"])
@pytest.mark.parametrize("lang", HALVES)
def test_a_word_of_the_language_that_a_line_end_parts_is_whole(lang: str, gap: str) -> None:
    """It stayed in two, in silence: no search finds it, and no verb in it is known."""
    text, word = HALVES[lang]
    [only] = converted(lang, f"{PARTED[lang][0]}\n\n{text.format(gap=gap)}\n").resolution.own_paragraphs
    assert f" {word} " in only.text.text.replace(",", "")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("the sub-\nparagraph on lamps", "sub-paragraph"),
        ("the co-\noperation of keepers", "co-operation"),
        ("the self-\nlighting lamps", "self-lighting"),
        ("what was adop-\nted, and adop-ted again", "adop-ted, and"),  # as the text prints it
        ("the Secretary-\nGeneral of lamps", "Secretary-General"),
    ],
)
def test_a_hyphen_that_may_be_of_the_word_stays(words: str, read: str) -> None:
    [only] = converted("en", f"{PARTED['en'][0]}\n\n1. Notes {words}.\n").resolution.own_paragraphs
    assert read in only.text.text
