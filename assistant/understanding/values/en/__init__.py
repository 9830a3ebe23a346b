"""English: its value grammars, how typed text is spelt out, and how values are said."""
