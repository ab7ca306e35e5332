"""Controls and rows that any page may use, and that know no study."""
