"""Understanding: a transcript becomes a decision.

text.py, numerals.py, lattice.py   the sentence: its words, and other ways to read them
templates.py, rules.py             HassIL templates → expressions
net.py, graph.py                   expressions, lists and value grammars → automata
walk.py, readings.py               a sentence through the automata → intent and slots
judge.py                           readings, confidence, risk → execute, confirm, ask, reject
understander.py                    all of it together, as `ports.Understander`
"""
