"""Understanding: a transcript becomes a decision.

text.py, lattice.py             the sentence: its words, and other ways to read them
templates.py, rules.py          HassIL templates → expressions
net.py, graph.py, values/       expressions, lists and value grammars → automata
walk.py, readings.py            a sentence through the automata → intent and slots
confusion.py, fuzzy.py          the same for misheard words
sampling.py, features.py,       other wordings: the intent by letters, sounds and words, slots
classifier.py, guess.py         wherever they are
interpreter.py                  all readings of a text, best first
judge.py                        readings, confidence, risk → execute, confirm, ask, reject
dialogue.py, wake.py            answers to questions; the wake phrase
conflicts.py                    sentences that two intents both claim
understander.py                 all of it together, as `ports.Understander`
"""
