"""The code tree of a project or a codebook."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from qualcoder_nhs.domain.code_description import description
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.foreign import ForeignCode
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of


def codes(
    listed: Iterable[ForeignCode],
    make: Markup,
    notes: Mapping[str, Sequence[str]] | None = None,
    coded: Container[str] = (),
) -> list[Any]:
    """The codes, nested, with their colours and descriptions; `notes` are GUIDs by key of code.

    One with codings (`coded`) is codable, whatever may be put on words now: programs lose the
    codings of a code that is not.
    """
    below: dict[str | None, list[ForeignCode]] = defaultdict(list)
    for one in listed:
        below[one.parent].append(one)
    made: list[Any] = []
    waiting = [(one, made) for one in below[None]]
    # A list that grows while it is gone through: a tree as deep as it likes needs no deeper stack.
    for one, above in waiting:
        codable = one.applicable is not Applicable.NO or one.key in coded
        element = _code(one, make, (notes or {}).get(one.key, ()), codable=codable)
        above.append(element)
        waiting += [(child, element) for child in below[one.key]]
    return made


def _code(code: ForeignCode, make: Markup, notes: Sequence[str], *, codable: bool) -> Any:
    made = make.element(
        "Code",
        {
            "guid": guid_of(code.key),
            "name": code.name,
            "isCodable": "true" if codable else "false",
            "color": code.colour,
        },
    )
    made.extend(make.words("Description", description(code)))
    made.extend(make.element("NoteRef", {"targetGUID": note}) for note in notes)
    return made
