"""A command graph in the letters or phonemes of one model, kept up to date part by part."""

from __future__ import annotations

from weakref import WeakValueDictionary

from assistant.kept import fingerprint
from assistant.understanding.graph import FREE_TEXT, CommandGraph, called_nets
from assistant.understanding.net import Net
from assistant.understanding.sound.acoustic_graph import (
    AcousticGraph,
    Part,
    compile_part,
    free_text_part,
    join,
)
from assistant.understanding.sound.scores import Scores
from assistant.understanding.sound.spelling import Speller
from assistant.understanding.sound.viterbi import Places, SearchSettings, Trellis, search
from assistant.understanding.sound.words import WordNet, flatten

MOST_CELLS = 500_000
"""Places that are kept numbered for the next search; 29 bytes each."""


class WordNets:
    """The nets of a command graph that fill slots, and that of all templates, as plain automata."""

    def __init__(self, graph: CommandGraph) -> None:
        self._graph = graph
        self._known: dict[str, tuple[Net, WordNet]] = {}
        self._content: dict[str, str] = {}
        self._alike: WeakValueDictionary[str, WordNet] = WeakValueDictionary()
        """By content: nets that accept the same, such as two kinds of moments, are one."""
        self._sizes: dict[str, int] = {}

    def beside(self, graph: CommandGraph) -> WordNets:
        """The nets of another graph; those that it shares with this one aren't made again."""
        other = WordNets(graph)
        other._known, other._content = dict(self._known), dict(self._content)
        return other

    def current(self) -> dict[str, WordNet]:
        """Every net as it is now; only changed ones are made again."""
        nets = self._graph.nets
        for name, net in nets.items():
            known = self._known.get(name)
            if not name.startswith("rule ") and (known is None or known[0] is not net):
                self._known[name] = net, self._flat(name)
                self._sizes.pop(name, None)
        return {name: flat for name, (_, flat) in self._known.items() if name in nets}

    def size(self, name: str) -> int:
        """How many different words a net has, at least 1."""
        if name not in self._sizes:
            states = self._known[name][1].states
            self._sizes[name] = max(len({word for state in states for word, _ in state.words}), 1)
        return self._sizes[name]

    def _flat(self, name: str) -> WordNet:
        kept = self._graph.kept
        inside = called_nets(self._graph.nets, name)
        content = self._content[name] = fingerprint(*(net.digest for net in inside.values()))
        if content not in self._alike:
            net = WordNet(lambda: kept.made("words", content, lambda: flatten(inside, name)))
            self._alike[content] = net
        return self._alike[content]

    def part(self, name: str, speller: Speller) -> Part:
        """A current net in the symbols of a speller."""
        content = self._content[name], speller.content
        flat = self._known[name][1]
        return self._graph.kept.made("part", content, lambda: compile_part(flat, speller))


class CompiledGraph:
    """The nets as parts of one acoustic graph."""

    def __init__(self, words: WordNets, speller: Speller) -> None:
        self.vocabulary = speller.vocabulary
        self._words, self.speller = words, speller
        self._nets: dict[str, WordNet] = {}
        self._parts: dict[str, Part] = {FREE_TEXT: free_text_part(speller)}
        self._joined: AcousticGraph | None = None
        self._places: dict[str, Places] = {}

    def beside(self, words: WordNets) -> CompiledGraph:
        """The nets of another graph in the same symbols; shared ones aren't compiled again."""
        other = CompiledGraph(words, self.speller)
        nets = words.current()
        other._nets = {name: net for name, net in self._nets.items() if nets.get(name) is net}
        other._parts |= {name: self._parts[name] for name in other._nets}
        return other

    def refresh(self) -> AcousticGraph:
        """Compile the nets that have changed, and put all together."""
        nets = self._words.current()
        changed = [name for name, net in nets.items() if self._nets.get(name) is not net]
        made = {net: self._parts[name] for name, net in self._nets.items()}
        for name in changed:
            if nets[name] not in made:
                made[nets[name]] = self._words.part(name, self.speller)
            self._parts[name] = made[nets[name]]
        self._nets = nets
        if self._joined is None or changed:
            self._joined = join(self._parts, len(self.vocabulary.tokens))
            self._places.clear()
        return self._joined

    def search(self, root: str, heard: Scores, settings: SearchSettings) -> Trellis:
        """Search one net: all commands, or what may fill a slot."""
        graph = self.refresh()
        if root not in self._places or self._places[root].size > MOST_CELLS:
            self._places[root] = Places(graph, root)
        return search(self._places[root], heard.table, self.vocabulary.blank, settings)
