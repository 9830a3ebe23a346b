"""Recordings and streams of any length, read chunk by chunk with flat memory.

chunks.py   cuts the sound, at silences or at fixed lengths that overlap
reader.py   reads the chunks, joins their emissions on one grid of frames, decodes passages
live.py     reads what is being said again and again, and says what is settled
"""
