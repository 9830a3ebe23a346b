"""What scripts/bench-sound compares the search with."""
