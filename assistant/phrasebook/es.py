"""Spanish."""

from __future__ import annotations

PHRASES = {
    "Yes?": "¿Sí?",
    "What do you mean?": "¿Qué quieres decir?",
    "What {slot}?": "¿Qué es {slot}?",
    "{command}: is that right?": "{command}: ¿es correcto?",
    "I'm still working on it.": "Todavía estoy en ello.",
    "Sorry, I have no ability called {name}.": (
        "Lo siento, no tengo ninguna función llamada {name}."
    ),
    "Sorry, {ability} takes too long; I stopped waiting for it.": (
        "Lo siento, {ability} tarda demasiado; he dejado de esperar."
    ),
    "Sorry, {ability} ran into a problem.": "Lo siento, {ability} ha tenido un problema.",
    "Sorry, {ability} gave no answer.": "Lo siento, {ability} no ha dado respuesta.",
    "the {name} ability": "la función {name}",
    "{who} is calling.": "Llama {who}.",
    "Missed, {when}: {message}": "Perdido, {when}: {message}",
    "Somebody is calling.": "Alguien llama.",
    "I heard nothing.": "No he oído nada.",
    "That didn't sound like words.": "Eso no sonaba a palabras.",
    "That fits nothing that I can do.": "Eso no encaja con nada de lo que sé hacer.",
    "“{name}” came closest, but not close enough.": (
        "Lo más parecido era «{name}», pero no lo bastante."
    ),
    "That could be “{one}” or “{two}”.": "Eso podría ser «{one}» o «{two}».",
    "More than one {slot} is called “{words}”.": "Hay más de uno que se llama «{words}».",
    "The {slot} is missing.": "Falta: {slot}.",
    "“{words}” isn't finished.": "«{words}» no está completo.",
    "I don't know “{words}”.": "No conozco «{words}».",
    "Cancelled, as you said.": "Cancelado, como has dicho.",
    "You said no.": "Has dicho que no.",
    "I waited {seconds:g} seconds for an answer.": (
        "He esperado una respuesta {seconds:g} segundos."
    ),
    "I didn't understand the answer, so I leave it.": (
        "No he entendido la respuesta, así que lo dejo."
    ),
    "I didn't understand the answer.": "No he entendido la respuesta.",
    "That is too long for a command; say it in {letters} letters at most.": (
        "Eso es demasiado largo para una orden; dilo en {letters} letras como mucho."
    ),
    "That didn't begin with “{wake}”.": "Eso no empezaba por «{wake}».",
    "I heard “{words}”.": "He oído «{words}».",
    "I took it for {reading}.": "Lo he tomado por {reading}.",
    "It could also have been {readings}.": "También podría haber sido {readings}.",
    "“{name}”, {sure:.0%} sure, {how}": "«{name}», seguro al {sure:.0%}, {how}",
    "or": "o",
    "word for word": "palabra por palabra",
    "with misheard words": "con palabras mal oídas",
    "by its wording": "por la forma de decirlo",
    "from the sound": "por el sonido",
    "from your answer": "por tu respuesta",
    "I did it, because I was sure enough: it takes {accept:.0%}, and {confirm_below:.0%} to do "
    "without a question what could do harm.": (
        "Lo he hecho porque estaba lo bastante seguro: hace falta un {accept:.0%}, y un "
        "{confirm_below:.0%} para hacer sin preguntar lo que podría hacer daño."
    ),
    "I did it, because you said yes.": "Lo he hecho porque has dicho que sí.",
    "I did it, because you told me what was missing.": (
        "Lo he hecho porque me has dicho lo que faltaba."
    ),
    "I asked first, because what could do much harm is always read back.": (
        "He preguntado antes porque lo que puede hacer mucho daño siempre se lee primero."
    ),
    "I asked first, because it could do harm and I was less than {confirm_below:.0%} sure.": (
        "He preguntado antes porque podría hacer daño y estaba menos de un "
        "{confirm_below:.0%} seguro."
    ),
    "I asked, because something was missing.": "He preguntado porque faltaba algo.",
    "I did nothing, because I heard no words.": "No he hecho nada porque no he oído palabras.",
    "I did nothing, because it didn't sound like words.": (
        "No he hecho nada porque no sonaba a palabras."
    ),
    "I did nothing, because no command was likely enough: it takes {accept:.0%}.": (
        "No he hecho nada porque ninguna orden era lo bastante probable: hace falta un "
        "{accept:.0%}."
    ),
    "I did nothing, because it could have meant two things.": (
        "No he hecho nada porque podía significar dos cosas."
    ),
    "I did nothing, because there was nothing to do.": (
        "No he hecho nada, porque no había nada que hacer."
    ),
    "I did nothing, because something must be set up first.": (
        "No hice nada, porque antes hay que configurar algo."
    ),
    "I did nothing, because I didn't know what was named.": (
        "No he hecho nada porque no conocía lo que has nombrado."
    ),
    "I did nothing, because it didn't begin with “{wake}”.": (
        "No he hecho nada porque no empezaba por «{wake}»."
    ),
    "I did nothing, because you said no.": "No he hecho nada porque has dicho que no.",
    "I did nothing, because you cancelled it.": "No he hecho nada porque lo has cancelado.",
    "I did nothing, because the answer took longer than {answer_within_s:g} seconds.": (
        "No he hecho nada porque la respuesta ha tardado más de {answer_within_s:g} segundos."
    ),
}
