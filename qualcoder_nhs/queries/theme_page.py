"""A theme as its desk shows it, in one reading of the study."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.analysis.consensus.standings import groups
from qualcoder_nhs.analysis.counting.hits import Hit, hits
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.ids import CodeId, ParticipantId, ThemeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.theme_page import (
    BUDGET,
    Chosen,
    CodeLine,
    GroupShape,
    Noted,
    Offered,
    Stated,
    ThemePage,
    Why,
    Words,
)
from qualcoder_nhs.domain.themes import Quote
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.queries.theme_checks import findings
from qualcoder_nhs.queries.theme_words import WordCutter, uses
from qualcoder_nhs.storage.reader import Reader

_Place = tuple[TranscriptId, Span]


@dataclass(frozen=True)
class ThemeWish:
    """Which layer a theme is counted in, and how often one person may be quoted.

    Without a layer it is the settled one where it exists, and the open one otherwise.
    """

    layer: str | None = None
    budget: int = BUDGET


def theme_page(read: Reader, theme: ThemeId, wish: ThemeWish | None = None) -> ThemePage:
    """The theme with its counts, quotes and what is to be looked at before writing.

    Raises:
        NoSuch: when there is no such theme.
    """
    wished = wish or ThemeWish()
    return theme_pages(read, wished, theme)[0]


def theme_pages(read: Reader, wish: ThemeWish | None = None, *only: ThemeId) -> list[ThemePage]:
    """All themes in order, or only some of them.

    Raises:
        NoSuch: when one that is wanted is not there.
    """
    wished, named = wish or ThemeWish(), {read.theme(one).id for one in only}
    wanted = [one for one in read.themes() if not only or one.id in named]
    codes = {code for one in wanted for code in one.codes}
    making = _Making(read, material(read, MaterialWish(layer=wished.layer)), codes)
    return [making.page(one.id, wished.budget) for one in wanted]


class _Making:
    """What the pages of several themes share: the material, its hits, and all quotes."""

    def __init__(self, read: Reader, found: Material, codes: Iterable[CodeId]) -> None:
        self._read, self._material = read, found
        self._scope, self._cutter = Scope(found), WordCutter(read, found)
        self._quotes = read.quotes()
        self._themes = {one.id: one for one in read.themes()}
        self._number = {key: number for number, key in enumerate(self._themes, 1)}
        self._people = names_of(found)
        self._events = found.events
        self._by_code: dict[CodeId, list[Hit]] = defaultdict(list)
        used = {below for code in codes for below in found.codebook.descendants(code)}
        for hit in hits(found, (one for one in found.codings if one.code in used)):
            self._by_code[hit.coding.code].append(hit)

    def page(self, key: ThemeId, budget: int) -> ThemePage:
        """The page of one theme."""
        theme = self._themes[key]
        chosen = [self._chosen(one) for one in self._quotes if one.theme == key]
        codes = tuple(self._line(code) for code in theme.codes)
        pool = tuple(self._pool(key, theme.codes))
        page = ThemePage(
            theme=theme,
            number=self._number[key],
            layer=self._material.layer,
            history=tuple(self._history(key)),
            codes=codes,
            whole=self._scope.count(self._hits(theme.codes)),
            names=self._people,
            quotes=tuple(one for one in chosen if not one.quote.against),
            against=tuple(one for one in chosen if one.quote.against),
            pool=pool,
            against_pool=tuple(self._might_speak_against(key, pool, chosen)),
            memos=tuple(self._memos(key)),
            shapes=tuple(self._shapes(theme.codes)),
        )
        return replace(page, findings=tuple(findings(page, self._material.codebook, budget)))

    # ── what it claims, and how widely it is said ────────────────────────────────────────────

    def _history(self, theme: ThemeId) -> Iterator[Stated]:
        for one in self._read.statements(theme):
            yield Stated(one.text, one.made, self._material.coders[one.by])

    def _memos(self, theme: ThemeId) -> Iterator[Noted]:
        for one in self._read.memos_on("theme", theme):
            yield Noted(one.text, self._material.coders[one.coder], one.changed)

    def _line(self, code: CodeId) -> CodeLine:
        book = self._material.codebook
        count = self._scope.count(self._hits((code,)))
        return CodeLine(book[code], book.path(code), count, code in self._events)

    def _hits(self, codes: Iterable[CodeId]) -> list[Hit]:
        """Of these codes and all beneath them."""
        beneath = {one for code in codes for one in self._material.codebook.descendants(code)}
        return [hit for code in beneath for hit in self._by_code[code]]

    def _shapes(self, codes: Iterable[CodeId]) -> Iterator[GroupShape]:
        """What each group made of the propositions that the theme's codes take a side of."""
        book = self._material.codebook
        beneath = {one for code in codes for one in book.descendants(code)}
        for one in self._material.written.propositions:
            if beneath.isdisjoint({*one.codes_for, *one.codes_against}):
                continue
            for group in groups(self._material, one):
                if group.shape_words:
                    yield GroupShape(group.session.name, group.shape_words, one.text)

    # ── words ────────────────────────────────────────────────────────────────────────────────

    def _chosen(self, quote: Quote) -> Chosen:
        words = self._cutter.cut(quote.transcript, quote.span)
        return Chosen(
            quote, words, self._material.coders[quote.by], self._elsewhere(words, quote.theme)
        )

    def _elsewhere(self, words: Words, besides: ThemeId) -> tuple[str, ...]:
        used = uses(self._quotes, words, besides)
        return tuple(one.name for key, one in self._themes.items() if key in used)

    def _pool(self, theme: ThemeId, codes: Iterable[CodeId]) -> Iterator[Offered]:
        """Each coded passage once, strong quotes first, then in the order of the talk."""
        codings = {hit.coding.id: hit.coding for hit in self._hits(codes)}
        places: dict[_Place, list[Coding]] = defaultdict(list)
        for one in codings.values():
            places[one.transcript, one.span].append(one)
        order = {one.id: at for at, one in enumerate(self._material.sessions)}

        def rank(place: _Place) -> tuple[bool, int, Span]:
            strong = any(Flag.STRONG in one.flags for one in places[place])
            return not strong, order[place[0]], place[1]

        for place in sorted(places, key=rank):
            words = self._cutter.cut(*place)
            yield Offered(words, self._elsewhere(words, theme))

    def _might_speak_against(
        self, theme: ThemeId, pool: Iterable[Offered], chosen: Iterable[Chosen]
    ) -> Iterator[Offered]:
        """What is flagged deviant among the codes, then turns that part from what is quoted."""
        taken = [one.words for one in chosen]
        for one in pool:
            if Flag.DEVIANT in one.words.flags and not _among(one.words, taken):
                taken.append(one.words)
                yield replace(one, why=Why.DEVIANT)
        quoted = {
            (one.words.transcript, turn)
            for one in chosen
            if not one.quote.against
            for turn in one.words.turns
        }
        for link in self._material.links:
            if not link.kind.parts or (link.transcript, link.target) not in quoted:
                continue
            words = self._cutter.turn(link.transcript, link.turn)
            if words is not None and not _among(words, taken):
                taken.append(words)
                yield Offered(words, self._elsewhere(words, theme), Why.DISSENT)


def _among(words: Words, others: Iterable[Words]) -> bool:
    return any(
        one.transcript == words.transcript and one.span.overlaps(words.span) for one in others
    )


def names_of(found: Material) -> Mapping[ParticipantId, str]:
    """What tells the people of a study apart, such as `FG2 P5`: where they spoke first, and who."""
    names: dict[ParticipantId, str] = {}
    for session in found.sessions:
        for person in session.people:
            names.setdefault(person, f"{session.name} {found.people[person].name}")
    return names
