"""Model files: making them smaller, and checking that they still say the same.

Heavy imports stay inside the functions that need them.
"""
