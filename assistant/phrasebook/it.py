"""Italian."""

from __future__ import annotations

PHRASES = {
    "Yes?": "Sì?",
    "What do you mean?": "Cosa vuoi dire?",
    "What {slot}?": "Qual è {slot}?",
    "{command}: is that right?": "{command}: va bene?",
    "I'm still working on it.": "Ci sto ancora lavorando.",
    "Sorry, I have no ability called {name}.": "Mi dispiace, non ho nessuna funzione {name}.",
    "Sorry, {ability} takes too long; I stopped waiting for it.": (
        "Mi dispiace, {ability} ci mette troppo; non aspetto più."
    ),
    "Sorry, {ability} ran into a problem.": "Mi dispiace, {ability} ha avuto un problema.",
    "Sorry, {ability} gave no answer.": "Mi dispiace, {ability} non ha dato risposta.",
    "the {name} ability": "la funzione {name}",
    "{who} is calling.": "Chiama {who}.",
    "Missed, {when}: {message}": "Perso, {when}: {message}",
    "Somebody is calling.": "Qualcuno chiama.",
    "I heard nothing.": "Non ho sentito niente.",
    "That didn't sound like words.": "Non sembravano parole.",
    "That fits nothing that I can do.": "Non corrisponde a niente che io sappia fare.",
    "“{name}” came closest, but not close enough.": (
        "«{name}» era la più vicina, ma non abbastanza."
    ),
    "That could be “{one}” or “{two}”.": "Potrebbe essere «{one}» o «{two}».",
    "More than one {slot} is called “{words}”.": "Di «{words}» ce n'è più di uno.",
    "The {slot} is missing.": "Manca: {slot}.",
    "“{words}” isn't finished.": "«{words}» non è completo.",
    "I don't know “{words}”.": "Non conosco «{words}».",
    "Cancelled, as you said.": "Annullato, come hai detto.",
    "You said no.": "Hai detto di no.",
    "I waited {seconds:g} seconds for an answer.": (
        "Ho aspettato una risposta per {seconds:g} secondi."
    ),
    "I didn't understand the answer, so I leave it.": (
        "Non ho capito la risposta, quindi lascio stare."
    ),
    "I didn't understand the answer.": "Non ho capito la risposta.",
    "That is too long for a command; say it in {letters} letters at most.": (
        "È troppo lungo per un comando; dillo in {letters} lettere al massimo."
    ),
    "That didn't begin with “{wake}”.": "Non cominciava con «{wake}».",
    "I heard “{words}”.": "Ho sentito «{words}».",
    "I took it for {reading}.": "L'ho preso per {reading}.",
    "It could also have been {readings}.": "Poteva anche essere {readings}.",
    "“{name}”, {sure:.0%} sure, {how}": "«{name}», sicuro al {sure:.0%}, {how}",
    "or": "o",
    "word for word": "parola per parola",
    "with misheard words": "con parole sentite male",
    "by its wording": "dal modo di dire",
    "from the sound": "dal suono",
    "from your answer": "dalla tua risposta",
    "I did it, because I was sure enough: it takes {accept:.0%}, and {confirm_below:.0%} to do "
    "without a question what could do harm.": (
        "L'ho fatto perché ero abbastanza sicuro: serve il {accept:.0%}, e il {confirm_below:.0%} "
        "per fare senza chiedere ciò che potrebbe fare danno."
    ),
    "I did it, because you said yes.": "L'ho fatto perché hai detto di sì.",
    "I did it, because you told me what was missing.": (
        "L'ho fatto perché mi hai detto cosa mancava."
    ),
    "I asked first, because what could do much harm is always read back.": (
        "Ho chiesto prima, perché ciò che può fare molto danno viene sempre riletto."
    ),
    "I asked first, because it could do harm and I was less than {confirm_below:.0%} sure.": (
        "Ho chiesto prima, perché poteva fare danno ed ero sicuro a meno del {confirm_below:.0%}."
    ),
    "I asked, because something was missing.": "Ho chiesto, perché mancava qualcosa.",
    "I did nothing, because I heard no words.": (
        "Non ho fatto niente, perché non ho sentito parole."
    ),
    "I did nothing, because it didn't sound like words.": (
        "Non ho fatto niente, perché non sembravano parole."
    ),
    "I did nothing, because no command was likely enough: it takes {accept:.0%}.": (
        "Non ho fatto niente, perché nessun comando era abbastanza probabile: serve il "
        "{accept:.0%}."
    ),
    "I did nothing, because it could have meant two things.": (
        "Non ho fatto niente, perché poteva voler dire due cose."
    ),
    "I did nothing, because there was nothing to do.": (
        "Non ho fatto niente, perché non c’era niente da fare."
    ),
    "I did nothing, because something must be set up first.": (
        "Non ho fatto nulla, perché prima va configurato qualcosa."
    ),
    "I did nothing, because I didn't know what was named.": (
        "Non ho fatto niente, perché non conoscevo ciò che è stato nominato."
    ),
    "I did nothing, because it didn't begin with “{wake}”.": (
        "Non ho fatto niente, perché non cominciava con «{wake}»."
    ),
    "I did nothing, because you said no.": "Non ho fatto niente, perché hai detto di no.",
    "I did nothing, because you cancelled it.": "Non ho fatto niente, perché l'hai annullato.",
    "I did nothing, because the answer took longer than {answer_within_s:g} seconds.": (
        "Non ho fatto niente, perché la risposta ci ha messo più di {answer_within_s:g} secondi."
    ),
}
