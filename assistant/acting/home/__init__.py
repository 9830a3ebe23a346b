"""The house: what is in it, what it is called, and how it is told to do something."""
