"""Working on the codebook: add, name, colour, describe, move, merge, archive, delete, import."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.code_uses import hand_over, take_away, themes_with
from qualcoder_nhs.actions.codings import Coded, CodePassage, place
from qualcoder_nhs.actions.layers import Layers
from qualcoder_nhs.domain import codebook_merging, codebook_rules
from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_change import CodebookChange
from qualcoder_nhs.domain.codebook_draft import CodebookDraft
from qualcoder_nhs.domain.codebook_import import CodebookPlan, merged
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.ids import CodeId, TranscriptId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class AddCode:
    """Add a code beneath another, or as a root; ahead of the sibling `before`, else last."""

    name: str
    parent: CodeId | None = None
    before: CodeId | None = None
    label: ClassVar[str] = N_("Add code {}")

    def apply(self, write: Writer) -> CodeId:
        """Add it; its slug is made from its name.

        Raises:
            Nameless, AlreadyThere, Archived: as the rules of the codebook say.
        """
        code = CodeId(new_id())
        book = write.read.codebook()
        change(
            write, book, codebook_rules.add_code(book, code, self.name, self.parent, self.before)
        )
        write.detail(self.name)
        return code


@dataclass(frozen=True)
class CodeNewIdea:
    """Make a code under *New ideas* and put it on a passage, in one step."""

    transcript: TranscriptId
    span: Span
    name: str
    layer: str = OPEN
    label: ClassVar[str] = N_("Code passage with new code {}")

    def apply(self, write: Writer) -> Coded:
        """Make it, and *New ideas* where it is the first; then code.

        Raises:
            Nameless, AlreadyThere: as the rules of the codebook say.
            EmptyPassage, OutsideText: when the span is no passage.
        """
        code = CodeId(new_id())
        book = write.read.codebook()
        change(write, book, codebook_rules.add_idea(book, code, self.name, CodeId(new_id())))
        coded = CodePassage(self.transcript, self.span, code, self.layer).apply(write)
        write.detail(self.name)
        return coded


@dataclass(frozen=True)
class RenameCode:
    """Give a code another name; its slug stays."""

    code: CodeId
    name: str
    label: ClassVar[str] = N_("Rename code to {}")

    def apply(self, write: Writer) -> None:
        """Rename it.

        Raises:
            Nameless, AlreadyThere: as the rules of the codebook say.
        """
        book = write.read.codebook()
        change(write, book, codebook_rules.rename(book, self.code, self.name))
        write.detail(self.name)


@dataclass(frozen=True)
class RecolourCode:
    """Give a code a colour of its own, or the family's with None."""

    code: CodeId
    colour: str | None
    label: ClassVar[str] = N_("Colour {}")

    def apply(self, write: Writer) -> None:
        """Colour it.

        Raises:
            NotAColour: when it is none.
        """
        book = write.read.codebook()
        change(write, book, codebook_rules.recolour(book, self.code, self.colour))
        write.detail(book[self.code].name)


@dataclass(frozen=True)
class DescribeCode:
    """Write the code's card anew; fields that are None stay."""

    code: CodeId
    definition: str | None = None
    use: str | None = None
    do_not_use: str | None = None
    example: str | None = None
    serves: str | None = None
    label: ClassVar[str] = N_("Describe code {}")

    def apply(self, write: Writer) -> None:
        """Describe it."""
        book = write.read.codebook()
        rewritten = codebook_rules.rewrite(
            book,
            self.code,
            definition=self.definition,
            use=self.use,
            do_not_use=self.do_not_use,
            example=self.example,
            serves=self.serves,
        )
        change(write, book, rewritten)
        write.detail(book[self.code].name)


@dataclass(frozen=True)
class AllowCode:
    """Say how a code may be put on words: yes, holding, or no."""

    code: CodeId
    applicable: Applicable
    label: ClassVar[str] = N_("Say how {} may be applied")

    def apply(self, write: Writer) -> None:
        """Say it; codings that are there stay."""
        book = write.read.codebook()
        change(write, book, codebook_rules.allow(book, self.code, self.applicable))
        write.detail(book[self.code].name)


@dataclass(frozen=True)
class MoveCode:
    """Move a code with all beneath it; ahead of the sibling `before`, else last."""

    code: CodeId
    under: CodeId | None
    before: CodeId | None = None
    label: ClassVar[str] = N_("Move code {}")

    def apply(self, write: Writer) -> None:
        """Move it.

        Raises:
            IllegalMove, AlreadyThere, Archived: as the rules of the codebook say.
        """
        book = write.read.codebook()
        change(write, book, codebook_rules.move(book, self.code, self.under, self.before))
        write.detail(book[self.code].name)


