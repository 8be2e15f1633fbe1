"""What people write and name: hostile YAML as a sidecar and as an authority file, and hostile names in a project."""

# ruff: noqa: E501 - a list of names reads better in few lines
from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from converter.authorities import load_authorities
from converter.convert import Input, convert, page_of, record_of
from converter.sidecar import read_sidecar
from converter.write.outputs import OUTPUTS, Given
from tests.hostile.whole import ROOT, Outcome, authorities
from tests.temp_project import GOOD, make_project, run


class Written(NamedTuple):
    """An input that is no source: its name, and what takes it through."""

    name: str
    take: Callable[[], Outcome]


def written() -> Iterator[Written]:
    """All of them."""
    for name, text in _yaml():
        yield Written(f"sidecar: {name}", lambda given=text: _sidecar(given))
        yield Written(f"authority file: {name}", lambda given=text: _authority(given))
    for name in _names():
        yield Written(f"folder: {name[:24]!r}", lambda given=name: _named(given))
        yield Written(f"file: {name[:24]!r}", lambda given=name: _named(b"lamps", given + b".txt"))
    for name, make in _LINKS.items():
        yield Written(f"link: {name}", lambda given=make: _linked(given))


def _sidecar(text: bytes) -> Outcome:
    sidecar = read_sidecar(text.decode("utf-8", errors="replace"), "sources/lamps/work.yml", "lamps")
    expression = convert(Input("sources/lamps/zh.txt", "zh", GOOD.encode(), sidecar), authorities())
    page = page_of(sidecar, "zh", expression.resolution.masthead.symbol)
    record_of(expression, sidecar)
    for make in OUTPUTS.values():
        make(Given(expression, sidecar, page, authorities(), False))
    codes = {one.code for one in sidecar.diagnostics}
    return Outcome(tuple(sorted(codes)), bool(codes), 0, {})


def _authority(text: bytes) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "authorities", folder, dirs_exist_ok=True)
        (Path(folder) / "works.yml").write_bytes(text)
        problems = load_authorities(Path(folder))[1]
    return Outcome(("authorities",) if problems else (), bool(problems), 0, {})


def _named(folder: bytes, file: bytes = b"zh.txt") -> Outcome:
    def write(root: Path) -> None:
        own = os.fsencode(root / "sources") + b"/" + folder
        with suppress(OSError):  # what the system refuses to hold nobody can send
            os.makedirs(own, exist_ok=True)  # noqa: PTH103 - the name is no text
            with open(own + b"/" + file, "wb") as out:  # noqa: PTH123 - the name is no text
                out.write(GOOD.encode())

    return _linked(write)


