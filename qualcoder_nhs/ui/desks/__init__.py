"""The desks of a study: each hosts the pages of a room, and wires them to the study."""
