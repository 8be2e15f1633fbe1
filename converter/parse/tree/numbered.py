"""What a paragraph is by the number or the label that it begins with."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from converter.parse.labels import Reading, operative_label, quote_at_head, readings, spoken_label
from converter.parse.tree.kinds import Kind, Told
from converter.parse.tree.standing import Standing

_INTRODUCTION = 10  # words: a longer sentence above a list is a paragraph, and the list belongs to it
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def by_label(text: str, told: Told, at: Standing) -> Kind | None:
    """What a paragraph is by its number or letter, which says so by itself; None where it has none like that.

    What the label of a sub-paragraph means is for the whole of its list to say (`sub_readings`, `stretch`).
    """
    found = _drafted(text, at) or _item(text, at) or _operative(text, told, at) or _lettered(text, at)
    return found or _bracketed(text, at) or _lettered_recital(text, at) or _annexed(text, at)


def sub_readings(text: str, at: Standing) -> tuple[Reading, ...]:
    """The readings of the label of a sub-paragraph; in a text in quotation marks each has a mark: “(a) To …"""
    found = readings(text, at.language)
    sign = quote_at_head(text, at.language) if at.speech and not found else 0
    return tuple(replace(one, end=one.end + sign) for one in readings(text[sign:], at.language)) if sign else found


def _drafted(text: str, at: Standing) -> Kind | None:
    """A paragraph as those who negotiate a draft count them: PP1 Noting …, OP2 bis Requests …"""
    match = at.language.page.label_forms.drafted.match(text) if not at.annex else None
    if match is None:
        return None
    if match["part"] == "PP":
        return Kind("preambular", label=match.end("label"), anchor=at.anchors.counted("pp"))
    at.number()
    number = f"{match['number']} {at.language.page.label_forms.again_words.get(match['word'], '')}".strip()
    anchor = f"op{number.replace(' ', '-')}"
    return Kind(
        "operative", number, label=match.end("label"), anchor=f"{at.scope}-{anchor[2:]}" if at.scope else anchor
    )


def _item(text: str, at: Standing) -> Kind | None:
    """A number in a list below a sentence of its own (Notes that …: 1. …) is that of a sub-paragraph."""
    above = at.above
    if not at.resolving or at.counted or above is None or at.opener != at.resolving:
        return None
    if above.id == at.resolving and len(above.text.text.split()) <= _INTRODUCTION:
        return None
    label = operative_label(text, None, at.language)
    if label is None or (above.id != at.resolving and above.kind != "sub"):
        return None
    form = at.language.page.label_forms.place("numerals")
    return Kind("sub", readings=(Reading(form, str(label.number), label.number, label.end),))


def _operative(text: str, told: Told, at: Standing) -> Kind | None:
    """An operative paragraph; in an annex the numbered paragraphs are its own, not those of the resolution."""
    label_of = spoken_label if at.speech and told.number is not None else operative_label
    label = label_of(text, told.number, at.language)
    if label is None:
        return None
    number = f"{told.number or label.number} {label.again}".strip()
    at.number()
    name = number.replace(" ", "-")
    anchor = f"{at.scope}-{name}" if at.scope else f"op{name}"
    says = at.article and not at.language.opens(text[label.end :], "operative")
    return Kind("plain" if at.annex or says else "operative", number, label=label.end, anchor=anchor)


def _lettered(text: str, at: Standing) -> Kind | None:
    """An operative paragraph that is counted with a letter: A., B. below a sentence that ends in a colon."""
    match = at.language.page.label_forms.lettered.match(text) if at.resolving and not at.annex else None
    if match is None or _LETTERS.index(match["number"].lower()) != at.letters:
        return None
    at.letters += 1
    number = match["number"]
    return Kind("operative", number, label=match.end("label"), anchor=f"op-{number.lower()}")


def _bracketed(text: str, at: Standing) -> Kind | None:
    """An operative paragraph whose number stands in brackets, where none has a plain one: (1) Calls upon …"""
    if at.numbered or at.annex or at.closed:
        return None
    match = at.language.page.label_forms.bracketed.match(text)
    if match is None or int(match["number"]) != at.brackets + 1 or not (at.preamble or at.brackets):
        return None
    if not at.language.opens(text[match.end("label") :], "operative"):
        return None
    at.brackets += 1
    at.number()
    return Kind("operative", match["number"], label=match.end("label"), anchor=f"op{match['number']}")


def _lettered_recital(text: str, at: Standing) -> Kind | None:
    """A recital that is counted with a letter, as from the first one on: (a) Recalling …, (b) Noting …"""
    if not at.preamble or at.annex or (at.opener and not at.recitals):
        return None
    label = next((one for one in readings(text, at.language) if one.count == at.recitals + 1), None)
    if label is None or not at.language.opens(text[label.end :], "preambular"):
        return None
    at.recitals += 1
    return Kind("preambular", label=label.end, anchor=at.anchors.counted("pp"))


def _annexed(text: str, at: Standing) -> Kind | None:
    """A paragraph of an annex that is counted with letters right below its heading, where none has a number."""
    counts = bool(at.item) and at.opener == at.item
    begins = at.above is not None and at.above.kind == "heading" and (counts or not at.opener)
    if not at.annex or not (begins or counts):
        return None
    due = 1 if begins else at.items + 1
    found = [one for one in readings(text, at.language) if not one.cost and one.count == due and one.number.isalnum()]
    label = next((one for one in found if begins or one.form == at.item_form), None)
    if label is None:
        return None
    letter = unicodedata.normalize("NFD", label.number)[:1] if label.number.isalpha() else label.number
    anchor = f"{at.scope}-{label.number if label.number.isascii() else letter if letter.isascii() else due}"
    at.items, at.item_form, at.item = due, label.form, anchor
    return Kind("plain", label.number, label=label.end, anchor=anchor)
