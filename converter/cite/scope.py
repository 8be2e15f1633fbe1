"""Which organ is meant: by a name as printed, and by a number that no organ is printed with."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.authorities import Body
from converter.cite import numbers
from converter.languages import Language

_ASSEMBLY = "GA"


@dataclass
class Scope:
    """What a resolution has said so far of organs; its texts are entered in order, each searched from its beginning."""

    language: Language
    enacting: str | None
    _last_full: dict[str, str] = field(default_factory=dict)  # short name → the body last named in full
    _texts: list[str] = field(default_factory=list)  # those whose names are not noted yet; the last is the current one
    _noted: int = 0  # how far the names of the first of them are noted
    _cited: dict[str, Body] = field(default_factory=dict)  # number → the body it was cited with
    _of_shape: dict[str, Body] = field(default_factory=dict)  # shape → the body last cited with such a number

    def enter(self, text: str) -> None:
        """Go on to the next text. The full names of those before it hold in it."""
        self._texts.append(text)

    def bodies(self, printed: str, at: int) -> tuple[str, ...]:
        """The bodies that an organ printed at this offset of the current text may mean."""
        if self.is_own(printed):
            return (self.enacting,) if self.enacting else ()
        named, full = self.language.organs.get(printed, ("", False))
        if full or not named:
            return (named,) if named else ()
        sharing = self.language.short_names[printed]
        if self.enacting in sharing:
            return (self.enacting,)
        self._note_names(at)
        return (self._last_full[printed],) if printed in self._last_full else sharing

    def is_own(self, printed: str) -> bool:
        """Whether these words (其, its) mean the organ that speaks."""
        return printed.lower() in self.language.table("citations.own")

    def carrier(self, number: numbers.Number, organ: tuple[str, ...] | None, *, firm: bool) -> Body | None:
        """The body whose text this number is; None where it cannot be told.

        That is the one of those named that can carry it, and no other where the organ is printed with this very
        number (`firm`). Else the one that the text cited it with before, the organ that speaks, the one whose
        number of this shape was cited last, or the only one whose numbers look like this.
        """
        authorities = self.language.authorities
        named = [body for id in organ or () if (body := authorities.body(id)) and numbers.fits(number, body)]
        if len(named) == 1:
            self._remember(number, named[0])
        if len(named) == 1 or firm:
            return named[0] if len(named) == 1 else None
        enacting = authorities.body(self.enacting) if self.enacting else None
        carriers = [body for body in authorities.bodies if numbers.fits(number, body)]
        likely = (self._cited.get(number.text), enacting, self._of_shape.get(number.shape))
        found = next((body for body in likely if body is not None and body in carriers), None)
        if found is None and number.shape == "serial-roman":  # others name their organ with a Roman session
            found = next((body for body in carriers if body.id == _ASSEMBLY), None)
        return found or (carriers[0] if len(carriers) == 1 else None)

    def _remember(self, number: numbers.Number, body: Body) -> None:
        self._cited[number.text] = body
        self._of_shape[number.shape] = body

    def _note_names(self, at: int) -> None:
        """Note the names up to this offset of the current text, each text once, and only when a short name asks."""
        for text in self._texts[:-1]:
            self._note(text, len(text))
            self._noted = 0
        del self._texts[:-1]
        self._note(self._texts[-1], at)
        self._noted = max(self._noted, at)

    def _note(self, text: str, end: int) -> None:
        for match in self.language.pattern("organ_names").finditer(text, self._noted, end):
            body, full = self.language.organs[match[0]]
            if full:
                for short, sharing in self.language.short_names.items():
                    if body in sharing:
                        self._last_full[short] = body
