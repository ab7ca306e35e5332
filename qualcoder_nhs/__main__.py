"""`python -m qualcoder_nhs`."""


def main() -> None:
    """Run the program as the command line asks."""
