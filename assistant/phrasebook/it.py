"""Italian."""

from __future__ import annotations

PHRASES = {
    "Dry run: {intent}.": "Simulazione: {intent}.",
    "Dry run: {intent} with {values}.": "Simulazione: {intent} con {values}.",
    "Yes?": "Sì?",
    "What do you mean?": "Cosa vuoi dire?",
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
    "Your contacts are empty: put vCards into contacts.vcf in the data folder, or set "
    "acting.contacts.": (
        "Non hai contatti: metti delle vCard in contacts.vcf nella ca"
        "rtella dei dati, o imposta acting.contacts."
    ),
    "There is no “{words}” in your contacts.": "«{words}» non è tra i tuoi contatti.",
    "Nothing is in your calendar.": "Nel tuo calendario non c'è niente.",
    "There is no “{words}” in your calendar.": "«{words}» non è nel tuo calendario.",
    "There is no timer.": "Non c'è nessun timer.",
    "There is no timer called “{words}”.": "Non c'è nessun timer chiamato «{words}».",
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
    "There is no “{words}”.": "«{words}» non esiste.",
    "{value} isn't between {start} and {stop}.": "{value} non è tra {start} e {stop}.",
    "{value} isn't between {start} and {stop} in steps of {step:g}.": (
        "{value} non è tra {start} e {stop} a passi di {step:g}."
    ),
    "I am {sure:.0%} sure.": "Sono sicuro al {sure:.0%}.",
    "I am {sure:.0%} sure, which is too little to do this without asking.": (
        "Sono sicuro al {sure:.0%}: troppo poco per farlo senza chiedere."
    ),
    "This is read back before it is done, always.": "Questo si rilegge sempre prima di farlo.",
    "You said yes.": "Hai detto sì.",
    "You corrected me.": "Mi hai corretto.",
    "Which number?": "Che numero?",
    "How many percent?": "Che percentuale?",
    "For how long?": "Per quanto tempo?",
    "Which day?": "Che giorno?",
    "When?": "Quando?",
    "On which days, and when?": "In quali giorni e a che ora?",
    "What exactly?": "Che cosa di preciso?",
    "{number} is called only when it was read back; say “call” and the number.": (
        "Il {number} si chiama solo dopo averlo riletto; di' «chiama» e il numero."
    ),
    "That would be more than {most} calls in ten minutes; wait a little, or raise "
    "phone.most_calls.": (
        "Sarebbero più di {most} chiamate in dieci minuti; aspetta un po' o aumenta "
        "phone.most_calls."
    ),
    "“{number}” isn't a number that can be called.": (
        "«{number}» non è un numero che si può chiamare."
    ),
    "I know no one number for help in {region}; say the number itself.": (
        "Non conosco un numero unico di emergenza per {region}; di' il numero."
    ),
    "The desktop didn't take the call; install a program that opens tel: links.": (
        "Il desktop non ha preso la chiamata; installa un programma che apra i link tel:."
    ),
    "The call is in another program; hang up there.": (
        "La chiamata è in un altro programma; riattacca lì."
    ),
    "There is no desktop here that opens tel: links; set phone.line.": (
        "Qui niente apre i link tel:; imposta phone.line."
    ),
    "The SIP server refuses the account; mend its password in baresip.": (
        "Il server SIP rifiuta l'account; correggi la password in baresip."
    ),
    "The line is busy.": "È occupato.",
    "The call was refused.": "La chiamata è stata rifiutata.",
    "There is no such number.": "Questo numero non esiste.",
    "Nobody answers.": "Non risponde nessuno.",
    "The SIP server can't connect the call ({reason}); try again later.": (
        "Il server SIP non riesce a collegare la chiamata ({reason}); riprova più tardi."
    ),
    "The SIP server can't be reached ({reason}); check the network and baresip's account.": (
        "Il server SIP è irraggiungibile ({reason}); controlla la rete e l'account di baresip."
    ),
    "The line is busy, or the call was refused.": "È occupato, o la chiamata è stata rifiutata.",
    "The network can't connect the call; try again later.": (
        "La rete non riesce a collegare la chiamata; riprova più tardi."
    ),
    "The modem has no sound for calls; see what it needs.": (
        "Il modem non ha audio per le chiamate; guarda che cosa gli serve."
    ),
    "There is no modem that can make calls; plug one in.": (
        "Non c'è un modem che possa chiamare; collegane uno."
    ),
    "ModemManager isn't there; install and start it.": (
        "ModemManager non c'è; installalo e avvialo."
    ),
    "You may not use the modem; ask who administers this machine.": (
        "Non puoi usare il modem; chiedi a chi amministra questa macchina."
    ),
    "The modem isn't ready; unlock its SIM card, and wait for the network.": (
        "Il modem non è pronto; sblocca la SIM e aspetta la rete."
    ),
    "I don't know where you are; set answers.place in the settings.": (
        "Non so dove sei; imposta answers.place."
    ),
    "The weather can't be read; it isn't JSON.": "Il meteo non si legge; non è JSON.",
    "The weather can't be read; it is no forecast of Open-Meteo.": (
        "Il meteo non si legge; non è una previsione di Open-Meteo."
    ),
    "The exchange rates can't be read; answers.rates must name a file in the layout of the "
    "European Central Bank.": (
        "I cambi non si leggono; answers.rates deve indicare un file della Banca centrale europea."
    ),
    "I don't know the holidays of {country}; check answers.country.": (
        "Non conosco le feste di {country}; controlla answers.country."
    ),
    "Can't read {file}: {error}; check the settings.": (
        "{file} non si legge: {error}; controlla le impostazioni."
    ),
    "{host} refused, with {error}.": "{host} ha rifiutato, con {error}.",
    "{host} can't be reached; is there a network?": "{host} è irraggiungibile; c'è la rete?",
    "{host} sends something far too large.": "{host} manda qualcosa di troppo grande.",
    "{host} broke off in the middle of its answer.": "{host} si è interrotto a metà risposta.",
    "your note “{name}”": "la tua nota «{name}»",
    "{title} isn't in the calendar any more.": "{title} non è più nel calendario.",
    "I don't know what to do then. Say it like: when I say good night, set an alarm for seven.": (
        "Non so che cosa fare allora. Di' per esempio: quando dico buonanotte, metti "
        "una sveglia alle sette."
    ),
    "“{phrase}” means something already; choose other words.": (
        "«{phrase}» vuol già dire qualcosa; scegli altre parole."
    ),
    "“{commands}” is nothing that I can do.": "«{commands}» non è qualcosa che so fare.",
    "The routine “{routine}” does more than {most} things; divide it.": (
        "La routine «{routine}» fa più di {most} cose; dividila."
    ),
    "The routine “{routine}” runs itself; mend {file}.": (
        "La routine «{routine}» richiama se stessa; correggi {file}."
    ),
    "{device} can't be dimmed; it only goes on and off.": (
        "{device} non si può attenuare, solo accendere e spegnere."
    ),
    "{device} isn't there any more.": "{device} non c'è più.",
    "{player} doesn't do that; look at it.": "{player} non lo fa; controlla.",
    "Nothing is there that plays anything; start a player first.": (
        "Non c'è nessun lettore aperto; aprine prima uno."
    ),
    "{mixer} doesn't tell the volume; look at it.": "{mixer} non dice il volume; controlla.",
    "{mixer} can't change the volume; is there a loudspeaker?": (
        "{mixer} non può cambiare il volume; c'è un altoparlante?"
    ),
    (
        "There is no token for Home Assistant; make one in your profile there, and put it into the "
        "keyring, or into passwords.toml beside the settings, as {name}."
    ): (
        "Non c'è un token per Home Assistant; creane uno nel tuo profilo e mettilo come {name} "
        "nel portachiavi o in passwords.toml, accanto alle impostazioni."
    ),
    "Home Assistant refuses the token; make another one.": (
        "Home Assistant rifiuta il token; creane un altro."
    ),
    "Home Assistant sends us elsewhere; put that address into home.home_assistant.": (
        "Home Assistant rimanda altrove; metti quell'indirizzo in home.home_assistant."
    ),
    "Home Assistant can't do it: {status}.": "Home Assistant non può farlo: {status}.",
    "Home Assistant at {url} doesn't answer.": "Home Assistant non risponde a {url}.",
    "Home Assistant answers something that is no answer.": (
        "Home Assistant risponde qualcosa di incomprensibile."
    ),
    "Home Assistant didn't understand that.": "Home Assistant non ha capito.",
    "Done.": "Fatto.",
    "I don't know your own e-mail address; set acting.email.": (
        "Non conosco il tuo indirizzo e-mail; imposta acting.email."
    ),
    "I have no e-mail address for {name}.": "Non ho un indirizzo e-mail di {name}.",
    "{name} organises {title}; ask them to invite somebody.": (
        "{name} organizza {title}; chiedi di invitare questa persona."
    ),
    "{title} comes again and again; tick it off where you entered it.": (
        "{title} si ripete; spuntalo dove l'hai segnato."
    ),
    "{error} The change is kept here, and sent later.": (
        "{error} La modifica resta qui e sarà inviata dopo."
    ),
    "The language model at {url} refused, with {error}.": (
        "Il modello linguistico a {url} ha rifiutato, con {error}."
    ),
    "The language model at {url} is silent; is it busy, or too large?": (
        "Il modello linguistico a {url} tace; è occupato, o troppo grande?"
    ),
    "The language model at {url} can't be reached; is it running?": (
        "Il modello linguistico a {url} è irraggiungibile; è in funzione?"
    ),
    "The language model sends something else than answers.": (
        "Il modello linguistico manda qualcosa che non sono risposte."
    ),
    "The language model stopped in the middle of its answer.": (
        "Il modello linguistico si è fermato a metà risposta."
    ),
    "no reason": "senza motivo",
    "Another program keeps writing {file}; try again in a moment.": (
        "Un altro programma continua a scrivere {file}; riprova tra un momento."
    ),
    "The calendar {file} can't be read: {error}; mend or move it.": (
        "Il calendario {file} non si legge: {error}; correggilo o spostalo."
    ),
    "The calendar has no end; mend or move the file.": (
        "Il calendario non ha fine; correggi o sposta il file."
    ),
    "The contacts in {file} can't be read: {error}; mend or move it.": (
        "I contatti in {file} non si leggono: {error}; correggili o spostali."
    ),
    "Can't read {file}: it isn't UTF-8 text; mend or move it.": (
        "{file} non si legge: non è testo UTF-8; correggilo o spostalo."
    ),
    "Can't read {file}: {error}; mend or move it.": (
        "{file} non si legge: {error}; correggilo o spostalo."
    ),
    "Can't keep {file}: {error}. Free some space or mend its folder.": (
        "{file} non si salva: {error}. Libera spazio o controlla la sua cartella."
    ),
    "There is no folder {folder} with notes; check answers.notes.": (
        "Non c'è una cartella {folder} con appunti; controlla answers.notes."
    ),
    "The {what} server at {url} doesn't answer.": "Il server {url} non risponde.",
    "The {what} server wants to know who you are; set {setting}.": (
        "Il server vuole sapere chi sei; imposta {setting}."
    ),
    "The {what} server refuses the password of {user}; mend it.": (
        "Il server rifiuta la password di {user}; correggila."
    ),
    "The {what} server refused a change, with {status}.": (
        "Il server ha rifiutato una modifica, con {status}."
    ),
    "Somebody else changed {name} in the {what} meanwhile.": (
        "Qualcun altro ha cambiato {name} nel frattempo."
    ),
    "Calls come in another program; answer there.": (
        "Le chiamate arrivano in un altro programma; rispondi lì."
    ),
    "Calls come in another program; decline there.": (
        "Le chiamate arrivano in un altro programma; rifiutale lì."
    ),
    "The {what} server at {url} is no such server, or breaks off.": (
        "A {url} non c'è un server simile, o si interrompe."
    ),
    "The {what} server at {url} fails, with {status}.": ("Il server {url} è guasto, con {status}."),
    "The {what} server at {url} gives no {what}: {reason}.": (
        "Il server {url} non dà niente: {reason}."
    ),
    "There is no {what} at {url}; mend {setting}.": (
        "A {url} non c'è quello che si cerca; correggi {setting}."
    ),
    "There is no address book at {url}; mend acting.contacts.": (
        "A {url} non c'è una rubrica; correggi acting.contacts."
    ),
    (
        "{address} proves itself with a certificate that isn't trusted; mend the address, or the "
        "certificate."
    ): ("Il certificato di {address} non è attendibile; correggi l'indirizzo o il certificato."),
    (
        "There is no password for {name}; put it into the keyring, or into passwords.toml beside "
        "the settings."
    ): (
        "Non c'è una password per {name}; mettila nel portachiavi o in passwords.toml, accanto "
        "alle impostazioni."
    ),
    "The house's broker wants to know who you are; set home.user.": (
        "Il broker della casa vuole sapere chi sei; imposta home.user."
    ),
    "The house's broker refuses the password of {who}; mend it.": (
        "Il broker della casa rifiuta la password di {who}; correggila."
    ),
    "The house's broker at {where} doesn't answer; is it running?": (
        "Il broker della casa a {where} non risponde; è in funzione?"
    ),
    "{file} is no readable ZIM file; get it anew.": (
        "{file} non è un file ZIM leggibile; procuratelo di nuovo."
    ),
    "{file} is damaged at “{path}”; get it anew.": (
        "{file} è danneggiato in «{path}»; procuratelo di nuovo."
    ),
    "Can't lock {file}: {error}; mend its folder.": (
        "Non posso bloccare {file}: {error}; sistema la sua cartella."
    ),
    "Can't move {file} aside: {error}; mend it.": (
        "Non posso mettere da parte {file}: {error}; sistemalo."
    ),
    "I couldn't read {file}; I kept it as {aside} and started a new one.": (
        "Non ho potuto leggere {file}; l'ho tenuto come {aside} e ne ho iniziato uno nuovo."
    ),
}
