"""Rounds with their codebooks, the layers there are, and how far everybody has come."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import select

from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import CoderId, TranscriptId, VersionId
from qualcoder_nhs.domain.rounds import Finish, Portion, Round
from qualcoder_nhs.storage import rows
from qualcoder_nhs.storage.reads.within import Within
from qualcoder_nhs.storage.schema import (
    codebook_versions,
    codings,
    finishes,
    round_coders,
    round_transcripts,
    rounds,
    turns,
)

CoderAt = tuple[CoderId, TranscriptId]


class RoundReads(Within):
    """Rounds, frozen codebooks, layers and progress."""

    def rounds(self) -> list[Round]:
        """All rounds, oldest first."""
        who: dict[str, list[CoderId]] = defaultdict(list)
        for row in self._all(select(round_coders).order_by(round_coders.c.position)):
            who[row["round"]].append(row["coder"])
        what: dict[str, list[Portion]] = defaultdict(list)
        for row in self._all(select(round_transcripts).order_by(round_transcripts.c.position)):
            what[row["round"]].append(rows.portion_from(row))
        found = self._all(select(rounds).order_by(rounds.c.made, rounds.c.id))
        return [rows.round_from(row, who[row["id"]], what[row["id"]]) for row in found]

    def round(self, words: str) -> Round:
        """The round with this id or name.

        Raises:
            NoSuch: when none bears it.
        """
        for one in self.rounds():
            if words in (one.id, one.name):
                return one
        raise NoSuch(kind="round", name=words)

    def round_of(self, layer: str) -> Round | None:
        """The round whose layer this is; None for the open, the settled and any other layer."""
        return next((one for one in self.rounds() if one.layer == layer), None)

    def versions(self) -> list[CodebookVersion]:
        """The frozen codebooks, oldest first."""
        query = select(codebook_versions).order_by(codebook_versions.c.number)
        return [rows.version_from(row) for row in self._all(query)]

    def version(self, version: VersionId) -> CodebookVersion:
        """One frozen codebook.

        Raises:
            NoSuch: when there is none with the id.
        """
        query = select(codebook_versions).where(codebook_versions.c.id == version)
        found = self._all(query)
        if not found:
            raise NoSuch(kind="version", name=version)
        return rows.version_from(found[0])

    def layer_names(self) -> dict[str, str]:
        """What each layer is called: the open one, the settled one where it exists, the rounds.

        A layer that came with a table of codings is called what the table called it.
        """
        named = {one["id"]: one["name"] for one in self._all(select(rounds.c.id, rounds.c.name))}
        used = [row["layer"] for row in self._all(select(codings.c.layer).distinct())]
        first = [OPEN, *(SETTLED for layer in used if layer == SETTLED), *named]
        return {layer: named.get(layer, layer) for layer in (*first, *sorted(used))}

    def has_settled(self) -> bool:
        """Whether anything was agreed on yet."""
        query = select(codings.c.id).where(codings.c.layer == SETTLED).limit(1)
        return self._connection.scalar(query) is not None

    def layer_called(self, words: str) -> str:
        """The layer with this name or id.

        Raises:
            NoSuch: when none bears it.
        """
        if words in (OPEN, SETTLED):
            return words
        for layer, name in self.layer_names().items():
            if words in (layer, name):
                return layer
        raise NoSuch(kind="layer", name=words)

    def finishes(self, layer: str | None = None) -> list[Finish]:
        """What coders say they are done with, in one layer or in all."""
        query = select(finishes).order_by(finishes.c.at, finishes.c.id)
        if layer is not None:
            query = query.where(finishes.c.layer == layer)
        return [rows.finish_from(row) for row in self._all(query)]

    def turns_touched(
        self, layer: str, to_code: Mapping[TranscriptId, Collection[int]]
    ) -> dict[CoderAt, int]:
        """How many of these turns each coder has coded something in; only of those one may follow.

        This is progress, not codings: the lead is told it of a blind round too.
        """
        touching = (
            (turns.c.transcript == codings.c.transcript)
            & (turns.c.start < codings.c.end)
            & (turns.c.end > codings.c.start)
        )
        query = (
            select(codings.c.coder, codings.c.transcript, turns.c.index)
            .join(turns, touching)
            .where(codings.c.layer == layer, codings.c.transcript.in_(list(to_code)))
            .distinct()
        )
        return Counter(
            (row["coder"], row["transcript"])
            for row in self._all(query)
            if self._sight.may_follow(layer, row["coder"])
            and row["index"] in to_code[row["transcript"]]
        )

    def may_follow(self, layer: str, coder: CoderId) -> bool:
        """Whether whoever asks may know how far this coder has come."""
        return self._sight.may_follow(layer, coder)

    def coded_in(self, layer: str) -> set[CoderAt]:
        """Who has any coding in which transcript of a layer; only of those one may follow."""
        query = select(codings.c.coder, codings.c.transcript).where(codings.c.layer == layer)
        return {
            (row["coder"], row["transcript"])
            for row in self._all(query.distinct())
            if self._sight.may_follow(layer, row["coder"])
        }
