"""The gold of the markup: words set without it, facts read from it, slips judged; on a text that we invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.measure.facts import Cited, Facts
from tests.measure.reserved import reserved
from tests.measure.unxml import __main__ as command
from tests.measure.unxml import beside, corpus, facts, judged, labels, parallel, propose, run, setting, targets
from tests.measure.unxml.blocks import Marked, read

_HOST = "https://undocs.org/en"


def _link(symbol: str, words: str) -> str:
    return f'<a href="{_HOST}/{symbol}">{words}</a>'


def _note(marker: int, words: str) -> str:
    return f'<authorialNote marker="{marker}" placement="bottom"><p>\t {words}</p></authorialNote>'


def _akn(body: str, *, number: str = "91-7") -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE akomaNtoso [<!ENTITY file SYSTEM "file:///etc/hostname">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>
<identification><FRBRWork><FRBRthis value="/akn/un/statement/deliberation/unga/2036-12-04/{number}/!main/"/>
<FRBRdate date="2036-12-04" name="adoption"/></FRBRWork></identification></meta>
<coverPage><p><docAuthority>United Nations</docAuthority></p><p><docNumber>A/RES/91/7</docNumber></p>
<p><docAuthority>General Assembly</docAuthority></p><p><session value="91">Ninety-first session</session></p>
<p><inline name="agenda item">Agenda items 12 and 14 (b)</inline></p>
<p><docTitle>Resolution adopted by the General Assembly on 4 December 2036</docTitle></p></coverPage>
<preface><p><docNumber>91/7.</docNumber> <docTitle><span class="bold">\tBridges of the northern lakes</span></docTitle>
</p></preface>{body}
<conclusions><p><event><location>47th plenary meeting</location><eol/><docDate>4 December 2036</docDate></event></p>
</conclusions></statement></akomaNtoso>""".encode()


_BODY = f"""<preamble><formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>
<container name="Recalling"><p>\t<span class="italic">Recalling</span> its resolution
 {_link("A/RES/54/237A-C", "54/237")} C,{_note(1, f"See {_link('A/90/11', 'A/90/11')}.")} </p></container>
<container name="Noting"><blockList><listIntroduction><span class="italic">Noting</span> that:</listIntroduction>
<item><num>(a)</num><p>The northern bridge is old;{_note(2, "Ibid., annex.")}</p></item></blockList></container>
</preamble><mainBody><paragraph class="H23"><subheading>Lakes &amp; bridges</subheading></paragraph>
<paragraph><num>1.</num><list><intro><p><span class="italic">Requests</span> the Lake Office:</p></intro>
<point><num>(a)</num><content><p>To repair {_link("A/RES/76/24", "76")}{_link("A/RES/76/24", "/24")};</p></content>
</point><sublist><point><num>(i)</num><content><p>The old bridge;</p></content></point></sublist></list></paragraph>
<paragraph><content><p>2 <span class="italic">Decides</span> to meet again.<sup>1</sup></p></content></paragraph>
<container name="table"><table><tr><td><p>Bridge</p></td><td><p>1 (20)</p></td></tr><tr><td><p/></td></tr></table>
</container></mainBody>"""


@pytest.fixture
def marked() -> Marked:
    return read(_akn(_BODY))


def test_text_is_set_one_blank_line_between_blocks_and_notes_at_the_end(marked: Marked) -> None:
    lines = setting.as_text(marked.blocks, "en", marked.symbol).split("\n\n")
    assert lines[7] == "The General Assembly,"
    assert lines[8] == "Recalling its resolution 54/237 C,¹"
    assert lines[13:15] == ["(a) To repair 76/24;", "(i) The old bridge;"]
    assert lines[16:] == [
        "Bridge\t1 (20)",
        "47th plenary meeting",
        "4 December 2036",
        "¹ See A/90/11.",
        "² Ibid., annex.\n",
    ]


