"""Refusals about names: nothing bears one, several things do, or it is taken."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NoSuch(Refusal):
    """A name that nothing in the study bears."""

    kind: str
    name: str
    sentence = N_("There is no {kind} “{name}” in this study.")


@dataclass(eq=False)
class NoSuchFile(Refusal):
    """A path at which nothing is."""

    name: str
    sentence = N_("There is no file “{name}”.")


@dataclass(eq=False)
class Ambiguous(Refusal):
    """A name that several things bear."""

    kind: str
    name: str
    count: int
    sentence = N_("“{name}” names {count} {kind}s; use the slug, the path or the id instead.")


@dataclass(eq=False)
class AlreadyThere(Refusal):
    """A name, slug or file that is taken."""

    kind: str
    name: str
    sentence = N_("There is already a {kind} “{name}”.")


@dataclass(eq=False)
class Nameless(Refusal):
    """A thing without a name."""

    sentence = N_("Give it a name first.")
