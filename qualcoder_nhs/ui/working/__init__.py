"""Work that is done off the window's thread, and what the window shows meanwhile."""
