"""Sums: spoken operators, percentages, fractions, powers and roots."""

import ast
import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Annotated

from assistant import Ordinal, Percent, Reply, choices, intent, phrase, rounded

RULES = {
    "what_is": "(what's|what is|what are|calculate|compute|work out|tell me|how much is)",
    "can_you": "(can|could) you (calculate|compute|work out|figure out|tell me)",
}

Operator = Annotated[
    str,
    choices(
        {
            "plus|added to": "+",
            "minus|less|take away": "-",
            "times|multiplied by|multiply by|x": "*",
            "divided by|over|divide by": "/",
            "to the power of|raised to [the power of]": "**",
            "modulo|mod": "%",
        }
    ),
]


@intent(
    "<what_is> {a} {first} {b}",
    "<what_is> {a} {first} {b} {second} {c}",
    "<what_is> {a} {first} {b} {second} {c} {third} {d}",
    "{a} {first} {b}",
    "{a} {first} {b} {second} {c}",
    "how much (is|are) {a} {first} {b}",
    "how much (does|do|would) {a} {first} {b} (make|give|equal)",
    "what (does|do|would) {a} {first} {b} (make|give|equal)",
    "(can|could) you (calculate|compute|work out|add up|tell me) {a} {first} {b}",
    "(can|could) you tell me what {a} {first} {b} is",
    "what (do you|do i|would i) get (for|from|with) {a} {first} {b}",
    "{a} {first} {b} (is|equals) [what]",
    "(solve|evaluate) {a} {first} {b}",
    rules=RULES,
    examples=("what is five plus three", "twelve times seven"),
)
def calculate(
    a: float,
    first: Operator,
    b: float,
    second: Operator | None = None,
    c: float | None = None,
    third: Operator | None = None,
    d: float | None = None,
) -> str | Reply:
    more = (f" {how} ({number})" for how, number in ((second, c), (third, d)) if how)
    return answer(f"({a}) {first} ({b}){''.join(more)}")


Verb = Annotated[str, choices({"(add|sum) [up]|put together": "+", "multiply": "*", "divide": "/"})]
Result = Annotated[
    str,
    choices(
        {
            "sum|total": "+",
            "difference": "-",
            "product": "*",
            "quotient|ratio": "/",
            "average": "mean",
        }
    ),
]


@intent(
    "{how} {a} (and|to|by|with) {b}",
    "{how} {a} (and|to|by|with) {b} (and|to|by|with) {c}",
    "(please|can you|could you|would you) {how} {a} (and|to|by|with) {b}",
    "what (is|do i get) [if] [(i|you)] {how} {a} (and|to|by|with) {b}",
    "what (happens|comes out) (if|when) (i|you) {how} {a} (and|to|by|with) {b}",
    "(i need|i want) you to {how} {a} (and|to|by|with) {b}",
    "let's {how} {a} (and|to|by|with) {b}",
    "(now|then) {how} {a} (and|to|by|with) {b}",
    "help me {how} {a} (and|to|by|with) {b}",
    "{how} {a} (and|to|by|with) {b} for me",
    examples=("divide ninety by six", "add twelve and thirty"),
)
def carry_out(how: Verb, a: float, b: float, c: float | None = None) -> str | Reply:
    return answer(f" {how} ".join(f"({number})" for number in (a, b, c) if number is not None))


@intent(
    "(subtract|deduct|take|take away) {amount} from {whole}",
    "take {amount} (away from|off) {whole} [please]",
    "(please|can you|could you|would you) (subtract|deduct|take) {amount} from {whole}",
    "what (is|do i get) [if] [(i|you)] (subtract|take) {amount} from {whole}",
    "<what_is> {amount} (less than|from) {whole}",
    "what (is|remains|is left) if (i|you) take {amount} (away from|off|from) {whole}",
    "what is the difference if you take {amount} from {whole}",
    "help me (subtract|take) {amount} from {whole}",
    "(i need|i want) you to (subtract|take) {amount} from {whole}",
    "let's (subtract|take) {amount} from {whole}",
    rules=RULES,
    examples=("subtract nine from thirty",),
)
def subtract(amount: float, whole: float) -> str | Reply:
    return answer(f"({whole}) - ({amount})")


