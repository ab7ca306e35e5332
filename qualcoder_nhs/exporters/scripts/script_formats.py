"""The formats that whole documents are written in, and the one door to them."""

from pathlib import Path

from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.exporters.scripts import script_docx, script_html, script_md, script_odt
from qualcoder_nhs.exporters.scripts.script import Script
from qualcoder_nhs.exporters.scripts.script_format import ScriptFormat
from qualcoder_nhs.exporters.whole_file import whole_file
from qualcoder_nhs.i18n import _

SCRIPTS: tuple[ScriptFormat, ...] = (
    script_docx.FORMAT,
    script_odt.FORMAT,
    script_html.FORMAT,
    script_md.FORMAT,
)


def refuse_unknown(path: Path, *others: str) -> None:
    """Refuse a name whose suffix asks for no format; `others` are suffixes known besides.

    Raises:
        UnknownSuffix: when it asks for none of them.
    """
    known = [*(one.suffix for one in SCRIPTS), *others]
    if path.suffix.lower() not in known:
        *first, last = known
        words = _("{first} or {last}").format(first=", ".join(first), last=last)
        raise UnknownSuffix(path.name, words)


def write_script(script: Script, path: Path) -> None:
    """Write a document in the format that the suffix of `path` names, over what stands there.

    Raises:
        UnknownSuffix: when no format has this suffix.
        NotWritten: when the file cannot be put there.
    """
    refuse_unknown(path)
    chosen = next(one for one in SCRIPTS if one.suffix == path.suffix.lower())
    with whole_file(path) as beside:
        chosen.write(script, beside)
