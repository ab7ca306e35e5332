"""How each kind of thing in a study of another program comes into one here."""
