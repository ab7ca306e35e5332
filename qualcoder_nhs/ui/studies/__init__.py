"""Studies as files: starting one, who codes in it, where it lies, its backups."""
