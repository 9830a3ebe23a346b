"""Grammar combinators: one definition gives the expression *and* the parser with its meaning.

A `Grammar[T]` knows the sentence parts it consists of (`expression`, for the command graph) and
reads words into values of type T (`read`), so that the two can't drift apart. Nothing here knows a
language; `en/` writes English with these parts:

    say("hour", "hours")            any of these phrases, without a meaning
    table({"one": 1, "two": 2})     phrases with meanings
    a | b                           either; where both read the same words, the left one counts
    a >> b, a << b                  both in order, keeping the meaning of the right or left one
    combine(fn, a, b)               both in order, meanings put together by `fn`
    optional(a, default)            a, or nothing with the default meaning
    a.map(fn)                       another meaning for the same words
    rule("name", a)                 a shared part: one sub-automaton, read once per position

Ambiguity is settled by order: of two readings that end at the same word only the first is kept,
which makes reading polynomial. Grammars are finite: no loops, no recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar, cast, overload

from assistant.understanding import expression as ex

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")

Readings = Sequence[tuple[int, T]]
"""What can be read from one position: (position after the last word, meaning), best first."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words being read, with what shared rules have read in them already."""

    words: Sequence[str]
    """Without apostrophes, as `text_of` makes them."""
    memo: dict[tuple[int, int], Readings[object]] = field(default_factory=dict)


def text_of(words: Iterable[str]) -> Text:
    """The words as grammars compare them: "o'clock" and "oclock" are the same."""
    return Text([word.replace("'", "") for word in words])


class Grammar(Generic[T_co]):
    """Some ways to say a T. Build them with this module's functions."""

    def read(self, text: Text, start: int) -> Readings[T_co]:
        """All readings that begin at word `start`, at most one for each end, best first."""
        raise NotImplementedError

    @cached_property
    def expression(self) -> ex.Expression:
        """The same grammar as a tree for the command graph."""
        raise NotImplementedError

    @cached_property
    def starts(self) -> frozenset[str]:
        """The words that a reading can begin with."""
        raise NotImplementedError

    @cached_property
    def can_be_empty(self) -> bool:
        """Whether no words at all are a reading."""
        return False

    def parts(self) -> Iterable[Grammar[object]]:
        """The grammars that this one consists of."""
        return ()

    def map(self, fn: Callable[[T_co], U]) -> Grammar[U]:
        """The same words with the meaning `fn(meaning)`."""
        return _Mapped(self, fn)

    def as_value(self, value: U) -> Grammar[U]:
        """The same words, always meaning `value`."""
        return _Mapped(self, _always(value))

    def __or__(self, other: Grammar[U]) -> Grammar[T_co | U]:
        return _Either((*_choices(self), *_choices(other)))

    def __rshift__(self, other: Grammar[U]) -> Grammar[U]:
        return _Both(self, other, _right)

    def __lshift__(self, other: Grammar[object]) -> Grammar[T_co]:
        return _Both(self, other, _left)


def _always(value: T) -> Callable[[object], T]:
    return lambda _: value


def _left(left: T, _: object) -> T:
    return left


def _right(_: object, right: T) -> T:
    return right


def _choices(item: Grammar[T]) -> tuple[Grammar[T], ...]:
    return item.items if isinstance(item, _Either) else (item,)


def first_per_end(readings: Iterable[tuple[int, T]]) -> Readings[T]:
    """Of the readings that end at the same word, the first."""
    kept: dict[int, T] = {}
    for end, value in readings:
        kept.setdefault(end, value)
    return list(kept.items())


class _Phrase(Grammar[T_co]):
    """Literal words with a meaning; no words at all for `optional`."""

    def __init__(self, words: tuple[str, ...], value: T_co) -> None:
        self.words, self.value = words, value
        self.keys = text_of(words).words

    def read(self, text: Text, start: int) -> Readings[T_co]:
        end = start + len(self.words)
        return ((end, self.value),) if text.words[start:end] == self.keys else ()

    @cached_property
    def expression(self) -> ex.Expression:
        return ex.Words(self.words) if self.words else ex.NOTHING

    @cached_property
    def starts(self) -> frozenset[str]:
        return frozenset(self.keys[:1])

    @cached_property
    def can_be_empty(self) -> bool:
        return not self.words


class _Both(Grammar[T_co]):
    """One after the other."""

    def __init__(self, left: Grammar[A], right: Grammar[B], fn: Callable[[A, B], T_co]) -> None:
        self.left: Grammar[Any] = left
        self.right: Grammar[Any] = right
        self.fn: Callable[[Any, Any], T_co] = fn

    def read(self, text: Text, start: int) -> Readings[T_co]:
        return first_per_end(self._readings(text, start))

    def _readings(self, text: Text, start: int) -> Iterator[tuple[int, T_co]]:
        for middle, left in self.left.read(text, start):
            for end, right in self.right.read(text, middle):
                yield end, self.fn(left, right)

    @cached_property
    def expression(self) -> ex.Expression:
        items = (*_items(self.left.expression), *_items(self.right.expression))
        return ex.Sequence(items)

    @cached_property
    def starts(self) -> frozenset[str]:
        left = self.left.starts
        return left | self.right.starts if self.left.can_be_empty else left

    @cached_property
    def can_be_empty(self) -> bool:
        return self.left.can_be_empty and self.right.can_be_empty

    def parts(self) -> Iterable[Grammar[object]]:
        return (self.left, self.right)


def _items(item: ex.Expression) -> tuple[ex.Expression, ...]:
    return item.items if isinstance(item, ex.Sequence) else (item,)


