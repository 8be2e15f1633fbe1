"""One file that a command is given: inside a project or anywhere else, in any of our formats, read once.

`convert` and `inspect` take any file. Its project is the one that it lies in, else the one that is asked, else this
checkout; its format is what its bytes are; its language is said, else its name's or its markup's, else guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from converter.addresses import is_work_name
from converter.authorities import Authorities
from converter.batch import input_of
from converter.convert import Input
from converter.formats import AKN, FORMATS, MAX_BYTES, ending_of, no_reader
from converter.guess import guess_file, language_of_markup
from converter.kept import no_more_than
from converter.language_files import available
from converter.model import Diagnostic, Severity
from converter.pipeline import authorities_of
from converter.printable import shown
from converter.project import (
    NotAProjectError,
    Project,
    SourceFile,
    WorkFiles,
    find_project,
    language_in_name,
    sidecar_in,
)


class CannotTellError(ValueError):
    """What a file is cannot be told, or no reader is for it; the message says what to do."""


@dataclass(frozen=True, slots=True)
class OneFile:
    """A file with all that it is converted with.

    `is_guessed`: nobody said the language. `findings`: why authority files are not used, or the sidecar not read.
    """

    project: Project
    authorities: Authorities
    given: Input
    is_guessed: bool
    findings: tuple[Diagnostic, ...]


def take(source: Path, lang: str | None, asked: Path | None) -> OneFile:
    """Read a file. In: its path, the language if it is said, the folder of the project that is asked for, if any.

    Raises CannotTellError, and NotAProjectError where the folder that is asked for lies in no project.
    """
    here = source.resolve().parent
    project = _project(here, asked)
    authorities, faults = authorities_of(project)
    sidecar, refused = sidecar_in(project, here)
    data = no_more_than(source, MAX_BYTES)
    ending = _ending(source, data)
    told = lang or _told(source.name, data, ending)
    spoken = told or _guessed(source.name, data, ending)
    works = WorkFiles(here.name if is_work_name(here.name) else "work", sidecar, ())
    given = input_of(works, SourceFile(works.work, spoken, source), project, data)
    wrong = any(one.severity is Severity.ERROR for one in faults)
    return OneFile(project, authorities, given, not told, (*(faults if wrong else ()), *refused))


def _project(here: Path, asked: Path | None) -> Project:
    """The project that a file lies in, else the one that is asked for, else this folder's, else our own checkout."""
    for start in (here, *((asked,) if asked else (Path(), Path(__file__).parent))):
        try:
            return find_project(start)
        except NotAProjectError as error:
            why = error
    raise why


def _ending(source: Path, data: bytes) -> str:
    """The ending of a file's format, by its bytes, else by its name."""
    said = source.suffix.lower()
    ending = ending_of(data, said) if len(data) <= MAX_BYTES else said
    if ending not in FORMATS:
        raise CannotTellError(no_reader(ending, shown(source.name)))
    return ending


def _told(name: str, data: bytes, ending: str) -> str | None:
    """The language that the markup of a file or its name tells."""
    said = language_of_markup(data, name)[0] if ending == AKN else ""
    if said and said not in available():
        raise CannotTellError(f"{shown(name)} is in {shown(said)!r}; languages: {', '.join(available())}")
    return said or language_in_name(name)


def _guessed(name: str, data: bytes, ending: str) -> str:
    """The language that the words of a file speak for."""
    guess = guess_file(data, name, ending)[0] if len(data) <= MAX_BYTES else None
    if guess is None or not guess.is_likely:
        raise CannotTellError(f"the language of {shown(name)} cannot be told: say it with --lang")
    return guess.lang
