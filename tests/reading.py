"""A text as a test writes it, made into a file of a format and read, by the authority files of this checkout."""

from __future__ import annotations

from converter.convert import Input, convert
from converter.model import Expression, Sidecar
from tests.documents.word import docx, p
from tests.language_examples import AUTHORITIES

ENACTING = {
    "en": "The General Assembly,",
    "fr": "L’Assemblée générale,",
    "es": "La Asamblea General,",
    "ru": "Генеральная Ассамблея,",
    "zh": "大会，",
    "ar": "إن الجمعية العامة،",
}
ANNEX = {"en": "Annex", "fr": "Annexe", "es": "Anexo", "ru": "Приложение", "zh": "附件", "ar": "المرفق"}


def number(lang: str, count: int) -> str:
    """The number of a paragraph as the language prints it."""
    return f"{count} -" if lang == "ar" else f"{count}."


def made(form: str, *lines: str) -> bytes:
    """A file whose paragraphs are these lines."""
    if form == "docx":
        return docx(*map(p, lines))
    if form == "html":
        return f"<meta charset=utf-8><main>{''.join(f'<p>{line}</p>' for line in lines)}</main>".encode()
    return "\n\n".join(lines).encode()


def converted(lang: str, text: str | bytes, form: str = "txt") -> Expression:
    """What is read of a file's text or bytes; its work has no sidecar."""
    data = text.encode("utf-8", errors="replace") if isinstance(text, str) else text
    return convert(Input(f"sources/lamps/{lang}.{form}", lang, data, Sidecar("lamps", "")), AUTHORITIES)


def read_lines(lang: str, form: str, *lines: str) -> Expression:
    """What is read of a file whose paragraphs are these lines."""
    return converted(lang, made(form, *lines), form)
