"""The history pane: every step, by name, who and when."""
