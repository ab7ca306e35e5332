"""The pilot round of the sample study."""

import pytest
from pilot_round import Pilot, pilot_of

from qualcoder_nhs.study import Study


@pytest.fixture(scope="session")
def pilot(sample_study: Study) -> Pilot:
    """Its pilot round."""
    return pilot_of(sample_study)
