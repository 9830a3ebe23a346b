"""English yes and no."""

from __future__ import annotations

from assistant.understanding.values.grammar import rule, table

_YES = (
    *("yes", "yeah", "yep", "yup", "yes please", "yeah please", "yes yes", "yes do", "yes do it"),
    *("sure", "sure thing", "of course", "certainly", "absolutely", "definitely", "exactly"),
    *("ok", "okay", "o k", "okay do it", "all right", "alright", "fine", "right", "that's right"),
    *("correct", "that's correct", "that's fine", "please", "please do", "do it", "do that"),
    *("go ahead", "yes go ahead", "go for it", "go on", "confirm", "confirmed", "affirmative"),
    *("yes that's right", "yes i do", "i do", "yes i am", "yes of course", "sounds good"),
    *("yes thanks", "yes thank you", "make it so", "you bet", "why not", "by all means"),
    *("yeah sure", "yes sure"),
)
_NO = (
    *("no", "nope", "nah", "no no", "no no no", "no thanks", "no thank you", "no please don't"),
    *("not now", "not really", "no not now", "never", "don't", "actually no", "no actually"),
    *("do not", "don't do it", "don't do that", "no don't", "please don't", "rather not"),
    *("negative", "wrong", "that's wrong", "incorrect", "no that's wrong", "not that", "no way"),
    *("i don't", "no i don't", "i'd rather not", "of course not", "absolutely not"),
    *("certainly not", "definitely not", "better not", "that's not right"),
)

yes_no = rule("en.yes_no", table(dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)))
