"""Measures what the assistant does: right, wrong, and when nobody asked for anything."""
