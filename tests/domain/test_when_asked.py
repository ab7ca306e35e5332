"""What is gathered at the first look: once, and equal to what holds as much."""

from qualcoder_nhs.domain.when_asked import WhenAsked


def test_nothing_is_gathered_before_somebody_looks_and_then_once() -> None:
    asked: list[int] = []

    def gather() -> list[str]:
        asked.append(1)
        return ["a", "b", "c"]

    found = WhenAsked(gather)
    assert asked == []
    assert (len(found), found[1], found[:2], list(found)) == (3, "b", ("a", "b"), ["a", "b", "c"])
    assert asked == [1]


def test_it_is_equal_to_what_holds_as_much() -> None:
    found = WhenAsked(lambda: "ab")
    assert found == ("a", "b")
    assert found == WhenAsked(lambda: ["a", "b"])
    assert hash(found) == hash(("a", "b"))
    assert found != WhenAsked(lambda: "a")
    assert found != ["a", "b"]


def test_where_nothing_is_gathered_it_is_as_good_as_nothing() -> None:
    assert not WhenAsked(tuple)