def test_html_is_set_without_the_markup(marked: Marked) -> None:
    page = setting.as_html(marked.blocks, "en", marked.symbol)
    assert "<p><i>Recalling</i> its resolution 54/237 C,<sup>1</sup></p>" in page
    assert "<p>Lakes &amp; bridges</p>" in page
    assert "<table>\n<tr><td>Bridge</td><td>1 (20)</td></tr>\n</table>" in page
    assert "<hr>\n<p><sup>1</sup> See A/90/11.</p>" in page
    assert "undocs" not in page
    assert 'dir="rtl"' in setting.as_html(marked.blocks, "ar", marked.symbol)


def test_facts_are_those_of_the_markup(marked: Marked) -> None:
    told = facts.of_markup(marked, "text")
    assert told.masthead["symbol"] == "A/RES/91/7"
    assert told.masthead["date"] == "2036-12-04"
    assert told.masthead["agenda"] == "12, 14(b)"
    assert told.adoption == {"meeting": 47}
    assert [what for _, what in told.structure] == ["pp", "pp", "sub:pp-a", "h", "op:1", "sub:1-a", "sub:1-a-i", "op:2"]
    assert told.notes == (("1", (17, 31)), ("2", (21,)))
    cited = [(one.place, one.target, one.date) for one in facts.again(told.citations, marked.blocks)]
    assert cited == [
        ("pp1", "A/RES/54/237", "C"),
        ("op1-a", "A/RES/76/24", None),
        ("fn1", "A/90/11", None),
        ("fn2", "A/90/11", None),
    ]


@pytest.mark.parametrize("form", setting.FORMS)
def test_what_the_converter_finds_is_compared_with_it(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus.File, "read", lambda *_, **__: _akn(_BODY))
    file = corpus.File(corpus.CORPUS, "English/A_RES_91_7-E.xml")
    text = next(iter(run.texts([("A/RES/91/7", "en", file)], [form])))
    assert text.found.masthead == text.gold.masthead
    assert text.found.adoption == text.gold.adoption
    assert (17, "pp") in text.found.structure or (9, "pp") in text.found.structure
    assert ("pp1", "A/RES/54/237") in {(one.place, one.target) for one in text.found.citations}
    result = run.results([text])["en"]
    assert result.texts.count == 1
    assert "meeting" in result.scores
    assert "pinpoints" not in result.scores


