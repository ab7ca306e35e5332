"""Pack files: made with what a round needs, and copied to be returned without what is private."""

from pathlib import Path

from qualcoder_nhs.domain.errors import AlreadyThere, DiskTrouble, NotMade
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import backups, doors, engines, forgetting
from qualcoder_nhs.storage.doors import Beginning
from qualcoder_nhs.storage.lineages import PACK


def make_pack(path: Path, what: str, maker: CoderId, values: tuple[object, ...]) -> None:
    """A new file with these values and nothing else: no page of it was ever of another study.

    Raises:
        AlreadyThere: when the file is there; it is left alone.
        NotMade: when it cannot be made; nothing of it is left then.
    """
    with doors.hold_new(path):
        doors.create_with(path, Beginning(PACK, what, maker, values))


def copy_without_private(source: Path, target: Path) -> int:
    """The whole file again, with its history, but for private memos; how many were left out.

    Raises:
        AlreadyThere: when there is such a file; it is left alone.
        NotMade: when it could not be made; nothing of it is left then.
    """
    with doors.hold_new(target):
        unfinished = target.with_name(target.name + ".unfinished")
        try:
            backups.write_copy(source, unfinished)
            left = _without_private(unfinished)
            if target.exists():
                raise AlreadyThere(kind=_("file"), name=target.name)
            unfinished.replace(target)
        except (DiskTrouble, OSError) as error:
            why = error.why if isinstance(error, DiskTrouble) else error.strerror or str(error)
            raise NotMade(name=target.name, why=why) from error
        finally:
            unfinished.unlink(missing_ok=True)
            engines.clear_side_files(unfinished)
    return left


def _without_private(path: Path) -> int:
    engine = engines.open_file(path, write=True, shared=False)
    try:
        with engines.writing(engine, path.name) as connection:
            left = forgetting.purge_private(connection)
        engines.compact(engine)
    finally:
        engine.dispose()
    return left
