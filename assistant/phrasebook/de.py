"""German."""

from __future__ import annotations

PHRASES = {
    "Yes?": "Ja?",
    "What do you mean?": "Was meinst du?",
    "What {slot}?": "Was ist {slot}?",
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
}
