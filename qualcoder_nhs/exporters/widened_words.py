"""The sentence that says that people are described more widely than the study could."""

from qualcoder_nhs.i18n import ngettext


def widened_words(people: int) -> str:
    """Empty where nobody is. It does not say what was known: that would undo it."""
    if not people:
        return ""
    return ngettext(
        "{n} person is described more widely, because too few people share the description.",
        "{n} people are described more widely, because too few people share their descriptions.",
        people,
    )
