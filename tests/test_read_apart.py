"""A file that takes its reader down is one refusal; what is read apart is what would be read here."""

from __future__ import annotations

import io
import os
import pickle
import pickletools
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.cache import Cache
from converter.codes import GAVE_UP
from converter.model import Severity
from converter.pipeline import stage
from converter.project import Project
from converter.read import READERS, apart, reader_of, worker
from converter.read.worker import Request
from tests.documents.akn import akn
from tests.documents.word import docx, p
from tests.hostile.raw_pdf import nested_forms, packed_in_hex
from tests.temp_project import GOOD, ROOT, make_project, run

PAGE = b"<main><p>The Council of Lamps,</p><p>1. <i>Decides</i> to remain seized of the matter.</p></main>"
FILES = {".pdf": nested_forms(3, 1), ".docx": docx(p("The Council of Lamps,")), ".html": PAGE, ".htm": PAGE}
FILES[".xml"] = akn("<preamble><formula><p>The Council of Lamps,</p></formula></preamble>")

# What a reader may do to its process, by the folder of its file, or by what is in it; any other file is read as it is.
DAMAGE = """
import ctypes, os, pathlib, signal, sys, time
import converter.read as read, converter.read.worker as worker
worker.MAX_PROCESSOR_TIME, worker.MAX_MEMORY = 1, 400 * 1024 * 1024
def spin():
    while True: pass
def fault(): raise ValueError("a fault")
def deep(): return deep()
def reader(data, path, lang):
    print("words of a library", flush=True)
    {"abort": os.abort, "kill": lambda: os.kill(os.getpid(), signal.SIGKILL), "segfault": lambda: ctypes.string_at(1),
     "exit": lambda: os._exit(0), "spin": spin, "memory": lambda: bytearray(1 << 30), "deep": deep, "fault": fault,
     "bytes": lambda: (worker._send(b"x", sys.stdout.buffer), os._exit(0)), "wait": lambda: time.sleep(60),
     }.get("abort" if data == b"abort" else pathlib.PurePath(path).parent.name, lambda: None)()
    return read_pdf(data, path, lang) if data.startswith(b"%PDF") else read.read_text(data, path, lang)
read_pdf = read.READERS[".pdf"]
read.READERS[".pdf"] = reader
worker.main()
"""


