"""Coffee, as people order it in Picovoice/speech-to-intent-benchmark; the sentences are our own.

Only for measuring: its labels name the values, and `docs/performance.md` has the command.
"""

from typing import Annotated, Literal

from assistant import choices, intent

AMOUNTS = ("", "a little bit of ", "a bit of ", "some ", "a lot of ", "lots of ")
MILKS = ("milk", "skim milk", "whole milk", "soy milk", "almond milk", "cream")
SUGARS = ("sugar", "brown sugar", "sweetener")
RULES = {
    "want": (
        "((can|could|may) i (get|have)|i'd like|i would like|i want|i'll (have|take)|"
        "(get|give|make|bring|brew) [me]|brew)"
    ),
    "sort": "([{size}];[{roast}];[{number_of_shots}])",
}


@intent(
    "[<want>] [(a|an)] <sort> {coffee_drink}",
    "[<want>] [(a|an)] <sort> {coffee_drink} with {milk_amount}",
    "[<want>] [(a|an)] <sort> {coffee_drink} with {sugar_amount}",
    "[<want>] [(a|an)] <sort> {coffee_drink} with {milk_amount} and {sugar_amount}",
    "[<want>] [(a|an)] <sort> {coffee_drink} with {sugar_amount} and {milk_amount}",
    rules=RULES,
    examples=("could I have a small dark roast latte with some soy milk",),
)
def order_drink(
    coffee_drink: Literal[
        "americano",
        "cappuccino",
        "espresso",
        "iced mocha",
        "latte",
        "mocha",
        "coffee",
        "drip coffee",
        "house coffee",
        "iced coffee",
    ],
    size: Literal[
        "small", "medium", "large", "eight ounce", "twelve ounce", "sixteen ounce", "twenty ounce"
    ]
    | None = None,
    roast: Literal["light roast", "medium roast", "dark roast"] | None = None,
    number_of_shots: Literal["single shot", "double shot", "triple shot"] | None = None,
    milk_amount: Annotated[str, choices(*(a + m for a in AMOUNTS for m in MILKS))] | None = None,
    sugar_amount: Annotated[str, choices(*(a + s for a in AMOUNTS for s in SUGARS))] | None = None,
) -> str:
    first = [each for each in (size, roast, number_of_shots) if each]
    added = [each for each in (milk_amount, sugar_amount) if each]
    return " ".join([*first, coffee_drink]) + (f" with {' and '.join(added)}" if added else "")