class _Either(Grammar[T_co]):
    """One of several, the earlier preferred."""

    def __init__(self, items: tuple[Grammar[T_co], ...]) -> None:
        self.items = items

    def read(self, text: Text, start: int) -> Readings[T_co]:
        word = text.words[start] if start < len(text.words) else ""
        items = self._by_start.get(word, self._empty_ones)
        return first_per_end(reading for item in items for reading in item.read(text, start))

    @cached_property
    def _empty_ones(self) -> tuple[Grammar[T_co], ...]:
        return tuple(item for item in self.items if item.can_be_empty)

    @cached_property
    def _by_start(self) -> Mapping[str, tuple[Grammar[T_co], ...]]:
        """The items worth trying, by the next word: most are ruled out without reading."""
        return {
            word: tuple(item for item in self.items if item.can_be_empty or word in item.starts)
            for word in self.starts
        }

    @cached_property
    def expression(self) -> ex.Expression:
        return ex.Alternative(tuple(item.expression for item in self.items))

    @cached_property
    def starts(self) -> frozenset[str]:
        return frozenset().union(*(item.starts for item in self.items))

    @cached_property
    def can_be_empty(self) -> bool:
        return any(item.can_be_empty for item in self.items)

    def parts(self) -> Iterable[Grammar[object]]:
        return self.items


class _Around(Grammar[T_co]):
    """Base of grammars that have the words of another one."""

    def __init__(self, item: Grammar[object]) -> None:
        self.item = item

    @cached_property
    def expression(self) -> ex.Expression:
        return self.item.expression

    @cached_property
    def starts(self) -> frozenset[str]:
        return self.item.starts

    @cached_property
    def can_be_empty(self) -> bool:
        return self.item.can_be_empty

    def parts(self) -> Iterable[Grammar[object]]:
        return (self.item,)


class _Mapped(_Around[T_co]):
    """The same words with another meaning."""

    def __init__(self, item: Grammar[A], fn: Callable[[A], T_co]) -> None:
        super().__init__(item)
        self.fn: Callable[[Any], T_co] = fn

    def read(self, text: Text, start: int) -> Readings[T_co]:
        return [(end, self.fn(value)) for end, value in self.item.read(text, start)]


class _Rule(_Around[T_co]):
    """A named part, shared by those that refer to it."""

    def __init__(self, name: str, item: Grammar[T_co]) -> None:
        super().__init__(item)
        self.name, self.inner = name, item

    def read(self, text: Text, start: int) -> Readings[T_co]:
        key = (id(self), start)
        if key not in text.memo:
            text.memo[key] = self.inner.read(text, start)
        return cast("Readings[T_co]", text.memo[key])

    @cached_property
    def expression(self) -> ex.Expression:
        return ex.RuleRef(self.name)


def word(phrase: str, value: T) -> Grammar[T]:
    """One phrase, of words separated by spaces, that means `value`."""
    return _Phrase(tuple(phrase.split()), value)


def say(*phrases: str) -> Grammar[None]:
    """Any of the phrases, meaning nothing by itself."""
    return table(dict.fromkeys(phrases))


def table(meanings: Mapping[str, T]) -> Grammar[T]:
    """Any of the phrases, with its meaning."""
    items = tuple(word(phrase, value) for phrase, value in meanings.items())
    return items[0] if len(items) == 1 else _Either(items)


def optional(item: Grammar[T], default: U) -> Grammar[T | U]:
    """The item, preferably; else no words, which mean `default`."""
    return item | _Phrase((), default)


def maybe(*phrases: str) -> Grammar[None]:
    """Any of the phrases, or nothing."""
    return optional(say(*phrases), None)


def rule(name: str, item: Grammar[T]) -> Grammar[T]:
    """The item as a shared part. Names are unique within a language."""
    return _Rule(name, item)


@overload
def combine(fn: Callable[[A, B], T], a: Grammar[A], b: Grammar[B], /) -> Grammar[T]: ...
@overload
def combine(
    fn: Callable[[A, B, C], T], a: Grammar[A], b: Grammar[B], c: Grammar[C], /
) -> Grammar[T]: ...
@overload
def combine(
    fn: Callable[[A, B, C, D], T],
    a: Grammar[A],
    b: Grammar[B],
    c: Grammar[C],
    d: Grammar[D],
    /,
) -> Grammar[T]: ...
def combine(fn: Callable[..., T], first: Grammar[Any], *more: Grammar[Any]) -> Grammar[T]:
    """The items in order, their meanings put together by `fn`."""
    values: Grammar[tuple[Any, ...]] = first.map(lambda value: (value,))
    for item in more:
        values = _Both(values, item, lambda got, value: (*got, value))
    return values.map(lambda got: fn(*got))


def rules_of(item: Grammar[object]) -> Mapping[str, ex.Expression]:
    """The expressions of all rules that the grammar refers to, directly or not.

    Raises ValueError where two different rules have one name.
    """
    found: dict[str, _Rule[object]] = {}
    for part in _all_parts(item):
        if isinstance(part, _Rule) and found.setdefault(part.name, part) is not part:
            raise ValueError(f"Two rules are named {part.name}; rename one.")
    return {name: found[name].inner.expression for name in sorted(found)}


def _all_parts(item: Grammar[object]) -> Iterable[Grammar[object]]:
    """The grammar and everything in it, each once however often it is shared."""
    seen = {id(item): item}
    waiting = [item]
    while waiting:
        new = [part for part in waiting.pop().parts() if id(part) not in seen]
        seen.update((id(part), part) for part in new)
        waiting.extend(new)
    return seen.values()