@intent(
    "<what_is> the {what} (of|between) {a} and {b}",
    "<what_is> the {what} of {a} {b} and {c}",
    "<what_is> the {what} (of|between) {a} and {b} and {c}",
    "[the] {what} (of|between) {a} and {b}",
    "<can_you> the {what} (of|between) {a} and {b}",
    "(find|take|get|give me) the {what} (of|between) {a} and {b}",
    "(i need|i want) the {what} (of|between) {a} and {b}",
    "(do you know|what would be) the {what} (of|between) {a} and {b}",
    "how (big|large|much) is the {what} (of|between) {a} and {b}",
    "what {what} do {a} and {b} (have|give|make)",
    "what do {a} and {b} {what} up to",
    rules=RULES,
    examples=("what is the average of four and ten", "the sum of three and nine"),
)
def result_of(what: Result, a: float, b: float, c: float | None = None) -> str | Reply:
    numbers = [f"({number})" for number in (a, b, c) if number is not None]
    if what == "mean":
        return answer(f"({' + '.join(numbers)}) / {len(numbers)}")
    if what == "-":
        return answer(f"({max(a, b)}) - ({min(a, b)})")
    return answer(f" {what} ".join(numbers))


@intent(
    "<what_is> {share} of {whole}",
    "{share} of {whole}",
    "how much (is|are) {share} of {whole}",
    "how much (does|do|would) {share} of {whole} (make|give)",
    "how much (do|would) i save with {share} off [of] {whole}",
    "what (does|do|would) {share} of {whole} (make|give|come to)",
    "<can_you> {share} of {whole}",
    "(can|could) you tell me what {share} of {whole} is",
    "(take|find|get) {share} of {whole}",
    "i (need|want) {share} of {whole}",
    "(solve|evaluate|figure out) {share} of {whole}",
    rules=RULES,
    examples=("what is twenty percent of eighty",),
)
def percentage(share: Percent, whole: float) -> str | Reply:
    return answer(f"({share}) * ({whole}) / 100")


@intent(
    "<what_is> {whole} (plus|and) {share}",
    "{whole} plus {share}",
    "add {share} to {whole}",
    "(increase|raise) {whole} by {share}",
    "<what_is> {whole} (increased|raised) by {share}",
    "<what_is> {share} (more than|on top of) {whole}",
    "how much is {whole} with {share} (more|added|on top)",
    "put {share} on (top of|to) {whole}",
    "(can|could) you add {share} to {whole}",
    "what (is|does) {whole} [be] (after|with) (a|an) {share} (increase|rise|markup) [cost]",
    rules=RULES,
    examples=("add ten percent to eighty",),
)
def percent_more(share: Percent, whole: float) -> str | Reply:
    return answer(f"({whole}) * (100 + ({share})) / 100")


@intent(
    "<what_is> {whole} (minus|less) {share}",
    "{whole} minus {share}",
    "<what_is> {share} off [of] {whole}",
    "{share} off [of] {whole}",
    "(take|knock) {share} (off|from) {whole}",
    "(decrease|reduce|lower) {whole} by {share}",
    "<what_is> {whole} (decreased|reduced) by {share}",
    "<what_is> {whole} with (a|an) {share} (discount|reduction)",
    "<what_is> (a|an) {share} (discount|reduction) (on|of) {whole}",
    "how much is {whole} with {share} off",
    "(can|could) you take {share} off {whole}",
    rules=RULES,
    examples=("what is twenty percent off eighty",),
)
def percent_less(share: Percent, whole: float) -> str | Reply:
    return answer(f"({whole}) * (100 - ({share})) / 100")


