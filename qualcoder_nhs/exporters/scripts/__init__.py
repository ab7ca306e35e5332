"""Whole documents as scripts of blocks, and each kind of file that they are set in."""
