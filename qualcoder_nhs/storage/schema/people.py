"""Who codes and who was in the room, as tables."""

from sqlalchemy import UniqueConstraint

from qualcoder_nhs.storage.schema.columns import a_table, number, words

studies = a_table("studies", words("name"), words("created"), words("stance"))

coders = a_table("coders", words("name", unique=True), words("role"), words("added"))

groups = a_table("groups", words("name", unique=True), words("attributes"))

participants = a_table("participants", words("name"), words("attributes"))

attributes = a_table(
    "attributes",
    words("subject"),
    words("key"),
    words("name"),
    words("values"),
    number("identifying"),
    number("position"),
    UniqueConstraint("subject", "key"),
)
