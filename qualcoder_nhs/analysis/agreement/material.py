"""What a comparison is made of, drawn from a study: the talk, who read it, and what stays out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from qualcoder_nhs.analysis.agreement.comparison import Plan
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.links import CodersLink
from qualcoder_nhs.analysis.agreement.talk import Talk
from qualcoder_nhs.analysis.agreement.units import Carries, Units, by_turn, by_unit
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.rounds import Round, Unit


@dataclass(frozen=True)
class Excluded:
    """Something that was asked about and takes no part, and why, both in words."""

    what: str
    why: str


@dataclass(frozen=True)
class Circumstances:
    """All that a report says of a comparison beside its figures.

    `layer` is what the layer is called, `round` the round it belongs to. `version` numbers the
    codebook the codes are of, None where today's was never frozen; `codebook` is that one, with
    codes that were made since at their place of today. `corpus` counts the characters of every
    transcript of the study that the same rule counts.
    """

    study: str
    layer: str
    round: Round | None
    version: int | None
    codebook: Codebook
    moderator: bool
    blanks: bool
    everything: bool
    excluded: tuple[Excluded, ...]
    corpus: Mapping[str, int]

    @cached_property
    def paths(self) -> dict[str, str]:
        """The path of every code by its slug."""
        book = self.codebook
        return {code.slug: book.path(code.id) for code in book.codes}

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every code by its slug."""
        return {code.slug: code.name for code in self.codebook.codes}


@dataclass(frozen=True)
class Material:
    """A comparison before anything is counted.

    Coders and transcripts go by name, codes by slug. `continua` are the talks with what each coder
    marked there, in the same order; `codings` are those that were counted in. `ids` lead from the
    names of transcripts back to the study. `links` are those of the coders in what is compared.
    """

    about: Circumstances
    plan: Plan
    talks: tuple[Talk, ...]
    continua: tuple[Continuum, ...]
    codings: tuple[Coding, ...]
    ids: Mapping[str, TranscriptId] = field(default_factory=dict)
    links: tuple[CodersLink, ...] = ()

    @cached_property
    def counted(self) -> tuple[Continuum, ...] | None:
        """The same in turns or sentences, where these are the unit."""
        if self.plan.unit == Unit.CHARACTER:
            return None
        pairs = zip(self.continua, self.talks, strict=True)
        return tuple(self._in_units(one, talk) for one, talk in pairs)

    def _in_units(self, one: Continuum, talk: Talk) -> Continuum:
        rule = self.plan.carries
        words = talk.words() if rule is Carries.WORD else ()
        if self.plan.unit == Unit.TURN:
            return by_turn(one, words, rule)
        return by_unit(one, Units(talk.sentences(), words), rule)

    @property
    def in_units(self) -> tuple[Continuum, ...]:
        """What is counted, in the unit of the plan, whatever that is."""
        return self.counted or self.continua

    def codings_in(self, transcript: str) -> Iterator[Coding]:
        """The codings that were counted in, of one transcript."""
        wanted = self.ids[transcript]
        return (coding for coding in self.codings if coding.transcript == wanted)

    def by(self, unit: Unit) -> "Material":
        """The same, counted by another unit."""
        return replace(self, plan=replace(self.plan, unit=unit.value))

    def talk(self, transcript: str) -> Talk:
        """The talk of a transcript, which leads back to the stored text."""
        return self._talks[transcript]

    @cached_property
    def _talks(self) -> dict[str, Talk]:
        return {talk.name: talk for talk in self.talks}


def parents_of(codebook: Codebook) -> dict[str, str]:
    """The slug of each code's parent, by slug."""
    return {
        code.slug: codebook[code.parent].slug for code in codebook.codes if code.parent is not None
    }


def in_order(codebook: Codebook, slugs: Iterable[str]) -> tuple[str, ...]:
    """Codes as the tree lists them."""
    wanted = frozenset(slugs)
    return tuple(code.slug for code in codebook.walk() if code.slug in wanted)
