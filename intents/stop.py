"""Enough: stops what rings; else there is nothing to do, and that is fine."""

from assistant import Clock, intent, phrase


@intent(
    "stop [it|that|now|please|talking|ringing|the noise|the ringing]",
    "(please|just) stop [it|that]",
    "cancel [it|that|please]",
    "never mind [that|it]",
    "nevermind",
    "(forget|drop|leave) (it|about it|that)",
    "(be|keep) quiet [please]",
    "(shut up|hush|silence|quiet|enough)",
    "that's enough [thank you|thanks]",
    "(turn|switch) (it|that|the ringing|the noise) off",
    "(it's|that's) (okay|ok|fine|all right) [thank you|thanks]",
    "(don't|do not) (bother|worry)",
    "i (heard|hear) (it|you)",
    "nothing [thank you|thanks]",
    examples=("stop", "never mind"),
)
def stop(clock: Clock) -> str:
    stopped = clock.silence()
    return phrase("Stopped." if stopped else "Okay.")
