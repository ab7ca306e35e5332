"""The named reads of a study, a room a kind of thing; `Reader` has them all."""
