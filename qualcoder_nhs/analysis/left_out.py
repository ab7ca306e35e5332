"""What stands in files in the place of words that may give somebody away."""

from qualcoder_nhs.i18n import N_

LEFT_OUT = N_("[left out: flagged as identifying]")
