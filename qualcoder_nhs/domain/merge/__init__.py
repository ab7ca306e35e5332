"""Merging two studies as a plan of values: what comes in, what is known, what does not fit."""
