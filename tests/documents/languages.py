"""The resolution of invented words in each language."""

from __future__ import annotations

from tests.documents.arabic import ARABIC
from tests.documents.french import FRENCH
from tests.documents.official import CHINESE, ENGLISH
from tests.documents.russian import RUSSIAN
from tests.documents.spanish import SPANISH

LANGUAGES = {"ar": ARABIC, "zh": CHINESE, "en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN}
