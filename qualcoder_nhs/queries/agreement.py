"""What a comparison of coders is made of: drawn from the study, with all that stays out of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.analysis.agreement.comparison import Plan
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.links import CodersLink
from qualcoder_nhs.analysis.agreement.material import (
    Circumstances,
    Excluded,
    Material,
    in_order,
    parents_of,
)
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.resampling import REPLICATES
from qualcoder_nhs.analysis.agreement.talk import Talk, talk_of
from qualcoder_nhs.analysis.agreement.units import Carries
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.counted_codes import CountedCodes
from qualcoder_nhs.domain.errors import NoCodes
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.agreement_scope import Reading, Scope, scope_of
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class AgreementWish:
    """Which coders are compared where, by names or ids; nothing named means all.

    `round` may also name a layer; None is the open one. Without a `unit` it is the round's. A code
    takes those below it along. `moderator` counts what moderators say, `blanks` white space.
    `carries` says from when on a turn or sentence has a code, `joined` makes one of passages of a
    code that abut.
    `everything` takes whoever has a coding in a transcript to have read it.
    """

    round: str | None = None
    coders: tuple[str, ...] = ()
    transcripts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    unit: Unit | None = None
    carries: Carries = Carries.ANY
    joined: bool = False
    moderator: bool = False
    blanks: bool = True
    everything: bool = False
    seed: int = 1
    replicates: int = REPLICATES


def agreement_material(read: Reader, wish: AgreementWish) -> Material:
    """Everything that is counted, and a list of what is not.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
        NotInRound: when a coder or a transcript is no part of the round.
        StillApart: when the round is blind and not opened.
        NotIndependent: when the layer is the settled one.
        TooFewCoders: when fewer than two coders are left.
        NoCodes: when there is nothing to compare them by.
    """
    scope = scope_of(read, wish.round, wish.coders, wish.transcripts)
    found = Drawing(read, wish, scope).material()
    if not found.plan.codes:
        raise NoCodes
    return found


@dataclass(frozen=True)
class Drawing:
    """One reading of the study for one wish: what stands in one layer."""

    read: Reader
    wish: AgreementWish
    scope: Scope

    def material(self) -> Material:
        """All of it."""
        continua = tuple(
            self.continuum(self.talks[one.id], self._by_coder(one)) for one in self.transcripts
        )
        talks = tuple(self.talks[one.id] for one in self.transcripts)
        ids = {one.name: one.id for one in self.transcripts}
        codings = tuple(self._counted())
        links = tuple(self._links())
        return Material(self.about(), self.plan(), talks, continua, codings, ids, links)

    def _links(self) -> Iterator[CodersLink]:
        """Those of the coders in what they have read, from turns that are compared."""
        coders = {coder.id: coder.name for coder in self.scope.coders}
        names = {one.id: one.name for one in self.transcripts}
        for one in self.read.links(layer=self.scope.layer):
            if (one.coder, one.transcript) in self.read_codings:
                turns = self.scope.turns(one.transcript)
                if turns is None or one.turn in turns:
                    place = (names[one.transcript], one.turn, one.target)
                    yield CodersLink(coders[one.coder], *place, one.kind)

    @cached_property
    def codes(self) -> CountedCodes:
        """Which codes there are, and what each coding counts as."""
        today = self.read.codebook()
        version = self.scope.version
        return CountedCodes(version.codebook if version else today, today)

    @cached_property
    def every(self) -> list[Transcript]:
        """All transcripts of the study."""
        return self.read.transcripts()

    @cached_property
    def transcripts(self) -> list[Transcript]:
        """Those that are compared."""
        return [one for one in self.every if one.id in self.scope.transcripts]

    @cached_property
    def functions(self) -> Mapping[TranscriptId, dict[str, Function]]:
        """Who the labels of each transcript are."""
        found: dict[TranscriptId, dict[str, Function]] = defaultdict(dict)
        for speaker in self.read.speakers():
            found[speaker.transcript][speaker.label] = speaker.function
        return found

    @cached_property
    def talks(self) -> dict[TranscriptId, Talk]:
        """What is counted of each."""
        return {one.id: self.talk(one, self.scope.turns(one.id)) for one in self.transcripts}

    def talk(self, one: Transcript, only: frozenset[int] | None) -> Talk:
        """What would be counted of a transcript, or of some turns of it."""
        look_up()
        moderator, blanks = self.wish.moderator, self.wish.blanks
        functions = self.functions[one.id]
        return talk_of(one, functions, moderator=moderator, blanks=blanks, only=only)

    def continuum(self, talk: Talk, codings: Mapping[str, list[Coding]]) -> Continuum:
        """What coders marked of a talk, by the slugs that are compared."""
        look_up()
        return talk.continuum(codings, self.codes.slugs, joined=self.wish.joined)

    @cached_property
    def codings(self) -> list[Coding]:
        """Those of the coders in the transcripts, read by them or not."""
        coders = {coder.id for coder in self.scope.coders}
        return [
            coding
            for coding in self.read.codings(layer=self.scope.layer)
            if coding.coder in coders and coding.transcript in self.scope.transcripts
        ]

    @cached_property
    def reading(self) -> Reading:
        """Who has read what."""
        return Reading(self.read, self.scope, self.codings, everything=self.wish.everything)

    @cached_property
    def read_codings(self) -> dict[tuple[CoderId, TranscriptId], list[Coding]]:
        """The codings of everybody in what they have read: a key for each of these pairs."""
        found: dict[tuple[CoderId, TranscriptId], list[Coding]] = {
            (coder.id, one.id): []
            for one in self.transcripts
            for coder in self.scope.coders
            if self.reading.has(coder, one.id)
        }
        for coding in self.codings:
            if (coding.coder, coding.transcript) in found:
                found[coding.coder, coding.transcript].append(coding)
        return found

    def _by_coder(self, one: Transcript) -> dict[str, list[Coding]]:
        return {
            coder.name: self.read_codings[coder.id, one.id]
            for coder in self.scope.coders
            if (coder.id, one.id) in self.read_codings
        }

    @cached_property
    def unheard(self) -> list[Coding]:
        """Codings that lie wholly on what is not counted."""
        return [
            coding
            for each in self.read_codings.values()
            for coding in each
            if not self.talks[coding.transcript].heard(coding.span)
        ]

    def _counted(self) -> Iterator[Coding]:
        wanted, unheard = set(self._slugs), {coding.id for coding in self.unheard}
        for each in self.read_codings.values():
            for coding in each:
                if self.codes.slugs[coding.code] in wanted and coding.id not in unheard:
                    yield coding

    @cached_property
    def _slugs(self) -> tuple[str, ...]:
        """The codes that are compared: those named; else all, archived ones where they are used."""
        book = self.codes.codebook
        if self.wish.codes:
            named = [self.codes.find(words).id for words in self.wish.codes]
            wanted = frozenset().union(*map(book.descendants, named))
            return in_order(book, (book[code].slug for code in wanted))
        used = {self.codes.slugs[coding.code] for coding in self.codings}
        return in_order(
            book, (one.slug for one in book.codes if not one.archived or one.slug in used)
        )

    def plan(self) -> Plan:
        """How it is counted."""
        one = self.scope.round
        unit = self.wish.unit or (one.unit if one else Unit.CHARACTER)
        return Plan(
            coders=tuple(coder.name for coder in self.scope.coders),
            codes=self._slugs,
            parents=parents_of(self.codes.codebook),
            unit=unit.value,
            carries=self.wish.carries,
            joined=self.wish.joined,
            seed=self.wish.seed,
            replicates=self.wish.replicates,
            criterion=one.criterion.at_least if one and one.criterion else None,
        )

    def about(self) -> Circumstances:
        """Where it comes from, and what stays out."""
        return Circumstances(
            study=self.read.study().name,
            layer=self.scope.called,
            round=self.scope.round,
            version=self.scope.version_number,
            codebook=self.codes.codebook,
            moderator=self.wish.moderator,
            blanks=self.wish.blanks,
            everything=self.wish.everything,
            excluded=(*self.reading.missing(self.transcripts), *self._unheard()),
            corpus={one.name: self.talk(one, None).length for one in self.every},
        )

    def _unheard(self) -> Iterator[Excluded]:
        names = {coder.id: coder.name for coder in self.scope.coders}
        counts = Counter((coding.coder, coding.transcript) for coding in self.unheard)
        for one in self.transcripts:
            for coder, name in names.items():
                if count := counts[coder, one.id]:
                    words = ngettext("{n} coding", "{n} codings", count)
                    yield Excluded(f"{name}, {one.name}: {words}", self._why_unheard(one))

    def _why_unheard(self, one: Transcript) -> str:
        if self.scope.turns(one.id) is not None:
            return _("outside the turns that were drawn")
        return _("outside the talk that is counted")
