"""The enacting phrase, the paragraphs and their numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from converter import numerals
from converter.clean import ends_in_colon, unquoted
from converter.languages.closing_lines import OPENING, is_closed
from converter.lint.reading import AS_PRINTED, Reading
from converter.model import Diagnostic, Paragraph
from converter.parse.lines import is_annex, is_article

_LONGEST_LABEL = 6
# What stands around a number, in Arabic and in a text that is quoted: 1-, ’1‘, “1.
_AROUND = " \u00a0-–—‐‑−ـ،’‘'´`“”„\"«「『"


def enacting_phrase(reading: Reading) -> Iterator[Diagnostic]:
    """A resolution names the organ that speaks (人权理事会，) on a line of its own; a statement or decision may not."""
    if reading.resolution.enacting is None and not reading.is_empty:
        hint = "the organ's name and a comma stand on a line of their own, above the first paragraph"
        message = "no enacting phrase was found"
        yield reading.finding(_first(reading), "no-enacting-phrase", message, hint, lighter=_may_lack(reading))


def operative_paragraphs(reading: Reading) -> Iterator[Diagnostic]:
    """A resolution has at least one numbered paragraph."""
    if not reading.is_empty and not any(p.kind == "operative" for p in reading.resolution.paragraphs):
        hint = "operative paragraphs begin with a number and a full stop: 1."
        message = "no numbered paragraph was found"
        yield reading.finding(_first(reading), "no-operative-paragraph", message, hint, lighter=_may_lack(reading))


def _may_lack(reading: Reading) -> bool:
    """A statement of the President and a decision need not have the form of a resolution."""
    return reading.resolution.masthead.kind != "resolution"


def _first(reading: Reading) -> int:
    return reading.clean.lines[0].start if reading.clean.lines else 0


def numbers_in_order(reading: Reading) -> Iterator[Diagnostic]:
    """Operative paragraphs are numbered 1, 2, 3…, in each section anew where the text does so."""
    expected, headed = 1, False
    for paragraph in reading.resolution.paragraphs:
        if paragraph.kind == "heading" or paragraph.text.text == _phrase(reading):
            headed = True
        if paragraph.kind != "operative" or paragraph.label is None or not (paragraph.number or "").isdecimal():
            continue
        number = int(paragraph.number or 0)
        if headed and number == 1:
            expected = 1
        headed = False
        offset = paragraph.label.source_offset(0)
        if number > expected:
            message = f"the number {number} follows {expected - 1}: {expected} is missing"
            yield reading.finding(offset, "number-skips", message, AS_PRINTED)
        elif number < expected:
            message = f"the number {number} comes again (expected {expected})"
            yield reading.finding(offset, "number-repeats", message, AS_PRINTED)
        expected = max(expected, number + 1)


def numbers_of_annexes(reading: Reading) -> Iterator[Diagnostic]:
    """The numbers of an annex go on through its sections or begin anew below a heading; an excerpt may begin with any.

    What skips shows that a paragraph was read as something else, or lost; the annex may also print it so.
    """
    last: int | None = None
    headed = False
    for paragraph in reading.resolution.own_paragraphs:
        if paragraph.kind == "heading":
            headed = True
            last = None if _heads_annex(paragraph, reading) else last
        if paragraph.kind != "plain" or paragraph.label is None or not (paragraph.number or "").isdecimal():
            continue
        number = int(paragraph.number or 0)
        before, last = last, max(number, last or 0)
        if headed and number == 1:
            last = 1
        elif before is not None and number != before + 1:
            again = number <= before
            code, what = ("number-repeats", "comes again") if again else ("number-skips", "is not the next one")
            message = f"the number {number} of the annex {what} (after {before})"
            yield reading.finding(paragraph.label.source_offset(0), code, message, AS_PRINTED, lighter=True)
        headed = False


def _phrase(reading: Reading) -> str | None:
    return reading.resolution.enacting.text if reading.resolution.enacting else None


def mended_numbers(reading: Reading) -> Iterator[Diagnostic]:
    """The number of an operative paragraph that is printed as another than it means: ll. for 11."""
    for paragraph in reading.resolution.paragraphs:
        if paragraph.label is None or paragraph.number is None or paragraph.kind == "sub":
            continue
        if paragraph.kind == "plain" and paragraph.number.isalpha():
            continue  # (b) of an annex, in the letters of its language
        if reading.language.page.label_forms.drafted.match(f"{paragraph.label.text} x"):
            continue  # OP2 bis
        printed = unicodedata.normalize("NFKC", paragraph.label.text).strip(" .,:、()")
        printed = printed.strip(_AROUND) or printed
        if _counted(printed) != paragraph.number:
            yield _mended(paragraph, reading)


def _counted(printed: str) -> str:
    """A number in the digits that a paragraph's number has: 04 is 4, 三 is 3."""
    try:
        return str(int(printed) if printed.isdecimal() else numerals.han(printed))
    except ValueError:
        return printed


