"""This user's preferences as one frozen value; loaded, saved, and never a reason not to start."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

RECENT = 8
"""How many studies the welcome page remembers."""


class Shade(StrEnum):
    """Light or dark, or as the system is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class LeftAt:
    """Where a study was left: in which transcript, where the caret was, and the first line seen.

    Both are positions in the stored text. `layer` is the one that was coded in.
    """

    study: str
    transcript: str
    caret: int
    line: int
    layer: str = "open"


@dataclass(frozen=True)
class Settings:
    """What a user has chosen. Holds paths of studies, never a word of a transcript.

    `coder` is the name or the initials to code under. `letters` is whether single letters are
    commands in the transcript. Widths are those of the panes; 0 for a pane that was put away.
    """

    coder: str = ""
    recent: tuple[str, ...] = ()
    shade: Shade = Shade.SYSTEM
    high_contrast: bool = False
    by_code: bool = False
    stripe_patterns: bool = False
    text_pixels: int = 17
    line_height: float = 1.6
    measure: int = 64
    comfortable: bool = False
    letters: bool = True
    left_width: int = 268
    right_width: int = 268
    window_width: int = 1440
    window_height: int = 900
    left_at: tuple[LeftAt, ...] = ()

    def opened(self, study: Path) -> "Settings":
        """The same with this study as the latest one."""
        path = str(study.absolute())
        others = tuple(known for known in self.recent if known != path)
        return replace(self, recent=(path, *others)[:RECENT])

    def without(self, study: str) -> "Settings":
        """The same without a study that is not there any more."""
        recent = tuple(known for known in self.recent if known != study)
        return replace(self, recent=recent, left_at=self._left_elsewhere(study))

    def left(self, place: LeftAt) -> "Settings":
        """The same with where a study was left now."""
        return replace(self, left_at=(place, *self._left_elsewhere(place.study))[:RECENT])

    def left_in(self, study: Path) -> LeftAt | None:
        """Where a study was left the last time, if that is known."""
        path = str(study.absolute())
        return next((place for place in self.left_at if place.study == path), None)

    def _left_elsewhere(self, study: str) -> tuple[LeftAt, ...]:
        return tuple(place for place in self.left_at if place.study != study)


BOUNDS = {
    "text_pixels": (13, 32),
    "line_height": (1.3, 2.0),
    "measure": (45, 90),
    "left_width": (0, 420),
    "right_width": (0, 520),
    "window_width": (640, 16000),
    "window_height": (480, 16000),
}
"""The least and the most of every number; what lies outside is brought in."""


def settings_file() -> Path:
    """Where the system keeps a user's settings."""
    return user_config_path("qualcoder_nhs", appauthor=False) / "settings.json"


def load(path: Path | None = None) -> Settings:
    """The settings kept in the file; the usual one for every field that is missing or damaged."""
    try:
        told = json.loads((path or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return understood(told) if isinstance(told, dict) else Settings()


def save(settings: Settings, path: Path | None = None) -> bool:
    """Keep them, whole or not at all; False where the folder does not take them."""
    target = path or settings_file()
    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        unfinished.replace(target)
    except OSError:
        return False
    return True


def understood(told: Mapping[str, Any]) -> Settings:
    """What of a settings file makes sense, field by field."""
    usual = Settings()
    known = {field.name: getattr(usual, field.name) for field in fields(Settings)}
    good: dict[str, Any] = {
        name: value
        for name, default in known.items()
        if (value := _understood(name, told.get(name), default)) is not None
    }
    return replace(usual, **good)


def _understood(name: str, value: object, default: object) -> object | None:
    """The value as the field wants it, or None."""
    match default, value:
        case bool(), bool():
            return value
        case Shade(), str():
            return Shade(value) if value in set(Shade) else None
        case str(), str():
            return value
        case tuple(), list():
            return _listed(name, value)[:RECENT]
        case float() | int(), float() | int() if _is_number(default) and _is_number(value):
            least, most = BOUNDS[name]
            bounded = min(max(value, least), most)
            return int(bounded) if isinstance(default, int) else float(bounded)
        case _:
            return None


def _listed(name: str, told: list[object]) -> tuple[object, ...]:
    """What of a list makes sense: places where studies were left, or paths."""
    if name == "left_at":
        return tuple(place for one in told if (place := _left_at(one)))
    return tuple(path for path in told if isinstance(path, str))


def _left_at(told: object) -> LeftAt | None:
    """A place as the file holds it, or None."""
    match told:
        case {
            "study": str(study),
            "transcript": str(transcript),
            "caret": int(caret),
            "line": int(line),
        }:
            place = LeftAt(study, transcript, max(0, caret), max(0, line))
            match told:
                case {"layer": str(layer)}:
                    return replace(place, layer=layer)
                case _:
                    return place
        case _:
            return None


def _is_number(value: object) -> bool:
    """Truth values are whole numbers to Python, and not to us; NaN is none to anybody."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value  # noqa: PLR0124  (NaN)
