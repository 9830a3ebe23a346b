"""German: its words for values."""
