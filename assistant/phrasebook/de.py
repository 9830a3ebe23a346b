"""German."""

from __future__ import annotations

PHRASES = {
    "Dry run: {intent}.": "Probelauf: {intent}.",
    "Dry run: {intent} with {values}.": "Probelauf: {intent} mit {values}.",
    "Yes?": "Ja?",
    "What do you mean?": "Was meinst du?",
    "{command}: is that right?": "{command}: stimmt das?",
    "I'm still working on it.": "Ich bin noch dabei.",
    "Sorry, I have no ability called {name}.": (
        "Tut mir leid, eine Fähigkeit {name} habe ich nicht."
    ),
    "Sorry, {ability} takes too long; I stopped waiting for it.": (
        "Tut mir leid, {ability} braucht zu lange; ich warte nicht mehr darauf."
    ),
    "Sorry, {ability} ran into a problem.": "Tut mir leid, bei {ability} ist etwas schiefgegangen.",
    "Sorry, {ability} gave no answer.": "Tut mir leid, {ability} gab keine Antwort.",
    "the {name} ability": "die Fähigkeit {name}",
    "{who} is calling.": "{who} ruft an.",
    "Missed, {when}: {message}": "Verpasst, {when}: {message}",
    "Somebody is calling.": "Jemand ruft an.",
    "I heard nothing.": "Ich habe nichts gehört.",
    "That didn't sound like words.": "Das klang nicht nach Worten.",
    "That fits nothing that I can do.": "Das passt zu nichts, was ich kann.",
    "“{name}” came closest, but not close enough.": (
        "„{name}“ kam am nächsten, aber nicht nah genug."
    ),
    "That could be “{one}” or “{two}”.": "Das könnte „{one}“ oder „{two}“ heißen.",
    "More than one {slot} is called “{words}”.": "„{words}“ gibt es mehr als einmal.",
    "The {slot} is missing.": "Es fehlt: {slot}.",
    "“{words}” isn't finished.": "„{words}“ ist nicht zu Ende gesagt.",
    "I don't know “{words}”.": "„{words}“ kenne ich nicht.",
    "Your contacts are empty: put vCards into contacts.vcf in the data folder, or set "
    "acting.contacts.": (
        "Deine Kontakte sind leer: Lege vCards als contacts.vcf in de"
        "n Datenordner, oder stelle acting.contacts ein."
    ),
    "There is no “{words}” in your contacts.": "„{words}“ steht nicht in deinen Kontakten.",
    "Nothing is in your calendar.": "In deinem Kalender steht nichts.",
    "There is no “{words}” in your calendar.": "„{words}“ steht nicht in deinem Kalender.",
    "There is no timer.": "Es gibt keinen Timer.",
    "There is no timer called “{words}”.": "Einen Timer namens „{words}“ gibt es nicht.",
    "Cancelled, as you said.": "Abgebrochen, wie du gesagt hast.",
    "You said no.": "Du hast nein gesagt.",
    "I waited {seconds:g} seconds for an answer.": (
        "Ich habe {seconds:g} Sekunden auf eine Antwort gewartet."
    ),
    "I didn't understand the answer, so I leave it.": (
        "Ich habe die Antwort nicht verstanden und lasse es."
    ),
    "I didn't understand the answer.": "Ich habe die Antwort nicht verstanden.",
    "That is too long for a command; say it in {letters} letters at most.": (
        "Das ist zu lang für einen Befehl; sag es in höchstens {letters} Buchstaben."
    ),
    "That didn't begin with “{wake}”.": "Das begann nicht mit „{wake}“.",
    "I heard “{words}”.": "Ich habe „{words}“ gehört.",
    "I took it for {reading}.": "Ich hielt es für {reading}.",
    "It could also have been {readings}.": "Es hätte auch {readings} sein können.",
    "“{name}”, {sure:.0%} sure, {how}": "„{name}“, zu {sure:.0%} sicher, {how}",
    "or": "oder",
    "word for word": "Wort für Wort",
    "with misheard words": "mit verhörten Wörtern",
    "by its wording": "nach der Ausdrucksweise",
    "from the sound": "nach dem Klang",
    "from your answer": "aus deiner Antwort",
    "I did it, because I was sure enough: it takes {accept:.0%}, and {confirm_below:.0%} to do "
    "without a question what could do harm.": (
        "Ich habe es getan, weil ich sicher genug war: Dafür braucht es {accept:.0%}, und "
        "{confirm_below:.0%}, um ohne Rückfrage zu tun, was schaden könnte."
    ),
    "I did it, because you said yes.": "Ich habe es getan, weil du ja gesagt hast.",
    "I did it, because you told me what was missing.": (
        "Ich habe es getan, weil du gesagt hast, was fehlte."
    ),
    "I asked first, because what could do much harm is always read back.": (
        "Ich habe erst gefragt, weil immer vorgelesen wird, was viel schaden könnte."
    ),
    "I asked first, because it could do harm and I was less than {confirm_below:.0%} sure.": (
        "Ich habe erst gefragt, weil es schaden könnte und ich weniger als {confirm_below:.0%} "
        "sicher war."
    ),
    "I asked, because something was missing.": "Ich habe gefragt, weil etwas fehlte.",
    "I did nothing, because I heard no words.": (
        "Ich habe nichts getan, weil ich keine Worte gehört habe."
    ),
    "I did nothing, because it didn't sound like words.": (
        "Ich habe nichts getan, weil es nicht nach Worten klang."
    ),
    "I did nothing, because no command was likely enough: it takes {accept:.0%}.": (
        "Ich habe nichts getan, weil kein Befehl wahrscheinlich genug war: Dafür braucht es "
        "{accept:.0%}."
    ),
    "I did nothing, because it could have meant two things.": (
        "Ich habe nichts getan, weil es zweierlei heißen konnte."
    ),
    "I did nothing, because there was nothing to do.": (
        "Ich habe nichts getan, weil es gerade nichts zu tun gab."
    ),
    "I did nothing, because something must be set up first.": (
        "Ich habe nichts getan, weil dafür erst etwas eingerichtet werden muss."
    ),
    "I did nothing, because I didn't know what was named.": (
        "Ich habe nichts getan, weil ich nicht kannte, was genannt wurde."
    ),
    "I did nothing, because it didn't begin with “{wake}”.": (
        "Ich habe nichts getan, weil es nicht mit „{wake}“ begann."
    ),
    "I did nothing, because you said no.": "Ich habe nichts getan, weil du nein gesagt hast.",
    "I did nothing, because you cancelled it.": (
        "Ich habe nichts getan, weil du es abgebrochen hast."
    ),
    "I did nothing, because the answer took longer than {answer_within_s:g} seconds.": (
        "Ich habe nichts getan, weil die Antwort länger als {answer_within_s:g} Sekunden brauchte."
    ),
    "There is no “{words}”.": "„{words}“ gibt es nicht.",
    "{value} isn't between {start} and {stop}.": "{value} liegt nicht zwischen {start} und {stop}.",
    "{value} isn't between {start} and {stop} in steps of {step:g}.": (
        "{value} liegt nicht in Schritten von {step:g} zwischen {start} und {stop}."
    ),
    "I am {sure:.0%} sure.": "Ich bin zu {sure:.0%} sicher.",
    "I am {sure:.0%} sure, which is too little to do this without asking.": (
        "Ich bin zu {sure:.0%} sicher, zu wenig, um es ohne Rückfrage zu tun."
    ),
    "This is read back before it is done, always.": "Das wird immer erst vorgelesen.",
    "You said yes.": "Du hast ja gesagt.",
    "You corrected me.": "Du hast mich verbessert.",
    "Which number?": "Welche Zahl?",
    "How many percent?": "Wie viel Prozent?",
    "For how long?": "Wie lange?",
    "Which day?": "Welcher Tag?",
    "When?": "Wann?",
    "On which days, and when?": "An welchen Tagen, und wann?",
    "What exactly?": "Was genau?",
    "{number} is called only when it was read back; say “call” and the number.": (
        "{number} wird nur angerufen, wenn sie vorgelesen wurde; sag „ruf an“ und die Nummer."
    ),
    "That would be more than {most} calls in ten minutes; wait a little, or raise "
    "phone.most_calls.": (
        "Das wären mehr als {most} Anrufe in zehn Minuten; warte etwas oder erhöhe "
        "phone.most_calls."
    ),
    "“{number}” isn't a number that can be called.": (
        "„{number}“ ist keine Nummer, die man anrufen kann."
    ),
    "I know no one number for help in {region}; say the number itself.": (
        "Für {region} kenne ich keine einheitliche Notrufnummer; sag die Nummer selbst."
    ),
    "The desktop didn't take the call; install a program that opens tel: links.": (
        "Der Anruf wurde nicht angenommen; installiere ein Programm, das tel:-Links öffnet."
    ),
    "The call is in another program; hang up there.": (
        "Der Anruf läuft in einem anderen Programm; lege dort auf."
    ),
    "There is no desktop here that opens tel: links; set phone.line.": (
        "Hier gibt es nichts, was tel:-Links öffnet; stelle phone.line ein."
    ),
    "The SIP server refuses the account; mend its password in baresip.": (
        "Der SIP-Server lehnt das Konto ab; berichtige das Passwort in baresip."
    ),
    "The line is busy.": "Es ist besetzt.",
    "The call was refused.": "Der Anruf wurde abgelehnt.",
    "There is no such number.": "Kein Anschluss unter dieser Nummer.",
    "Nobody answers.": "Niemand geht ran.",
    "The SIP server can't connect the call ({reason}); try again later.": (
        "Der SIP-Server kann nicht verbinden ({reason}); versuch es später noch einmal."
    ),
    "The SIP server can't be reached ({reason}); check the network and baresip's account.": (
        "Der SIP-Server ist nicht zu erreichen ({reason}); prüfe das Netz und das Konto in baresip."
    ),
    "The line is busy, or the call was refused.": "Es ist besetzt, oder der Anruf wurde abgelehnt.",
    "The network can't connect the call; try again later.": (
        "Das Netz kann nicht verbinden; versuch es später noch einmal."
    ),
    "The modem has no sound for calls; see what it needs.": (
        "Das Modem hat keinen Ton für Anrufe; sieh nach, was es braucht."
    ),
    "There is no modem that can make calls; plug one in.": (
        "Es gibt kein Modem, das telefonieren kann; stecke eines an."
    ),
    "ModemManager isn't there; install and start it.": (
        "ModemManager fehlt; installiere und starte ihn."
    ),
    "You may not use the modem; ask who administers this machine.": (
        "Du darfst das Modem nicht benutzen; frage, wer diesen Rechner verwaltet."
    ),
    "The modem isn't ready; unlock its SIM card, and wait for the network.": (
        "Das Modem ist nicht bereit; entsperre die SIM-Karte und warte auf das Netz."
    ),
    "I don't know where you are; set answers.place in the settings.": (
        "Ich weiß nicht, wo du bist; stelle answers.place ein."
    ),
    "The weather can't be read; it isn't JSON.": "Das Wetter ist nicht zu lesen; es ist kein JSON.",
    "The weather can't be read; it is no forecast of Open-Meteo.": (
        "Das Wetter ist nicht zu lesen; es ist keine Vorhersage von Open-Meteo."
    ),
    "The exchange rates can't be read; answers.rates must name a file in the layout of the "
    "European Central Bank.": (
        "Die Wechselkurse sind nicht zu lesen; answers.rates muss eine Datei der Europäischen"
        " Zentralbank nennen."
    ),
    "I don't know the holidays of {country}; check answers.country.": (
        "Die Feiertage von {country} kenne ich nicht; prüfe answers.country."
    ),
    "Can't read {file}: {error}; check the settings.": (
        "{file} ist nicht zu lesen: {error}; prüfe die Einstellungen."
    ),
    "{host} refused, with {error}.": "{host} hat abgelehnt, mit {error}.",
    "{host} can't be reached; is there a network?": (
        "{host} ist nicht zu erreichen; gibt es ein Netz?"
    ),
    "{host} sends something far too large.": "{host} schickt etwas viel zu Großes.",
    "{host} broke off in the middle of its answer.": (
        "{host} hat mitten in der Antwort abgebrochen."
    ),
    "your note “{name}”": "deine Notiz „{name}“",
    "{title} isn't in the calendar any more.": "{title} steht nicht mehr im Kalender.",
    "I don't know what to do then. Say it like: when I say good night, set an alarm for seven.": (
        "Ich weiß nicht, was ich dann tun soll. Sag zum Beispiel: Wenn ich gute Nacht sage, "
        "stelle einen Wecker auf sieben Uhr."
    ),
    "“{phrase}” means something already; choose other words.": (
        "„{phrase}“ bedeutet schon etwas; nimm andere Worte."
    ),
    "“{commands}” is nothing that I can do.": "„{commands}“ kann ich nicht.",
    "The routine “{routine}” does more than {most} things; divide it.": (
        "Der Ablauf „{routine}“ tut mehr als {most} Dinge; teile ihn auf."
    ),
    "The routine “{routine}” runs itself; mend {file}.": (
        "Der Ablauf „{routine}“ ruft sich selbst auf; berichtige {file}."
    ),
    "{device} can't be dimmed; it only goes on and off.": (
        "{device} lässt sich nicht dimmen, nur ein- und ausschalten."
    ),
    "{device} isn't there any more.": "{device} gibt es nicht mehr.",
    "{player} doesn't do that; look at it.": "{player} tut das nicht; sieh dort nach.",
    "Nothing is there that plays anything; start a player first.": (
        "Es läuft kein Programm, das etwas abspielt; starte erst eines."
    ),
    "{mixer} doesn't tell the volume; look at it.": (
        "{mixer} nennt die Lautstärke nicht; sieh dort nach."
    ),
    "{mixer} can't change the volume; is there a loudspeaker?": (
        "{mixer} kann die Lautstärke nicht ändern; gibt es einen Lautsprecher?"
    ),
    (
        "There is no token for Home Assistant; make one in your profile there, and put it into the "
        "keyring, or into passwords.toml beside the settings, as {name}."
    ): (
        "Es gibt keinen Token für Home Assistant; erstelle dort in deinem Profil einen und leg "
        "ihn als {name} in den Schlüsselbund oder in passwords.toml neben den Einstellungen."
    ),
    "Home Assistant refuses the token; make another one.": (
        "Home Assistant lehnt den Token ab; erstelle einen neuen."
    ),
    "Home Assistant sends us elsewhere; put that address into home.home_assistant.": (
        "Home Assistant verweist auf eine andere Adresse; trage sie in home.home_assistant ein."
    ),
    "Home Assistant can't do it: {status}.": "Home Assistant kann es nicht: {status}.",
    "Home Assistant at {url} doesn't answer.": "Home Assistant antwortet nicht unter {url}.",
    "Home Assistant answers something that is no answer.": (
        "Home Assistant antwortet etwas Unverständliches."
    ),
    "Home Assistant didn't understand that.": "Home Assistant hat das nicht verstanden.",
    "Done.": "Erledigt.",
    "I don't know your own e-mail address; set acting.email.": (
        "Deine eigene E-Mail-Adresse kenne ich nicht; stelle acting.email ein."
    ),
    "I have no e-mail address for {name}.": "Von {name} habe ich keine E-Mail-Adresse.",
    "{name} organises {title}; ask them to invite somebody.": (
        "{name} lädt zu {title} ein; bitte dort darum, noch jemanden einzuladen."
    ),
    "{title} comes again and again; tick it off where you entered it.": (
        "{title} kommt immer wieder; hake es dort ab, wo du es eingetragen hast."
    ),
    "{error} The change is kept here, and sent later.": (
        "{error} Die Änderung ist hier vermerkt und wird später gesendet."
    ),
    "The language model at {url} refused, with {error}.": (
        "Das Sprachmodell unter {url} hat abgelehnt, mit {error}."
    ),
    "The language model at {url} is silent; is it busy, or too large?": (
        "Das Sprachmodell unter {url} schweigt; ist es beschäftigt oder zu groß?"
    ),
    "The language model at {url} can't be reached; is it running?": (
        "Das Sprachmodell unter {url} ist nicht zu erreichen; läuft es?"
    ),
    "The language model sends something else than answers.": (
        "Das Sprachmodell schickt etwas anderes als Antworten."
    ),
    "The language model stopped in the middle of its answer.": (
        "Das Sprachmodell hat mitten in der Antwort aufgehört."
    ),
    "no reason": "ohne Grund",
    "Another program keeps writing {file}; try again in a moment.": (
        "Ein anderes Programm schreibt ständig {file}; versuch es gleich noch einmal."
    ),
    "The calendar {file} can't be read: {error}; mend or move it.": (
        "Der Kalender {file} ist nicht zu lesen: {error}; berichtige oder verschiebe ihn."
    ),
    "The calendar has no end; mend or move the file.": (
        "Der Kalender hat kein Ende; berichtige oder verschiebe die Datei."
    ),
    "The contacts in {file} can't be read: {error}; mend or move it.": (
        "Die Kontakte in {file} sind nicht zu lesen: {error}; berichtige oder verschiebe sie."
    ),
    "Can't read {file}: it isn't UTF-8 text; mend or move it.": (
        "{file} ist nicht zu lesen: kein UTF-8-Text; berichtige oder verschiebe die Datei."
    ),
    "Can't read {file}: {error}; mend or move it.": (
        "{file} ist nicht zu lesen: {error}; berichtige oder verschiebe die Datei."
    ),
    "Can't keep {file}: {error}. Free some space or mend its folder.": (
        "{file} lässt sich nicht speichern: {error}. Schaffe Platz oder prüfe den Ordner."
    ),
    "There is no folder {folder} with notes; check answers.notes.": (
        "Es gibt keinen Ordner {folder} mit Notizen; prüfe answers.notes."
    ),
    "The {what} server at {url} doesn't answer.": "Der Server unter {url} antwortet nicht.",
    "The {what} server wants to know who you are; set {setting}.": (
        "Der Server will wissen, wer du bist; setze {setting}."
    ),
    "The {what} server refuses the password of {user}; mend it.": (
        "Der Server lehnt das Passwort von {user} ab; berichtige es."
    ),
    "The {what} server refused a change, with {status}.": (
        "Der Server hat eine Änderung abgelehnt, mit {status}."
    ),
    "Somebody else changed {name} in the {what} meanwhile.": (
        "Jemand anders hat {name} inzwischen geändert."
    ),
    "Calls come in another program; answer there.": (
        "Anrufe kommen in einem anderen Programm an; nimm dort ab."
    ),
    "Calls come in another program; decline there.": (
        "Anrufe kommen in einem anderen Programm an; weise sie dort ab."
    ),
    "The {what} server at {url} is no such server, or breaks off.": (
        "Unter {url} ist kein solcher Server, oder er bricht ab."
    ),
    "The {what} server at {url} fails, with {status}.": (
        "Der Server unter {url} hat einen Fehler, {status}."
    ),
    "The {what} server at {url} gives no {what}: {reason}.": (
        "Der Server unter {url} gibt nichts heraus: {reason}."
    ),
    "There is no {what} at {url}; mend {setting}.": (
        "Unter {url} ist nicht, was gesucht wird; berichtige {setting}."
    ),
    "There is no address book at {url}; mend acting.contacts.": (
        "Unter {url} ist kein Adressbuch; berichtige acting.contacts."
    ),
    (
        "{address} proves itself with a certificate that isn't trusted; mend the address, or the "
        "certificate."
    ): (
        "Dem Zertifikat von {address} ist nicht zu trauen; berichtige die Adresse oder das "
        "Zertifikat."
    ),
    (
        "There is no password for {name}; put it into the keyring, or into passwords.toml beside "
        "the settings."
    ): (
        "Es gibt kein Passwort für {name}; leg es in den Schlüsselbund oder in passwords.toml "
        "neben den Einstellungen."
    ),
    "The house's broker wants to know who you are; set home.user.": (
        "Der Broker des Hauses will wissen, wer du bist; setze home.user."
    ),
    "The house's broker refuses the password of {who}; mend it.": (
        "Der Broker des Hauses lehnt das Passwort von {who} ab; berichtige es."
    ),
    "The house's broker at {where} doesn't answer; is it running?": (
        "Der Broker des Hauses unter {where} antwortet nicht; läuft er?"
    ),
    "{file} is no readable ZIM file; get it anew.": (
        "{file} ist keine lesbare ZIM-Datei; hol sie neu."
    ),
    "{file} is damaged at “{path}”; get it anew.": (
        "{file} ist bei „{path}“ beschädigt; hol sie neu."
    ),
    "Can't lock {file}: {error}; mend its folder.": (
        "{file} lässt sich nicht sperren: {error}; bring den Ordner in Ordnung."
    ),
    "Can't move {file} aside: {error}; mend it.": (
        "{file} lässt sich nicht beiseitelegen: {error}; bring sie in Ordnung."
    ),
    "I couldn't read {file}; I kept it as {aside} and started a new one.": (
        "{file} konnte ich nicht lesen; ich habe sie als {aside} aufgehoben und eine neue "
        "angefangen."
    ),
}
