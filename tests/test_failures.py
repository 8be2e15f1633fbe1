"""What lies in the machine and not in a text: one line, an exit code, no traceback, for every command."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.cli import cli
from converter.failures import EXIT_FAILED, EXIT_INTERRUPTED, said
from converter.printable import shown
from tests.failing import failing
from tests.temp_project import GOOD, ROOT, make_project, run
from tests.test_site_account import assert_like_from_nothing

# Hears an interrupt even where the tests run in the background, whose processes are told to ignore it.
HEARS = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"

NEW = GOOD.replace("灯塔", "灯船")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", {"good": {"zh.txt": GOOD}})


def arguments_of(command: str, root: Path) -> list[str]:
    """A command with what it needs, so that it has something to write."""
    file = root.parent / "zh.txt"
    file.write_text(NEW, encoding="utf-8")
    out = str(root / "out")
    given = {
        "new": [str(file)],
        "adopt": ["good", str(file), "--symbol", "A/HRC/RES/51/901"],
        "rename": ["good", "lamps"],
        "remove": ["good"],
        "inspect": [str(file)],
        "convert": [str(file)],
        "demo": ["--works", "2", "--out", out],
        "bundle": ["--out", f"{out}.zip"],
        "serve": ["--port", str(free_port())],
    }
    return [command, *given.get(command, [])]


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def assert_one_line(done: subprocess.CompletedProcess[str], code: int) -> str:
    said = [line for line in done.stderr.splitlines() if line.strip() and "%" not in line and "INFO" not in line]
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, done.stderr
    assert len([line for line in said if line.startswith(("Error", "Interrupted", "ERROR", "OSError"))]) == 1, said
    return said[-1]


WRITING = sorted(set(cli.commands) - {"inspect", "convert", "policy"})  # these only print
AFTER = {"new": 1, "adopt": 1, "rename": 0, "remove": 0}  # files that are written before the one that fails


@pytest.mark.parametrize("command", WRITING)
def test_a_full_disk_is_one_line(root: Path, command: str) -> None:
    done = failing(root, AFTER.get(command, 3), errno.ENOSPC, *arguments_of(command, root))
    assert "no space left" in assert_one_line(done, EXIT_FAILED)


@pytest.mark.parametrize("command", WRITING)
def test_a_folder_that_must_not_be_written_is_one_line(root: Path, command: str) -> None:
    line = assert_one_line(failing(root, 0, errno.EACCES, *arguments_of(command, root)), EXIT_FAILED)
    assert "Permission denied" in line and "project" in line


@pytest.mark.parametrize("command", WRITING)
def test_ctrl_c_is_one_line(root: Path, command: str) -> None:
    done = failing(root, AFTER.get(command, 3), "SIGINT", *arguments_of(command, root))
    assert_one_line(done, EXIT_INTERRUPTED)


@pytest.mark.parametrize("after", [0, 2, 12, 40, 70, 110, 150])
def test_a_build_that_ran_out_of_room_is_made_good_by_the_next(root: Path, after: int) -> None:
    done = failing(root, after, errno.ENOSPC, "build")
    assert done.returncode in (0, EXIT_FAILED) and "Traceback" not in done.stderr
    run(root, "build")
    assert_like_from_nothing(root)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system that is soon full; only root may have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = shutil.which("mount") and hasattr(os, "geteuid") and os.geteuid() == 0
    command = ["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", str(folder)]
    if not mounted or subprocess.run(command, check=False).returncode:
        pytest.skip("no right to mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full_loses_nothing(small_disk: Path) -> None:
    """Cut short in the middle of a file, by every process that writes, Pagefind among them."""
    root = make_project(small_disk / "project", {"good": {"zh.txt": GOOD}})
    filler = small_disk / "filler"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    room = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    ends = []
    for left in (20_000, 200_000, 700_000, 1_500_000, 2_500_000):
        filler.write_bytes(b"x" * (room - left))
        done = subprocess.run(
            [sys.executable, "-m", "converter", "--project", str(root), "build"],
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert "Traceback" not in done.stderr
        ends.append(done.returncode)
        filler.unlink()
        for name in ("build", "site"):
            shutil.rmtree(root / name, ignore_errors=True) if left == 20_000 else None
    assert EXIT_FAILED in ends
    run(root, "build")
    shutil.copytree(root, small_disk.parent / "copy")
    assert_like_from_nothing(small_disk.parent / "copy")


# --- ports ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("port", ["0", "-1", "65536", "99999999999", "x"])
def test_a_port_that_is_none(root: Path, port: str) -> None:
    result = run(root, "serve", "--port", port)
    assert result.exit_code == 2 and "--port" in result.stderr


def test_a_port_in_use_is_said_before_anything_is_built(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run(root, "serve", "--port", str(port))
    assert result.exit_code == EXIT_FAILED
    assert result.stderr.startswith(f"Error: port {port} cannot be had") and "--port" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (root / "build").exists()


# --- names -----------------------------------------------------------------------------------------------------

ODD = b"caf\xe9"  # Latin-1, as an old archive unpacks


def put(path: bytes, data: bytes = GOOD.encode()) -> None:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - bytes
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(data)
    except OSError:
        pytest.skip("this file system has only names in UTF-8")


PLACES = (
    b"sources/%s/zh.txt",
    b"sources/good/%s.txt",
    b"sources/good/zh.%s",
    b"sources/%s",
    b"authorities/%s.yml",
    b"docs/zh/%s.md",
    b"docs/assets/%s.css",
    b"docs/%s/index.md",
    b"overrides/%s.html",
    b"overrides/%s.css",
)


@pytest.mark.parametrize("command", ["build", "check", "bundle"])
def test_a_name_that_is_no_utf_8_is_a_finding(root: Path, command: str) -> None:
    """In each place another name, all in one project."""
    for number, place in enumerate(PLACES):
        put(os.path.join(os.fsencode(root), place % (ODD + b"%d" % number)))  # noqa: PTH118
    names = [rf"caf\xe9{number}" for number in range(len(PLACES))]
    result = run(root, *arguments_of(command, root))
    said = result.stdout + result.stderr
    assert [name for name in names if name not in said] == [] and "Traceback" not in said
    if command == "check":
        assert result.exit_code == 1
        rows = json.loads(run(root, "check", "--format", "json").stdout)
        assert [name for name in names if not any(name in row["path"] for row in rows)] == []
    else:
        assert (root / "site/zh/drafts/good/index.html").is_file()


@pytest.mark.parametrize("command", ["new", "inspect", "convert"])
@pytest.mark.parametrize("name", [ODD + b".txt", ODD + b".doc", ODD + b"/zh.txt", ODD])
def test_a_file_whose_name_is_no_utf_8(root: Path, command: str, name: bytes) -> None:
    file = os.path.join(os.fsencode(root.parent), b"given", name)  # noqa: PTH118
    put(file, NEW.encode())
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "converter", "--project", str(root), command, file],
        env=environment,
        check=False,
        capture_output=True,
    )
    readable = name.endswith(b".txt")
    assert b"Traceback" not in done.stderr and ODD not in done.stdout + done.stderr
    assert (done.returncode == 0) == readable, done.stderr


@pytest.mark.parametrize("command", ["build", "check", "bundle", "new", "inspect"])
def test_a_project_in_a_folder_whose_name_is_no_utf_8(root: Path, tmp_path: Path, command: str) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + ODD))
    try:
        root.rename(odd)
    except OSError:
        pytest.skip("this file system has only names in UTF-8")
    result = run(odd, *arguments_of(command, odd))
    assert result.exit_code in (0, EXIT_FAILED), result.stderr
    assert result.exit_code == 0 or r"caf\xe9" in result.stderr


def test_what_is_printed_can_be_printed() -> None:
    assert shown("灯塔 a.txt") == "灯塔 a.txt"
    assert shown(os.fsdecode(b"caf\xe9\n.txt")) == r"caf\xe9\n.txt"
    assert shown("a\u202eb\x1b[31m") == r"a\u202eb\x1b[31m"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_results_are_utf_8_wherever_they_go(root: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-m", "converter", "convert", str(root / "sources/good/zh.txt")],
        env=environment,
        check=True,
        capture_output=True,
        cwd=root,
    )
    assert "灯塔" in done.stdout.decode()


# --- the rest ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["build", "site"])
def test_a_file_in_the_place_of_a_folder_is_one_line(root: Path, name: str) -> None:
    (root / name).write_text("x")
    result = run(root, "build")
    assert result.exit_code in (0, EXIT_FAILED)
    assert result.exit_code == 0 or name in result.stderr.splitlines()[-1]


def test_new_that_fails_leaves_no_half_of_a_work(root: Path) -> None:
    for after in (0, 1):
        done = failing(root, after, errno.ENOSPC, *arguments_of("new", root))
        assert_one_line(done, EXIT_FAILED)
        assert sorted(path.name for path in (root / "sources").iterdir()) == ["good"]
    assert run(root, *arguments_of("new", root)).exit_code == 0


def test_new_ends_with_0_when_it_made_the_work_whatever_the_findings(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "zh.txt"
    file.write_text(NEW.replace("2. ", "3. "), encoding="utf-8")
    result = run(root, "new", str(file))
    assert "number-skips" in result.stderr
    assert result.exit_code == 0
    assert run(root, "check").exit_code == 1


def test_a_bundle_that_fails_leaves_the_one_before(root: Path) -> None:
    arguments = arguments_of("bundle", root)
    run(root, *arguments)
    before = {path.name: path.read_bytes() for path in root.glob("out.zip*")}
    assert sorted(before) == ["out.zip", "out.zip.sha256"]
    assert_one_line(failing(root, 0, errno.ENOSPC, *arguments), EXIT_FAILED)
    assert {path.name: path.read_bytes() for path in root.glob("out.zip*")} == before


def test_what_the_machine_said_in_our_words() -> None:
    assert said(OSError(errno.ENOSPC, "No space left on device", "/x/y")).startswith("no space left to write /x/y: ")
    assert said(OSError(errno.EROFS, "Read-only file system", "/x/y")).startswith("/x/y: Read-only file system: ")
    assert said(OSError("no number")) == "no number"
    assert "\n" not in said(OSError(errno.EIO, "Input/output error", b"/x\n/\xe9"))


def test_ctrl_c_while_the_program_loads() -> None:
    code = """
import builtins
real = builtins.__import__
def stop(name, *rest, **more):
    if name == "click":
        raise KeyboardInterrupt
    return real(name, *rest, **more)
builtins.__import__ = stop
from converter.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (EXIT_INTERRUPTED, b"")


def test_a_group_that_is_interrupted_says_it_once(tmp_path: Path) -> None:
    """Ctrl-C reaches every process of a terminal: those that help stay silent."""
    works = {f"work-{at}": {"zh.txt": GOOD.replace("51/…", f"51/{at}")} for at in range(60)}
    root = make_project(tmp_path / "project", works)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    hearing = f"{HEARS}from converter.__main__ import main\nmain()"
    command = [sys.executable, "-c", hearing, "--project", str(root), "build"]
    process = subprocess.Popen(
        command, env=environment, start_new_session=True, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    while process.poll() is None and not list((root / "build/cache/outputs").glob("*")):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate()
    assert "Traceback" not in errors and errors.count("Interrupted") == 1, errors
    assert process.returncode == EXIT_INTERRUPTED
