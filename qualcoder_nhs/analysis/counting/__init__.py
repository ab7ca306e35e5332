"""Honest counts: how many groups, participants of those present, turns and words say a thing."""
