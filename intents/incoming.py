"""Calls that come: answered or declined, by voice."""

from assistant import Phone, Reply, intent, phrase

NOBODY = "Nobody is calling."

RULES = {
    "please": "(please|can you|could you|would you|i (want|need|have) to|i'd like to|let me)",
    "call": "(the|this|that|my) [(phone|incoming)] call",
}


def nobody_calls(phone: Phone) -> str:
    return "" if phone.rings() else phrase(NOBODY)


@intent(
    "[<please>] (answer|accept|take) <call> [(please|now)]",
    "[<please>] answer [(it|the phone|the telephone)] [(please|now)]",
    "[<please>] pick up [(the phone|the receiver|<call>)] [(please|now)]",
    "[<please>] (get the phone|pick (it|the phone) up) [(please|now)]",
    "[<please>] put (the caller|them|him|her) through [please]",
    "yes i'll (take|answer) (it|<call>)",
    risk="medium",
    confirm="Take the call?",
    idle=nobody_calls,
    rules=RULES,
    examples=("answer the phone", "pick up"),
)
def answer(phone: Phone) -> str | Reply:
    return phrase("Answered.") if phone.answer() else Reply(phrase(NOBODY), ok=False)


@intent(
    "[<please>] (decline|reject|refuse|dismiss) (it|<call>) [please]",
    "(decline|reject)",
    "[please] (don't|do not) (answer|take|accept) (it|<call>)",
    "[please] (don't|do not) (answer the phone|pick up [the phone])",
    "[<please>] send (it|<call>|them|him|her|the caller) to voicemail [please]",
    "i (can't|cannot|don't want to|won't) (answer|take) (it|the phone|<call>) [[right] now]",
    risk="medium",
    confirm="Decline the call?",
    idle=nobody_calls,
    rules=RULES,
    examples=("decline the call", "don't answer the phone"),
)
def decline(phone: Phone) -> str | Reply:
    return phrase("Declined.") if phone.decline() else Reply(phrase(NOBODY), ok=False)
