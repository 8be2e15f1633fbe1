"""python -m tests.measure.noise: the body of a text set in other ways, each read as the text is as it stands.

`--show` names what differs. The texts are those of the gold set; the words stay, only white space and pages change.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.authorities import Authorities, load_authorities
from converter.convert import Input, convert
from converter.model import Expression, Sidecar
from converter.read import READERS
from tests.measure.__main__ import CORPUS, ROOT, gold_files

_PAGE = "\n\n17\n\f\n"
_GAPS = 3
_INDENT = "    "

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a text above its body, those of each paragraph of the body, and those below."""

    above: list[str]
    paragraphs: list[list[str]]
    below: list[str]

    def text(self, paragraphs: Sequence[str]) -> str:
        """The text with its paragraphs set in another way."""
        return "\n".join([*self.above, *paragraphs, "", *self.below])


def reading(text: str, lang: str, authorities: Authorities) -> Expression:
    """What the converter makes of a text."""
    return convert(Input(f"x.{lang}.txt", lang, text.encode(), Sidecar("noise", "")), authorities)


def rows(expression: Expression) -> list[Row]:
    """Anchor, kind and words of each paragraph, and what each citation in the text cites."""
    found = [(one.id, one.kind, one.text.text) for one in expression.resolution.own_paragraphs]
    return [*found, *((one.place, "cites", one.target or "") for one in expression.citations)]


def body_of(text: str, expression: Expression, lang: str) -> Body | None:
    """The body of a text, part by part; None where notes or furniture stand inside it."""
    source, _ = READERS[".txt"](text.encode(), "x", lang)
    lines = text.split("\n")
    starts = [
        source.locate((one.label or one.text).source_offset(0))[1] - 1 for one in expression.resolution.own_paragraphs
    ]
    if not starts or starts != sorted(set(starts)):
        return None
    last = expression.resolution.own_paragraphs[-1].text
    end = source.locate(last.source_offset(max(0, len(last.text) - 1)))[1]
    inside = [one for one in expression.resolution.furniture if starts[0] < one.line <= end and one.text.strip()]
    edges = [*starts, end]
    paragraphs = [[line for line in lines[a:b] if line.strip()] for a, b in pairwise(edges)]
    words = "".join("".join(one.text.text.split()) for one in expression.resolution.own_paragraphs)
    printed = "".join("".join("".join(part).split()) for part in paragraphs)
    if inside or len(printed) > 1.1 * len(words) + 40:
        return None
    return Body(lines[: starts[0]], paragraphs, lines[end:])


def _whole(body: Body) -> list[str]:
    glue = "" if any("\u4e00" <= char <= "\u9fff" for char in "".join(body.paragraphs[0])) else " "
    return [glue.join(line.strip() for line in part).replace("- ", "-") for part in body.paragraphs]


def one_line_each(body: Body) -> str:
    """A line per paragraph, no blank lines."""
    return body.text(_whole(body))


def one_line_each_apart(body: Body) -> str:
    """A line per paragraph, a blank line between two."""
    return body.text(["\n\n".join(_whole(body))])


def no_blank_lines(body: Body) -> str:
    """The lines as they are, none of them blank."""
    return body.text([line for part in body.paragraphs for line in part])


def blank_after_every_line(body: Body) -> str:
    """A blank line below each line."""
    return body.text([f"{line}\n" for part in body.paragraphs for line in part])


def continuation_indented(body: Body) -> str:
    """What goes on stands in, and a blank line parts paragraphs."""
    return body.text([f"{_set(part, '', _INDENT)}\n" for part in body.paragraphs])


def hanging(body: Body) -> str:
    """What goes on stands in; no blank lines."""
    return body.text([_set(part, "", _INDENT) for part in body.paragraphs])


def first_line_indented(body: Body) -> str:
    """The first line of each paragraph stands in; no blank lines."""
    return body.text([_set(part, _INDENT, "") for part in body.paragraphs])


def _set(lines: Sequence[str], first: str, others: str) -> str:
    return "\n".join(f"{others if at else first}{line.strip()}" for at, line in enumerate(lines))


def page_gaps(body: Body) -> str:
    """A page ends inside some paragraphs; its number stands at its foot."""
    long = [index for index, part in enumerate(body.paragraphs) if len(part) > 2]
    chosen = set(long[:: max(1, len(long) // _GAPS)])
    return body.text(
        [
            "\n".join([part[0] + (_PAGE.rstrip("\n") if index in chosen else ""), *part[1:], ""])
            for index, part in enumerate(body.paragraphs)
        ]
    )


VARIANTS: tuple[Callable[[Body], str], ...] = (
    one_line_each,
    one_line_each_apart,
    no_blank_lines,
    blank_after_every_line,
    continuation_indented,
    hanging,
    first_line_indented,
    page_gaps,
)


def bodies(every: int = 1) -> Iterator[tuple[str, Body, list[Row]]]:
    """Each n-th text of the gold set whose body can be set in another way: its name, its body, how it is read."""
    authorities, _ = load_authorities(ROOT / "authorities")
    for path in gold_files()[::every]:
        text = (CORPUS / f"{path.stem}.txt").read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        expression = reading(text, "en", authorities)
        body = body_of(text, expression, "en")
        if body is not None:
            yield path.stem, body, rows(expression)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure.noise")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    authorities, _ = load_authorities(ROOT / "authorities")
    same: dict[str, int] = {}
    count = 0
    for name, body, wanted in bodies(given.every):
        count += 1
        for variant in VARIANTS:
            found = rows(reading(variant(body), "en", authorities))
            same[variant.__name__] = same.get(variant.__name__, 0) + (found == wanted)
            if given.show and found != wanted:
                lost = [one for one in wanted if one not in found][:1]
                new = [one for one in found if one not in wanted][:1]
                print(f"{variant.__name__} {name}: {[(*one[:2], one[2][:60]) for one in lost]}")
                print(f"    {[(*one[:2], one[2][-90:]) for one in new]}")
    for variant_name, right in same.items():
        print(f"{variant_name:26}{right:5} of {count} texts read the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
