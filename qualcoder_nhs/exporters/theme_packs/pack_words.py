"""The words that every theme pack sets: counts over their denominators, days, choices."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.theme_pack import Order, ThemePack, ThemePackWish
from qualcoder_nhs.domain.voices import voice_share
from qualcoder_nhs.i18n import N_, _, ngettext

CAVEAT = N_("Counts describe this discussion; they do not estimate prevalence.")
CONFIDENTIAL = N_("Draft for writing. Not for circulation. Contains pseudonymised research data.")
MARKS = N_(
    "★ flagged as a strong quote · ● chosen for the theme · ◆ speaks against it · ← what a turn "
    "does with an earlier one; what is grey stands around the words"
)

ORDERS = {
    Order.GUIDE: N_("in the order of the topic guide"),
    Order.TRANSCRIPT: N_("in the order of the transcripts"),
    Order.ROLE: N_("by role"),
    Order.STRONG: N_("strong quotes first"),
}


def day(moment: datetime) -> str:
    """Such as `14 May 2026`, where the reader is."""
    local = moment.astimezone()
    return f"{local.day} {local:%B %Y}"


def of(part: int, whole: int) -> str:
    """Such as `9 of 28`."""
    return _("{n} of {whole}").format(n=part, whole=whole)


def people_words(count: Count, *, event: bool) -> str:
    """Such as `9 of 28`, `group event`, or with the respondents of a survey beside them."""
    if event:
        return _("group event")
    told = of(len(count.participants), count.participants_of)
    if not count.respondents_of:
        return told
    answered = of(len(count.respondents), count.respondents_of)
    return _("{participants}; respondents {respondents}").format(
        participants=told, respondents=answered
    )


def voice_words(count: Count, names: Mapping[ParticipantId, str]) -> str:
    """Such as `FG3 P4, 56%  ▲ one voice dominates`; a dash where nobody speaks."""
    if count.loudest is None:
        return "–"
    told = voice_share([names.get(who, "?") for who in count.voices], f"{count.share:.0%}")
    return _("{voice}  ▲ one voice dominates").format(voice=told) if count.one_voice else told


def version_words(pack: ThemePack) -> str:
    """Such as `v1`, or that it has changed since, or that no version was kept."""
    if pack.version is None:
        return _("no version kept")
    told = f"v{pack.version}"
    return _("{version}, changed since").format(version=told) if pack.changed else told


def transcripts_words(pack: ThemePack) -> str:
    """Such as `4 (28 participants, 1 moderator)`."""
    people = ngettext("{n} participant", "{n} participants", pack.participants)
    if pack.moderators:
        people += ", " + ngettext("{n} moderator", "{n} moderators", pack.moderators)
    return f"{len(pack.transcripts)} ({people})"


def choices(wish: ThemePackWish) -> str:
    """What was chosen, in words."""
    return " · ".join(_choices(wish))


def _choices(wish: ThemePackWish) -> Iterator[str]:
    yield _(ORDERS[wish.order])
    yield _("lightly cleaned, each gap marked …") if wish.cleaned else _("verbatim")
    if wish.context:
        yield ngettext("{n} turn of context", "{n} turns of context", wish.context)
    if not wish.roll_up:
        yield _("without the codes beneath a code")
    if wish.roles:
        yield _("said by: {roles}").format(roles=", ".join(sorted(wish.roles)))
    if wish.per_code:
        yield _("at most {n} excerpts a code").format(n=wish.per_code)
    if wish.per_person:
        yield _("at most {n} excerpts a person and theme").format(n=wish.per_person)
    yield _("descriptions shared by fewer than {n} people are widened").format(n=wish.minimum)
