"""The page of participants: who was in the rooms, and what is known of them."""
