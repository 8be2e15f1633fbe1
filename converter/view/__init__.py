"""A text as it is matched: folded once, with the way back to every character, and cut into tokens."""

from converter.view.fold import HAN, UNIT, Variants, View, fold, key_of
from converter.view.tokens import Token, Tokens

__all__ = ["HAN", "UNIT", "Token", "Tokens", "Variants", "View", "fold", "key_of"]
