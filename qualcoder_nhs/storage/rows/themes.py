"""Themes with their codes as rows, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.themes import Theme
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.placed import Placed


def of_theme(theme: Theme) -> list[Placed]:
    """The rows that keep a theme."""
    row = {
        "id": theme.id,
        "name": theme.name,
        "serves": theme.serves,
        "position": theme.position,
    }
    codes = [
        {"id": f"{theme.id}/{code}", "theme": theme.id, "code": code, "position": position}
        for position, code in enumerate(theme.codes)
    ]
    return [Placed(schema.themes, row), *(Placed(schema.theme_codes, code) for code in codes)]


def theme_from(row: Mapping[str, Any], codes: Iterable[CodeId]) -> Theme:
    """A theme."""
    return Theme(row["id"], row["name"], tuple(codes), row["serves"], row["position"])
