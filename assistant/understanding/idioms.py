"""Words of conversation in each language: what frames commands and answers, corrects and joins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.records import Language


@dataclass(frozen=True, slots=True)
class Idioms:
    """One language's. Templates are HassIL's; phrases are divided by bars."""

    leads: str
    """What may stand before the value that was asked for."""
    no: str
    """What may stand before a whole new command as an answer."""
    tails: str
    """What may stand behind the value that was asked for."""
    cancel: Sequence[str]
    again: Sequence[str]
    joints: str
    """Words between two commands."""
    corrections: str
    """What begins a correction, as a regular expression."""
    fillers: str
    """Words that can be left out without a loss."""
    negations: str
    """Words that turn a sentence round."""
    small: str
    """Words that carry little meaning."""
    polite: str
    """Phrases that only frame a command."""
    anywhere: str = ""
    """Words that any request may have, whatever it is about; empty where nobody has listed them."""
    unfinished: str = ""
    """Words that free text doesn't end with where a value follows: "book a table for" is no task
    at "four"."""


ENGLISH = Idioms(
    leads="[(no|nope|sorry|wait|um|uh)] [(it's|it is|make it|make that|say|i said|i mean|i meant|"
    "change it to|rather|better|that's)] [(the one|that one)] [(to|for|at|on|in|with)] "
    "[(the|my|his|her|their)]",
    no="[(no|nope|sorry|wait)]",
    tails="[(instead|please|then|rather)]",
    cancel=(
        "(cancel|stop|abort|quit) [(it|that|this|everything|please)]",
        "[no] (never mind|nevermind|forget it|forget about it|leave it)",
    ),
    again=(
        "(repeat|say) (that|it) [again] [please]",
        "(again|once more|repeat|pardon|sorry|what|what was that|come again) [please]",
        "what did you (say|ask)",
    ),
    joints="and then",
    corrections="no|sorry|i mean|wait",
    fillers="a ah an er hey hm just now oh ok okay please so the then uh um well would could can "
    "you i me my want to",
    negations="dont doesnt didnt wont wouldnt cant cannot not no never nothing without stop",
    small="a an the my to for of in on at is it me and i you up",
    polite="could you|can you|would you|will you|would you mind|could we|can we|can i|could i|"
    "you can|you could|you may|may i|please|hey|so|just|also|well|actually|then|now|right now|"
    "for me|for us|thanks|thank you|i want you to|i would like you to|i'd like you to|"
    "i need you to|i want to|i would like to|i'd like to|i need to|i would like to know|"
    "i'd like to know|i want to know|do you know|would you know|let me know|let's|excuse me",
    anywhere="a an the this that these those some any each every all both another other such same "
    "own one ones i you he she it we they me him her us them my your his its our their mine yours "
    "ours theirs myself yourself itself who whom whose which what when where why how whatever "
    "whichever am is are was were be been being do does did doing done have has had having "
    "will would shall should can could may might must need ought im youre hes shes were "
    "theyre ive youve weve id youd hed wed ill youll well dont doesnt didnt isnt arent wasnt "
    "cant couldnt wont wouldnt whats whens wheres whos hows thats theres lets to of in on at "
    "by for from with about into onto over under up down out off around through between "
    "before after during until till since against within without upon and or but so if then "
    "than as because while though although either neither nor whether not no yes please "
    "thanks thank just only also too very really quite maybe perhaps kindly still already yet "
    "again once ever always now here there today right oh ok okay hey hi hello um uh er ah "
    "like much many more most less least few little lot lots bit enough several want wants "
    "wanted know tell let get give got make makes go going come take put see say said show "
    "look help try keep use think wonder wondering able possible sure good great new next "
    "last thing things stuff way kind sort",
    unfinished="a an the my your his her our their of from to for",
)

GERMAN = Idioms(
    leads="[(nein|nee|moment|äh|ähm|sorry|entschuldigung)] [(ich meine|ich meinte|ich sagte|sag|"
    "besser|lieber|nimm|mach daraus)] [(auf|für|um|am|an|in|mit|die (am|um|von))] "
    "[(der|die|das|dem|den|mein|meinem|seinem|seiner|ihrem|ihrer)]",
    no="[(nein|nee|moment|sorry)]",
    tails="[(stattdessen|bitte|lieber|dann)]",
    cancel=(
        "(abbrechen|stopp|stop|halt|brich ab) [(das|bitte)]",
        "[nein] (vergiss es|lass es|lass das|egal|schon gut|doch nicht)",
    ),
    again=(
        "(wiederhole|wiederhol|sag) (das|es) [(noch einmal|noch mal|nochmal)] [bitte]",
        "(noch einmal|noch mal|nochmal|wie bitte|bitte|was) [bitte]",
        "was hast du (gesagt|gefragt)",
    ),
    joints="und dann danach",
    corrections="nein|nee|sorry|ich meine|ich meinte|moment",
    fillers="äh ähm ah oh hey hm mal bitte also so doch denn jetzt ok okay ein eine einen der die "
    "das den mir mich ich du kannst könntest würdest",
    negations="nicht kein keine keinen nie niemals nichts ohne nein",
    small="der die das den dem ein eine einen einem mein meinen auf für um am an in im zu zum von "
    "mit ist es mir mich ich du und",
    polite="bitte|kannst du|könntest du|würdest du|kannst du bitte|ich möchte|ich will|ich möchte "
    "dass du|mal|doch|jetzt|danke|hey|also|dann|für mich|weißt du|entschuldigung|sag mal",
    unfinished="der die das den dem ein eine einen mein meine meinen für von und",
)

SPANISH = Idioms(
    leads="[(no|perdón|espera|eh)] [(digo|quiero decir|mejor|dije|que sea|pon)] [(a|al|en|de|"
    "para|con|por|el (de|del))] [(el|la|los|las|mi|su)]",
    no="[(no|perdón|espera)]",
    tails="[(mejor|por favor|entonces)]",
    cancel=(
        "(cancela|cancelar|para|basta|detente) [(eso|todo|por favor)]",
        "[no] (olvídalo|déjalo|da igual|no importa)",
    ),
    again=(
        "(repite|repítelo|dilo) [(eso|otra vez|de nuevo)] [por favor]",
        "(otra vez|de nuevo|cómo|qué|perdona) [por favor]",
        "qué (has dicho|dijiste|has preguntado)",
    ),
    joints="y luego después entonces",
    corrections="no|perdón|digo|quiero decir|espera",
    fillers="eh ah oh oye pues bueno así ahora por favor un una el la los las me mi yo tú puedes "
    "podrías",
    negations="no nunca nada sin ningún ninguna tampoco",
    small="el la los las un una unos unas de del a al en para por con es me mi yo tú y que",
    polite="por favor|puedes|podrías|quiero|quisiera|quiero que|necesito|me gustaría|oye|gracias|"
    "ahora|ahora mismo|entonces|pues|perdona|sabes|para mí",
    unfinished="el la los las un una mi de a para con por y",
)

FRENCH = Idioms(
    leads="[(non|pardon|attends|euh)] [(je veux dire|je voulais dire|plutôt|j' ai dit|disons|"
    "mets)] [(à|au|en|de|d'|pour|avec|dans|sur|celui de)] [(le|la|les|l'|mon|ma|son|sa)]",
    no="[(non|pardon|attends)]",
    tails="[(plutôt|à la place|s' il te plaît|alors)]",
    cancel=(
        "(annule|annuler|arrête|stop) [(ça|tout|s' il te plaît)]",
        "[non] (laisse tomber|oublie|oublie ça|peu importe|tant pis)",
    ),
    again=(
        "(répète|redis) [(ça|le)] [s' il te plaît]",
        "(encore une fois|pardon|comment|quoi) [s' il te plaît]",
        "qu' (as tu dit|est ce que tu as dit|as tu demandé)",
    ),
    joints="et puis ensuite",
    corrections="non|pardon|je veux dire|attends",
    fillers="euh ah oh hé ben bon alors donc maintenant s il te plaît un une le la les l me moi "
    "mon ma je tu peux pourrais",
    negations="ne n pas jamais rien sans aucun aucune non plus",
    small="le la les l un une des de d du à au en pour par avec est me moi mon ma je tu et que qu",
    polite="s'il te plaît|s'il vous plaît|peux tu|pourrais tu|est ce que tu peux|tu peux|je veux|"
    "je voudrais|j'aimerais|il faut|merci|maintenant|alors|donc|dis|pour moi|excuse moi",
    unfinished="le la les un une mon ma de du des à pour et",
)

ITALIAN = Idioms(
    leads="[(no|scusa|aspetta|ehm)] [(volevo dire|cioè|meglio|anzi|ho detto|facciamo|metti)] "
    "[(a|al|alle|in|di|per|con|sul|quello (di|del|delle))] [(il|la|lo|mio|mia|suo|sua)]",
    no="[(no|scusa|aspetta)]",
    tails="[(invece|piuttosto|per favore|allora)]",
    cancel=(
        "(annulla|annullare|ferma|basta|stop) [(tutto|questo|per favore)]",
        "[no] (lascia perdere|lascia stare|non importa|fa niente|dimentica)",
    ),
    again=(
        "(ripeti|ripetilo|dillo) [(di nuovo|ancora una volta)] [per favore]",
        "(di nuovo|come|cosa|scusa|come scusa) [per favore]",
        "(cosa|che cosa) hai (detto|chiesto)",
    ),
    joints="e poi dopo",
    corrections="no|scusa|volevo dire|cioè|anzi|aspetta",
    fillers="ehm ah oh ehi beh allora dunque adesso per favore un una il lo la i gli le mi mio mia "
    "io tu puoi potresti",
    negations="non mai niente nulla senza nessun nessuna neanche",
    small="il lo la i gli le l un una di d del della a al alla in nel per con è mi mio mia io tu e "
    "che",
    polite="per favore|puoi|potresti|per piacere|voglio|vorrei|mi serve|mi piacerebbe|ehi|grazie|"
    "adesso|ora|allora|dunque|senti|sai|per me|scusa",
    unfinished="il lo la i gli le un uno una mio mia di da a per con e",
)

_IDIOMS: Mapping[Language, Idioms] = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
}

_UNKNOWN = Idioms("", "", "", (), (), "", "(?!)", "", "", "", "")


def idioms(language: Language) -> Idioms:
    """The language's; without any words where it isn't known."""
    return _IDIOMS.get(language, _UNKNOWN)
