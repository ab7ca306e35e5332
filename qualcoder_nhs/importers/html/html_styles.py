"""What the style sheet in a page says of heavy letters, written on the elements it says it of."""

import re
from typing import Any

_RULE = re.compile(r"\.([\w-]{1,60})\s*\{([^{}]{0,2000})\}")
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w{1,10})", re.IGNORECASE)
_MOST = 2_000  # rules; Google Docs writes some dozens


def with_weights(page: Any) -> None:
    """Put the weight of letters on each element whose class tells it, as Google Docs does.

    Only rules for a class alone are known; what an element says itself counts more.
    """
    weights = dict(_weights(page))
    if not weights:
        return
    for element in page.iter():
        told = element.get("class") if isinstance(element.tag, str) else None
        weight = next((weights[one] for one in (told or "").split() if one in weights), None)
        own = element.get("style") or "" if weight else ""
        if weight and not _WEIGHT.search(own):
            element.set("style", f"{own};font-weight:{weight}")


def _weights(page: Any) -> list[tuple[str, str]]:
    sheet = "\n".join(style.text or "" for style in page.iter("style"))
    rules = (found for found, _at in zip(_RULE.finditer(sheet), range(_MOST), strict=False))
    told = ((rule[1], _WEIGHT.search(rule[2])) for rule in rules)
    return [(name, weight[1]) for name, weight in told if weight]
