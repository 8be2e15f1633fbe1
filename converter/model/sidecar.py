"""The sidecar of a work: the few facts that its official text does not print."""

from __future__ import annotations

from dataclasses import dataclass

from converter.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Sidecar:
    """`work.yml`, checked. `work` is the folder's name and the work's identity until it has a symbol.

    `diagnostics` are the findings about the file itself; what they are about is left out of the facts.
    """

    work: str
    path: str
    symbol: str | None = None
    adopted_as: str | None = None
    date: str | None = None
    subjects: tuple[str, ...] = ()
    official: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