@pytest.mark.parametrize("form", setting.FORMS)
def test_an_item_below_an_unnumbered_paragraph_of_an_annex_has_one_name(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The converter tells such a paragraph from other unnumbered ones, which the markup does not."""
    told = _open("The Lake Office shall:"), _open("(a) Repair the bridge;"), _open("(b) Meet again.")
    annex = f"<paragraph><subheading>Annex</subheading></paragraph>{''.join(told)}"
    attached = f"</conclusions><attachments><mainBody>{annex}</mainBody></attachments>"
    data = _akn(_BODY).replace(b"</conclusions>", attached.encode())
    monkeypatch.setattr(corpus.File, "read", lambda *_, **__: data)
    file = corpus.File(corpus.CORPUS, "English/A_RES_91_7-E.xml")
    text = next(iter(run.texts([("A/RES/91/7", "en", file)], [form])))
    assert [what for _, what in text.gold.structure][-3:] == ["u", "sub:-a", "sub:-b"]
    assert [what for _, what in text.found.structure][-3:] == ["u", "sub:-a", "sub:-b"]


def test_an_entity_of_a_file_is_not_read() -> None:
    body = _BODY.replace("Lakes &amp; bridges", "Lakes &file; bridges")
    assert [one.text for one in read(_akn(body)).blocks if one.what == "h"] == ["Lakes bridges"]


def _file(monkeypatch: pytest.MonkeyPatch, data: bytes) -> corpus.File:
    """A file of a pack, that has these bytes whatever its name says."""

    class Pack:
        def __enter__(self) -> Pack:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, _: str) -> bytes:
            return data

    monkeypatch.setattr(corpus.zipfile, "ZipFile", lambda _: Pack())
    return corpus.File(corpus.CORPUS, "English/other.xml")


def _number_kept_aside() -> str:
    return "-".join(next(one for one in sorted(reserved()) if one.startswith("A/RES/79/")).split("/")[2:])


def test_a_text_that_is_kept_aside_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _akn(_BODY, number=_number_kept_aside())
    file = _file(monkeypatch, data)
    with pytest.raises(PermissionError, match="kept aside"):
        file.read(allow_reserved=False)
    assert file.read(allow_reserved=True) == data


@pytest.mark.parametrize("is_kept_aside", [True, False])
def test_a_work_with_another_symbol_in_its_markup_is_passed_over_and_said_where_that_is_kept_aside(
    is_kept_aside: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(monkeypatch, _akn(_BODY, number=_number_kept_aside() if is_kept_aside else "91-7"))
    monkeypatch.setattr(command, "works", lambda: {"A/RES/91/7": dict.fromkeys(corpus.FOLDERS, file)})
    monkeypatch.setattr(command, "CORPUS", tmp_path)
    monkeypatch.setattr("sys.argv", ["unxml", "--lang", "ru", "--propose"])
    assert command.main() == 0
    assert ("passed over: A/RES/91/7 ru" in capsys.readouterr().err) == is_kept_aside


@pytest.mark.parametrize(
    ("symbol", "base", "part"),
    [
        ("A/RES/217A(III)", "A/RES/217(III)", "A"),
        ("A/RES/54/237A-C", "A/RES/54/237", "A"),
        ("A/hrc/RES/45/12", "A/HRC/RES/45/12", ""),
        ("A/48/486-S/26560", "A/48/486", ""),
        ("A/RES/S-24/2", "A/RES/S-24/2", ""),
        ("NPT/CONF.1995/32 (Part I)/Corr.2", "NPT/CONF.1995/32/CORR.2", "PARTI"),
        ("A/RES/78/542C", "decision 78/542", "C"),
    ],
)
def test_targets_are_compared_without_their_parts(symbol: str, base: str, part: str) -> None:
    assert (targets.base(symbol), targets.part_of(symbol)) == (base, part)


@pytest.mark.parametrize(
    ("words", "rest", "part"),
    [
        ("54/237", " C of 1999", "C"),
        ("54/237", " Cyprus", ""),
        ("53/77", " AA of 1998", "AA"),
        ("76/246 A", " of 2021", "A"),
        ("54/237", " A号决议", "A"),
        ("217 A (III)", "", "A"),
        ("54/237", " جيم المؤرخ", "C"),
        ("54/237", " بـاء،", "B"),
        ("A/CONF.157/24", " (Part I), chap. III", "PARTI"),
    ],
)
def test_the_part_is_what_the_text_prints(words: str, rest: str, part: str) -> None:
    assert targets.part_after(words, rest) == part


def _subs(*labelled: tuple[str, int]) -> Iterator[str]:
    count = labels.Count()
    count.begin("3", "op")
    yield from (count.sub(label, depth) for label, depth in labelled)


def test_labels_are_written_as_anchors_in_every_alphabet() -> None:
    assert list(_subs(("(أ)", 1), ("(ب)", 1), ("’1‘", 2))) == ["sub:3-a", "sub:3-b", "sub:3-b-i"]
    assert list(_subs(("а)", 0), ("b)", 0), ("i)", 0))) == ["sub:3-a", "sub:3-b", "sub:3-b-i"]
    assert list(_subs(("(h)", 0), ("(i)", 0))) == ["sub:3-h", "sub:3-i"]
    assert list(_subs(("(a)", 0), ("㈠", 0), ("(十二)", 0), ("(b)", 0), ("(1)", 0))) == [
        "sub:3-a",
        "sub:3-a-i",
        "sub:3-a-xii",
        "sub:3-b",
        "sub:3-b-i",
    ]
    assert [labels.in_figures(sign, 2) for sign in ("二", "2", "ii", "b")] == ["ii", "ii", "ii", "b"]


@pytest.mark.parametrize("label", ["㈠", "’1‘", "\u200f’1‘\u200f", "(i)"])
def test_a_label_that_is_typed_in_the_words_is_one(label: str) -> None:
    typed = "".join(
        f"<paragraph><content><p>\t{one}\tRepair the bridge;</p></content></paragraph>" for one in ("(a)", label)
    )
    body = _BODY.replace("<paragraph><content>", f"{typed}<paragraph><content>", 1)
    assert [one.what for one in read(_akn(body)).blocks if "Repair the" in one.text] == ["sub:1-a", "sub:1-a-i"]


def test_an_empty_paragraph_begins_nothing() -> None:
    body = _BODY.replace(
        "<paragraph><content><p>2 ", "<paragraph><content><p>2. Decides:</p><p/><p>(a) To go;</p><p>3 ", 1
    )
    assert "sub:2-a" in [one.what for one in read(_akn(body)).blocks]


def test_a_number_that_stands_alone_is_that_of_the_words_below_it() -> None:
    alone = "<paragraph><num>2.</num><content><p/></content></paragraph>"
    body = _BODY.replace(
        "<paragraph><content><p>2 ", f"{alone}{_open('Decides:')}{_open('(a) To go;')}<paragraph><content><p>3 ", 1
    )
    assert [one.what for one in read(_akn(body)).blocks if one.text in ("2. Decides:", "(a) To go;")] == [
        "op:2",
        "sub:2-a",
    ]


def test_a_cross_heading_that_ends_in_a_comma_is_a_recital() -> None:
    body = _BODY.replace(
        "<paragraph>", "<paragraph><crossHeading>Noting the lake,</crossHeading></paragraph><paragraph>", 1
    )
    assert [one.what for one in read(_akn(body)).blocks if one.text == "Noting the lake,"] == ["pp"]


# --- what one language's markup leaves open ------------------------------------------------------------------------


def _open(words: str) -> str:
    return f"<paragraph><content><p>{words}</p></content></paragraph>"


def test_a_line_set_in_bold_is_a_heading() -> None:
    lines = [
        '<span class="bold">Bridges</span>',
        '<span class="bold">Bridges,</span>',
        '<span class="bold">A</span> bridge',
    ]
    body = _BODY.replace("<paragraph><content>", "".join(map(_open, lines)) + "<paragraph><content>", 1)
    told = beside.as_set(read(_akn(body)))
    assert [(one.text, one.what) for one in told.blocks if one.text in ("Bridges", "Bridges,", "A bridge")] == [
        ("Bridges", "h"),
        ("Bridges,", "u"),
        ("A bridge", "u"),
    ]


def test_what_is_open_is_what_most_other_languages_say() -> None:
    line = '<paragraph class="H23"><subheading>Oars</subheading></paragraph>'
    heading, left = (
        read(_akn(_BODY.replace("<paragraph><content>", f"{one}<paragraph><content>", 1)))
        for one in (line, _open("Oars"))
    )
    longer = read(_akn(_BODY.replace("<paragraph><content>", f"{_open('Oars')}{line}<paragraph><content>", 1)))

    def what(others: list[Marked]) -> str:
        return next(one.what for one in beside.completed(left, others).blocks if one.text == "Oars")

    assert what([heading, heading, left]) == "h"
    assert what([heading, left]) == what([]) == what([longer]) == "u"
    assert beside.completed(heading, [left, left]) == heading
    plain = replace(left, blocks=tuple(replace(one, what="p") if one.text == "Oars" else one for one in left.blocks))
    assert beside.completed(plain, [heading, heading]) == left  # judged, whatever the others say


# --- what is judged ------------------------------------------------------------------------------------------------


def _verdict(place: str, verdict: str, target: str = "", means: str = "") -> judged.Verdict:
    return judged.Verdict("A/RES/91/7", frozenset({"en"}), place, verdict, target, means, 1, "shown by the text")


def test_a_judged_slip_is_no_fact_of_the_text(marked: Marked) -> None:
    told = judged.of_citations(
        facts.of_markup(marked, "text"),
        [
            _verdict("pp1", "unlinked", "A/RES/1A(I)"),  # its part has no symbol, and is not asked
            _verdict("pp1", "unlinked", "A/RES/53/243B"),
            _verdict("op1-a", "wrong-link", "A/RES/76/24", "A/HRC/RES/76/24"),
            _verdict("fn1", "not-cited", "A/90/11"),
        ],
    )
    cited = {(one.place, one.target, one.date) for one in told.citations}
    added = {("pp1", "A/RES/1(I)", None), ("pp1", "A/RES/53/243", "B"), ("op1-a", "A/HRC/RES/76/24", None)}
    assert cited == {("pp1", "A/RES/54/237", "C"), *added}
    reread = judged.of_blocks(
        marked, [_verdict("h1", "reads-as", means="u"), _verdict("agenda", "reads-as", means="9")]
    )
    assert [one.what for one in reread.blocks if one.text.startswith("Lakes")] == ["u"]
    assert reread.agenda == "9"


def test_a_judged_link_tells_the_part_that_the_text_prints() -> None:
    """A link that lacks the bracket behind its part is judged with the part, and keeps the one that it has else."""
    links = (("fn1", "X/9(PARTI", None), ("pp1", "A/RES/76/2", "B"), ("fn2", "2A(XXI)", "A"))
    cut = Facts({}, (), (), tuple(Cited(*link, ()) for link in links), {})
    told = judged.of_citations(
        cut,
        [
            _verdict("fn1", "wrong-link", "X/9(PARTI", "X/9(PartI)"),
            _verdict("pp1", "wrong-link", "A/RES/76/2", "A/RES/76/3"),
            _verdict("fn2", "wrong-link", "2A(XXI)", "A/RES/2(XXI)"),  # the part of such a one is not asked
        ],
    )
    meant = [("X/9", "PARTI"), ("A/RES/76/3", "B"), ("A/RES/2(XXI)", None)]
    assert [(one.target, one.date) for one in told.citations] == meant


def test_a_judged_link_without_its_part_is_that_one_where_another_has_one() -> None:
    links = (("pp1", "A/RES/76/2", "A"), ("pp1", "A/RES/76/2", "B"), ("pp1", "A/RES/76/2", None))
    cut = Facts({}, (), (), tuple(Cited(*link, ()) for link in links), {})
    told = judged.of_citations(cut, [_verdict("pp1", "not-cited", "A/RES/76/2")])
    assert [one.date for one in told.citations] == ["A", "B"]


@pytest.mark.parametrize(
    ("words", "part"),
    [("A/95/40 (Sect. 3)", "SECT.3"), ("A/95/40 (sections pertinentes)", ""), ("A/95/40 (volume annexe)", "")],
)
def test_words_about_sections_are_no_part(words: str, part: str) -> None:
    assert targets.part_of(words) == part


@pytest.mark.parametrize(("raised", "is_mark"), [("1", False), ("12", True)])
def test_a_raised_number_behind_a_letter_is_a_mark_unless_it_may_be_a_power(raised: str, is_mark: bool) -> None:
    body = _BODY.replace("meet again.<sup>1</sup>", f"meet again<sup>{raised}</sup>.").replace(
        'marker="1"', f'marker="{raised}"'
    )
    marks = dict(facts.of_markup(read(_akn(body)), "text").notes)[raised]
    assert (len(marks) == 2) is is_mark


def test_a_paragraph_of_a_name_that_is_printed_twice_is_judged_alone() -> None:
    twice = read(_akn(_BODY.replace("2 <span", "1. <span")))
    reread = judged.of_blocks(twice, [_verdict("op1#2", "reads-as", means="op:2")])
    assert [one.what for one in twice.blocks if one.what.startswith("op")] == ["op:1", "op:1"]
    assert [one.what for one in reread.blocks if one.what.startswith("op")] == ["op:1", "op:2"]


def test_decisions_are_asked_only_where_the_markup_links_them() -> None:
    found = [Cited("pp1", "decision 74/511", None, ()), Cited("pp1", "A/RES/1/2", None, ())]
    assert facts.asked(found, []) == (found[1],)
    assert facts.asked(found, found) == tuple(found)


def test_a_verdict_on_a_link_that_is_not_there_is_refused(marked: Marked) -> None:
    with pytest.raises(ValueError, match="no link to A/1"):
        judged.of_citations(facts.of_markup(marked, "text"), [_verdict("pp1", "not-cited", "A/1")])


def test_the_judged_slips_are_of_no_text_that_is_kept_aside() -> None:
    works = {one.work for one in judged.load()}
    assert works
    assert not works & reserved()


# --- languages beside each other -------------------------------------------------------------------------------------


def _citing(*cited: tuple[str, str]) -> Facts:
    return Facts({}, (), (), tuple(Cited(place, target, None, ()) for place, target in cited), {})


def test_a_citation_that_one_language_lacks_is_told() -> None:
    both, one = _citing(("pp1", "A/RES/1/2"), ("op1", "A/RES/3/4")), _citing(("pp1", "A/RES/1/2"))
    assert list(parallel.differences({"en": both, "fr": one}, {"en": both, "fr": both})) == [
        "op1 A/RES/3/4: not so in fr"
    ]
    assert list(parallel.differences({"en": both, "fr": one}, {"en": both, "fr": one})) == [
        "op1 A/RES/3/4: not so in fr; the markup too"
    ]


def test_a_link_that_most_languages_have_is_proposed(marked: Marked) -> None:
    bare = read(_akn(_BODY.replace(_link("A/RES/54/237A-C", "54/237"), "54/237")))
    wrong = read(_akn(_BODY.replace("A/RES/54/237A-C", "A/HRC/RES/54/237")))
    texts = {"ar": bare, "en": marked, "es": marked, "fr": marked, "ru": marked, "zh": wrong}
    lines = list(propose.proposals("A/RES/91/7", texts))
    assert [line.partition("langs: ")[2].partition(", why")[0] for line in lines] == [
        "[ar], place: pp1, target: A/RES/54/237, verdict: unlinked",
        "[zh], place: pp1, target: A/HRC/RES/54/237, verdict: wrong-link, means: A/RES/54/237",
    ]


def test_the_sample_is_always_the_same() -> None:
    symbols = [f"A/RES/91/{number}" for number in range(1, 40)]
    assert corpus.sample(symbols, 5) == corpus.sample(reversed(symbols), 5)
    assert corpus.sample(symbols, 4) == corpus.sample(symbols, 5)[:4]


@pytest.mark.shared("corpus/unxml")
def test_no_text_that_is_kept_aside_is_among_the_works() -> None:
    works, aside = corpus.works(), corpus.works(kept_aside=True)
    assert works
    assert aside
    assert not {symbol.rstrip("AB") for symbol in works} & reserved()
    assert {symbol.rstrip("AB") for symbol in aside} <= reserved()


@pytest.mark.parametrize(
    ("target", "part", "asked"),
    [
        ("A/RES/54/237", "C", "C"),
        ("A/RES/217(III)", "A", None),
        ("A/CONF.157/24", "PARTI", "PARTI"),
        ("A/8/1", "", None),
    ],
)
def test_a_part_is_asked_where_the_symbol_has_one(target: str, part: str, asked: str | None) -> None:
    assert facts.asked_part(target, part) == asked


def test_no_part_is_read_from_the_next_symbol() -> None:
    assert targets.part_after("A/65/184", ", A/65/184/Add.1") == ""
    assert targets.part_after("54/54", " شين المؤرخ") == "U"
