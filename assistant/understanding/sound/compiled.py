"""A command graph in the letters of one model, kept up to date part by part."""

from __future__ import annotations

from assistant.records import Vocabulary
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.net import Net
from assistant.understanding.sound.acoustic_graph import (
    AcousticGraph,
    Part,
    compile_part,
    free_text_part,
    join,
)
from assistant.understanding.sound.scores import Scores
from assistant.understanding.sound.spelling import LetterSpeller, Speller
from assistant.understanding.sound.viterbi import Places, SearchSettings, Trellis, search
from assistant.understanding.sound.words import flatten


class CompiledGraph:
    """Compiles the nets that fill slots, and that of all templates."""

    def __init__(
        self, graph: CommandGraph, vocabulary: Vocabulary, speller: Speller | None = None
    ) -> None:
        self.vocabulary = vocabulary
        self._graph = graph
        self._speller = speller or LetterSpeller(vocabulary)
        self._nets: dict[str, Net] = {}
        self._parts: dict[str, Part] = {FREE_TEXT: free_text_part(self._speller)}
        self._joined: AcousticGraph | None = None
        self._places: dict[str, Places] = {}

    def refresh(self) -> AcousticGraph:
        """Compile the nets that have changed, and put all together."""
        wanted = {
            name: net for name, net in self._graph.nets.items() if not name.startswith("rule ")
        }
        changed = [name for name, net in wanted.items() if self._nets.get(name) is not net]
        for name in changed:
            self._parts[name] = compile_part(flatten(self._graph.nets, name), self._speller)
            self._nets[name] = wanted[name]
        if self._joined is None or changed:
            self._joined = join(self._parts, len(self.vocabulary.tokens))
            self._places.clear()
        return self._joined

    def search(self, root: str, heard: Scores, settings: SearchSettings) -> Trellis:
        """Search one net: all commands, or what may fill a slot."""
        graph = self.refresh()
        if root not in self._places:
            self._places[root] = Places(graph, root)
        return search(self._places[root], heard.table, self.vocabulary.blank, settings)
