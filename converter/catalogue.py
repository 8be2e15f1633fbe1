"""What a text is, as a catalogue has it: of what is printed and what the sidecar says, the one that counts."""

from __future__ import annotations

from converter.model import Catalogued, Expression, Sidecar


def catalogued(expression: Expression, sidecar: Sidecar) -> Catalogued:
    """The facts of a text. A symbol and a day of the sidecar stand in place of the printed ones."""
    masthead = expression.resolution.masthead
    return Catalogued(
        lang=expression.resolution.lang,
        symbol=sidecar.symbol or masthead.symbol,
        adopted_as=sidecar.adopted_as,
        kind=masthead.kind,
        status=masthead.status,
        body=masthead.body,
        session=masthead.session,
        session_from=masthead.session_from,
        session_to=masthead.session_to,
        agenda_items=masthead.agenda_items,
        number=masthead.number,
        title=masthead.title,
        date=sidecar.date or masthead.date,
        origin=expression.origin,
    )
