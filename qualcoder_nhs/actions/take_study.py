"""Taking a study of another program in: all of it in one step, with an account of each thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codebook import change
from qualcoder_nhs.actions.taking.attributes import Attributes
from qualcoder_nhs.actions.taking.coders import Coders
from qualcoder_nhs.actions.taking.sets import Sets
from qualcoder_nhs.actions.taking.texts import TakingTexts, Texts
from qualcoder_nhs.actions.taking.work import Places, Work
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.foreign import ForeignStudy, Kind, Noted, TableRow
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.taking.account import Account
from qualcoder_nhs.domain.taking.cases import CasePlan, plan_cases
from qualcoder_nhs.domain.taking.codes import plan_codes
from qualcoder_nhs.domain.taking.sayings import said_by_cases, speaking
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import N_, _


@dataclass(frozen=True)
class StudyTaken:
    """What came in: the new transcripts by name, how many new codings, who was added.

    The `table` says how things of each kind fared, `items` has each that is not as in the file.
    Where the study had all of it already nothing was `written`, and there is no step to undo.
    """

    transcripts: tuple[str, ...]
    codings: int
    coders: tuple[str, ...]
    table: tuple[TableRow, ...]
    items: tuple[Noted, ...] = ()
    written: bool = True


@dataclass(frozen=True)
class TakeStudy:
    """Bring in texts, codes, codings, memos, people, attributes and links of another program.

    `turns` are those found in each text, by its key. `same` says of names of coders in the file
    under which name the same person is known. What the study has already is used as it stands, so
    that the same file twice adds nothing.
    """

    study: ForeignStudy
    turns: Mapping[str, Sequence[Turn]]
    name: str
    same: Mapping[str, str] = field(default_factory=dict)
    label: ClassVar[str] = N_("Import {}")

    def apply(self, write: Writer) -> StudyTaken:
        """Take it in."""
        plan = plan_cases(self.study, self.turns)
        # Of a case that comes in its code says only whose words these are; of others it is a code.
        known = said_by_cases(self.study, speaking(self.study, plan, self.turns))
        return replace(self, study=known).take(write, plan)

    def take(self, write: Writer, plan: CasePlan) -> StudyTaken:
        """Take it in, with the cases as they were planned."""
        account = Account(self.study)
        coders = Coders(write, self.study, self.same, account)
        codes = self._codes(write, account)
        texts = self._texts(write, plan, account)
        places = Places(texts.transcripts, texts.people, codes)
        work = Work(write, self.study, places, coders, account)
        codings = work.codings()
        work.memos()
        work.links(self.turns)
        coders.settle()
        self._tell_of_cases(plan, texts, account)
        Sets(write, codes, account).take(self.study)
        write.detail(self.name)
        new = (tuple(texts.names), codings, tuple(coders.added))
        return StudyTaken(*new, account.rows(), account.items(), write.wrote)

    def _codes(self, write: Writer, account: Account) -> Mapping[str, CodeId]:
        book = write.read.codebook()
        codes = plan_codes(self.study.codes, book)
        change(write, book, codes.change)
        for key, how in codes.changed:
            account.change(Kind.CODES, key, how)
        account.tell(Kind.CODES, _("in the codebook already"), len(codes.known))
        folders = sum(one.applicable is Applicable.NO and not one.slug for one in self.study.codes)
        account.tell(Kind.CODES, _("marked as not codable; here it can be put on words"), folders)
        return codes.places

    def _texts(self, write: Writer, plan: CasePlan, account: Account) -> Texts:
        of_people, of_groups = Attributes(self.study, plan, account).keyed(write)
        taking = TakingTexts(write, self.study, self.turns, plan, of_people, of_groups, account)
        return taking.take()

    def _tell_of_cases(self, plan: CasePlan, texts: Texts, account: Account) -> None:
        for case in plan.people:
            if case not in texts.people:
                account.leave(Kind.CASES, case, _("the study has the text with its speakers"))
        for case in plan.groups:
            account.change(Kind.CASES, case, _("said of the groups of its texts, not of a person"))
        for case in plan.moderators:
            account.change(Kind.CASES, case, _("who leads the talk; attributes stay out"))
        for case, why in plan.left_out.items():
            account.leave(Kind.CASES, case, why)
