"""How likely words are behind one another: n-gram models, and the files they come in.

ngram.py    the model: a back-off n-gram as sorted arrays, asked for many words at once
arpa.py     its text form, as other programs write and read it
kenlm.py    the binaries of KenLM, read where they lie
files.py    reading and writing either from disk (the only part that does)
"""
