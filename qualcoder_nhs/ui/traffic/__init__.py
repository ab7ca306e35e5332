"""What comes into the open study and what leaves it: dialogs and tasks for files."""
