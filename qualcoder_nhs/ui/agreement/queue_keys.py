"""The keys of the disagreement queue: causes for the left hand, what holds for the right one."""

from qualcoder_nhs.i18n import N_

IN_QUEUE = (
    (N_("Say the cause"), "1"),
    (N_("Say the cause"), "6"),
    (N_("The first coder’s holds"), "Left"),
    (N_("The second coder’s holds; again, the next one’s"), "Right"),
    (N_("Both hold"), "Up"),
    (N_("Neither holds"), "Down"),
    (N_("Another code holds"), "/"),
    (N_("Write why"), "B"),
    (N_("Settle, and on to the next"), "Return"),
    (N_("Put off"), "L"),
    (N_("Next, previous, settling nothing"), "J"),
    (N_("Next, previous, settling nothing"), "K"),
    (N_("On to the next that is not settled"), "N"),
    (N_("Read on, read back"), "PgDown"),
    (N_("Read on, read back"), "PgUp"),
    (N_("Edit the definitions"), "M"),
    (N_("Open in the transcript"), "O"),
    (N_("Settle what all agree on"), "U"),
    (N_("Largest first"), "G"),
    (N_("Hide names"), "H"),
)
"""What the keyboard map says of them."""
