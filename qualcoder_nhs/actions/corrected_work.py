"""Moving all that lies on a transcript's words along with them, in one step."""

from collections.abc import Iterator
from dataclasses import replace

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.ground import Ground, Move, Names
from qualcoder_nhs.domain.correcting.on_passages import (
    codings_moved,
    memos_moved,
    quotes_moved,
)
from qualcoder_nhs.domain.correcting.on_people import presences_moved, speakers_told
from qualcoder_nhs.domain.correcting.on_turns import (
    askings_moved,
    links_moved,
    samples_moved,
    summaries_moved,
    voicings_moved,
)
from qualcoder_nhs.domain.correcting.plan import (
    CorrectionPlan,
    Losing,
    Renumbered,
    Thing,
    Touched,
    by_fate,
)
from qualcoder_nhs.domain.correcting.retelling import Retold
from qualcoder_nhs.domain.correcting.wording import changed_words, count_changed
from qualcoder_nhs.domain.errors import WordsWouldGo
from qualcoder_nhs.domain.ids import CoderId, MemoId, new_id
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.themes import Quote
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader


def names_in(write: Writer) -> Names:
    """What things of the study are called."""
    read = write.read
    return Names(
        coders={one.id: one.name for one in read.coders()},
        codes={one.id: one.name for one in read.codebook().codes},
        layers=read.layer_names(),
        themes={one.id: one.name for one in read.themes()},
        questions={one.id: one.name for one in read.questions()},
        propositions={one.id: one.text for one in read.propositions()},
        participants={key: one.name for key, one in read.participants().items()},
    )


class Correcting:
    """One correction while it is planned and written.

    `only` is the one passage whose words are others, where no others can be: codings beside it are
    counted and moved along without being looked at, however many they are.
    """

    def __init__(self, write: Writer, ground: Ground, only: Retold | None = None) -> None:
        self._write, self._ground, self._only = write, ground, only
        self._touching = only.was if only else None
        self._moves = list(self._found())

    def make(self, losing: Losing) -> CorrectionPlan:
        """Write it.

        Raises:
            WordsWouldGo: when something is lost and that is to be refused.
        """
        plan = self._plan()
        if plan.losses and losing is Losing.REFUSE:
            raise WordsWouldGo(name=plan.name, number=plan.losses)
        self._write.change(self._ground.old, self._ground.new)
        if self._only is not None and self._only.by:
            self._write.shift_codings(plan.transcript, self._only.was.end, self._only.by)
        for move in self._moves:
            if move.after is None:
                self._lose(move, losing)
        self._write.change_all(
            (move.before, move.after)
            for move in self._moves
            if move.after is not None and move.after != move.before
        )
        return plan

    # ── what there is ────────────────────────────────────────────────────────────────────────

    def _found(self) -> Iterator[Move]:
        read, ground, it = self._write.read, self._ground, self._ground.old.id
        yield from codings_moved(ground, read.codings(transcript=it, touching=self._touching))
        yield from memos_moved(ground, read.memos(transcript=it))
        yield from quotes_moved(ground, (one for one in read.quotes() if one.transcript == it))
        yield from links_moved(ground, read.links(it))
        yield from askings_moved(ground, read.askings(it))
        yield from presences_moved(ground, read.presences(it), read.speakers(it))
        yield from voicings_moved(ground, (one for one in read.voicings() if one.transcript == it))
        yield from summaries_moved(
            ground, (one for one in read.summaries() if one.transcript == it)
        )
        yield from samples_moved(ground, read.rounds())

    def _plan(self) -> CorrectionPlan:
        ground = self._ground
        changed = tuple(changed_words(ground.following.difference, ground.old, ground.new))
        seen = self._seen()
        shown: list[Touched] = []
        hidden: list[Touched] = []
        for move in self._moves:
            kept = _veiled(move) and move.touched.id not in seen
            (hidden if kept else shown).append(move.touched)
        return CorrectionPlan(
            ground.old.id,
            ground.old.name,
            count_changed(changed),
            changed,
            Renumbered(
                len(ground.old.turns),
                len(ground.new.turns),
                ground.turns.gone,
                ground.turns.new,
                ground.turns.moved,
            ),
            tuple(shown),
            by_fate(one.fate for one in hidden),
            (*speakers_told(ground), *self._rounds_told()),
            self._along(),
        )

    def _along(self) -> tuple[tuple[Fate, int], ...]:
        """The codings that lie beside the one passage, and how many of them move."""
        if self._only is None:
            return ()
        count, it = self._write.read.coding_count, self._only.old.id
        touched = sum(move.thing is Thing.CODING for move in self._moves)
        behind = count(it, self._only.was.end) if self._only.by else 0
        counted = ((Fate.UNMOVED, count(it) - touched - behind), (Fate.MOVED, behind))
        return tuple((fate, number) for fate, number in counted if number)

    def _seen(self) -> set[str]:
        """What of the work on it whoever acts may see."""
        seen: Reader = self._write.seen
        it = self._ground.old.id
        codings = seen.codings(transcript=it, touching=self._touching)
        found = (codings, seen.memos(transcript=it), seen.links(it))
        return {one.id for each in found for one in each}

    def _rounds_told(self) -> Iterator[str]:
        """What a correction means for the rounds that the transcript has a part in."""
        for one in self._write.read.rounds():
            if one.portion(self._ground.old.id) is None:
                continue
            if one.frozen:
                words = _(
                    "“{round}” has ended: what was coded in it stays on its words, and its "
                    "agreement is counted on the corrected words from now on."
                )
            else:
                words = _(
                    "“{round}” is running: packs that were handed out hold the old words; what "
                    "comes back is placed by its words, and left out where these were corrected."
                )
            yield words.format(round=one.name)

    # ── what is lost ─────────────────────────────────────────────────────────────────────────

    def _lose(self, move: Move, losing: Losing) -> None:
        """Take it out, and keep what it said where that is wanted."""
        one, keep = move.before, losing is Losing.KEEP
        if isinstance(one, Coding):
            self._lose_memos(one, keep=keep)
        if keep:
            self._write.add(self._memo(move))
        self._write.remove(one)

    def _lose_memos(self, coding: Coding, *, keep: bool) -> None:
        """The memos on a lost coding go with it, or stay on the transcript."""
        memos = self._write.read.memos_on("coding", coding.id)
        if not keep:
            self._write.remove(*memos)
            return
        for memo in memos:
            moved = replace(memo, coding=None, transcript=coding.transcript)
            self._write.change(memo, moved)

    def _memo(self, move: Move) -> Memo:
        """What was lost, in words, by whoever made it."""
        it, now = self._ground.old.id, self._write.now
        who = _author(move.before) or self._write.coder
        return Memo(MemoId(new_id()), who, _told(move), now, now, transcript=it)


def _veiled(move: Move) -> bool:
    """Whether a thing may be kept from somebody."""
    return move.thing in (Thing.CODING, Thing.MEMO, Thing.LINK)


def _author(one: object) -> CoderId | None:
    if isinstance(one, Coding | Link):
        return one.coder
    return one.by if isinstance(one, Quote) else None


def _told(move: Move) -> str:
    told = move.touched
    if told.thing in (Thing.CODING, Thing.QUOTE):
        words = _("Words were taken out: “{words}” ({thing} {name}).")
        return words.format(words=told.before, thing=told.thing.words, name=told.name)
    words = _("Taken out with a turn: {thing} {name}, {before} ({why}).")
    return words.format(thing=told.thing.words, name=told.name, before=told.before, why=told.why)
