"""Recordings in, caption files out: the way of a recording through the rooms.

captioner.py    one recording: read, noted down passage by passage, written whole or not at all
journal.py      what a run that was stopped had read
fleet.py        many recordings, in processes of this machine or on a Dask cluster
live.py         a stream, captioned while it comes
"""