@dataclass(frozen=True)
class MergeCodes:
    """Make one code part of another: codings, memos, children and its place in themes go over.

    The slug stays known.

    Codings of ended rounds keep their code, which is archived then rather than deleted.
    """

    gone: CodeId
    kept: CodeId
    label: ClassVar[str] = N_("Merge into {}")

    def apply(self, write: Writer) -> None:
        """Merge them; where both stand on overlapping words of one coder, they become one coding.

        Raises:
            IllegalMove, NotApplicable, Archived: as the rules of the codebook say.
        """
        book = write.read.codebook()
        frozen, codings = Layers(write).frozen, write.read.codings(codes=[self.gone])
        staying = any(coding.layer in frozen for coding in codings)
        merging = codebook_merging.merge(book, self.gone, self.kept, still_named=staying)
        for coding in codings:
            if coding.layer not in frozen:
                place(write, replace(coding, code=self.kept), coding)
        for memo in write.read.memos_on("code", self.gone):
            write.change(memo, replace(memo, code=self.kept))
        hand_over(write, self.gone, self.kept)
        change(write, book, merging)
        write.detail(book[self.kept].name)


@dataclass(frozen=True)
class ArchiveCode:
    """Put a code away with all beneath it; codings and themes keep it, it is offered no more."""

    code: CodeId
    label: ClassVar[str] = N_("Archive code {}")

    def apply(self, write: Writer) -> tuple[str, ...]:
        """Archive it; the names of the themes that use it."""
        book = write.read.codebook()
        change(write, book, codebook_rules.archive(book, self.code))
        write.detail(book[self.code].name)
        return themes_with(write, book.descendants(self.code))


@dataclass(frozen=True)
class BringBackCode:
    """Take a code out of the archive, with all beneath and above it."""

    code: CodeId
    label: ClassVar[str] = N_("Bring back code {}")

    def apply(self, write: Writer) -> None:
        """Bring it back."""
        book = write.read.codebook()
        change(write, book, codebook_rules.bring_back(book, self.code))
        write.detail(book[self.code].name)


@dataclass(frozen=True)
class DeleteCode:
    """Delete a code and all beneath it, which no coding uses."""

    code: CodeId
    label: ClassVar[str] = N_("Delete code {}")

    def apply(self, write: Writer) -> tuple[str, ...]:
        """Delete it, the memos on it, and its place in themes; the names of those themes.

        Raises:
            StillInUse: when any of them is on words; archive it instead.
        """
        book = write.read.codebook()
        counts = write.read.code_counts()
        deleting = codebook_rules.delete(book, self.code, counts)
        for code in deleting.removed:
            write.remove(*write.read.memos_on("code", code))
        used = take_away(write, deleting.removed)
        change(write, book, deleting)
        write.detail(book[self.code].name)
        return used


@dataclass(frozen=True)
class ImportCodebook:
    """Take the codes and sets of a file in; what is known by its slug is told anew."""

    draft: CodebookDraft
    name: str
    label: ClassVar[str] = N_("Add codebook {}")

    def apply(self, write: Writer) -> CodebookPlan:
        """Take them in; nothing is deleted, and the same file twice changes nothing."""
        book = write.read.codebook()
        plan = merged(self.draft, book)
        change(write, book, plan.change)
        write.detail(self.name)
        return plan


def change(write: Writer, book: Codebook, wanted: CodebookChange) -> None:
    """Write what a rule would do.

    New codes come first, parents before children; what goes is taken out of sets before codes,
    children before parents, so that no row ever names one that is not there.
    """
    sets = {group.id: group for group in book.sets}
    for gone in wanted.sets_removed:
        write.remove(sets[gone])
    _write_codes(write, book.by_id, wanted)
    for group in wanted.sets:
        if group.id in sets:
            write.change(sets[group.id], group)
        else:
            write.add(group)
    for code in sorted(wanted.removed, key=book.depth, reverse=True):
        write.remove(book[code])


def _write_codes(write: Writer, known: Mapping[CodeId, Code], wanted: CodebookChange) -> None:
    """A slug that goes over to another code as an alias is no slug in the table, so none clash."""
    for code in wanted.codes:
        if code.id in known:
            write.change(known[code.id], code)
        else:
            write.add(code)
