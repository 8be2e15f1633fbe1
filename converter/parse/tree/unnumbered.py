"""What a paragraph without a number or a label is, by its verb and the signs at its ends."""

from __future__ import annotations

from converter.clean import ends_in_colon, unquoted
from converter.parse.labels import quote_at_head
from converter.parse.tree.kinds import Kind
from converter.parse.tree.standing import Standing


def by_words(text: str, at: Standing) -> Kind:
    """A paragraph without a label: an operative one opens with a verb in the present, a preambular one does not."""
    if _is_quoted(text, at):
        return Kind("plain", anchor=at.anchors.counted("p"))
    kind = _in_body(text, at)
    if kind == "plain" and _turns(text, at):
        kind = "operative"
    how = at.language.page.sentences
    if at.annex and at.preamble and (how.sentence_ends(text) or _announces(text, at)):
        at.preamble = False  # The Assembly, / Proclaims this Declaration.
    if kind == "plain" and at.preamble:
        kind = "preambular"
        at.semicolons |= not how.comma_ends(text)
    if kind == "operative":
        at.preamble = False
        return Kind(kind, anchor=at.anchors.counted("u" if at.numbered else "op"))
    return Kind(kind, anchor=at.anchors.counted("pp" if kind == "preambular" else "p"))


def _announces(text: str, at: Standing) -> bool:
    """Whether a paragraph decides and leads to what it decides: Proclaims the following Declaration:"""
    if not ends_in_colon(text):
        return False
    tells = at.language.table("body.verbs_tell") and at.language.opens(text, "operative")
    return bool(tells) or at.language.page.openings.decides(unquoted(text, at.language))


def _in_body(text: str, at: Standing) -> str:
    """The kind that the words show in the body of a text, `plain` where they show none or there is no body here."""
    if at.annex or at.closed or at.language.goes_on(text):
        return "plain"
    phrase = at.language.page.openings.decides(unquoted(text, at.language))
    by = _by_verb if at.language.table("body.verbs_tell") else _by_signs
    return by(text, at, phrase=phrase)


def _by_signs(text: str, at: Standing, *, phrase: bool) -> str:
    """In a language whose verbs look alike: a comma ends a recital; without numbers, what ends in a full stop decides.

    `phrase` says that it opens with a phrase that decides.
    """
    how, language = at.language.page.sentences, at.language
    ends = how.semicolon_ends(text) or how.sentence_ends(text) or ends_in_colon(text)
    decides = not (at.numbered or at.semicolons) and ends
    if phrase or (decides and (language.opens(text, "operative") or _turns(text, at))):
        return "operative"
    further = at.opener and not at.counted and how.comma_ends(text)  # a further section has recitals of its own
    return "preambular" if further and language.opens(text, "preambular") else "plain"


def _by_verb(text: str, at: Standing, *, phrase: bool) -> str:
    """In a language whose verbs tell; `phrase` as above."""
    openings, how = at.language.page.openings, at.language.page.sentences
    phrase = phrase or bool(at.resolving and openings.resolves(text))
    if at.opener and not at.preamble and openings.limits(text):
        return "plain"
    if phrase or at.language.opens(text, "operative"):
        in_preamble = at.preamble and at.numbered and not at.counted
        return "preambular" if in_preamble and how.comma_ends(text) and not phrase else "operative"
    if not at.opener or at.counted or not at.language.opens(text, "preambular"):
        return "plain"
    # Among operative paragraphs one may open so as well: Noting with concern …, considers that …;
    among = at.paragraphs[-1].kind in ("operative", "sub", "plain") and not at.preamble
    return "operative" if among and how.clause_ends(text) and not how.comma_ends(text) else "preambular"


def _turns(text: str, at: Standing) -> bool:
    """Whether a paragraph of a text without numbers is operative by the marks alone, though its verb is not known.

    It is over, and the one above is an operative one that ends in a semicolon, or a recital that ends in a comma.
    Below an operative one that is a sentence, a sentence is one too: The Commission shall be entitled to travel.
    """
    if at.statement:
        return _is_spoken(text, at)
    above = at.above
    small = text[:1].islower() and not at.language.table("body").get("begins_small")
    if at.numbered or at.annex or at.closed or above is None or small or not text[:1].isalpha():
        return False
    how = at.language.page.sentences
    if not how.clause_ends(text) or how.comma_ends(text) or ends_in_colon(text):
        return False
    if at.language.page.openings.limits(text):
        return False
    if above.kind == "operative":
        said = not at.speech and how.sentence_ends(above.text.text) and how.sentence_ends(text)
        return above.number is None and (said or how.semicolon_ends(above.text.text))
    recital = above.kind == "preambular" and how.comma_ends(above.text.text)
    return recital and not at.language.opens(text, "preambular")


def _is_spoken(text: str, at: Standing) -> bool:
    """Whether a paragraph of a statement acts behind a few words: To this end, the Council supports …

    It ends a sentence, or leads to a list.
    """
    words = text[quote_at_head(text, at.language) :]
    if at.above is None or at.annex or at.closed or not words[:1].isalpha() or words[:1].islower():
        return False
    verbs = at.language.verbs
    ends = at.language.page.sentences.sentence_ends(text) or ends_in_colon(text)
    return ends and verbs.opening_behind(verbs.tokens(text), "operative") is not None


def _is_quoted(text: str, at: Standing) -> bool:
    """Whether a paragraph is one of a text that is quoted: it begins with a quotation mark, below a colon."""
    above = at.above
    if at.speech or above is None or not text[:1] or text[0] not in at.language.table("body.quotes"):
        return False
    if above.kind == "operative" and not at.numbered and ends_in_colon(above.text.text):
        return False  # it decides to adopt the following text: “…
    return above.text.text.rstrip()[-1:] in (":", ",") or (above.kind == "plain" and above.text.text[:1] == text[0])