def _linked(write: Callable[[Path], None]) -> Outcome:
    """A project with something strange in it, beside a work that is whole."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_project(Path(folder) / "project", {"good": {"zh.txt": GOOD}})
        write(root)
        said = run(root, "check")
        assert (root / "build" / "pages" / "zh" / "drafts" / "good.md").is_file(), "the other work is made"
        assert "root:" not in said.output, "what a link leads to is shown"
    return Outcome((f"exit {said.exit_code}",), bool(said.exit_code), 0, {})


def _yaml() -> Iterator[tuple[str, bytes]]:
    for name, text in _TEXTS.items():
        yield name, text.encode("utf-8", errors="surrogatepass")
    for code in ("utf-16", "utf-32", "utf-8-sig", "cp1252", "cp037"):
        yield f"in truth {code}", "symbol: A/1/2\ntitle: é".encode(code)
    yield "no UTF-8", b"symbol: \xff\xfe\xc0\xaf"
    yield "a zip", b"PK\x03\x04" + bytes(99)


def _names() -> Iterator[bytes]:
    texts = (
        *("\u202etxt.sgnal", "a\u2066b", "\u200b", "a\u0301", "\u00e1", "灯塔", "a b", " a", "a ", "a.", ".a", "..a", "-a", "--help"),
        *("CON", "con", "NUL.x", "COM1", "aux", "a:b", "a*b", "a?b", "a|b", "a<b>", 'a"b', "a\\b", "a\nb", "a\tb", "a\x01b", "a\x7fb"),
        *("a%2fb", "%00", "a#b", "a&b", "a;b", "$(x)", "`x`", "{{x}}", "<script>", "[a](b)", "x" * 200, "x" * 255, "x" * 256, "LAMPS"),
        *("index", "index.html", "work.yml", "zh", "drafts", "search", "__pycache__", "node_modules", "~a", "a~1", "0", "😀"),
    )  # fmt: skip
    yield from (text.encode() for text in texts)
    yield from (b"\xff", b"a\xc0\xaf", b"\xed\xa0\x80", b"a\x80b")


def _link(target: str, name: str, *, folder: bool = False) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        place = root / "sources" / ("x" if not folder else name)
        if folder:
            place.symlink_to(target)
        else:
            place.mkdir()
            (place / "zh.txt").write_bytes(GOOD.encode())
            (place / name).unlink(missing_ok=True)
            (place / name).symlink_to(target)

    return write


_LINKS: dict[str, Callable[[Path], None]] = {
    "a source to a file of the system": _link("/etc/passwd", "zh.txt"),
    "a sidecar to a file of the system": _link("/etc/passwd", "work.yml"),
    "a source to itself": _link("zh.txt", "zh.txt"),
    "a source to nothing": _link("nothing", "zh.txt"),
    "a source to another work": _link("../good/zh.txt", "zh.txt"),
    "a source to what never ends": _link("/dev/zero", "zh.txt"),
    "a folder to the system": _link("/etc", "x", folder=True),
    "a folder to itself": _link("x", "x", folder=True),
    "a folder to another work": _link("good", "x", folder=True),
    "a folder to above": _link("..", "x", folder=True),
}

_LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
_TEXTS = {
    "laughs": _LAUGHS,
    "an anchor": "symbol: &a A/1/2\nadopted_as: *a",
    "an anchor in itself": "a: &a [*a]",
    "a merge key": "a: &a {symbol: A/1/2}\n<<: *a",
    "two merge keys": "<<: {symbol: A/1/2}\n<<: {symbol: A/1/3}",
    "an object": "!!python/object/apply:os.system ['true']",
    "a name of Python": "symbol: !!python/name:os.system",
    "bytes": "symbol: !!binary aGVsbG8=",
    "a set": "symbol: !!set {a, b}",
    "pairs": "symbol: !!omap [a: b]",
    "a tag of its own": "symbol: !x y",
    "a directive": "%YAML 9.9\n%TAG ! tag:x,2031:\n---\nsymbol: A/1/2",
    "two documents": "symbol: A/1/2\n---\nsymbol: A/1/3",
    "no document": "",
    "a comment": "# x",
    "only null": "~",
    "a number": "1",
    "a list": "- a\n- b",
    "a date": "symbol: 2031-02-30",
    "a date as a key": "2031-05-04: x",
    "a time": "symbol: 2031-05-04T25:61:61Z",
    "a sexagesimal": "symbol: 190:20:30",
    "octal and hexadecimal": "symbol: 0o17\ntitle: 0x1F",
    "not a number": "symbol: .nan\ntitle: .inf",
    "yes and no": "symbol: yes\ntitle: no\non: off",
    "a number of 100000 digits": f"symbol: {'9' * 100_000}",
    "a fraction of 100000 digits": f"symbol: 0.{'9' * 100_000}",
    "an exponent": "symbol: 1e999999999",
    "a key of 100000 signs": f"{'x' * 100_000}: y",
    "a key that is a list": "? [a, b]\n: c",
    "a key that is null": "~: c\n'': d",
    "one key twice": "symbol: A/1/2\nsymbol: A/1/3",
    "50000 keys": "".join(f"k{n}: v\n" for n in range(50_000)),
    "50000 items": "- x\n" * 50_000,
    "50000 works": "".join(f"- symbol: A/RES/1/{n}\n" for n in range(20_000)),
    "lists 50000 deep": "[" * 50_000,
    "maps 50000 deep": "{a: " * 50_000,
    "indented 5000 deep": "".join(f"{' ' * n}a:\n" for n in range(1500)),
    "a text of 900 kB": f"symbol: |\n  {'x' * 900_000}",
    "a text of 9 MB": f"symbol: |\n  {'x' * 9_000_000}",
    "folded": "symbol: >-\n  A/1\n  /2\n\n\n  x",
    "escapes": r'symbol: "\0\x01\u202e\ud800\U0010ffff\e"',
    "an escape of half a character": r'symbol: "\ud83d"',
    "control characters": "symbol: a\x01b",
    "NUL": "symbol: a\0b",
    "from right to left": "symbol: \u202eA/1/2\u202c",
    "the end of a line of Unicode": "symbol: A/1/2\u2028title: x\u0085y: z",
    "tabs": "symbol:\tA/1/2\n\ttitle: x",
    "never ends": "symbol: 'A/1/2",
    "an address": "symbol: javascript:alert(1)",
    "a way out": "symbol: ../../../../etc/passwd",
    "a way out, encoded": "symbol: A/RES/%2e%2e/%2e%2e",
    "markup": "symbol: <script>alert(1)</script>\ntitle: '{{ 7*7 }}'",
    "odd names": "__class__: x\n__proto__: x\nconstructor: {prototype: x}",
    "former addresses": "formerly: [zh/../../x, /etc/passwd, 'http://x', ..]",
    "accepted everything": "accepted: [{lang: zh, code: words, at: op1, reason: x}]",
    "accepted 9000 times": "accepted:\n" + "- {lang: zh, code: number-skips, at: op1, reason: x}\n" * 9000,
}
