"""French."""

from __future__ import annotations

PHRASES = {
    "Dry run: {intent}.": "Essai à blanc : {intent}.",
    "Dry run: {intent} with {values}.": "Essai à blanc : {intent} avec {values}.",
    "Yes?": "Oui ?",
    "What do you mean?": "Que veux-tu dire ?",
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
    "Your contacts are empty: put vCards into contacts.vcf in the data folder, or set "
    "acting.contacts.": (
        "Tes contacts sont vides : mets des vCards dans contacts.vcf "
        "dans le dossier des données, ou règle acting.contacts."
    ),
    "There is no “{words}” in your contacts.": "« {words} » n'est pas dans tes contacts.",
    "Nothing is in your calendar.": "Il n'y a rien dans ton calendrier.",
    "There is no “{words}” in your calendar.": "« {words} » n'est pas dans ton calendrier.",
    "There is no timer.": "Il n'y a pas de minuteur.",
    "There is no timer called “{words}”.": "Il n'y a pas de minuteur appelé « {words} ».",
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
    "There is no “{words}”.": "« {words} », ça n'existe pas.",
    "{value} isn't between {start} and {stop}.": "{value} n'est pas entre {start} et {stop}.",
    "{value} isn't between {start} and {stop} in steps of {step:g}.": (
        "{value} n'est pas entre {start} et {stop} par pas de {step:g}."
    ),
    "I am {sure:.0%} sure.": "Je suis sûr à {sure:.0%}.",
    "I am {sure:.0%} sure, which is too little to do this without asking.": (
        "Je suis sûr à {sure:.0%} : trop peu pour le faire sans demander."
    ),
    "This is read back before it is done, always.": "Ceci est toujours relu avant d'être fait.",
    "You said yes.": "Tu as dit oui.",
    "You corrected me.": "Tu m'as corrigé.",
    "Which number?": "Quel nombre ?",
    "How many percent?": "Combien de pour cent ?",
    "For how long?": "Pour combien de temps ?",
    "Which day?": "Quel jour ?",
    "When?": "Quand ?",
    "On which days, and when?": "Quels jours, et à quelle heure ?",
    "What exactly?": "Quoi exactement ?",
    "{number} is called only when it was read back; say “call” and the number.": (
        "Le {number} n'est appelé qu'après relecture ; dis « appelle » et le numéro."
    ),
    "That would be more than {most} calls in ten minutes; wait a little, or raise "
    "phone.most_calls.": (
        "Cela ferait plus de {most} appels en dix minutes ; attends un peu ou augmente "
        "phone.most_calls."
    ),
    "“{number}” isn't a number that can be called.": (
        "« {number} » n'est pas un numéro que l'on peut appeler."
    ),
    "I know no one number for help in {region}; say the number itself.": (
        "Je ne connais pas de numéro d'urgence unique pour {region} ; dis le numéro."
    ),
    "The desktop didn't take the call; install a program that opens tel: links.": (
        "Le bureau n'a pas pris l'appel ; installe un programme qui ouvre les liens tel:."
    ),
    "The call is in another program; hang up there.": (
        "L'appel est dans un autre programme ; raccroche là-bas."
    ),
    "There is no desktop here that opens tel: links; set phone.line.": (
        "Rien ici n'ouvre les liens tel: ; règle phone.line."
    ),
    "The SIP server refuses the account; mend its password in baresip.": (
        "Le serveur SIP refuse le compte ; corrige le mot de passe dans baresip."
    ),
    "The line is busy.": "La ligne est occupée.",
    "The call was refused.": "L'appel a été refusé.",
    "There is no such number.": "Ce numéro n'existe pas.",
    "Nobody answers.": "Personne ne répond.",
    "The SIP server can't connect the call ({reason}); try again later.": (
        "Le serveur SIP ne peut pas établir l'appel ({reason}) ; réessaie plus tard."
    ),
    "The SIP server can't be reached ({reason}); check the network and baresip's account.": (
        "Le serveur SIP est injoignable ({reason}) ; vérifie le réseau et le compte de baresip."
    ),
    "The line is busy, or the call was refused.": "La ligne est occupée, ou l'appel a été refusé.",
    "The network can't connect the call; try again later.": (
        "Le réseau ne peut pas établir l'appel ; réessaie plus tard."
    ),
    "The modem has no sound for calls; see what it needs.": (
        "Le modem n'a pas de son pour les appels ; vois ce qu'il lui faut."
    ),
    "There is no modem that can make calls; plug one in.": (
        "Aucun modem ne peut appeler ; branches-en un."
    ),
    "ModemManager isn't there; install and start it.": (
        "ModemManager n'est pas là ; installe-le et lance-le."
    ),
    "You may not use the modem; ask who administers this machine.": (
        "Tu n'as pas accès au modem ; demande à qui administre cette machine."
    ),
    "The modem isn't ready; unlock its SIM card, and wait for the network.": (
        "Le modem n'est pas prêt ; déverrouille la carte SIM et attends le réseau."
    ),
    "I don't know where you are; set answers.place in the settings.": (
        "Je ne sais pas où tu es ; règle answers.place."
    ),
    "The weather can't be read; it isn't JSON.": "La météo est illisible ; ce n'est pas du JSON.",
    "The weather can't be read; it is no forecast of Open-Meteo.": (
        "La météo est illisible ; ce n'est pas une prévision d'Open-Meteo."
    ),
    "The exchange rates can't be read; answers.rates must name a file in the layout of the "
    "European Central Bank.": (
        "Les taux de change sont illisibles ; answers.rates doit nommer un fichier de la "
        "Banque centrale européenne."
    ),
    "I don't know the holidays of {country}; check answers.country.": (
        "Je ne connais pas les jours fériés de {country} ; vérifie answers.country."
    ),
    "Can't read {file}: {error}; check the settings.": (
        "Impossible de lire {file} : {error} ; vérifie les réglages."
    ),
    "{host} refused, with {error}.": "{host} a refusé, avec {error}.",
    "{host} can't be reached; is there a network?": "{host} est injoignable ; y a-t-il du réseau ?",
    "{host} sends something far too large.": "{host} envoie quelque chose de bien trop gros.",
    "{host} broke off in the middle of its answer.": (
        "{host} s'est interrompu au milieu de sa réponse."
    ),
    "your note “{name}”": "ta note « {name} »",
    "{title} isn't in the calendar any more.": "{title} n'est plus dans le calendrier.",
    "I don't know what to do then. Say it like: when I say good night, set an alarm for seven.": (
        "Je ne sais pas quoi faire alors. Dis par exemple : quand je dis bonne nuit, mets "
        "un réveil à sept heures."
    ),
    "“{phrase}” means something already; choose other words.": (
        "« {phrase} » veut déjà dire quelque chose ; choisis d'autres mots."
    ),
    "“{commands}” is nothing that I can do.": "« {commands} », je ne sais pas le faire.",
    "The routine “{routine}” does more than {most} things; divide it.": (
        "La routine « {routine} » fait plus de {most} choses ; divise-la."
    ),
    "The routine “{routine}” runs itself; mend {file}.": (
        "La routine « {routine} » s'appelle elle-même ; corrige {file}."
    ),
    "{device} can't be dimmed; it only goes on and off.": (
        "{device} ne peut pas être tamisé, seulement allumé et éteint."
    ),
    "{device} isn't there any more.": "{device} n'est plus là.",
    "{player} doesn't do that; look at it.": "{player} ne le fait pas ; va voir.",
    "Nothing is there that plays anything; start a player first.": (
        "Aucun lecteur n'est ouvert ; lance d'abord un lecteur."
    ),
    "{mixer} doesn't tell the volume; look at it.": "{mixer} ne donne pas le volume ; va voir.",
    "{mixer} can't change the volume; is there a loudspeaker?": (
        "{mixer} ne peut pas changer le volume ; y a-t-il un haut-parleur ?"
    ),
    (
        "There is no token for Home Assistant; make one in your profile there, and put it into the "
        "keyring, or into passwords.toml beside the settings, as {name}."
    ): (
        "Il n'y a pas de jeton pour Home Assistant ; crées-en un dans ton profil et mets-le sous "
        "le nom {name} dans le trousseau ou dans passwords.toml, à côté des réglages."
    ),
    "Home Assistant refuses the token; make another one.": (
        "Home Assistant refuse le jeton ; crées-en un autre."
    ),
    "Home Assistant sends us elsewhere; put that address into home.home_assistant.": (
        "Home Assistant renvoie ailleurs ; mets cette adresse dans home.home_assistant."
    ),
    "Home Assistant can't do it: {status}.": "Home Assistant ne peut pas le faire : {status}.",
    "Home Assistant at {url} doesn't answer.": "Home Assistant ne répond pas à {url}.",
    "Home Assistant answers something that is no answer.": (
        "Home Assistant répond quelque chose d'incompréhensible."
    ),
    "Home Assistant didn't understand that.": "Home Assistant n'a pas compris.",
    "Done.": "C'est fait.",
    "I don't know your own e-mail address; set acting.email.": (
        "Je ne connais pas ton adresse e-mail ; règle acting.email."
    ),
    "I have no e-mail address for {name}.": "Je n'ai pas d'adresse e-mail pour {name}.",
    "{name} organises {title}; ask them to invite somebody.": (
        "{name} organise {title} ; demande-lui d'inviter cette personne."
    ),
    "{title} comes again and again; tick it off where you entered it.": (
        "{title} revient sans cesse ; coche-le là où tu l'as noté."
    ),
    "{error} The change is kept here, and sent later.": (
        "{error} Le changement est gardé ici et sera envoyé plus tard."
    ),
    "The language model at {url} refused, with {error}.": (
        "Le modèle de langue à {url} a refusé, avec {error}."
    ),
    "The language model at {url} is silent; is it busy, or too large?": (
        "Le modèle de langue à {url} se tait ; est-il occupé, ou trop gros ?"
    ),
    "The language model at {url} can't be reached; is it running?": (
        "Le modèle de langue à {url} est injoignable ; tourne-t-il ?"
    ),
    "The language model sends something else than answers.": (
        "Le modèle de langue envoie autre chose que des réponses."
    ),
    "The language model stopped in the middle of its answer.": (
        "Le modèle de langue s'est arrêté au milieu de sa réponse."
    ),
    "no reason": "sans raison",
    "Another program keeps writing {file}; try again in a moment.": (
        "Un autre programme écrit sans cesse {file} ; réessaie dans un instant."
    ),
    "The calendar {file} can't be read: {error}; mend or move it.": (
        "Le calendrier {file} est illisible : {error} ; répare-le ou déplace-le."
    ),
    "The calendar has no end; mend or move the file.": (
        "Le calendrier n'a pas de fin ; répare ou déplace le fichier."
    ),
    "The contacts in {file} can't be read: {error}; mend or move it.": (
        "Les contacts de {file} sont illisibles : {error} ; répare-les ou déplace-les."
    ),
    "Can't read {file}: it isn't UTF-8 text; mend or move it.": (
        "Impossible de lire {file} : ce n'est pas du texte UTF-8 ; répare-le ou déplace-le."
    ),
    "Can't read {file}: {error}; mend or move it.": (
        "Impossible de lire {file} : {error} ; répare-le ou déplace-le."
    ),
    "Can't keep {file}: {error}. Free some space or mend its folder.": (
        "Impossible de garder {file} : {error}. Libère de la place ou vérifie son dossier."
    ),
    "There is no folder {folder} with notes; check answers.notes.": (
        "Il n'y a pas de dossier {folder} avec des notes ; vérifie answers.notes."
    ),
    "The {what} server at {url} doesn't answer.": "Le serveur {url} ne répond pas.",
    "The {what} server wants to know who you are; set {setting}.": (
        "Le serveur veut savoir qui tu es ; règle {setting}."
    ),
    "The {what} server refuses the password of {user}; mend it.": (
        "Le serveur refuse le mot de passe de {user} ; corrige-le."
    ),
    "The {what} server refused a change, with {status}.": (
        "Le serveur a refusé un changement, avec {status}."
    ),
    "Somebody else changed {name} in the {what} meanwhile.": (
        "Quelqu'un d'autre a changé {name} entre-temps."
    ),
    "Calls come in another program; answer there.": (
        "Les appels arrivent dans un autre programme ; réponds là-bas."
    ),
    "Calls come in another program; decline there.": (
        "Les appels arrivent dans un autre programme ; refuse-les là-bas."
    ),
    "The {what} server at {url} is no such server, or breaks off.": (
        "Il n'y a pas de tel serveur à {url}, ou bien il coupe."
    ),
    "The {what} server at {url} fails, with {status}.": (
        "Le serveur {url} est en panne, avec {status}."
    ),
    "The {what} server at {url} gives no {what}: {reason}.": (
        "Le serveur {url} ne donne rien : {reason}."
    ),
    "There is no {what} at {url}; mend {setting}.": (
        "Ce qu'on cherche n'est pas à {url} ; corrige {setting}."
    ),
    "There is no address book at {url}; mend acting.contacts.": (
        "Il n'y a pas de carnet d'adresses à {url} ; corrige acting.contacts."
    ),
    (
        "{address} proves itself with a certificate that isn't trusted; mend the address, or the "
        "certificate."
    ): (
        "Le certificat de {address} n'est pas digne de confiance ; corrige l'adresse ou le "
        "certificat."
    ),
    (
        "There is no password for {name}; put it into the keyring, or into passwords.toml beside "
        "the settings."
    ): (
        "Il n'y a pas de mot de passe pour {name} ; mets-le dans le trousseau ou dans "
        "passwords.toml, à côté des réglages."
    ),
    "The house's broker wants to know who you are; set home.user.": (
        "Le broker de la maison veut savoir qui tu es ; règle home.user."
    ),
    "The house's broker refuses the password of {who}; mend it.": (
        "Le broker de la maison refuse le mot de passe de {who} ; corrige-le."
    ),
    "The house's broker at {where} doesn't answer; is it running?": (
        "Le broker de la maison à {where} ne répond pas ; est-il en marche ?"
    ),
    "{file} is no readable ZIM file; get it anew.": (
        "{file} n'est pas un fichier ZIM lisible ; récupère-le à nouveau."
    ),
    "{file} is damaged at “{path}”; get it anew.": (
        "{file} est endommagé à « {path} » ; récupère-le à nouveau."
    ),
    "Can't lock {file}: {error}; mend its folder.": (
        "Impossible de verrouiller {file} : {error} ; répare son dossier."
    ),
    "Can't move {file} aside: {error}; mend it.": (
        "Impossible de mettre {file} de côté : {error} ; répare-le."
    ),
    "I couldn't read {file}; I kept it as {aside} and started a new one.": (
        "Je n'ai pas pu lire {file} ; je l'ai gardé sous {aside} et j'en ai commencé un autre."
    ),
}