@intent(
    "(what|which) (percent|percentage) of {whole} is {part}",
    "(what|which) (percent|percentage) is {part} (of|out of) {whole}",
    "{part} is (what|which) (percent|percentage) of {whole}",
    "how many percent (of {whole} is {part}|is {part} of {whole})",
    "<what_is> {part} (of|out of) {whole} (in percent|as a percentage)",
    "{part} out of {whole} (in percent|as a percentage)",
    "<can_you> what (percent|percentage) {part} is (of|out of) {whole}",
    "(express|give) {part} as a percentage of {whole}",
    "how much is {part} (of|out of) {whole} (in percent|as a percentage)",
    "what share of {whole} is {part} [in percent]",
    rules=RULES,
    examples=("what percentage of sixty is fifteen",),
)
def share_of(part: float, whole: float) -> str | Reply:
    try:
        share = evaluate(f"({part}) * 100 / ({whole})")
    except ZeroDivisionError:
        return Reply(phrase("Nothing can be divided by zero."), ok=False)
    return phrase("{number} percent.", number=rounded(float(share)))


@intent(
    "<what_is> (a|an|the) {share} tip (on|for) {bill} [<money>]",
    "{share} tip (on|for) {bill} [<money>]",
    "how much (is|would be) (a|an|the) {share} tip (on|for) {bill} [<money>]",
    "how much (do|should|would) i tip (on|for) {bill} [<money>] (at|with) {share}",
    "(calculate|work out|figure out) (a|the) tip of {share} (on|for) {bill} [<money>]",
    "what do i pay for {bill} [<money>] with (a|an) {share} tip",
    "<can_you> (a|the) {share} tip (on|for) {bill} [<money>]",
    "tip {share} (on|for) {bill} [<money>]",
    "the bill is {bill} [<money>] [and] [i want to] tip {share}",
    "(add|leave) (a|an) {share} tip (to|on|for) {bill} [<money>]",
    rules={**RULES, "money": "(pound[s]|dollar[s]|euro[s]|franc[s])"},
    examples=("what is a fifteen percent tip on forty pounds",),
)
def tip(share: Percent, bill: float) -> str:
    more = float(evaluate(f"({share}) * ({bill}) / 100"))
    return phrase(
        "{tip} on top, {whole} in all.", tip=rounded(round(more, 2)), whole=rounded(bill + more)
    )


Part = Annotated[
    str,
    choices(
        {
            "half|(a|one) half": "1/2",
            "(a|one) third": "1/3",
            "two thirds": "2/3",
            "(a|one) (quarter|fourth)": "1/4",
            "three (quarters|fourths)": "3/4",
            "(a|one) fifth": "1/5",
            "(a|one) (tenth|10th)": "1/10",
        }
    ),
]
Times = Annotated[str, choices({"twice|double": "2", "triple|thrice": "3"})]


@intent(
    "<what_is> ({part} of|{times}) {whole}",
    "({part} of|{times}) {whole}",
    "how much (is|are) ({part} of|{times}) {whole}",
    "how much (does|would) ({part} of|{times}) {whole} (make|give)",
    "<can_you> ({part} of|{times}) {whole}",
    "(can|could) you tell me what ({part} of|{times}) {whole} is",
    "(take|find|get|give me) ({part} of|{times}) {whole}",
    "i (need|want) ({part} of|{times}) {whole}",
    "what (number|amount) is ({part} of|{times}) {whole}",
    "what would ({part} of|{times}) {whole} be",
    rules=RULES,
    examples=("what is half of thirty", "three quarters of eighty", "double forty two"),
)
def fraction(whole: float, part: Part | None = None, times: Times | None = None) -> str | Reply:
    return answer(f"{part or times or 1} * ({whole})")


Raised = Annotated[
    str,
    choices({"squared": "2", "cubed": "3"}),
]
Shape = Annotated[str, choices({"square": "2", "cube": "3"})]


