"""What goes into a pack, and whose pack a study is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.codebook_text import slug_for
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.errors import Frozen, NotInRound
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.people import Coder, CoderRole, Group, Participant
from qualcoder_nhs.domain.rounds import Finish, Round
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class PackOf:
    """Whose pack a study is, and for which round."""

    coder: Coder
    round: Round


def pack_of(read: Reader) -> PackOf | None:
    """Whose pack this is; None for a study like others."""
    if not read.packed():
        return None
    [one] = read.rounds()
    return PackOf(read.coder(one.coders[0]), one)


def pack_contents(
    read: Reader, words: str, coder: CoderId, maker: CoderId
) -> tuple[tuple[object, ...], tuple[TranscriptId, ...]]:
    """All that goes into a coder's pack for a round, what others name first; and whose words.

    Besides the material it is the coder's own work in the round, of which somebody else is
    shown nothing here.

    Raises:
        NoSuch: when there is no such round or coder.
        NotInRound: when the coder has no part in it.
        Frozen: when it has ended.
    """
    one, who = read.round(words), read.coder(coder)
    if who.id not in one.coders:
        raise NotInRound(name=who.name, round=one.name)
    if one.frozen:
        raise Frozen(round=one.name)
    work = _own_work(read, one, who.id)
    return (
        *_people(read, who, read.coder(maker)),
        *_material(read, one, maker),
        *_codebook(read, one, maker, work),
        replace(one, coders=(who.id,), made_by=maker),
        *work,
    ), tuple(portion.transcript for portion in one.portions)


def _people(read: Reader, who: Coder, maker: Coder) -> Iterator[object]:
    """The coder comes before the lead, so that it is the coder who acts where nobody is named."""
    yield read.study()
    yield replace(who, role=CoderRole.CODER)
    if who.id != maker.id:
        yield replace(maker, added=max(maker.added, who.added + timedelta(microseconds=1)))


def _material(read: Reader, one: Round, maker: CoderId) -> Iterator[object]:
    texts = [read.transcript(portion.transcript) for portion in one.portions]
    speakers = [speaker for text in texts for speaker in read.speakers(text.id)]
    groups, people = read.groups(), read.participants()
    yield from _each_once(groups[text.group] for text in texts)
    ids = {text.id for text in texts}
    away = [one for one in read.presences() if one.transcript in ids]
    there = [*(person for one in speakers for person in one.participants)]
    yield from _each_once(people[one] for one in (*there, *(one.participant for one in away)))
    yield from (replace(text, added_by=maker) for text in texts)
    yield from speakers
    # What is known of the talk: the list of attributes, who was away, the guide and its marks.
    yield from (*read.attributes(), *away, *read.questions())
    yield from (one for one in read.askings() if one.transcript in ids)


def _each_once(things: Iterable[Group | Participant]) -> Iterator[object]:
    seen: set[str] = set()
    for thing in things:
        if thing.id not in seen:
            seen.add(thing.id)
            yield thing


def _codebook(
    read: Reader, one: Round, maker: CoderId, work: tuple[object, ...]
) -> Iterator[object]:
    """The codebook as the round froze it, and the coder's own ideas since."""
    version = read.version(one.version)
    frozen, today = version.codebook, read.codebook()
    used = {thing.code for thing in work if isinstance(thing, Coding)}
    used |= {thing.code for thing in work if isinstance(thing, Memo) and thing.code}
    needed = {code for code in used if code not in frozen.by_id}
    above = {above.id for code in needed for above in today.ancestors(code)}
    later = [today[code] for code in sorted(needed | above) if code not in frozen.by_id]
    yield from _parents_first(Codebook((*frozen.codes, *_with_free_slugs(frozen, later))))
    yield from frozen.sets
    yield replace(version, made_by=maker)


def _with_free_slugs(frozen: Codebook, later: Iterable[Code]) -> Iterator[Code]:
    """A slug that was free again when an idea took it may be taken in the frozen codebook."""
    taken = set(frozen.by_slug)
    for code in later:
        free = code.slug not in taken
        slug = code.slug if free else slug_for(code.name, taken)
        taken.add(slug)
        yield replace(code, slug=slug, aliases=())


def _parents_first(book: Codebook) -> Iterator[Code]:
    """All codes; those whose place in the tree has gone since become roots."""
    known = book.by_id
    placed = (code if code.parent in known else replace(code, parent=None) for code in book.codes)
    yield from Codebook(tuple(placed)).walk()


def _own_work(read: Reader, one: Round, coder: CoderId) -> tuple[object, ...]:
    codings = read.codings(coder=coder, layer=one.layer)
    of_them = {coding.id for coding in codings}
    memos = [
        memo
        for memo in read.memos()
        if memo.coder == coder and memo.coding in of_them and not memo.private
    ]
    said: list[Finish] = [word for word in read.finishes(one.layer) if word.coder == coder]
    return (*codings, *read.links(coder=coder, layer=one.layer), *memos, *said)
