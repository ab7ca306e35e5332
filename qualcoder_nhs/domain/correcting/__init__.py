"""A corrected text held against the old one: what moved where, and what becomes of passages."""
