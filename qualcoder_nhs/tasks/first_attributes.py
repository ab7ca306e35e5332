"""The list of attributes that a new study begins with."""

from pathlib import Path

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.importers.attribute_list import attributes_beside, general_attributes


def first_attributes(codebook: Path | None) -> tuple[AttributeDraft, ...]:
    """The list that comes with the codebook, else a short one for any study.

    Raises:
        BadFile: when the list beside the codebook cannot be read.
    """
    beside = attributes_beside(codebook) if codebook else ()
    return beside or general_attributes()
