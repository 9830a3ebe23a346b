"""French."""

from __future__ import annotations

PHRASES = {
    "Yes?": "Oui ?",
    "What do you mean?": "Que veux-tu dire ?",
    "What {slot}?": "Quel est {slot} ?",
    "{command}: is that right?": "{command} : c'est bien ça ?",
    "I'm still working on it.": "J'y travaille encore.",
    "Sorry, I have no ability called {name}.": "Désolé, je n'ai pas de fonction {name}.",
    "Sorry, {ability} takes too long; I stopped waiting for it.": (
        "Désolé, {ability} prend trop de temps ; je n'attends plus."
    ),
    "Sorry, {ability} ran into a problem.": "Désolé, {ability} a rencontré un problème.",
    "Sorry, {ability} gave no answer.": "Désolé, {ability} n'a pas donné de réponse.",
    "the {name} ability": "la fonction {name}",
    "{who} is calling.": "{who} appelle.",
    "Missed, {when}: {message}": "Manqué, {when} : {message}",
    "Somebody is calling.": "Quelqu'un appelle.",
    "I heard nothing.": "Je n'ai rien entendu.",
    "That didn't sound like words.": "Ça ne ressemblait pas à des mots.",
    "That fits nothing that I can do.": "Ça ne correspond à rien que je sache faire.",
    "“{name}” came closest, but not close enough.": (
        "« {name} » était le plus proche, mais pas assez."
    ),
    "That could be “{one}” or “{two}”.": "Ce pourrait être « {one} » ou « {two} ».",
    "More than one {slot} is called “{words}”.": "Il y a plusieurs « {words} ».",
    "The {slot} is missing.": "Il manque : {slot}.",
    "“{words}” isn't finished.": "« {words} » n'est pas complet.",
    "I don't know “{words}”.": "Je ne connais pas « {words} ».",
    "Cancelled, as you said.": "Annulé, comme tu l'as dit.",
    "You said no.": "Tu as dit non.",
    "I waited {seconds:g} seconds for an answer.": "J'ai attendu une réponse {seconds:g} secondes.",
    "I didn't understand the answer, so I leave it.": (
        "Je n'ai pas compris la réponse, alors je laisse."
    ),
    "I didn't understand the answer.": "Je n'ai pas compris la réponse.",
    "That is too long for a command; say it in {letters} letters at most.": (
        "C'est trop long pour une commande ; dis-le en {letters} lettres au plus."
    ),
    "That didn't begin with “{wake}”.": "Ça ne commençait pas par « {wake} ».",
    "I heard “{words}”.": "J'ai entendu « {words} ».",
    "I took it for {reading}.": "Je l'ai pris pour {reading}.",
    "It could also have been {readings}.": "Ç'aurait aussi pu être {readings}.",
    "“{name}”, {sure:.0%} sure, {how}": "« {name} », sûr à {sure:.0%}, {how}",
    "or": "ou",
    "word for word": "mot pour mot",
    "with misheard words": "avec des mots mal entendus",
    "by its wording": "d'après la tournure",
    "from the sound": "d'après le son",
    "from your answer": "d'après ta réponse",
    "I did it, because I was sure enough: it takes {accept:.0%}, and {confirm_below:.0%} to do "
    "without a question what could do harm.": (
        "Je l'ai fait parce que j'étais assez sûr : il faut {accept:.0%}, et {confirm_below:.0%} "
        "pour faire sans question ce qui pourrait nuire."
    ),
    "I did it, because you said yes.": "Je l'ai fait parce que tu as dit oui.",
    "I did it, because you told me what was missing.": (
        "Je l'ai fait parce que tu m'as dit ce qui manquait."
    ),
    "I asked first, because what could do much harm is always read back.": (
        "J'ai d'abord demandé, parce que ce qui pourrait beaucoup nuire est toujours relu."
    ),
    "I asked first, because it could do harm and I was less than {confirm_below:.0%} sure.": (
        "J'ai d'abord demandé, parce que ça pourrait nuire et que j'étais sûr à moins de "
        "{confirm_below:.0%}."
    ),
    "I asked, because something was missing.": "J'ai demandé, parce qu'il manquait quelque chose.",
    "I did nothing, because I heard no words.": (
        "Je n'ai rien fait, parce que je n'ai entendu aucun mot."
    ),
    "I did nothing, because it didn't sound like words.": (
        "Je n'ai rien fait, parce que ça ne ressemblait pas à des mots."
    ),
    "I did nothing, because no command was likely enough: it takes {accept:.0%}.": (
        "Je n'ai rien fait, parce qu'aucune commande n'était assez probable : il faut {accept:.0%}."
    ),
    "I did nothing, because it could have meant two things.": (
        "Je n'ai rien fait, parce que ça pouvait vouloir dire deux choses."
    ),
    "I did nothing, because there was nothing to do.": (
        "Je n’ai rien fait, car il n’y avait rien à faire."
    ),
    "I did nothing, because something must be set up first.": (
        "Je n'ai rien fait, parce qu'il faut d'abord configurer quelque chose."
    ),
    "I did nothing, because I didn't know what was named.": (
        "Je n'ai rien fait, parce que je ne connaissais pas ce qui était nommé."
    ),
    "I did nothing, because it didn't begin with “{wake}”.": (
        "Je n'ai rien fait, parce que ça ne commençait pas par « {wake} »."
    ),
    "I did nothing, because you said no.": "Je n'ai rien fait, parce que tu as dit non.",
    "I did nothing, because you cancelled it.": "Je n'ai rien fait, parce que tu l'as annulé.",
    "I did nothing, because the answer took longer than {answer_within_s:g} seconds.": (
        "Je n'ai rien fait, parce que la réponse a pris plus de {answer_within_s:g} secondes."
    ),
}
