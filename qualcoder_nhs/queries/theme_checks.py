"""What to look at before a theme is written: who is not heard, who too often, what is left over."""

from collections import Counter
from collections.abc import Iterable, Iterator

from qualcoder_nhs.domain.codebook import Applicable, Codebook
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.theme_page import Check, Chosen, CodeLine, Finding, ThemePage, Words
from qualcoder_nhs.i18n import _, ngettext


def findings(page: ThemePage, codebook: Codebook, budget: int) -> Iterator[Finding]:
    """Everything there is to look at, in the order in which it matters."""
    yield from _one_voice(page)
    yield from _not_quoted(page)
    yield from _quoted_often(page, budget)
    yield from _without_a_quote(page, codebook)
    yield from _identifying(page)
    yield from _to_refine(page, codebook)
    yield from _no_counter_case(page)


def _one_voice(page: ThemePage) -> Iterator[Finding]:
    lines = [line for line in page.codes if line.count.one_voice]
    for line in lines:
        yield Finding(Check.ONE_VOICE, one_voice_words(page, line), _coded(page, [line.code.id]))
    if page.whole.one_voice and not lines:
        yield Finding(
            Check.ONE_VOICE, _whole_in_one_voice(page), tuple(one.words for one in page.pool)
        )


def one_voice_words(page: ThemePage, line: CodeLine) -> str:
    """Who says more than half of what is coded so; and whether they are the counter-case, too."""
    count = line.count
    told = _("One voice carries “{code}”: {who} speaks {n} of its {turns} turns.").format(
        code=line.code.name,
        who=page.names.get(count.loudest, "?") if count.loudest else "?",
        n=round(count.share * count.turns),
        turns=count.turns,
    )
    if any(count.loudest in one.words.people for one in page.against):
        told += " " + _("The same person is your counter-case.")
    return told


def _whole_in_one_voice(page: ThemePage) -> str:
    count = page.whole
    who = page.names.get(count.loudest, "?") if count.loudest else "?"
    words = _("One voice carries the theme: {who} speaks {n} of its {turns} turns.")
    return words.format(who=who, n=round(count.share * count.turns), turns=count.turns)


def _not_quoted(page: ThemePage) -> Iterator[Finding]:
    quoted = {one.words.group for one in page.chosen}
    for group in dict.fromkeys(one.words.group for one in page.pool):
        if group not in quoted:
            found = tuple(one.words for one in page.pool if one.words.group == group)
            words = _("{group} is coded here but not quoted.").format(group=group)
            yield Finding(Check.NOT_QUOTED, words, found)


def _quoted_often(page: ThemePage, budget: int) -> Iterator[Finding]:
    times = Counter(person for one in page.chosen for person in one.words.people)
    for person, number in sorted(times.items(), key=lambda pair: page.names.get(pair[0], "")):
        if number > budget:
            quotes = [one for one in page.chosen if person in one.words.people]
            words = _("{who} is quoted {n} times; your limit is {limit}.").format(
                who=page.names.get(person, "?"), n=number, limit=budget
            )
            yield _about(Check.QUOTED_OFTEN, words, quotes)


def _without_a_quote(page: ThemePage, codebook: Codebook) -> Iterator[Finding]:
    quoted = {code for one in page.chosen for code in one.words.codes}
    for line in page.codes:
        if line.count.excerpts and quoted.isdisjoint(codebook.descendants(line.code.id)):
            words = _("“{code}” has no quote.").format(code=line.code.name)
            beneath = list(codebook.descendants(line.code.id))
            yield Finding(Check.NO_QUOTE, words, _coded(page, beneath))


def _identifying(page: ThemePage) -> Iterator[Finding]:
    secret = [one for one in page.chosen if Flag.IDENTIFYING in one.words.flags]
    if secret:
        words = ngettext(
            "{n} passage flagged as identifying stays out of exports.",
            "{n} passages flagged as identifying stay out of exports.",
            len(secret),
        )
        yield _about(Check.IDENTIFYING, words, secret)


def _to_refine(page: ThemePage, codebook: Codebook) -> Iterator[Finding]:
    beneath = {one for code in page.theme.codes for one in codebook.descendants(code)}
    holding = [one for one in beneath if codebook[one].applicable is Applicable.HOLDING]
    found = _coded(page, holding)
    if found:
        words = ngettext(
            "{n} passage waits on a holding code for one beneath it.",
            "{n} passages wait on holding codes for one beneath them.",
            len(found),
        )
        yield Finding(Check.TO_REFINE, words, found)


def _no_counter_case(page: ThemePage) -> Iterator[Finding]:
    if page.chosen and not page.against:
        words = _("No counter-case was looked for, or none is chosen yet.")
        shows = tuple(one.words for one in page.against_pool)
        yield Finding(Check.NO_COUNTER_CASE, words, shows)


def _coded(page: ThemePage, codes: Iterable[CodeId]) -> tuple[Words, ...]:
    wanted = set(codes)
    return tuple(one.words for one in page.pool if not wanted.isdisjoint(one.words.codes))


def _about(check: Check, words: str, quotes: Iterable[Chosen]) -> Finding:
    listed = list(quotes)
    return Finding(
        check,
        words,
        tuple(one.words for one in listed),
        tuple(one.quote.id for one in listed),
    )
