"""Counting the words that are said: in their context, how often, and beside which others."""
