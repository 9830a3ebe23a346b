"""What Home Assistant understands itself."""

from assistant import House, intent

RULES = {
    "please": "(please|(can|could|would|will) you [please])",
    "house": "[(the|my|our)] (house|home assistant)",
}


@intent(
    "[<please>] (tell|ask) <house> [to|that] {request}",
    "[<please>] (tell|ask) <house> (if|whether|for) {request}",
    "[<please>] let <house> {request}",
    "[<please>] have <house> {request}",
    "[<please>] (say|pass on) to <house> [that] {request}",
    "home assistant [please] {request}",
    "[<please>] get <house> to {request}",
    "[<please>] (send|give) <house> the (command|order|message) {request}",
    "(order|command) <house> to {request}",
    "message to <house> {request}",
    "(i want|i'd like) <house> to {request}",
    rules=RULES,
    risk="high",
    asks={"request": "What shall I tell the house?"},
    confirm="Tell the house: {request}?",
    examples=("tell the house to close the blinds",),
)
def tell(request: str, house: House) -> str:
    return house.tell(request)
