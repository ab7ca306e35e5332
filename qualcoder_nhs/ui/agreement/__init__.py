"""The Agreement desk: who codes what apart, how far everybody is, and where they differ."""
