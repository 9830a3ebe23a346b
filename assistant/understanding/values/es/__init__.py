"""Spanish: its words for values."""
