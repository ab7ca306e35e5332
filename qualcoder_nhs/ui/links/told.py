"""The sentences of the page of links."""

from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.queries.link_page import LinkPage, LinkView
from qualcoder_nhs.ui.widgets.way_on import TO_CODE, Step

NO_LINKS_HERE = Step(
    N_(
        "No links yet. On the Code desk, put the caret into a turn, press L, pick the earlier "
        "turn it answers with ↑, and say how: A agrees, B builds, S dissents softly, C challenges, "
        "Q asks."
    ),
    N_("Go to Code"),
    TO_CODE,
)
"""Told where no turn is linked that fits the choices."""


def sentence(page: LinkPage) -> str:
    """What is listed, and how much of it."""
    if page.view is LinkView.EXCHANGES and page.book is not None:
        exchanges = ngettext("{n} exchange", "{n} exchanges", len(page.book.dialogues))
        links = ngettext("{n} link", "{n} links", page.book.links)
        told = _("{exchanges} of {links}, layer: {layer}. Enter goes to a turn.")
        return told.format(exchanges=exchanges, links=links, layer=page.book.layer)
    if page.view is LinkView.CODES:
        return ngettext(
            "{n} interaction code stands on a turn that is not linked to what it answers.",
            "{n} interaction codes stand on turns that are not linked to what they answer.",
            len(page.alone),
        )
    if page.view is LinkView.SUGGESTIONS:
        told = _("{n} links that the words suggest; none is made by itself. Look before you take.")
        return told.format(n=f"{len(page.suggested):,}")
    return ngettext(
        "{n} link. Enter goes to the turn, Del removes it.",
        "{n} links. Enter goes to the turn, Del removes one.",
        len(page.links),
    )


def empty_words(page: LinkPage) -> str:
    """What is said where nothing is missing or suggested."""
    if page.view is LinkView.SUGGESTIONS:
        return _("Nothing more is suggested here.")
    return _("Every interaction code has its link.")
