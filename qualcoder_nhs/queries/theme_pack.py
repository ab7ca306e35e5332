"""A theme pack, put together in one reading of the study."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from qualcoder_nhs import __version__
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.domain.attribution import Template, Widening, crowd_template, widenings
from qualcoder_nhs.domain.excerpts import LeftOut
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.theme_pack import (
    PackCode,
    PackExcerpt,
    PackTheme,
    Spared,
    ThemePack,
    ThemePackWish,
    UsedCode,
)
from qualcoder_nhs.domain.theme_page import Noted, ThemePage
from qualcoder_nhs.queries.crowd import crowd
from qualcoder_nhs.queries.exchanges import Telling
from qualcoder_nhs.queries.links import Talk
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.queries.pack_audit import audit
from qualcoder_nhs.queries.pack_counts import PackCounting
from qualcoder_nhs.queries.pack_passages import Gathering, Limits, Passage, Place
from qualcoder_nhs.queries.pack_telling import Attributing, Told
from qualcoder_nhs.queries.theme_page import ThemeWish, names_of, theme_pages
from qualcoder_nhs.queries.theme_words import WordCutter
from qualcoder_nhs.storage.reader import Reader


def theme_pack(read: Reader, wish: ThemePackWish | None = None, by: str = "") -> ThemePack:
    """The pack that is wished for; `by` is who makes it.

    Raises:
        NoSuch: when a theme that is wished for is not there.
    """
    wished = wish or ThemePackWish()
    pages = theme_pages(read, ThemeWish(layer=wished.layer), *wished.themes)
    found = material(read, _looked_at(read, wished))
    making = _Making(read, found, wished)
    themes = tuple(making.theme(one) for one in pages)
    used = {code.code.id for one in themes for code in one.lines}
    versions, book = read.versions(), found.codebook
    return ThemePack(
        study=found.study,
        by=by,
        made=datetime.now(UTC),
        program=f"qualcoder_nhs {__version__}",
        number=len(read.exports()) + 1,
        layer=found.layer,
        version=versions[-1].number if versions else None,
        changed=bool(versions) and not versions[-1].still_holds(book),
        transcripts=tuple(one.id for one in found.sessions),
        participants=len(Scope(found).participants),
        moderators=len(set(_moderators(found))),
        wish=wished,
        themes=themes,
        codebook=tuple(_used(found, used)) if wished.codebook else (),
        audit=audit(read, found) if wished.audit else None,
        spared=tuple(dict.fromkeys(making.spared)),
        left_out=tuple(LeftOut(n, why) for why, n in making.left_out.items()),
        widened=making.widened,
    )


def _looked_at(read: Reader, wish: ThemePackWish) -> MaterialWish:
    if not wish.groups:
        return MaterialWish(wish.layer, coders=wish.coders)
    rooms = {one.id for one in read.transcript_summaries() if one.group in wish.groups}
    return MaterialWish(wish.layer, frozenset(rooms), wish.coders)


def _moderators(found: Material) -> Iterator[str]:
    """Who moderated, by the name that the groups have of them."""
    for group in found.groups.values():
        if name := group.attributes.get("moderator"):
            yield name


def _used(found: Material, used: set[CodeId]) -> Iterator[UsedCode]:
    beneath = {one for code in used for one in found.codebook.descendants(code)}
    for code in found.codebook.walk():
        if code.id in beneath and not code.archived:
            yield UsedCode(code, found.codebook.path(code.id))


class _Making:
    """What the themes of a pack share."""

    def __init__(self, read: Reader, found: Material, wish: ThemePackWish) -> None:
        self._material, self._wish = found, wish
        cutter, talk = WordCutter(read, found), Talk(read)
        template = Template(wish.template)
        if not wish.identifying:
            template = crowd_template(template, found.attributes)
        self._crowd = crowd(read, template.keys, wish.minimum)
        self._gathering = Gathering(found, cutter, wish)
        initials = {one.id: one.initials for one in read.coders()}
        telling = Telling(talk, initials, found.layer)
        self._told = Told(found, telling, cutter, Attributing(self._crowd, template), wish)
        self._counting = PackCounting(found, self._gathering, wish)
        self._memos = _memos_by_code(read, found) if wish.memos else {}
        self.spared: list[Spared] = []
        self.left_out: Counter[str] = Counter()

    @property
    def widened(self) -> tuple[Widening, ...]:
        """The descriptions that were widened, of people whose words are told."""
        return widenings(self._crowd, self._told.people)

    def theme(self, page: ThemePage) -> PackTheme:
        """One theme."""
        wanted = self._wish.codes
        codes = [one for one in page.theme.codes if not wanted or one in wanted]
        count, rooms = self._counting, {one.name for one in self._material.sessions}
        return PackTheme(
            id=page.theme.id,
            number=page.number,
            name=page.theme.name,
            statement=page.statement,
            serves=page.theme.serves,
            lines=tuple(map(count.line, codes)),
            whole=count.of(codes),
            names=names_of(self._material),
            roles=count.roles,
            by_role=tuple(count.by_role(codes)) if self._wish.matrix else (),
            codes=tuple(self._codes(page, codes)),
            memos=page.memos if self._wish.memos else (),
            shapes=tuple(one for one in page.shapes if one.group in rooms),
            checks=tuple(one.sentence for one in page.findings),
        )

    def _codes(self, page: ThemePage, codes: Iterable[CodeId]) -> Iterator[PackCode]:
        """Each code with what is shown under none before it; then quotes that bear none of them."""
        quotes = self._gathering.quotes(page.chosen)
        limits, numbers = Limits(self._wish), dict[Place, int]()
        for code in codes:
            every = self._open(page, self._gathering.coded(code, quotes))
            again = tuple(numbers[one.place] for one in every if one.place in numbers)
            fresh = [one for one in every if one.place not in numbers]
            yield self._code(code, limits.kept(fresh), numbers, again)
        loose = [one for one in self._open(page, quotes) if one.place not in numbers]
        if loose:
            yield self._code(None, loose, numbers)
        self.left_out += limits.left_out

    def _open(self, page: ThemePage, passages: Iterable[Passage]) -> list[Passage]:
        """Without what may give somebody away, which is listed instead."""
        found = []
        for one in passages:
            if one.identifying:
                self.spared.append(Spared(page.theme.name, one.words.reference))
            else:
                found.append(one)
        return found

    def _code(
        self,
        code: CodeId | None,
        passages: Iterable[Passage],
        numbers: dict[Place, int],
        again: tuple[int, ...] = (),
    ) -> PackCode:
        kept = self._gathering.in_order(passages)
        sides = ([one for one in kept if one.against is side] for side in (False, True))
        told, against = (tuple(self._numbered(side, numbers)) for side in sides)
        book = self._material.codebook
        memos = tuple(self._memos.get(code, ())) if code else ()
        return PackCode(book[code] if code else None, told, against, memos, again)

    def _numbered(
        self, passages: Iterable[Passage], numbers: dict[Place, int]
    ) -> Iterator[PackExcerpt]:
        """Numbered on from those before; a question is told where it is another than before."""
        asked = ""
        for passage in passages:
            number = numbers[passage.place] = len(numbers) + 1
            told = self._told.excerpt(passage, number)
            yield replace(told, asked="") if told.asked == asked else told
            asked = told.asked


def _memos_by_code(read: Reader, found: Material) -> dict[CodeId, list[Noted]]:
    """The memos on codes that are not kept private."""
    memos: dict[CodeId, list[Noted]] = defaultdict(list)
    for one in read.memos():
        if one.code is not None and not one.private:
            memos[one.code].append(Noted(one.text, found.coders[one.coder], one.changed))
    return memos
