"""What the assistant can do."""

from assistant import Conversation, intent, phrase

EXAMPLES_SAID = 6
UNSAID = ("help", "repeat", "stop")


@intent(
    "help [me] [please]",
    "what can (i|we) say [to you]",
    "what can you do [for me]",
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
