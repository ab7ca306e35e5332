"""Links from passage to passage, and sets of codes and texts."""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.domain.foreign import ForeignStudy
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of, passage_guid


def links(study: ForeignStudy, make: Markup) -> Iterator[Any]:
    """The links, each from the answering passage to the answered one."""
    for one in study.links:
        yield make.element(
            "Link",
            {
                "guid": guid_of(one.key),
                "name": one.name,
                "direction": "OneWay",
                "originGUID": passage_guid(*one.origin),
                "targetGUID": passage_guid(*one.target),
            },
        )


def sets(study: ForeignStudy, make: Markup) -> Iterator[Any]:
    """The sets, with what they say of themselves."""
    for one in study.sets:
        made = make.element("Set", {"guid": guid_of(one.key), "name": one.name})
        made.extend(make.words("Description", one.description))
        made.extend(make.element("MemberCode", {"targetGUID": guid_of(code)}) for code in one.codes)
        made.extend(
            make.element("MemberSource", {"targetGUID": guid_of(text)}) for text in one.texts
        )
        yield made
