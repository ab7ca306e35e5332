"""Names of files as text that a study can keep."""


def legible(name: str) -> str:
    """The name, with a `�` for each byte that is no text: disks bear names in older encodings."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
