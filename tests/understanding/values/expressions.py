"""Sentences drawn from an expression, for hypothesis."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hypothesis import strategies as st

from assistant.understanding import expression as ex
from assistant.understanding.values import ValueType


@cache
def sentences(value: ValueType) -> st.SearchStrategy[str]:
    """Everything that the value's expression says."""
    return _drawn(value.expression, value.rules, {})


def _drawn(
    item: ex.Expression,
    rules: Mapping[str, ex.Expression],
    known: dict[str, st.SearchStrategy[str]],
) -> st.SearchStrategy[str]:
    match item:
        case ex.Words(words):
            return st.just(" ".join(words))
        case ex.Sequence(items):
            parts = st.tuples(*(_drawn(one, rules, known) for one in items))
            return parts.map(lambda said: " ".join(filter(None, said)))
        case ex.Alternative(items):
            return st.one_of(*(_drawn(one, rules, known) for one in items))
        case ex.RuleRef(name):
            if name not in known:
                known[name] = _drawn(rules[name], rules, known)
            return known[name]
    raise AssertionError(f"Value grammars have no {item}.")


def size(item: ex.Expression, rules: Mapping[str, ex.Expression]) -> int:
    """Words on arcs when every rule is written out wherever it is used."""
    match item:
        case ex.Words(words):
            return len(words)
        case ex.Sequence(items) | ex.Alternative(items):
            return sum(size(one, rules) for one in items)
        case ex.RuleRef(name):
            return size(rules[name], rules)
    raise AssertionError(f"Value grammars have no {item}.")
