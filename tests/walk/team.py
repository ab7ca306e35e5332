"""A lead's study for two coders: two short talks, a codebook, a blind round nobody has coded."""

from pathlib import Path

from builders import an_import, coder

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.study import Study

ROUND, LEAD, CODERS = "Pilot", "HL", ("AB", "CD")
COST, WASTE, TRUST = "Cost", "Waste", "Trust"
FG1 = (
    "the beds are dear 🩺 this year",
    "agency staff eat the budget",
    "every form is paid for twice",
    "nobody counts the cafe\u0301 hours",
    "scanners stand idle at night",
    "we do rely on one another",
)
FG2 = (
    "the boilers burn money 🔥 all day",
    "contracts run on unread",
    "letters go by post and by mail",
    "three managers sign one order",
    "the old wing is heated empty",
    "she keeps her word, always",
)
UNCODED = "well, that is how it goes here"
TALKS = {"FG1": FG1, "FG2": FG2}
SPLIT = [said for talk in TALKS.values() for said in talk[:-1]]
"""What AB and CD read differently."""
ALIKE = [talk[-1] for talk in TALKS.values()]
"""What both read as trust."""


def a_team_study(path: Path) -> Path:
    """The study of the lead, closed. The lead does not code in the round."""
    with Study.create(path, "Beds", LEAD) as study:
        lead = coder(study)
        for name in CODERS:
            study.run(AddCoder(name), lead)
        for name, talk in TALKS.items():
            study.run(an_import(name, _talk(talk)), lead)
        for name in (COST, WASTE, TRUST):
            study.run(AddCode(name), lead)
        study.run(NewRound(ROUND, tuple(coder(study, name) for name in CODERS)), lead)
    return path


def _talk(said: tuple[str, ...]) -> str:
    turns = [f"P{at % 2 + 1}: {words}" for at, words in enumerate(said)]
    return "\n".join(["MOD: Go on.", *turns, f"P1: {UNCODED}", "MOD: Thanks."])
