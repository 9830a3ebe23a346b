"""French: its words for values."""
