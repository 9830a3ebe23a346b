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
    why: tuple[str, str] | None = None
    """A whole question why something was asked, and what is as much while that waits for an answer;
    None where the abilities' own templates have both.
    """
    unfinished: str = ""
    """Words that free text doesn't end with where a value follows: "book a table for" is no task
    at "four"."""
    questions: str = ""
    """Words that begin a question: "remind me what day it is" is nothing to be reminded of."""
    sign: str = "minus"
    """Makes of a number another one; it isn't passed over."""


ENGLISH = Idioms(
    leads="[(no|nope|sorry|wait|um|uh|actually|no actually)] [(it's|it is|make it|make that|say|"
    "i said|i mean|i meant|change it to|rather|better|that's)] [(the one|that one)] "
    "[(to|for|at|on|in|with)] [(the|my|his|her|their)]",
    no="[(no|nope|sorry|wait|actually|no actually)]",
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
    corrections="no|sorry|i mean|wait|actually|make it|make that",
    fillers="a ah an er hey hm just now oh ok okay please so the then uh um well would could can "
    "you i me my want to",
    questions="what which who whom whose when where why how whether",
    negations="dont doesnt didnt wont wouldnt cant cannot not no never nothing without stop",
    small="a an the my to for of in on at by is it me and i you up",
    polite="could you|can you|would you|will you|would you mind|could we|can we|can i|could i|you "
    "can|you could|you may|may i|please|hey|so|just|also|well|actually|then|now|right now|for me|"
    "for us|thanks|thank you|i want you to|i would like you to|i'd like you to|i need you to|i "
    "want to|i would like to|i'd like to|i need to|i would like to know|we want to|we would like "
    "to|we'd like to|we need to|i'd like to know|i want to know|do you know|would you know|let me "
    "know|let's|excuse me|tell me|any idea|do you have any idea|do you happen to know|go ahead "
    "and|go on and|go and|would you kindly|kindly|maybe|perhaps|quickly|quick|real quick|if you "
    "can|if you could|when you can|at the moment|at present|right away|be so kind and|be so kind "
    "as to|i'd really like you to|i'd love to|i'd love you to|can i ask you to",
    anywhere="a an the this that these those some any each every all both another other such same "
    "own one ones i you it we me him her us them my your his its our their mine yours "
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
    why=("why do you ask", "(why|how come) [(that|is that|not)]"),
    unfinished="a an the my your his her our their of from to for",
)

