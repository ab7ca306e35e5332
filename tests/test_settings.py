"""Settings survive everything that can happen to a file."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs import settings
from qualcoder_nhs.settings import RECENT, LeftAt, Settings, Shade


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_what_was_saved_is_loaded(file: Path) -> None:
    wished = Settings(
        coder="HL", recent=("a.qnhs", "b.qnhs"), shade=Shade.DARK, text_pixels=20, letters=False
    )
    assert settings.save(wished, file)
    assert settings.load(file) == wished


def test_where_studies_were_left_is_kept_latest_first_and_goes_with_its_study(file: Path) -> None:
    one, other = (LeftAt(f"/{name}.qnhs", "t", 7, 3) for name in "ab")
    wished = Settings().left(one).left(other).left(replace(one, caret=9))
    assert wished.left_at == (replace(one, caret=9), other)
    settings.save(wished, file)
    assert settings.load(file) == wished
    assert settings.load(file).left_in(Path("/b.qnhs")) == other
    assert wished.without("/b.qnhs").left_in(Path("/b.qnhs")) is None
    for n in range(20):
        wished = wished.left(replace(one, study=f"/{n}"))
    assert len(wished.left_at) == RECENT


def test_places_that_make_no_sense_are_dropped() -> None:
    good = {"study": "/a", "transcript": "t", "caret": -4, "line": 3}
    told = [good, 3, {"study": "/b"}, good | {"caret": "far"}]
    assert settings.understood({"left_at": told}).left_at == (LeftAt("/a", "t", 0, 3),)


def test_the_usual_ones_hold_before_anything_was_saved(file: Path) -> None:
    assert settings.load(file) == Settings()


def test_they_lie_in_the_folder_for_settings() -> None:
    assert settings.save(Settings(coder="HL"))
    assert settings.settings_file().is_file()
    assert settings.load().coder == "HL"


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", "\x00\xff", '{"coder": '])
def test_a_damaged_file_is_no_reason_not_to_start(file: Path, damage: str) -> None:
    file.parent.mkdir()
    file.write_bytes(damage.encode("latin-1"))
    assert settings.load(file) == Settings()


def test_one_bad_field_costs_only_itself(file: Path) -> None:
    settings.save(Settings(coder="HL", text_pixels=20), file)
    told = json.loads(file.read_text())
    told |= {"text_pixels": "large", "shade": "pink", "recent": ["a", 3], "unheard": 1}
    file.write_text(json.dumps(told))
    assert settings.load(file) == Settings(coder="HL", recent=("a",))


def test_numbers_are_brought_within_their_bounds() -> None:
    assert settings.understood({"text_pixels": 400, "line_height": 0}) == replace(
        Settings(), text_pixels=32, line_height=1.3
    )


@given(
    st.dictionaries(
        st.sampled_from([field.name for field in fields(Settings)]),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=5)
        | st.lists(st.integers()),
    )
)
def test_whatever_a_file_says_becomes_settings_that_can_be_kept(told: dict[str, object]) -> None:
    understood = settings.understood(told)
    again = settings.understood(json.loads(json.dumps(settings.asdict(understood))))
    assert again == understood


def test_the_latest_study_comes_first_and_once_and_few_are_kept(tmp_path: Path) -> None:
    now = Settings()
    for number in range(RECENT + 2):
        now = now.opened(tmp_path / f"{number}.qnhs")
    now = now.opened(tmp_path / "5.qnhs")
    names = [Path(path).name for path in now.recent]
    assert names[:2] == ["5.qnhs", "9.qnhs"]
    assert len(names) == len(set(names)) == RECENT
    assert str(tmp_path / "5.qnhs") not in now.without(str(tmp_path / "5.qnhs")).recent


def test_a_folder_that_takes_nothing_is_no_reason_to_stop(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert not settings.save(Settings(), blocked / "settings.json")
