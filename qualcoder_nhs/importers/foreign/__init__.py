"""What the readers of other programs' studies share."""
