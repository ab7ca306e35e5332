"""What other programs say of people and of texts, as attributes of people and of groups."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.attributes import AddAttributes
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.foreign import ForeignStudy, Kind
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.taking.account import Account
from qualcoder_nhs.domain.taking.cases import CasePlan
from qualcoder_nhs.i18n import _

Told = dict[str, dict[str, str]]


class Attributes:
    """The attributes of a file while it is found out of whom each is said.

    `of_people` and `of_groups` are by case and by text, under the names that the file has; `keyed`
    gives them under the keys of the study, to which it adds what is new.
    """

    def __init__(self, study: ForeignStudy, plan: CasePlan, account: Account) -> None:
        self._study = study
        self._account = account
        self._cards = {(card.subject, card.name): card for card in study.cards}
        cases = {case.key: case for case in study.cases}
        self.of_people: Told = {one: dict(cases[one].attributes) for one in plan.people}
        self.of_groups: Told = {text: dict(said) for text, said in study.group_attributes.items()}
        for case, texts in plan.groups.items():
            name = {_("Case"): cases[case].name} if cases[case].name else {}
            for text in texts:
                self._say(text, {**name, **cases[case].attributes})
        for group in study.sets:
            for text in group.texts:
                self._say(text, {_("Document set"): group.name})

    def _say(self, text: str, said: Mapping[str, str]) -> None:
        """What several say of one text stands beside each other."""
        known = self.of_groups.setdefault(text, {})
        for name, value in said.items():
            values = [*filter(None, known.get(name, "").split("; ")), value]
            known[name] = "; ".join(dict.fromkeys(values))

    def keyed(self, write: Writer) -> tuple[Told, Told]:
        """What is said of people and of groups, by keys; attributes not known yet are added."""
        of_people = self._carded(Subject.PARTICIPANT, self.of_people)
        of_groups = self._carded(Subject.GROUP, self.of_groups)
        silent = [name for name in self._study.attributes if name not in {*of_people, *of_groups}]
        about_groups = [name for name in silent if self._is_of_groups_only(write, name)]
        about_people = [name for name in silent if name not in about_groups]
        people = self._keys(write, Subject.PARTICIPANT, [*about_people, *of_people])
        groups = self._keys(write, Subject.GROUP, [*of_groups, *about_groups])
        return _under(people, self.of_people), _under(groups, self.of_groups)

    def _carded(self, subject: Subject, told: Told) -> list[str]:
        """The names of what is said of people or of groups, or has a card that says so."""
        cards = (card.name for card in self._study.cards if card.subject is subject)
        return list(dict.fromkeys([*cards, *(name for said in told.values() for name in said)]))

    @staticmethod
    def _is_of_groups_only(write: Writer, name: str) -> bool:
        """Whether the study knows an attribute by this name, and of groups alone.

        A file does not say whom an attribute is about of which nothing is said.
        """

        def known(subject: Subject) -> bool:
            there = write.read.attributes(subject)
            return any(one.name.casefold() == name.casefold() for one in there)

        return known(Subject.GROUP) and not known(Subject.PARTICIPANT)

    def _keys(self, write: Writer, subject: Subject, names: Sequence[str]) -> dict[str, str]:
        listed = {one.key: one for one in write.read.attributes(subject)}
        by_name = {one.name.casefold(): one.key for one in listed.values()}
        keys: dict[str, str] = {}
        fresh = []
        for name in names:
            card = self._cards.get((subject, name), AttributeDraft(subject, name))
            wanted = by_name.get(name.casefold(), card.known_as)
            keys[name] = wanted if wanted in listed else unique_name(wanted, set(keys.values()))
            if keys[name] in listed:
                self._account.tell(Kind.ATTRIBUTES, _("the study has it already"))
            else:
                fresh.append(replace(card, key=keys[name]))
        if fresh:
            AddAttributes(tuple(fresh)).apply(write)
        return keys


def _under(keys: Mapping[str, str], told: Told) -> Told:
    return {
        one: {keys[name]: value for name, value in said.items() if value}
        for one, said in told.items()
    }
