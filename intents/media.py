"""What plays on this machine, and how loud."""

from typing import Annotated

from assistant import Media, Percent, Reply, Volume, choices, intent, phrase

RULES = {
    "please": "(please|(can|could|would|will) you [please])",
    "the": "[(the|my|this|that)]",
    "music": "(music|song|track|radio|film|movie|video|playback|podcast|player|tune)",
    "volume": "(volume|sound)",
    "level": "({level}|{0..100:level})",
    "amount": "({amount}|{0..100:amount})",
}
Direction = Annotated[
    str,
    choices(
        {
            "up|louder|higher|raise|increase": "up",
            "down|quieter|lower|softer|reduce|decrease": "down",
        }
    ),
]

STEP = Percent(10.0)
"""Percent of "louder", where nobody says by how much."""


@intent(
    "[<please>] (pause|stop|halt) <the> <music> [please]",
    "[<please>] (pause|stop|halt) playing [<the> <music>]",
    "[<please>] turn off <the> <music>",
    "[<please>] turn <the> <music> off",
    "(no more|enough) <music> [please]",
    "[<please>] put <the> <music> on hold",
    "<music> (off|stop|pause) [please]",
    "<the> <music> (can|should|must) stop",
    "[<please>] end <the> <music>",
    "[<please>] hold <the> <music>",
    rules=RULES,
    examples=("pause the music",),
)
def pause(media: Media) -> str:
    media.do("pause")
    return phrase("Paused.")


@intent(
    "[<please>] (play|resume|continue|start|unpause) <the> <music> [again|please]",
    "[<please>] (go on|carry on|continue|keep) playing [<the> <music>]",
    "[<please>] (turn on|put on|switch on) <the> <music>",
    "[<please>] (turn|put|switch) <the> <music> (on|back on)",
    "[<please>] play some <music>",
    "<music> (on|play) [please]",
    "(i want|i'd like) to hear (some|the|my) <music>",
    "(let's have|give me) some <music>",
    "[<please>] go on with <the> <music>",
    "[<please>] let <the> <music> (play|go on|continue)",
    rules=RULES,
    examples=("play the music",),
)
def play(media: Media) -> str:
    media.do("play")
    return phrase("Playing.")


@intent(
    "[<please>] (play|go to|skip to|put on) the next <music> [please]",
    "next <music> [please]",
    "[<please>] (skip|jump over) <the> <music> [please]",
    "[<please>] (skip|change) this <music>",
    "(i don't like|i hate) this <music>",
    "[<please>] play (another|a different) <music>",
    "(another|a different) <music> please",
    "[<please>] (go|move) on to the next <music>",
    "[<please>] play something else",
    "[<please>] one <music> (further|forward|ahead)",
    rules=RULES,
    examples=("next song",),
)
def next_one(media: Media) -> str:
    media.do("next")
    return phrase("The next one.")


@intent(
    "[<please>] (play|go to|go back to|put on) the (previous|last) <music> [again|please]",
    "(previous|last) <music> [please]",
    "[<please>] (go|skip) back (a|one) <music>",
    "[<please>] play the <music> before",
    "[<please>] back to the (previous|last) <music>",
    "[<please>] one <music> back",
    "the <music> before [this one|that] [please]",
    "[<please>] (repeat|replay) the (previous|last) <music>",
    "what was that <music> before play it again",
    "[<please>] return to the (previous|last) <music>",
    rules=RULES,
    examples=("previous song",),
)
def previous(media: Media) -> str:
    media.do("previous")
    return phrase("The one before.")


@intent(
    "(what|which) <music> is (this|that|playing|on) [now]",
    "(what's|what is) (this|that) <music> [called]",
    "(what's|what is) [(currently|now)] playing [now|right now|at the moment]",
    "who (sings|plays|made|is singing) (this|that) [<music>]",
    "(what's|what is) the (name|title) of (this|that|the) <music>",
    "(tell me|do you know) (what|which) <music> (this|that) is",
    "(what|which) <music> am i (listening to|hearing)",
    "(what|who) am i (listening to|hearing)",
    "whose <music> is (this|that)",
    "is (anything|something) playing",
    rules=RULES,
    examples=("what song is this",),
)
def playing(media: Media) -> str:
    track = media.playing()
    if track is None:
        return phrase("Nothing is playing.")
    if not track.title:
        return phrase("Something without a name.")
    if not track.artist:
        return phrase("{title}.", title=track.title)
    return phrase("{title}, by {artist}.", title=track.title, artist=track.artist)


