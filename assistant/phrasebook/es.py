"""Spanish."""

from __future__ import annotations

PHRASES = {
    "Dry run: {intent}.": "Simulacro: {intent}.",
    "Dry run: {intent} with {values}.": "Simulacro: {intent} con {values}.",
    "Yes?": "¿Sí?",
    "What do you mean?": "¿Qué quieres decir?",
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
    "Your contacts are empty: put vCards into contacts.vcf in the data folder, or set "
    "acting.contacts.": (
        "No tienes contactos: pon tarjetas vCard en contacts.vcf en l"
        "a carpeta de datos, o ajusta acting.contacts."
    ),
    "There is no “{words}” in your contacts.": "«{words}» no está en tus contactos.",
    "Nothing is in your calendar.": "No hay nada en tu calendario.",
    "There is no “{words}” in your calendar.": "«{words}» no está en tu calendario.",
    "There is no timer.": "No hay ningún temporizador.",
    "There is no timer called “{words}”.": "No hay ningún temporizador llamado «{words}».",
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
    "There is no “{words}”.": "No existe «{words}».",
    "{value} isn't between {start} and {stop}.": "{value} no está entre {start} y {stop}.",
    "{value} isn't between {start} and {stop} in steps of {step:g}.": (
        "{value} no está entre {start} y {stop} en pasos de {step:g}."
    ),
    "I am {sure:.0%} sure.": "Estoy seguro al {sure:.0%}.",
    "I am {sure:.0%} sure, which is too little to do this without asking.": (
        "Estoy seguro al {sure:.0%}: muy poco para hacerlo sin preguntar."
    ),
    "This is read back before it is done, always.": "Esto siempre se lee antes de hacerlo.",
    "You said yes.": "Has dicho que sí.",
    "You corrected me.": "Me has corregido.",
    "Which number?": "¿Qué número?",
    "How many percent?": "¿Qué porcentaje?",
    "For how long?": "¿Cuánto tiempo?",
    "Which day?": "¿Qué día?",
    "When?": "¿Cuándo?",
    "On which days, and when?": "¿Qué días y a qué hora?",
    "What exactly?": "¿Qué exactamente?",
    "{number} is called only when it was read back; say “call” and the number.": (
        "Al {number} solo se llama después de leerlo en voz alta; di «llama al» y el número."
    ),
    "That would be more than {most} calls in ten minutes; wait a little, or raise "
    "phone.most_calls.": (
        "Serían más de {most} llamadas en diez minutos; espera un poco o sube phone.most_calls."
    ),
    "“{number}” isn't a number that can be called.": (
        "«{number}» no es un número al que se pueda llamar."
    ),
    "I know no one number for help in {region}; say the number itself.": (
        "No conozco un número único de emergencias en {region}; di el número."
    ),
    "The desktop didn't take the call; install a program that opens tel: links.": (
        "El escritorio no aceptó la llamada; instala un programa que abra enlaces tel:."
    ),
    "The call is in another program; hang up there.": (
        "La llamada está en otro programa; cuelga allí."
    ),
    "There is no desktop here that opens tel: links; set phone.line.": (
        "Aquí no hay nada que abra enlaces tel:; ajusta phone.line."
    ),
    "The SIP server refuses the account; mend its password in baresip.": (
        "El servidor SIP rechaza la cuenta; corrige la contraseña en baresip."
    ),
    "The line is busy.": "Comunica.",
    "The call was refused.": "Han rechazado la llamada.",
    "There is no such number.": "Ese número no existe.",
    "Nobody answers.": "No contesta nadie.",
    "The SIP server can't connect the call ({reason}); try again later.": (
        "El servidor SIP no puede conectar la llamada ({reason}); inténtalo más tarde."
    ),
    "The SIP server can't be reached ({reason}); check the network and baresip's account.": (
        "No se llega al servidor SIP ({reason}); comprueba la red y la cuenta de baresip."
    ),
    "The line is busy, or the call was refused.": "Comunica, o han rechazado la llamada.",
    "The network can't connect the call; try again later.": (
        "La red no puede conectar la llamada; inténtalo más tarde."
    ),
    "The modem has no sound for calls; see what it needs.": (
        "El módem no tiene sonido para llamadas; mira qué necesita."
    ),
    "There is no modem that can make calls; plug one in.": (
        "No hay ningún módem que pueda llamar; conecta uno."
    ),
    "ModemManager isn't there; install and start it.": "Falta ModemManager; instálalo y arráncalo.",
    "You may not use the modem; ask who administers this machine.": (
        "No puedes usar el módem; pregunta a quien administra esta máquina."
    ),
    "The modem isn't ready; unlock its SIM card, and wait for the network.": (
        "El módem no está listo; desbloquea la SIM y espera a la red."
    ),
    "I don't know where you are; set answers.place in the settings.": (
        "No sé dónde estás; ajusta answers.place."
    ),
    "The weather can't be read; it isn't JSON.": "No se puede leer el tiempo; no es JSON.",
    "The weather can't be read; it is no forecast of Open-Meteo.": (
        "No se puede leer el tiempo; no es un pronóstico de Open-Meteo."
    ),
    "The exchange rates can't be read; answers.rates must name a file in the layout of the "
    "European Central Bank.": (
        "No se pueden leer los tipos de cambio; answers.rates debe nombrar un archivo del "
        "Banco Central Europeo."
    ),
    "I don't know the holidays of {country}; check answers.country.": (
        "No conozco los festivos de {country}; revisa answers.country."
    ),
    "Can't read {file}: {error}; check the settings.": (
        "No se puede leer {file}: {error}; revisa los ajustes."
    ),
    "{host} refused, with {error}.": "{host} lo ha rechazado, con {error}.",
    "{host} can't be reached; is there a network?": "No se llega a {host}; ¿hay red?",
    "{host} sends something far too large.": "{host} envía algo demasiado grande.",
    "{host} broke off in the middle of its answer.": "{host} se cortó a mitad de la respuesta.",
    "your note “{name}”": "tu nota «{name}»",
    "{title} isn't in the calendar any more.": "{title} ya no está en el calendario.",
    "I don't know what to do then. Say it like: when I say good night, set an alarm for seven.": (
        "No sé qué hacer entonces. Dilo así: cuando diga buenas noches, pon una alarma a las siete."
    ),
    "“{phrase}” means something already; choose other words.": (
        "«{phrase}» ya significa algo; elige otras palabras."
    ),
    "“{commands}” is nothing that I can do.": "«{commands}» no es algo que yo sepa hacer.",
    "The routine “{routine}” does more than {most} things; divide it.": (
        "La rutina «{routine}» hace más de {most} cosas; divídela."
    ),
    "The routine “{routine}” runs itself; mend {file}.": (
        "La rutina «{routine}» se llama a sí misma; corrige {file}."
    ),
    "{device} can't be dimmed; it only goes on and off.": (
        "{device} no se puede atenuar, solo encender y apagar."
    ),
    "{device} isn't there any more.": "{device} ya no está.",
    "{player} doesn't do that; look at it.": "{player} no lo hace; míralo.",
    "Nothing is there that plays anything; start a player first.": (
        "No hay nada que reproduzca; abre antes un reproductor."
    ),
    "{mixer} doesn't tell the volume; look at it.": "{mixer} no dice el volumen; míralo.",
    "{mixer} can't change the volume; is there a loudspeaker?": (
        "{mixer} no puede cambiar el volumen; ¿hay un altavoz?"
    ),
    (
        "There is no token for Home Assistant; make one in your profile there, and put it into the "
        "keyring, or into passwords.toml beside the settings, as {name}."
    ): (
        "No hay token para Home Assistant; crea uno en tu perfil y ponlo como {name} en el "
        "llavero o en passwords.toml, junto a los ajustes."
    ),
    "Home Assistant refuses the token; make another one.": (
        "Home Assistant rechaza el token; crea otro."
    ),
    "Home Assistant sends us elsewhere; put that address into home.home_assistant.": (
        "Home Assistant remite a otra dirección; ponla en home.home_assistant."
    ),
    "Home Assistant can't do it: {status}.": "Home Assistant no puede hacerlo: {status}.",
    "Home Assistant at {url} doesn't answer.": "Home Assistant no responde en {url}.",
    "Home Assistant answers something that is no answer.": (
        "Home Assistant responde algo incomprensible."
    ),
    "Home Assistant didn't understand that.": "Home Assistant no lo ha entendido.",
    "Done.": "Hecho.",
    "I don't know your own e-mail address; set acting.email.": (
        "No conozco tu correo; ajusta acting.email."
    ),
    "I have no e-mail address for {name}.": "No tengo ningún correo de {name}.",
    "{name} organises {title}; ask them to invite somebody.": (
        "{name} organiza {title}; pídele que invite a esa persona."
    ),
    "{title} comes again and again; tick it off where you entered it.": (
        "{title} se repite; márcalo donde lo apuntaste."
    ),
    "{error} The change is kept here, and sent later.": (
        "{error} El cambio queda guardado aquí y se enviará después."
    ),
    "The language model at {url} refused, with {error}.": (
        "El modelo de lenguaje de {url} lo ha rechazado, con {error}."
    ),
    "The language model at {url} is silent; is it busy, or too large?": (
        "El modelo de lenguaje de {url} no dice nada; ¿está ocupado o es demasiado grande?"
    ),
    "The language model at {url} can't be reached; is it running?": (
        "No se llega al modelo de lenguaje de {url}; ¿está en marcha?"
    ),
    "The language model sends something else than answers.": (
        "El modelo de lenguaje envía algo que no son respuestas."
    ),
    "The language model stopped in the middle of its answer.": (
        "El modelo de lenguaje se ha parado a mitad de la respuesta."
    ),
    "no reason": "sin motivo",
    "Another program keeps writing {file}; try again in a moment.": (
        "Otro programa no deja de escribir {file}; inténtalo dentro de un momento."
    ),
    "The calendar {file} can't be read: {error}; mend or move it.": (
        "No se puede leer el calendario {file}: {error}; arréglalo o muévelo."
    ),
    "The calendar has no end; mend or move the file.": (
        "El calendario no tiene fin; arregla o mueve el archivo."
    ),
    "The contacts in {file} can't be read: {error}; mend or move it.": (
        "No se pueden leer los contactos de {file}: {error}; arréglalos o muévelos."
    ),
    "Can't read {file}: it isn't UTF-8 text; mend or move it.": (
        "No se puede leer {file}: no es texto UTF-8; arréglalo o muévelo."
    ),
    "Can't read {file}: {error}; mend or move it.": (
        "No se puede leer {file}: {error}; arréglalo o muévelo."
    ),
    "Can't keep {file}: {error}. Free some space or mend its folder.": (
        "No se puede guardar {file}: {error}. Libera espacio o revisa su carpeta."
    ),
    "There is no folder {folder} with notes; check answers.notes.": (
        "No hay ninguna carpeta {folder} con notas; revisa answers.notes."
    ),
    "The {what} server at {url} doesn't answer.": "El servidor {url} no responde.",
    "The {what} server wants to know who you are; set {setting}.": (
        "El servidor quiere saber quién eres; pon {setting}."
    ),
    "The {what} server refuses the password of {user}; mend it.": (
        "El servidor rechaza la contraseña de {user}; corrígela."
    ),
    "The {what} server refused a change, with {status}.": (
        "El servidor ha rechazado un cambio, con {status}."
    ),
    "Somebody else changed {name} in the {what} meanwhile.": (
        "Alguien ha cambiado {name} mientras tanto."
    ),
    "Calls come in another program; answer there.": (
        "Las llamadas llegan a otro programa; contesta allí."
    ),
    "Calls come in another program; decline there.": (
        "Las llamadas llegan a otro programa; recházalas allí."
    ),
    "The {what} server at {url} is no such server, or breaks off.": (
        "En {url} no hay un servidor así, o se corta."
    ),
    "The {what} server at {url} fails, with {status}.": ("El servidor {url} falla, con {status}."),
    "The {what} server at {url} gives no {what}: {reason}.": (
        "El servidor {url} no da nada: {reason}."
    ),
    "There is no {what} at {url}; mend {setting}.": (
        "En {url} no está lo que se busca; corrige {setting}."
    ),
    "There is no address book at {url}; mend acting.contacts.": (
        "En {url} no hay ninguna agenda; corrige acting.contacts."
    ),
    (
        "{address} proves itself with a certificate that isn't trusted; mend the address, or the "
        "certificate."
    ): ("El certificado de {address} no es de confianza; corrige la dirección o el certificado."),
    (
        "There is no password for {name}; put it into the keyring, or into passwords.toml beside "
        "the settings."
    ): (
        "No hay contraseña para {name}; ponla en el llavero o en passwords.toml, junto a los "
        "ajustes."
    ),
    "The house's broker wants to know who you are; set home.user.": (
        "El bróker de la casa quiere saber quién eres; pon home.user."
    ),
    "The house's broker refuses the password of {who}; mend it.": (
        "El bróker de la casa rechaza la contraseña de {who}; corrígela."
    ),
    "The house's broker at {where} doesn't answer; is it running?": (
        "El bróker de la casa en {where} no responde; ¿está en marcha?"
    ),
    "{file} is no readable ZIM file; get it anew.": (
        "{file} no es un archivo ZIM legible; consíguelo de nuevo."
    ),
    "{file} is damaged at “{path}”; get it anew.": (
        "{file} está dañado en «{path}»; consíguelo de nuevo."
    ),
    "Can't lock {file}: {error}; mend its folder.": (
        "No se puede bloquear {file}: {error}; arregla su carpeta."
    ),
    "Can't move {file} aside: {error}; mend it.": (
        "No se puede apartar {file}: {error}; arréglalo."
    ),
    "I couldn't read {file}; I kept it as {aside} and started a new one.": (
        "No he podido leer {file}; lo he guardado como {aside} y he empezado otro."
    ),
}
