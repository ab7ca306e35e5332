"""A lead who merges until killed: `python -m tests.storage.merging_coder STUDY PACK`."""

import os
import sys
from pathlib import Path

from qualcoder_nhs.actions import merge_pack
from qualcoder_nhs.study import Study
from tests.builders import coder
from tests.packs import merged


def main() -> None:
    """Say `begun` when half of the merge is written, and wait there to be killed."""
    study, pack = map(Path, sys.argv[1:])
    carry_out = merge_pack._carry_out

    def half(write, plan) -> None:  # type: ignore[no-untyped-def]
        carry_out(write, plan)
        os.write(1, b"begun\n")
        sys.stdin.read()

    merge_pack._carry_out = half
    with Study.open(study) as opened:
        assert coder(opened)
        merged(opened, pack)


if __name__ == "__main__":
    main()
