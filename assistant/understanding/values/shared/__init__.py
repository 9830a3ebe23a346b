"""What languages have in common: grammars made of a language's words, and values said with them.

Each module names the words that it needs in a record; a language fills the records in (`de/` and
its neighbours are little else). English shares what fits it and has the rest of its own in `en/`.
"""