def doubtful_labels(reading: Reading) -> Iterator[Diagnostic]:
    """The labels of sub-paragraphs that are no good order: (6) for (b), (d) after (b), (b) again."""
    paragraphs = {paragraph.id: paragraph for paragraph in reading.resolution.paragraphs}
    for doubt in reading.resolution.label_doubts:
        paragraph = paragraphs[doubt.paragraph]
        if paragraph.label is None:
            continue
        if doubt.what == "mended":
            yield _mended(paragraph, reading)
            continue
        message = _DOUBTS[doubt.what].format(label=paragraph.label.text)
        offset = paragraph.label.source_offset(0)
        yield reading.finding(offset, "label-implausible", message, AS_PRINTED)


_DOUBTS = {
    "skips": "the label {label} is not the next one of its list: one before it is missing, or it is misprinted",
    "repeats": "the label {label} comes again in its list: one of the two is misprinted, or a new list begins",
    "open": "the label {label} can be read in two ways that are as good: the printed one is kept",
}


def _mended(paragraph: Paragraph, reading: Reading) -> Diagnostic:
    label = paragraph.label or paragraph.text
    message = f"the label {label.text} was read as {paragraph.number}, which is the next one"
    hint = "the words stay as they are printed; only the number, and so the address, is the one that is meant"
    return reading.finding(label.source_offset(0), "label-mended", message, hint)


def plain_paragraphs(reading: Reading) -> Iterator[Diagnostic]:
    """What has no place in the structure is shown as it is, and said.

    An annex has no structure that we know, and neither has an article; below the text stand the meeting, the day and a
    note on the vote. The annex of a text in quotation marks is over where a paragraph has none.
    """
    closing = reading.language.page.closing_lines
    in_note = False  # a note on the vote goes on until its bracket closes
    in_article = in_quoted_annex = False
    above = kind = ""
    for paragraph in reading.resolution.own_paragraphs:
        kind_above, kind = kind, paragraph.kind  # what a list's end is followed by goes on with the sentence above it
        text = paragraph.text.text
        before, above = above, text if paragraph.kind != "heading" else ""
        is_quoted = unquoted(text, reading.language) != text or paragraph.label is not None  # “1. has it in its label
        if _heads_annex(paragraph, reading):
            if not is_quoted:
                return
            in_quoted_annex = True
        if paragraph.kind == "heading":
            in_article = is_article(text, reading.language)
        if paragraph.kind != "plain" or in_article:
            in_note = False
        elif closing.is_one(text) or (closing.is_one(before) and closing.is_one(f"{before} {text}")):  # 4 de marzo.
            in_note = text[:1] in OPENING and not is_closed(text)
        elif in_note:
            in_note = not is_closed(text)
        elif (in_quoted_annex and is_quoted) or _is_spoken(text, reading):
            continue
        elif _is_bare(text, reading) or not (
            _goes_on(text, before, reading) or (kind_above == "sub" and _closes_list(text, before, reading))
        ):
            hint = "it is shown as plain text; a number or a line break may have been lost in extraction"
            message = "this paragraph has no place in the structure"
            yield reading.finding(paragraph.text.source_offset(0), "plain-paragraph", message, hint)


def unnumbered_paragraphs(reading: Reading) -> Iterator[Diagnostic]:
    """A paragraph of an annex that begins like one with a number, in no form that the language numbers by: 1, or (1).

    Among the acts a verb behind it makes sure; an annex has none.
    """
    forms = reading.language.page.label_forms
    in_annex = False
    for paragraph in reading.resolution.own_paragraphs:
        text = paragraph.text.text
        in_annex |= _heads_annex(paragraph, reading)
        if not in_annex or paragraph.kind != "plain" or paragraph.label is not None:
            continue
        match = forms.bracketed.match(text) or forms.misprinted.match(text)
        if match and any(not (char.isalnum() or char.isspace()) for char in match["label"]):
            hint = "it is shown without a number, and has no address by it; compare with the official document"
            message = f"this paragraph begins like one with a number: {match['label'].strip()}"
            yield reading.finding(paragraph.text.source_offset(0), "plain-paragraph", message, hint)


