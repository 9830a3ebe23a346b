"""Understanding: a transcript becomes a decision.

said.py, text.py, lattice.py    the sentence: its words, and other ways to read them
template_syntax.py, touching.py HassIL templates → expressions
templates.py, rules.py
net.py, graph.py, values/       expressions, lists and value grammars → automata
walk.py, readings.py            a sentence through the automata → intent and slots
confusion.py, fuzzy.py          the same for misheard words; misspelling.py has how they come out
sampling.py, features.py,       other wordings: the intent by letters, sounds and words, slots
classifier.py, guess.py         wherever they are
interpreter.py                  all readings of a text, best first
sound/                          readings straight from the emissions, by the same automata
reader.py                       words and sound together
judge.py                        readings, confidence, risk → execute, confirm, ask, reject
completeness.py, several.py     whether more could follow; two commands in one utterance
dialogue.py, answers.py, wake.py
                                answers to questions; the wake phrase
conflicts.py, unserved.py       sentences that two intents claim; commands that aren't set up
understander.py                 all of it together, as `ports.Understander`
polyglot.py                     one for each of several languages
"""
