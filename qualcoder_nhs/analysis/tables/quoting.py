"""Quotes of a code for a table: spread over the speakers, the strong ones first."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, zip_longest

from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.code_rows import CodeRow
from qualcoder_nhs.analysis.tables.slices import Slice
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.tabled import Entry


def quotes(
    material: Material, held: Sequence[Hit], row: CodeRow, side: Slice, most: int
) -> list[Entry]:
    """Of each speaker the strongest, then of each the second, and so on, `most` in all.

    What is coded with codes below is quoted there; what may identify somebody is not quoted.
    """
    passages: dict[CodingId, list[Hit]] = defaultdict(list)
    for hit in held:
        own = hit.coding.code == row.code.id
        if own and hit.turn and not kept_back(material, hit.coding):
            passages[hit.coding.id].append(hit)
    said: dict[tuple[str, str], list[list[Hit]]] = defaultdict(list)
    for hits in sorted(passages.values(), key=_weak):
        said[hits[0].session.name, _speakers(material, hits[:1], side)].append(hits)
    in_turn = (hits for each in zip_longest(*said.values()) for hits in each if hits)
    return [_quote(material, hits, side) for hits in islice(in_turn, most)]


def kept_back(material: Material, coding: Coding) -> bool:
    """Whether some of its words may give somebody away, whoever flagged them and wherever."""
    return material.identifies(coding.transcript, coding.span)


def _weak(hits: Sequence[Hit]) -> bool:
    return Flag.STRONG not in hits[0].coding.flags


def _quote(material: Material, hits: Sequence[Hit], side: Slice) -> Entry:
    first = hits[0]
    words = " … ".join(hit.span.of(hit.session.text).strip() for hit in hits)
    sign = "" if _weak(hits) else " ★"
    return Entry(
        f"“{words}” ({first.session.name}, {_speakers(material, hits, side)}){sign}",
        codings=(first.coding.id,),
        turns=tuple((hit.session.id, hit.near) for hit in hits),
    )


def _speakers(material: Material, hits: Sequence[Hit], side: Slice) -> str:
    """The names of those on this side who speak in it."""
    people = (material.people[one] for hit in hits if hit.turn for one in hit.turn.people)
    named = (person.name for person in people if side.keep is None or side.keep(person))
    return ", ".join(dict.fromkeys(named))
