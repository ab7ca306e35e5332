"""Builders of random actions about who was in the room and what was asked there."""

from typing import Any

from hypothesis import strategies as st

from qualcoder_nhs.actions import asking, attributes, guide, presence, same_person, survey
from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.actions.take_people import TakePeople
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.guide_draft import QuestionDraft
from qualcoder_nhs.domain.ids import QuestionId
from qualcoder_nhs.domain.people_table import people_table
from qualcoder_nhs.domain.survey import Survey, Use, columns_of
from qualcoder_nhs.domain.transcript import Transcript
from tests.actions.dice import Builder, Dice


def add_attributes(dice: Dice) -> Action[Any]:
    drafts = [
        AttributeDraft(dice.one(list(Subject)), dice.name(), ("a", "b"), dice.draw(st.booleans()))
        for _ in range(dice.one((1, 2)))
    ]
    return attributes.AddAttributes(tuple(drafts))


def take_attributes(dice: Dice) -> Action[Any]:
    drafts = (
        AttributeDraft(Subject.PARTICIPANT, "Role", ("nurse",)),
        AttributeDraft(Subject.GROUP, dice.name()),
    )
    return attributes.TakeAttributes(drafts, "trust_core")


def change_attribute(dice: Dice) -> Action[Any]:
    one = dice.one(dice.known.attributes)
    return attributes.ChangeAttribute(one.id, dice.name(), ("x", dice.words()))


def remove_attribute(dice: Dice) -> Action[Any]:
    return attributes.RemoveAttribute(dice.one(dice.known.attributes).id)


def move_attribute(dice: Dice) -> Action[Any]:
    return attributes.MoveAttribute(dice.one(dice.known.attributes).id, dice.one((0, 1, 5)))


def describe_people(dice: Dice) -> Action[Any]:
    told = {
        one: {"role": dice.words(), "nation": dice.one(("Wales", ""))}
        for one in dice.some(dice.known.participants)
    }
    return attributes.DescribePeople(told)


def describe_groups(dice: Dice) -> Action[Any]:
    told = {
        one.group: {"mode": dice.one(("video", "")), "date": "2026-05-12"}
        for one in dice.some(dice.known.transcripts)
    }
    return attributes.DescribeGroups(told)


def take_people(dice: Dice) -> Action[Any]:
    header = ("transcript", "label", "role", dice.name())
    rows = [(at, (dice.one(("FG1", "x")), f"P{at}", dice.words(), "y")) for at in (1, 2)]
    table = people_table(header, rows)
    return TakePeople(table, tuple(dice.some(table.titles)), "people.csv")


def rename_group(dice: Dice) -> Action[Any]:
    return attributes.RenameGroup(dice.one(dice.known.transcripts).group, dice.name())


def say_presence(dice: Dice) -> Action[Any]:
    first, last = dice.one((None, 1, 2, 3)), dice.one((None, 4, 5, 99))
    return presence.SayPresence(
        dice.one(dice.known.transcripts).id, dice.one(dice.known.participants), first, last
    )


def forget_presence(dice: Dice) -> Action[Any]:
    one = dice.one(dice.known.presences)
    return presence.ForgetPresence(one.transcript, one.participant)


def add_question(dice: Dice) -> Action[Any]:
    return guide.AddQuestion(dice.name(), (dice.words(),), dice.one(("", dice.name())))


def change_question(dice: Dice) -> Action[Any]:
    one = dice.one(dice.known.questions)
    return guide.ChangeQuestion(one.id, dice.name(), dice.words(), ("Say more?",))


def remove_question(dice: Dice) -> Action[Any]:
    return guide.RemoveQuestion(dice.one(dice.known.questions).id)


def move_question(dice: Dice) -> Action[Any]:
    return guide.MoveQuestion(dice.one(dice.known.questions).id, dice.one((0, 1, 9)))


def take_guide(dice: Dice) -> Action[Any]:
    drafts = (QuestionDraft(dice.name(), (), "Q1"), QuestionDraft("Who?", ("You?",)))
    return guide.TakeGuide(drafts, "guide.txt")


def freeze_guide(_dice: Dice) -> Action[Any]:
    return guide.FreezeGuide()


def mark_asked(dice: Dice) -> Action[Any]:
    return asking.MarkAsked(_room(dice).id, _question(dice), dice.one((1, 2, 5)))


def mark_none_open(dice: Dice) -> Action[Any]:
    return asking.MarkNoneOpen(_room(dice).id, dice.one((1, 2, 5)))


def mark_not_asked(dice: Dice) -> Action[Any]:
    return asking.MarkNotAsked(_room(dice).id, _question(dice))


def unmark(dice: Dice) -> Action[Any]:
    return asking.Unmark(dice.one(dice.known.askings).id)


def mark_course(dice: Dice) -> Action[Any]:
    marks = ((1, _question(dice)), (3, None), (4, _question(dice)))
    return asking.MarkCourse(_room(dice).id, marks, tuple(dice.some([_question(dice)])))


def make_one_person(dice: Dice) -> Action[Any]:
    people = dice.known.participants
    return same_person.MakeOnePerson(dice.one(people), dice.one(people))


def part_person(dice: Dice) -> Action[Any]:
    labels = [one for one in dice.known.speakers if one.participants]
    speaker = dice.one(labels)
    return same_person.PartPerson(dice.one(speaker.participants), speaker.transcript)


def _room(dice: Dice) -> Transcript:
    return dice.one(dice.known.transcripts)


def _question(dice: Dice) -> QuestionId:
    return dice.one(dice.known.questions).id


def add_survey(dice: Dice) -> Action[Any]:
    titles = ("id", dice.one(("role", "Role")), dice.one(("Who decides?", dice.name())))
    rows = ((2, ("1", "nurse", dice.words())), (3, ("2", "", "We all do.")))
    uses = dict(zip(titles, (Use.NAME, Use.ATTRIBUTE, dice.one((Use.OPEN, Use.OUT))), strict=True))
    taken = Survey(dice.name(), "survey.csv", dice.name(), columns_of(titles, rows), rows)
    return survey.AddSurvey(taken, uses)


TALK_BUILDERS: dict[type, Builder] = {
    attributes.AddAttributes: add_attributes,
    attributes.TakeAttributes: take_attributes,
    attributes.ChangeAttribute: change_attribute,
    attributes.RemoveAttribute: remove_attribute,
    attributes.MoveAttribute: move_attribute,
    attributes.DescribePeople: describe_people,
    attributes.DescribeGroups: describe_groups,
    TakePeople: take_people,
    survey.AddSurvey: add_survey,
    attributes.RenameGroup: rename_group,
    presence.SayPresence: say_presence,
    presence.ForgetPresence: forget_presence,
    guide.AddQuestion: add_question,
    guide.ChangeQuestion: change_question,
    guide.RemoveQuestion: remove_question,
    guide.MoveQuestion: move_question,
    guide.TakeGuide: take_guide,
    guide.FreezeGuide: freeze_guide,
    asking.MarkAsked: mark_asked,
    asking.MarkNoneOpen: mark_none_open,
    asking.MarkNotAsked: mark_not_asked,
    asking.Unmark: unmark,
    asking.MarkCourse: mark_course,
    same_person.MakeOnePerson: make_one_person,
    same_person.PartPerson: part_person,
}