GERMAN = Idioms(
    leads="[(nein|nee|ach nein|quatsch|moment|äh|ähm|sorry|entschuldigung)] [(ich meine|ich meinte|"
    "ich sagte|sag|besser|lieber|nimm|mach daraus)] "
    "[(auf|für|um|am|an|in|mit|die (am|um|von))] "
    "[(der|die|das|dem|den|mein|meinem|seinem|seiner|ihrem|ihrer)]",
    no="[(nein|nee|ach nein|quatsch|moment|sorry)]",
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
    corrections="ach nein|nein|nee|quatsch|lieber|doch lieber|sorry|ich meine|ich meinte|moment",
    fillers="äh ähm ah oh hey hm mal bitte also so doch denn jetzt ok okay ein eine einen der die "
    "das den mir mich ich du kannst könntest würdest",
    questions="was welcher welche welches welchen wer wen wem wann wo warum wieso wie wieviel ob",
    negations="nicht kein keine keinen nie niemals nichts ohne nein",
    small="der die das den dem ein eine einen einem mein meinen auf für um am an in im zu zum von "
    "mit ist es mir mich ich du und",
    polite="bitte|kannst du|könntest du|würdest du|kannst du bitte|könntest du bitte|würdest du "
    "bitte|du kannst|du könntest|ich möchte|ich will|ich mag|ich würde gern|ich würde gerne|wir "
    "möchten|wir wollen|wir mögen|wir würden gern|wir würden gerne|ich möchte dass du|mal|doch|"
    "jetzt|danke|hey|also|dann|für mich|weißt du|entschuldigung|sag mal|sag mir|kannst du mir "
    "sagen|könntest du mir sagen|ich wüsste gern|vielleicht|schnell|eben|sei so gut und|im moment|"
    "wenn du kannst|sei so lieb und|sei so nett und|ach|komm|na los|los|hör mal|einfach|eigentlich",
    anywhere="der die das den dem des ein eine einen einem einer eines dieser diese dieses "
    "diesen diesem jener jede jeder jedes jeden jedem alle alles allen beide beiden "
    "andere anderen anderer solche selbst eigene eigenen man jemand etwas was wer wen "
    "wem wo wann warum wieso weshalb wie welche welcher welches welchen wohin woher "
    "worum ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein "
    "meine meinen meinem meiner dein deine deinen deinem deiner sein seine seinen "
    "unser unsere unseren euer ihre ihren bin bist ist sind seid war waren wäre "
    "gewesen habe hab hast hat haben hatte hätte gehabt werde wirst wird werden wurde "
    "würde würdest kann kannst können könnte könntest könnten konnte will willst "
    "wollen wollte muss musst müssen müsste soll sollst sollen sollte darf darfst "
    "dürfen dürfte mag möchte magst brauche tu tue tun tut getan mach mache machen "
    "macht gemacht lass lasse lassen gib gebe geben gibt geht gehen komm kommt kommen "
    "nimm nehmen sag sage sagen sagst zeig zeigen schau guck sieh weiß weißt wissen "
    "hätten gern gerne bitte danke nicht kein keine keinen keinem nie niemals nichts "
    "ohne ja nein doch auf für um am an im in ins zu zum zur von vom mit bei beim "
    "nach vor aus über unter durch gegen bis seit ab ob und oder aber denn weil wenn "
    "als dass damit sondern also so da dann dort hier her hin rein raus jetzt nun "
    "gleich sofort heute schon noch mal einmal nochmal wieder immer eben halt "
    "eigentlich vielleicht wohl auch nur sehr ganz viel viele mehr meisten wenig "
    "weniger paar bisschen genug gerade bald später ok okay hey hallo äh ähm oh ah hm "
    "denk denken helfen hilf versuch nächste nächsten nächstes letzte letzten neue "
    "neuen neues gut gute guten sache sachen ding dinge mach's gibt's ist's geht's "
    "möglich schnell kurz einfach",
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
    corrections="no|perdón|digo|quiero decir|espera|mejor",
    fillers="eh ah oh oye pues bueno así ahora por favor un una el la los las me mi yo tú puedes "
    "podrías",
    sign="menos",
    questions="qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas",
    negations="no nunca nada sin ningún ninguna tampoco",
    small="el la los las un una unos unas de del a al en por con es me mi yo tú y que",
    polite="por favor|puedes|podrías|quiero|quisiera|quiero que|me gustaría que|nos gustaría|"
    "necesito|me gustaría|oye|gracias|ahora|ahora mismo|entonces|pues|perdona|sabes|para mí|dime|"
    "puedes decirme|podrías decirme|quiero saber|quisiera saber|quizás|tal vez|rápido|si puedes|"
    "en este momento|hazme el favor de|haz el favor de|te importa|a ver|anda|venga|ya puedes|mira",
    anywhere="el la los las lo un una unos unas este esta esto estos estas ese esa eso esos "
    "esas aquel aquella aquello algún alguna algunos algo alguien cada todo toda "
    "todos todas ambos otro otra otros otras mismo misma propio yo tú usted él ella "
    "ellos ellas nosotros ustedes me te se le les nos mí ti mi mis tu tus su sus "
    "nuestro nuestra mío mía tuyo suyo quién qué cuál cuáles cuándo dónde por cómo "
    "cuánto cuánta que quien cual cuando donde como soy eres es somos son era eran "
    "fue ser sido siendo estoy estás está estamos están estaba estar he has ha hemos "
    "han había haber hay hubo hago haces hace hacer hecho haz hagas haga hará puedo "
    "puedes puede podemos pueden podrías podría poder pudieras quiero quieres quiere "
    "queremos quisiera querría quería necesito necesitas debo debes debe debería "
    "tengo tienes tiene tenemos tener tenga tenía voy vas va vamos van ir ve vete ven "
    "viene venir doy da dar dame dale di dime decir digas dice dicho pon ponme poner "
    "pone ponga saca toma tomar deja déjame dejar ver mira sabes sé saber sepas creo "
    "crees ayuda ayúdame intenta usa gustaría gusta apetece favor gracias no sin "
    "nunca jamás nada ningún ninguna nadie tampoco sí a al de del en con para sobre "
    "entre hasta desde hacia contra según tras ante durante bajo y e o u pero si "
    "porque pues aunque mientras ni sino entonces luego después antes ahora ya aún "
    "todavía aquí ahí allí hoy siempre vez veces también solo sólo muy más menos "
    "mucho mucha muchos poco poca pocos bastante quizás quizá tal tan tanto así bien "
    "bueno buena buen nuevo nueva próximo próxima último última cosa cosas eh ah oh "
    "oye hola vale ok okay perdona perdón venga anda posible rápido",
    why=("por qué preguntas", "(por qué|y eso por qué)"),
    unfinished="el la los las un una mi de a para con por y",
)

