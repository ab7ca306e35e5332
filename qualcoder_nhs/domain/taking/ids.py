"""Ids that other programs gave, kept where they can be."""

import re
from collections.abc import Container

from qualcoder_nhs.domain.ids import new_id

_USUAL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)


def kept_id(key: str, taken: Container[str]) -> str:
    """The key where it looks as ids do here and nothing bears it, else a fresh one."""
    return key if _USUAL.fullmatch(key) and key not in taken else new_id()
