"""Opening a study for one command, and who acts in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path

from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.cli.output import refusals
from qualcoder_nhs.domain.errors import NoSuchFile
from qualcoder_nhs.domain.ids import CoderId, new_id
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


@contextmanager
def to_read(path: Path) -> Iterator[Study]:
    """A study to ask, whoever else has it open."""
    with refusals(), Study.read(_there(path)) as study:
        yield study


@contextmanager
def to_write(path: Path) -> Iterator[Study]:
    """A study to change; refused while a window holds it."""
    with refusals(), Study.open(_there(path)) as study:
        yield study


def _there(path: Path) -> Path:
    """The path, where a file is; a name that nothing bears is a wrong request."""
    if not path.exists():
        raise NoSuchFile(name=str(path))
    return path


def acting(study: Study, name: str | None) -> CoderId:
    """Who acts: the coder named, added where the name is new; else the study's first.

    Newcomers add themselves, so that the step stands in nobody else's way to undo.
    """
    coders = study.ask(Reader.coders)
    if name is None:
        return coders[0].id
    for coder in coders:
        if name in (coder.name, coder.id):
            return coder.id
    newcomer = CoderId(new_id())
    return study.run(AddCoder(name, id=newcomer), newcomer)


def acting_known(study: Study, name: str | None) -> CoderId:
    """Who acts, or asks, where nobody may be added: the coder named, else the study's first.

    Raises:
        NoSuch: when nobody has the name.
    """
    return study.ask(Reader.coder, name).id if name else acting(study, None)


def acting_again(study: Study, name: str | None) -> CoderId:
    """Who undoes or does again: those who undid even being added are still known by their name.

    Raises:
        NoSuch: when nobody has or had the name.
    """
    here = {one for coder in study.ask(Reader.coders) for one in (coder.id, coder.name)}
    undone = study.ask(Reader.coders_undone)
    gone = next((one for one in undone if name in (one, undone[one]) and name not in here), None)
    return gone or acting_known(study, name)


def own_name() -> str:
    """The system's user name, or a plain one where it has none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return _("Coder 1")
