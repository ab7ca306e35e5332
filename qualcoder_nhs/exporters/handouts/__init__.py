"""What is handed out: pages and slides of a seminar, a participant's own words."""