@pytest.fixture
def damaged(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Reading apart, where the reader of PDF does what the path says."""
    close()
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", DAMAGE))
    yield
    close()


def close() -> None:
    if apart._process is not None and not apart._process.closed:
        apart._process.close()


def codes(folder: str, data: bytes = b"Lamps,\n") -> list[str]:
    path = f"{folder}/en.pdf"
    source, findings = reader_of(".pdf")(data, path, "en")
    assert bool(source.text) is not bool(findings)
    assert all((one.path, one.line, one.severity) == (path, 0, "error") and one.hint for one in findings)
    return [one.code for one in findings]


@pytest.mark.parametrize("harm", ["abort", "kill", "segfault", "exit", "spin", "memory", "deep", "bytes"])
def test_whatever_a_file_does_to_its_reader_is_one_refusal(harm: str, damaged: None) -> None:
    assert codes("good") == []
    assert codes(harm) == [GAVE_UP]
    assert codes(harm, b"Lamps,\n" * 1_000_000) == [GAVE_UP]
    assert codes("good") == []


def test_a_reader_that_only_waits_is_ended_by_the_clock(damaged: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_CLOCK", 1.0)
    assert codes("wait") == [GAVE_UP]
    assert codes("good") == []


def test_a_fault_of_our_own_is_said_and_where_it_is(damaged: None) -> None:
    source, (finding,) = reader_of(".pdf")(b"x", "fault/en.pdf", "en")
    assert (source.text, finding.code) == ("", "read-fault")
    assert "ValueError in <string>, line 7" in finding.message


def test_what_is_killed_while_it_waits_for_a_file_is_no_fault_of_the_file(damaged: None) -> None:
    assert codes("good") == []
    assert apart._process is not None
    os.kill(apart._process._child.pid, signal.SIGKILL)
    apart._process._child.wait()
    assert codes("good") == []


def test_what_is_killed_while_it_reads_is_one_refusal(damaged: None) -> None:
    assert codes("good") == []
    assert apart._process is not None
    threading.Timer(0.5, os.kill, (apart._process._child.pid, signal.SIGKILL)).start()
    assert codes("wait") == [GAVE_UP]
    assert codes("good") == []


def test_one_process_reads_many_files_and_a_new_one_after_very_many_bytes(
    damaged: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_MOST_READ", 50)
    pids = []
    for _ in range(10):
        assert codes("good", b"x" * 20) == []
        assert apart._process is not None
        pids.append(apart._process._child.pid)
    assert len(set(pids)) == 4
    assert pids[0] == pids[1] == pids[2] != pids[3]


def test_a_process_that_cannot_start_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    close()
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", "raise SystemExit(3)"))
    with pytest.raises(apart.ReaderStartError):
        reader_of(".pdf")(b"x", "good", "en")


@pytest.mark.parametrize("answer", [os.system, subprocess.Popen, Path("x"), Cache])
def test_only_a_source_and_findings_are_believed(answer: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        apart._Unpickler(io.BytesIO(pickle.dumps(answer))).load()


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_sent_as_its_class_and_its_value(severity: Severity) -> None:
    # Python 3.11.2 sends any other enumeration as a call of `getattr`, and each finding of a file would be a refusal.
    said = pickle.dumps(severity, protocol=5)
    assert {argument for code, argument, _ in pickletools.genops(said) if code.name == "SHORT_BINUNICODE"} == {
        Severity.__module__,
        "Severity",
        severity.value,
    }
    assert apart._Unpickler(io.BytesIO(said)).load() is severity


@pytest.mark.parametrize("ending", FILES)
def test_what_is_read_apart_is_what_is_read_here(ending: str) -> None:
    path = f"sources/x/en{ending}"
    expected = READERS[ending](FILES[ending], path, "en")
    assert expected[0].lines
    assert reader_of(ending)(FILES[ending], path, "en") == expected


def test_every_format_but_text_is_read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("converter.read.read_apart", lambda request: (asked.append(request.ending), ()))
    for ending in READERS:
        reader_of(ending)(b"", "x", "en")
    assert set(asked) == set(READERS) - {".txt"}


def test_forms_that_never_end_and_cannot_be_counted_are_a_refusal() -> None:
    source, (finding,) = reader_of(".pdf")(packed_in_hex(nested_forms(12, 4)), "sources/x/en.pdf", "en")
    assert (source.lines, finding.path, finding.code) == ((), "sources/x/en.pdf", GAVE_UP)
    assert finding.message and finding.hint
    assert reader_of(".pdf")(FILES[".pdf"], "sources/x/en.pdf", "en")[0].text == "The Council of Lamps\nand of Harbours"


def project_with_harm(tmp_path: Path, works: int) -> Path:
    """Works in every format; two of them end their readers."""
    of_kind = [("zh.txt", GOOD), *((f"en{ending}", data) for ending, data in FILES.items())]
    given = {f"work-{number}": dict([of_kind[number % len(of_kind)]]) for number in range(works)}
    return make_project(tmp_path, {**given, "abort": {"en.pdf": b"x"}, "memory": {"en.pdf": b"x"}})


@pytest.mark.parametrize("works", [5, 18], ids=["one process", "a pool"])
def test_the_rest_is_built(works: int, tmp_path: Path, damaged: None) -> None:
    project = Project(project_with_harm(tmp_path, works))
    staged = stage(project)
    refused = {one.path for one in staged.diagnostics if one.code == GAVE_UP}
    assert refused == {"sources/abort/en.pdf", "sources/memory/en.pdf"}
    for number in range(works):
        assert any(f"work-{number}" in page for page in staged.pages)
    # The cache keeps the others only: where a limit decided, the file is tried again.
    kept = Cache(project.build / "cache").load()
    assert {path for path, one in kept.items() if not one.key} == refused
    again = stage(project)
    assert again.diagnostics == staged.diagnostics
    assert again.changed == ()


@pytest.mark.parametrize("command", ["convert", "inspect", "new", "check"])
def test_no_command_ends_with_its_file(command: str, tmp_path: Path, damaged: None) -> None:
    root = make_project(tmp_path / "project", {"good": {"zh.txt": GOOD}, "abort": {"en.pdf": b"x"}})
    file = tmp_path / "lamps-en.pdf"
    file.write_bytes(b"abort")
    result = run(root, command, *([] if command == "check" else [str(file)]))
    assert result.exit_code == 1
    assert "memory or time" in result.output + result.stderr or command == "inspect"


def test_the_worker_says_it_is_ready_and_ends_with_its_input() -> None:
    request = pickle.dumps(Request(".html", False, False, PAGE, "x.html", "en"))
    command = [sys.executable, "-m", "converter.read.worker"]
    done = subprocess.run(command, input=request, capture_output=True, check=True, cwd=ROOT)
    answers = io.BytesIO(done.stdout)
    assert pickle.load(answers) == worker.READY
    assert pickle.load(answers)[0].text.startswith("The Council of Lamps,")
    assert not answers.read()