@intent(
    "[<please>] (set|turn|put|change) the <volume> [down|up] to <level> [please]",
    "<volume> [to|at] <level> [please]",
    "[<please>] (raise|lower|increase|reduce) the <volume> to <level>",
    "[<please>] (make it|be) <level> loud",
    "(i want|i'd like) the <volume> at <level>",
    "[<please>] (go|turn) to <volume> <level>",
    "set <volume> <level>",
    "the <volume> should be [at] <level>",
    "[<please>] adjust the <volume> to <level>",
    "[<please>] bring the <volume> (up|down) to <level>",
    rules=RULES,
    asks={"level": "How loud, in percent?"},
    examples=("set the volume to forty percent",),
)
def set_volume(level: Percent, volume: Volume) -> str | Reply:
    if not 0 <= level <= 100:
        return Reply(phrase("The volume goes from nought to a hundred percent."), ok=False)
    volume.set(level)
    return at(level)


@intent(
    "[<please>] turn <the> <volume> {direction} [a bit|a little|please]",
    "[<please>] turn {direction} <the> (volume|sound|music|radio) [a bit|a little]",
    "<volume> {direction} [please]",
    "[<please>] (make it|make the music) [a bit|a little|much] {direction} [please]",
    "[<please>] (play|speak|talk) [a bit|a little] {direction}",
    "(a bit|a little) {direction} please",
    "[<please>] turn it {direction} [a bit|a little|please]",
    "(i want|i'd like) it [a bit|a little] {direction}",
    "[<please>] turn the music {direction}",
    "[<please>] bring the <volume> {direction}",
    "[<please>] turn <the> <volume> {direction} by <amount> [please]",
    "[<please>] turn {direction} <the> <volume> by <amount> [please]",
    "<volume> {direction} [by] <amount> [please]",
    "[<please>] {direction} the <volume> [by <amount>] [please]",
    rules=RULES,
    asks={"direction": "Up or down?"},
    examples=("turn the volume up", "make it quieter"),
)
def change_volume(direction: Direction, volume: Volume, amount: Percent = STEP) -> str:
    step = amount if direction == "up" else -amount
    level = max(0.0, min(100.0, volume.level() + step))
    volume.set(level)
    return at(level)


@intent(
    "[<please>] mute [the] (sound|volume|speaker|speakers|music|loudspeaker)",
    "mute [yourself|please]",
    "[<please>] (turn|switch) off the (sound|speakers|loudspeaker)",
    "[<please>] (turn|switch) the (sound|speakers|loudspeaker) off",
    "(sound|speakers) off [please]",
    "[<please>] silence the (sound|speakers|music|loudspeaker)",
    "no sound [please]",
    "[<please>] go mute",
    "[<please>] (make|keep) the (speakers|loudspeaker) silent",
    "the (sound|speakers) should be off",
    rules=RULES,
    examples=("mute the sound",),
)
def mute(volume: Volume) -> str:
    volume.mute(True)
    return phrase("Muted.")


@intent(
    "[<please>] unmute [the] [(sound|volume|speaker|speakers|music|loudspeaker)]",
    "[<please>] (turn|switch) on the (sound|speakers|loudspeaker)",
    "[<please>] (turn|switch) the (sound|speakers|loudspeaker) (on|back on)",
    "(sound|speakers) on [please]",
    "[<please>] (end|undo) the mute",
    "[<please>] stop muting [the] [sound|speakers]",
    "[<please>] (give me|i want) [the] sound [again|back]",
    "the (sound|speakers) should be on [again]",
    "[<please>] let me hear (it|the sound) again",
    "sound back on [please]",
    rules=RULES,
    examples=("unmute the sound",),
)
def unmute(volume: Volume) -> str:
    volume.mute(False)
    return at(volume.level())


@intent(
    "how loud (is it|are you|is the sound|is the music) [now|set]",
    "(what's|what is) the [current] volume [now|set to]",
    "what volume (is it|are you|are we) [at|on]",
    "(tell|show) me the [current] volume",
    "how high is the volume [set]",
    "(what|which) volume is [it] set",
    "at what volume are (we|you)",
    "[<please>] check the volume",
    "the [current] volume please",
    "how much volume is (there|that|it)",
    rules=RULES,
    examples=("how loud is it",),
)
def ask_volume(volume: Volume) -> str:
    return at(volume.level())


def at(level: float) -> str:
    return phrase("Volume at {level} percent.", level=round(level))
