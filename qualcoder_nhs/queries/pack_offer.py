"""From what a theme pack can be chosen: the themes of all groups and coders, and who these are."""

from dataclasses import dataclass

from qualcoder_nhs.domain.ids import CoderId, GroupId
from qualcoder_nhs.domain.theme_pack import ThemePack, ThemePackWish
from qualcoder_nhs.queries.theme_pack import theme_pack
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class PackOffer:
    """The pack as it is unasked, and by their names the groups and coders it is made from.

    A group stands with the transcripts it talks in where they are called otherwise.
    """

    pack: ThemePack
    groups: tuple[tuple[GroupId, str], ...]
    coders: tuple[tuple[CoderId, str], ...]


def pack_offer(read: Reader, wish: ThemePackWish | None = None) -> PackOffer:
    """What there is to choose from now."""
    coders = tuple((one.id, one.name) for one in read.coders())
    return PackOffer(theme_pack(read, wish), _groups(read), coders)


def _groups(read: Reader) -> tuple[tuple[GroupId, str], ...]:
    rooms: dict[GroupId, list[str]] = {}
    for one in read.transcript_summaries():
        rooms.setdefault(one.group, []).append(one.name)
    known = read.groups()
    return tuple((group, _named(known[group].name, held)) for group, held in rooms.items())


def _named(name: str, rooms: list[str]) -> str:
    return name if rooms == [name] else f"{name}: {', '.join(rooms)}"
