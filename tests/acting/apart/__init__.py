"""Abilities in processes of their own."""
