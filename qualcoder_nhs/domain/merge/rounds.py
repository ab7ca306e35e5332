"""Rounds that only a file has, as they come in: as they stood there, blind ones still blind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId, VersionId
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, There
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.rounds import Portion, Round
from qualcoder_nhs.i18n import _, ngettext


@dataclass(frozen=True)
class Rounds:
    """The rounds that are new here by layer, and the frozen codebooks they bring along.

    `rows` are those that differ and stay as they are here; `refused` says why others stay out,
    `left` what of the new ones does, `idle` names those without any work to tell of them.
    """

    new: Mapping[str, Round]
    versions: tuple[CodebookVersion, ...]
    rows: tuple[MergeRow, ...]
    refused: Mapping[str, str]
    left: tuple[MergeRow, ...] = ()
    idle: tuple[MergeRow, ...] = ()


def match_rounds(
    here: Here,
    there: There,
    transcripts: Mapping[TranscriptId, TranscriptId],
    coders: Mapping[CoderId, CoderId],
    codes: Mapping[CodeId, CodeId],
) -> Rounds:
    """By id. A pack brings none: it was made for one that is here."""
    matching = _Matching(here, transcripts, coders, codes)
    for one in sorted(there.rounds.values(), key=lambda one: (one.made, one.id)):
        own = here.rounds.get(one.layer)
        if there.pack_of is not None:
            break
        if own is not None:
            matching.rows += _further(own, one)
        else:
            matching.bring(one, there.versions.get(one.version))
    found = matching
    left = (_left(one, there) for one in found.new.values() if there.decided.get(one.layer))
    return Rounds(
        found.new,
        tuple(found.versions.values()),
        tuple(found.rows),
        found.refused,
        tuple(left),
        tuple(_idle(here, there, found.refused)),
    )


class _Matching:
    def __init__(
        self,
        here: Here,
        transcripts: Mapping[TranscriptId, TranscriptId],
        coders: Mapping[CoderId, CoderId],
        codes: Mapping[CodeId, CodeId],
    ) -> None:
        self.new: dict[str, Round] = {}
        self.versions: dict[VersionId, CodebookVersion] = {}
        self.rows: list[MergeRow] = []
        self.refused: dict[str, str] = {}
        self._here, self._transcripts, self._coders = here, transcripts, coders
        self._codes = codes
        self._taken = {OPEN, SETTLED, *here.layers}

    def bring(self, one: Round, version: CodebookVersion | None) -> None:
        """The round in the terms of here; what it declared and where it stands is kept."""
        portions = tuple({part.transcript: part for part in self._portions(one)}.values())
        known = (self._coders[who] for who in one.coders if who in self._coders)
        if not portions:
            self.refused[one.layer] = _("none of its transcripts is in this study")
        elif version is None:
            self.refused[one.layer] = _("its codebook cannot be read")
        else:
            name = unique_name(one.name, self._taken)
            self._taken.add(name)
            if name != one.name:
                why = _("this study has a round of that name; comes in as “{name}”")
                self.rows.append(MergeRow(_round(one), why.format(name=name)))
            made_by = self._coders.get(one.made_by, self._here.acting)
            self._keep(version)
            self.new[one.layer] = replace(
                one,
                name=name,
                coders=tuple(dict.fromkeys(known)),
                portions=portions,
                made_by=made_by,
            )

    def _portions(self, one: Round) -> Iterator[Portion]:
        for portion in one.portions:
            if portion.transcript in self._transcripts:
                yield replace(portion, transcript=self._transcripts[portion.transcript])

    def _keep(self, version: CodebookVersion) -> None:
        """The codebook as it was frozen there, by the codes it consists of here."""
        if version.id in self._here.versions or version.id in self.versions:
            return
        number = max(self._here.versions.values(), default=0) + len(self.versions) + 1
        made_by = self._coders.get(version.made_by, self._here.acting)
        book = _told(version.codebook, self._codes)
        self.versions[version.id] = replace(version, number=number, codebook=book, made_by=made_by)


def _told(book: Codebook, codes: Mapping[CodeId, CodeId]) -> Codebook:
    """Where two codes of the file are one here, the first of them."""
    found: dict[CodeId, Code] = {}
    for code in book.walk():
        told = codes.get(code.id, code.id)
        parent = None if code.parent is None else codes.get(code.parent, code.parent)
        found.setdefault(told, replace(code, id=told, parent=parent))
    members = (tuple(dict.fromkeys(codes.get(m, m) for m in one.members)) for one in book.sets)
    sets = (replace(one, members=told) for one, told in zip(book.sets, members, strict=True))
    return Codebook(tuple(found.values()), tuple(sets))


def _further(own: Round, one: Round) -> Iterator[MergeRow]:
    """What was ended or shown there need not be so here: it stays as it is here."""
    if (one.frozen and not own.frozen) or (own.veiled and not one.veiled):
        why = _("{there} there, {here} here")
        yield MergeRow(_round(own), why.format(there=one.state, here=own.state))


def _idle(here: Here, there: There, refused: Mapping[str, str]) -> Iterator[MergeRow]:
    """Rounds that stay out without any work, which would tell of them."""
    worked = {one.layer for one in there.codings.now.values()}
    worked |= {one.layer for one in there.finishes.now.values()}
    worked |= {one.layer for one in there.links.now.values()}
    known = {*here.rounds, *there.rounds}
    broken = {one: _("its row cannot be read") for one in there.layers if one not in known}
    for layer, why in {**refused, **broken}.items():
        if layer not in worked:
            yield MergeRow(_("round “{name}”").format(name=there.layers[layer]), why)


def _left(one: Round, there: There) -> MergeRow:
    """What was settled comes in; why it was settled so is told where it was."""
    why = ngettext(
        "{n} decision on a disagreement stays out, with its reason",
        "{n} decisions on disagreements stay out, with their reasons",
        there.decided[one.layer],
    )
    return MergeRow(_round(one), why)


def _round(one: Round) -> str:
    return _("round “{name}”").format(name=one.name)