@intent(
    "<what_is> {base} {how}",
    "{base} {how}",
    "<what_is> {base} to the {exponent} [power]",
    "{base} to the {exponent} power",
    "<what_is> the {shape} of {base}",
    "[the] {shape} of {base}",
    "how much is {base} ({how}|to the {exponent} [power])",
    "<can_you> ({base} {how}|the {shape} of {base})",
    "(can|could) you tell me what {base} {how} is",
    "(take|find|get) (the {shape} of {base}|{base} {how})",
    "what do i get (if|when) i (square|raise) {base} [to the {exponent} [power]]",
    rules=RULES,
    examples=("what is five squared", "two to the tenth power"),
)
def power_of(
    base: float,
    how: Raised = "2",
    shape: Shape | None = None,
    exponent: Ordinal | None = None,
) -> str | Reply:
    return answer(f"({base}) ** ({exponent or shape or how})")


@intent(
    "<what_is> the square root of {number}",
    "<what_is> the root of {number}",
    "[the] [square] root of {number}",
    "how much is the [square] root of {number}",
    "<can_you> the [square] root of {number}",
    "(can|could) you tell me what the [square] root of {number} is",
    "(find|take|get|solve) the [square] root of {number}",
    "i (need|want) the [square] root of {number}",
    "what number squared (is|gives|makes) {number}",
    "what times itself (is|gives|makes) {number}",
    rules=RULES,
    examples=("what is the square root of eighty one",),
)
def square_root(number: float) -> str | Reply:
    if number < 0:
        return Reply(phrase("A negative number has no square root."), ok=False)
    return f"{rounded(number**0.5)}."


@intent(
    "<what_is> the (cube|cubic) root of {number}",
    "<what_is> the {degree} root of {number}",
    "[the] (cube|cubic) root of {number}",
    "[the] {degree} root of {number}",
    "how much is the ((cube|cubic)|{degree}) root of {number}",
    "<can_you> the ((cube|cubic)|{degree}) root of {number}",
    "(can|could) you tell me what the ((cube|cubic)|{degree}) root of {number} is",
    "(find|take|get|solve) the ((cube|cubic)|{degree}) root of {number}",
    "i (need|want) the ((cube|cubic)|{degree}) root of {number}",
    "what number cubed (is|gives|makes) {number}",
    rules=RULES,
    examples=("what is the cube root of twenty seven", "the fourth root of eighty one"),
)
def root(number: float, degree: Ordinal | None = None) -> str | Reply:
    which = degree or 3
    if number < 0 and which % 2 == 0:
        return Reply(phrase("A negative number has no such root."), ok=False)
    size = abs(number) ** (1 / which)
    return f"{rounded(-size if number < 0 else size)}."


def answer(formula: str) -> str | Reply:
    """The value of a sum, in words; or why there is none."""
    try:
        return f"{rounded(float(evaluate(formula)))}."
    except ZeroDivisionError:
        return Reply(phrase("Nothing can be divided by zero."), ok=False)
    except (ValueError, OverflowError):
        return Reply(phrase("That is more than I can work out."), ok=False)


OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.Pow: lambda base, exponent: power(base, exponent),
}


def evaluate(formula: str) -> Fraction:
    """The exact value of a sum such as "2 + 3 * 4"; nothing but numbers and + - * / % ** counts.

    Raises ValueError for anything else, ZeroDivisionError, and OverflowError for huge powers.
    """
    return _value(ast.parse(formula, mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return Fraction(str(number))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](_value(left), _value(right))
    raise ValueError("This isn't a sum.")


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Raises OverflowError for a huge one, ValueError where there is none."""
    if abs(exponent) > 1000 or abs(base) > 10**12:
        raise OverflowError
    if exponent.denominator == 1:
        return base**exponent.numerator
    if base < 0:
        raise ValueError("A negative number has no such power.")
    return Fraction(float(base) ** float(exponent))
