"""The excerpt list: coded passages by code, transcript, speaker, role, coder and flag."""
