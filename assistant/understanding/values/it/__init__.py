"""Italian: its words for values."""
