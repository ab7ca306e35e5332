"""The formats that theme packs are written in, and the one door to them."""

from collections.abc import Iterator
from pathlib import Path

from qualcoder_nhs.domain.theme_pack import ThemePack
from qualcoder_nhs.exporters.scripts.script_formats import SCRIPTS, refuse_unknown, write_script
from qualcoder_nhs.exporters.theme_packs import theme_pack_xlsx
from qualcoder_nhs.exporters.theme_packs.theme_pack_script import theme_pack_script
from qualcoder_nhs.exporters.whole_file import whole_file
from qualcoder_nhs.i18n import _


def pack_formats() -> Iterator[tuple[str, str]]:
    """Each kind of file: its name and its suffix."""
    yield from ((_(one.name), one.suffix) for one in SCRIPTS)
    yield _(theme_pack_xlsx.NAME), theme_pack_xlsx.SUFFIX


def refuse_no_pack_format(path: Path) -> None:
    """Refuse a name whose suffix asks for no format.

    Raises:
        UnknownSuffix: when it asks for none of them.
    """
    refuse_unknown(path, theme_pack_xlsx.SUFFIX)


def write_pack(pack: ThemePack, path: Path) -> None:
    """Write the pack in the format that the suffix of `path` names, over what stands there.

    Raises:
        UnknownSuffix: when no format has this suffix.
        NotWritten: when the file cannot be put there.
    """
    refuse_no_pack_format(path)
    if path.suffix.lower() == theme_pack_xlsx.SUFFIX:
        with whole_file(path) as beside:
            theme_pack_xlsx.write(pack, beside)
    else:
        write_script(theme_pack_script(pack), path)