FRENCH = Idioms(
    leads="[(non|enfin non|enfin|pardon|attends|euh)] [(je veux dire|je voulais dire|plutôt|"
    "j' ai dit|disons|mets)] [(à|au|en|de|d'|pour|avec|dans|sur|celui de)] "
    "[(le|la|les|l'|mon|ma|son|sa)]",
    no="[(non|enfin non|pardon|attends)]",
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
    corrections="enfin|non|plutôt|pardon|je veux dire|attends",
    fillers="euh ah oh hé ben bon alors donc maintenant s il te plaît un une le la les l me moi "
    "mon ma je tu peux pourrais",
    sign="moins",
    questions="quel quelle quels quelles qui quand où pourquoi comment combien",
    negations="ne n pas jamais rien sans aucun aucune non plus",
    small="le la les l un une des de d du à au en pour par avec est me moi mon ma je tu et que qu",
    polite="s'il te plaît|s'il vous plaît|peux tu|pourrais tu|est ce que tu peux|tu peux|je veux|"
    "je voudrais|j'aimerais|nous voudrions|nous voulons|on veut|on voudrait|on aimerait|il faut|"
    "merci|maintenant|alors|donc|dis|pour moi|excuse moi|dis moi|peux tu me dire|tu peux me dire|"
    "pourrais tu me dire|je voudrais savoir|j'aimerais savoir|tu sais|peut être|vite|si tu peux|"
    "en ce moment|allez|vas y|sois gentil et|sois gentille et|dis donc|bon|tiens|au fait",
    anywhere="le la les l un une des du de d ce cet cette ces ça cela ceci celui celle quelque "
    "quelques quelqu chaque tout toute tous toutes autre autres même mêmes propre je "
    "j tu il elle on nous vous ils elles me m te t se s lui leur moi toi soi eux y en "
    "mon ma mes ton ta tes son sa ses notre nos votre vos leurs qui que qu quoi quel "
    "quelle quels quelles quand où pourquoi comment combien dont suis es est sommes "
    "êtes sont étais était étaient été être sera serait ai as a avons avez ont avais "
    "avait avoir aurait eu aurais fais fait font faire faites ferait fasse peux peut "
    "pouvons pouvez peuvent pourrais pourrait pouvoir veux veut voulons voulez "
    "vouloir voudrais voudrait aimerais aimerait dois doit devons devoir devrais "
    "devrait faut faudrait besoin vais vas va allons aller vient viens venir donne "
    "donner donnes mets met mettre mettez prends prendre dis dit dire dites montre "
    "montrer vois voir regarde sais sait savoir crois pense penser aide aider essaie "
    "laisse laisser plaît merci ne n pas plus jamais rien sans aucun aucune non ni "
    "oui si à au aux dans sur sous avec pour par vers chez entre contre avant après "
    "depuis pendant jusqu jusque et ou mais donc car parce comme lorsque puisque "
    "alors puis ensuite maintenant déjà encore ici là hier toujours fois aussi "
    "seulement juste très trop peu moins beaucoup assez bien bon bonne bonnes peut- "
    "être presque quasi tant tellement ainsi nouveau nouvelle prochain prochaine "
    "dernier dernière chose choses truc trucs euh ah oh hé ben salut ok okay allez "
    "voilà tiens possible vite c",
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
    corrections="no|scusa|volevo dire|cioè|anzi|meglio|aspetta",
    fillers="ehm ah oh ehi beh allora dunque adesso favore un una il lo la i gli le mi mio mia "
    "io tu puoi potresti",
    sign="meno",
    questions="chi cosa quale quali qual quando dove perché come quanto quanta quanti quante ora "
    "ore",
    negations="non mai niente nulla senza nessun nessuna neanche",
    small="il lo la i gli le l un una di d del della a al alla in nel per con è mi mio mia io tu e "
    "che",
    polite="per favore|puoi|potresti|per piacere|voglio|vorrei|mi serve|mi piacerebbe|ci "
    "piacerebbe|ehi|grazie|adesso|ora|allora|dunque|senti|sai|per me|scusa|dimmi|puoi dirmi|mi "
    "puoi dire|potresti dirmi|vorrei sapere|magari|forse|veloce|se puoi|in questo momento|per "
    "cortesia|dai|su|forza|fammi il favore di|ti dispiace|a proposito|ascolta|un attimo",
    anywhere="il lo la i gli le l un uno una questo questa questi queste quello quella quelli "
    "quelle quel qualche qualcosa qualcuno ogni tutto tutta tutti tutte entrambi "
    "altro altra altri altre stesso stessa proprio io tu lui lei noi voi loro mi ti "
    "si ci vi ne me te sé mio mia miei mie tuo tua tuoi tue suo sua nostro nostra chi "
    "che cosa cos quale quali qual quando dove perché come quanto quanta quanti "
    "quante cui sono sei è siamo siete era erano ero essere stato stata sia sarà ho "
    "hai ha abbiamo avete hanno avevo aveva avere avrei abbia c fare faccio fai fa "
    "facciamo fanno fatto fammi farmi farebbe posso puoi può possiamo potete possono "
    "potresti potrebbe potere voglio vuoi vuole vogliamo vorrei vorrebbe volevo devo "
    "devi deve dobbiamo dovrei dovrebbe serve bisogno vado vai va andiamo andare "
    "vieni viene venire do dai dà dare dammi dimmi dire dici dico detto di' metti "
    "mettere mettimi prendi prendere lascia lasciare lasciami vedi vedere vediamo "
    "guarda sai so sapere sapresti credo pensi aiutami aiuta prova usa piacerebbe "
    "piacere favore cortesia grazie non mai niente nulla senza nessun nessuna nessuno "
    "neanche nemmeno no sì a ad al allo alla all ai agli alle di d del dello della "
    "dell dei degli delle da dal dalla dall in nel nello nella nell nei nelle con su "
    "sul sullo sulla sull sui sulle per tra fra contro verso fino sopra sotto prima "
    "dopo durante e ed o oppure ma se però mentre allora quindi dunque poi adesso ora "
    "ancora già qui qua lì là oggi sempre volta volte anche solo soltanto molto molta "
    "più meno poco poca pochi abbastanza forse troppo tanto così bene buono buona "
    "bello nuovo nuova prossimo prossima ultimo ultima cose eh ah oh ehi ehm beh ciao "
    "ok okay scusa senti pure possibile subito presto",
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
