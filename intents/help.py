"""What the assistant can do."""

from assistant import Conversation, intent, phrase

EXAMPLES_SAID = 6
UNSAID = ("help", "repeat", "stop")


@intent(
    "[please] help [me] [(please|a little)]",
    "what [else] can you do [for me]",
    "what (sort|kind|kinds) of things (can you do|do you understand|can i (say|ask))",
    "what [are] [all] [the] things [that] you can do",
    "how am i supposed to (use|talk to) you",
    "(explain|show me|tell me) how (this works|you work|to use you)",
    "(some|a little) help [(please|would be nice)]",
    "teach me [how] to (use|talk to) you",
    "read me [a list of] [all] (your|the) (commands|abilities|skills)",
    "i (don't|do not) know what (i can|to) say to you",
    "what can (i|we) say [to you]",
    "what (do|can) you understand",
    "what (commands|abilities|skills) (are there|do you have|do you know|can i use)",
    "what (could|should|may) i (say|ask) [you]",
    "what can i ask [you] [for|about]",
    "how (do i|can i) (use|talk to) you",
    "how (do|does) (you|this) work",
    "(show|tell) me what you can do",
    "(show|tell|give) me (some examples|[all] (the|your) (commands|abilities))",
    "(list|name) [(your|the|all)] (commands|abilities|skills)",
    "(can|could) you help me [please]",
    "i need [some] help",
    "what are (you able to do|your abilities|your skills|my options)",
    aside="answer",
    examples=("what can i say", "help"),
)
def what_can_i_say(conversation: Conversation) -> str:
    examples: dict[str, str] = {}
    for ability in conversation.abilities():
        examples.setdefault(ability.name.split(".")[0], ability.example)
    said = [f"“{example}”" for family, example in examples.items() if family not in UNSAID]
    return phrase("You can say {examples}, and more.", examples=", ".join(said[:EXAMPLES_SAID]))
