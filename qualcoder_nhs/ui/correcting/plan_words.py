"""What a correction does, in sentences."""

from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.plan import Changed, CorrectionPlan
from qualcoder_nhs.i18n import _, ngettext


def sum_words(plan: CorrectionPlan) -> str:
    """How many words change, and how many things fare how."""
    words = ngettext("{n} word changes.", "{n} words change.", plan.words)
    return " ".join([words, *_fates(plan), *_hidden(plan)])


def _fates(plan: CorrectionPlan) -> list[str]:
    fates = plan.fates
    looked = fates[Fate.CHANGED] + fates[Fate.SHORTENED]
    along = fates[Fate.MOVED] + fates[Fate.UNMOVED]
    told = []
    if looked:
        told.append(
            ngettext(
                "{n} thing lies on words that change.",
                "{n} things lie on words that change.",
                looked,
            )
        )
    if fates[Fate.LOST]:
        told.append(
            ngettext(
                "{n} thing loses its words or its turn.",
                "{n} things lose their words or their turn.",
                fates[Fate.LOST],
            )
        )
    if along:
        told.append(
            ngettext(
                "{n} other thing in this transcript keeps its words.",
                "{n} other things in this transcript keep their words.",
                along,
            )
        )
    return told


def _hidden(plan: CorrectionPlan) -> list[str]:
    """What others do in blind rounds is counted and not shown."""
    number = sum(count for _fate, count in plan.hidden)
    if not number:
        return []
    words = ngettext(
        "{n} of them is somebody else’s in a blind round, and is not listed.",
        "{n} of them are others’ in a blind round, and are not listed.",
        number,
    )
    return [words]


def changed_lines(plan: CorrectionPlan) -> list[str]:
    """Each change in a line: the turn, the old words and the new ones, or where they stand now."""
    return [_changed_line(one) for one in plan.changed]


def _changed_line(one: Changed) -> str:
    where = _("t.{turn}").format(turn=one.turn) if one.turn else ""
    old, new = (" ".join(words.split()) for words in (one.before, one.after))
    if not one.moved:
        return f"{where}  {_came_or_went(old, new)}".strip()
    to = _("moved to t.{turn}").format(turn=one.to) if one.to else _("moved")
    reworded = "" if old == new else f" → “{new}”"
    return f"{where}  {to}: “{old}”{reworded}".strip()


def _came_or_went(old: str, new: str) -> str:
    if not old:
        return _("put in: “{words}”").format(words=new)
    if not new:
        return _("taken out: “{words}”").format(words=old)
    return f"“{old}” → “{new}”"
