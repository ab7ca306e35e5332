"""Codebooks as REFI-QDA (`.qdc`), for NVivo, MAXQDA, ATLAS.ti and others.

A single field holds all that a card says, so that not all of it comes back apart.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qualcoder_nhs import __version__
from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft
from qualcoder_nhs.domain.foreign import ForeignCode
from qualcoder_nhs.exporters.codebooks.codebook_format import CodebookFormat
from qualcoder_nhs.exporters.refi.codebook import codes
from qualcoder_nhs.exporters.refi.markup import CODEBOOK, Markup, guid_of, written
from qualcoder_nhs.i18n import N_


def write(draft: CodebookDraft, path: Path) -> None:
    """The whole codebook; the schema wants at least one code, and none is no codebook."""
    make = Markup(CODEBOOK)
    root = make.root("CodeBook", {"origin": f"qualcoder_nhs {__version__}"})
    listed = make.element("Codes")
    listed.extend(codes(map(_code, draft.codes), make))
    root.append(listed)
    root.extend(make.list_of("Sets", _sets(draft, make)))
    path.write_bytes(written(root))


def _code(code: CodeDraft) -> ForeignCode:
    return ForeignCode(
        key=code.slug,
        name=code.name,
        parent=code.parent,
        colour=code.colour,
        applicable=code.applicable,
        definition=code.definition,
        use=code.use,
        do_not_use=code.do_not_use,
        example=code.example,
        serves=code.serves,
    )


def _sets(draft: CodebookDraft, make: Markup) -> Iterator[Any]:
    """In codebooks the members are named by `guid`, in projects by `targetGUID`."""
    for one in draft.sets:
        made = make.element(
            "Set", {"guid": guid_of(f"set {one.kind} {one.name}"), "name": one.name}
        )
        made.extend(make.words("Description", one.why))
        made.extend(make.element("MemberCode", {"guid": guid_of(slug)}) for slug in one.members)
        yield made


FORMAT = CodebookFormat("refi", N_("REFI-QDA codebook"), (".qdc",), write, comes_back=False)