def _heads_annex(paragraph: Paragraph, reading: Reading) -> bool:
    """Whether a paragraph is the heading of an annex of this text; one that is quoted has the anchor of one then."""
    if paragraph.kind != "heading":
        return False
    named = paragraph.id.startswith(("annex", "appendix"))
    return named or is_annex(paragraph.text.text, reading.language, apart=True)


def _is_bare(text: str, reading: Reading) -> bool:
    """Whether a paragraph is nothing but a label, whose words are lost: b)."""
    return len(text) <= _LONGEST_LABEL and reading.language.page.label_forms.begins(f"{text} A")


def last_heading(reading: Reading) -> Iterator[Diagnostic]:
    """A heading at the end heads nothing: what it headed is lost, or it is of the page around the text."""
    last = reading.resolution.own_paragraphs[-1:]
    below = reading.resolution.paragraphs[len(reading.resolution.own_paragraphs) :]
    if last and last[0].kind == "heading" and not below:
        hint = "if the page around the text has added it, take the official file in another format"
        message = "nothing stands below this heading"
        yield reading.finding(last[0].text.source_offset(0), "plain-paragraph", message, hint)


def neighbours(reading: Reading) -> Iterator[Diagnostic]:
    """What another text of the page left below this one is shown, but not read as its own."""
    for paragraph in reading.resolution.paragraphs[len(reading.resolution.own_paragraphs) :][:1]:
        hint = "it is shown as it is printed, and is no part of the work"
        message = "what follows belongs to another text of the page"
        yield reading.finding(paragraph.text.source_offset(0), "other-text", message, hint)


def _is_spoken(text: str, reading: Reading) -> bool:
    """Whether a paragraph of a statement or decision announces the text in quotation marks, or is one of it.

    An enacting phrase below the first one is that of a further part.
    """
    bare = unquoted(text, reading.language)
    quoted = bare != text
    if reading.language.page.enacting.organ(bare):  # of a further part
        return True
    return reading.resolution.masthead.kind != "resolution" and (quoted or ends_in_colon(text))


def _goes_on(text: str, before: str, reading: Reading) -> bool:
    """Whether a paragraph without a label may stand where it does: it is whole, and so is the one above it.

    Where a verb's form does not tell an operative paragraph, one without a number may have lost it, unless quoted.
    """
    quotes = reading.language.table("body.quotes")
    if text[:1] in quotes and (ends_in_colon(before) or before[:1] in quotes):
        return True
    if not reading.language.table("body.verbs_tell"):
        return False
    whole = all(reading.language.page.sentences.clause_ends(one) for one in (text, before) if one)
    return whole and not text[:1].islower() and not text[:1].isdecimal()


def _closes_list(text: str, before: str, reading: Reading) -> bool:
    """Whether a paragraph below an item goes on with the sentence above its list: by its letter, or the comma there."""
    return reading.language.goes_on(text) or reading.language.page.sentences.comma_ends(before)


def action_verbs(reading: Reading) -> Iterator[Diagnostic]:
    """Every preambular and operative paragraph does something; below "Resolves:" the verb stands above them."""
    with_verb = {verb.place for verb in reading.verbs}
    below = False
    for paragraph in reading.resolution.paragraphs:
        if paragraph.kind == "operative" and paragraph.number is None:
            resolved = below and reading.language.page.openings.resolves(paragraph.text.text)
            below = paragraph.text.text.endswith((":", "：")) or resolved
        if below or paragraph.kind not in ("preambular", "operative") or paragraph.id in with_verb:
            continue
        known = not paragraph.text.text  # 2. (a) Requests …: the verbs are those of the list
        known |= reading.language.page.openings.decides(paragraph.text.text)  # 决议：…
        if not (known or reading.language.opens(paragraph.text.text, "preambular")):
            message = f"no action verb is known in {paragraph.text.text[:12]}…"
            hint = f"add the verb to converter/languages/{reading.language.code}.yml, with an example"
            yield reading.finding(paragraph.text.source_offset(0), "no-action-verb", message, hint)
