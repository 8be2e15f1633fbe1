"""A resolution as the United Nations marks one up (Akoma Ntoso, AKN4UN), of invented words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tests.documents.official import COUNTED, WIDE, Words

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
CODES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}


def akn(body: str, *, lang: str = "en", date: str = "2018-10-10", number: str = "73-901") -> bytes:
    """A file with these parts of a statement; in `meta` are words that nobody prints."""
    return _file(f'<statement name="resolution">\n    {_meta(lang, date, number)}\n    {body}\n  </statement>')


def _meta(lang: str, date: str, number: str) -> str:
    iri = f"/akn/un/statement/deliberation/unga/{date}/{number}/"
    return (
        f'<meta><identification source="#lamps"><FRBRWork><FRBRthis value="{iri}!main"/><FRBRuri value="{iri}"/>'
        f'<FRBRdate date="{date}" name="adoption"/></FRBRWork>'
        f'<FRBRExpression><FRBRlanguage language="{CODES.get(lang, lang)}"/></FRBRExpression></identification>'
        '<presentation source="#lamps"><docketNumber>18-00901</docketNumber></presentation></meta>'
    )


def _file(document: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}">\n  <!--An unofficial copy-->\n'
        f"  {document}\n</akomaNtoso>\n"
    ).encode()


def in_parts(words: Words, parts: Sequence[Words], *, apart: bool = False, lang: str = "en") -> bytes:
    """A resolution in lettered parts: a collection that has the cover, and a statement for each part.

    The parts stand where they belong; or `apart`, among the components, where the collection leads to them.
    """
    letters = "ABCDEFGH"[: len(parts)]
    written = [
        f'<statement name="resolution">{_meta(lang, "2018-10-10", f"73-901{letter}")}<preface><p>'
        f'<docNumber refersTo="#letter"><span class="bold">{letter}</span></docNumber></p></preface>'
        f"{_preamble(part)}<mainBody>{''.join(_Body(part).paragraphs(part.operative))}</mainBody></statement>"
        for letter, part in zip(letters, parts, strict=True)
    ]
    named = [f'<component eId="cmp_{letter}">{text}</component>' for letter, text in zip(letters, written, strict=True)]
    led = [f'<component><documentRef href="#cmp_{letter}" showAs="{letter}"/></component>' for letter in letters]
    cover = _cover(words).replace(words.symbol, f"{words.symbol} {letters[0]}-{letters[-1]}")
    return _file(
        f'<documentCollection name="publicationResolution">{_meta(lang, "2018-10-10", "73-901")}{cover}'
        f"{_preface(words)}<collectionBody>{''.join(led if apart else named)}</collectionBody>{_closing(words)}"
        f"{'<components>' + ''.join(named) + '</components>' if apart else ''}</documentCollection>"
    )


def marked_up(words: Words, lang: str) -> bytes:
    """The resolution of `official.py` with the markup that says what each of its paragraphs is."""
    body = _Body(words)
    rows = ("".join(_cells(cells)) for cells in words.figures)
    return akn(
        f'{_cover(words)}\n{_preface(words)}\n{_preamble(words)}\n'
        f'<mainBody>{"".join(body.paragraphs(words.operative))}</mainBody>\n{_closing(words)}\n'
        f'<attachments><attachment><doc name="annex"><meta><docketNumber>18-00902</docketNumber></meta><mainBody>'
        f'<paragraph><subheading>{words.annex}</subheading></paragraph>'
        f'<paragraph><subheading>{words.annex_title}</subheading></paragraph>'
        f'{"".join(body.paragraphs(words.annex_paragraphs))}'
        f'<container><table>{"".join(f"<tr>{row}</tr>" for row in rows)}</table></container>'
        f'</mainBody></doc></attachment></attachments>',
        lang=lang,
    )  # fmt: skip


def _cover(words: Words) -> str:
    head = "".join(f"<p>{escape(line)}</p>" for line in (*words.distribution, *words.head, words.adoption))
    return (
        f"<coverPage><p><span><docAuthority>{words.nations}</docAuthority></span></p>\n"
        f'<p><docNumber refersTo="#symbol">{words.symbol}</docNumber></p>\n'
        f'<p><img src="logo.jpg"/><docAuthority>{words.organ}</docAuthority></p>{head}</coverPage>'
    )


def _preface(words: Words) -> str:
    number, _, title = words.title.partition(" ")
    bold = f'<span class="bold">\t{title}</span>'
    return f"<preface><p><docNumber>{number}</docNumber>\n <docTitle>{bold}</docTitle></p></preface>"


def _preamble(words: Words) -> str:
    body = _Body(words)
    recitals = "".join(f"<container><p>{body.words(text)}</p></container>" for text in words.preamble)
    enacting = f'<p>\n <span class="italic">{words.enacting}</span></p>'
    return f'<preamble><formula name="enactingFormula">{enacting}</formula>{recitals}</preamble>'


def _closing(words: Words) -> str:
    lines = "<eol/>".join(f"<inline>{escape(line)}</inline>" for line in words.closing)
    return f'<conclusions><p><event refersTo="#adoption">{lines}</event></p></conclusions>'


def _cells(cells: Sequence[str]) -> Iterator[str]:
    for before, cell in zip(("", *cells), cells, strict=False):
        over = ' colspan="2"' if cell.startswith(WIDE) else ""
        if over or not before.startswith(WIDE):
            yield f"<td{over}><p>{escape(cell.removeprefix(WIDE))}</p></td>"


class _Body:
    def __init__(self, words: Words) -> None:
        self._notes = words.notes
        self._labels = [*zip(words.labels, words.counted, strict=True)]
        self._stop = words.stop

    def words(self, text: str) -> str:
        """A text in which each mark is the note itself."""
        return re.sub(r"\^([^^]+)\^", lambda part: self._set_off(part[1]), escape(text))

    def _set_off(self, part: str) -> str:
        """A note; words that are raised or lowered; nothing for hidden ones, which the markup has not."""
        tag = {"+": "sup", "-": "sub", "!": ""}.get(part[0])
        return self._note(int(part)) if tag is None else f"<{tag}>{part[1:]}</{tag}>" if tag else ""

    def _note(self, number: int) -> str:
        text = escape(self._notes[number - 1])
        return (
            f'<authorialNote marker="{number}" placement="bottom" eId="authorialNote_{number}">'
            f'<p xml:space="preserve">\t\t{text}</p></authorialNote>'
        )

    def paragraphs(self, items: Sequence[tuple[int, str]]) -> Iterator[str]:
        """Numbered paragraphs, with the lists below them."""
        number = 0
        for depth, group in groupby(items, lambda item: item[0] > 0):
            if depth:
                yield f"<list>{self._points(list(group), 1)}</list>"
                continue
            for _, text in group:
                yield "</paragraph>" if number else ""
                number += 1
                yield f"<paragraph><num>{number}{self._stop}</num>\n<content><p>{self.words(text)}</p></content>"
        yield "</paragraph>"

    def _points(self, items: list[tuple[int, str]], depth: int) -> str:
        out, count = "", 0
        while items:
            _, text = items.pop(0)
            below = []
            while items and items[0][0] > depth:
                below.append(items.pop(0))
            label, kind = self._labels[depth - 1]
            label = label.replace(f"%{depth + 1}", COUNTED[kind][count])
            inner = f"<list>{self._points(below, depth + 1)}</list>" if below else ""
            out += f"<point><num>{label}</num><content><p>{self.words(text)}</p></content>{inner}</point>"
            count += 1
        return out
