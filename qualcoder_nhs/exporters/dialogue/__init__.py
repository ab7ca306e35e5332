"""Exchanges as dialogue."""
