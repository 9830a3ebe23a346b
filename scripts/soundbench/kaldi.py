"""kaldi-decoder on the graph of our own search, with every call of a sub-graph written out."""

from __future__ import annotations

from collections.abc import Iterator

import kaldi_decoder
import kaldifst
import numpy as np

from assistant.records import Floats
from assistant.understanding.sound.acoustic_graph import BEGIN, AcousticGraph
from assistant.understanding.sound.viterbi import SearchSettings

Place = tuple[int, int]
"""A node of the graph, and the site whose call led there; `OUTSIDE` for none."""
OUTSIDE = -1


class KaldiSearch:
    """Finds the best path of a part of the graph, as `viterbi.search` does."""

    def __init__(self, graph: AcousticGraph, root: str, blank: int) -> None:
        self._graph, self._blank, self._root = graph, blank, root
        self._numbers: dict[Place, int] = {}
        lines = "\n".join(self._lines())
        self._fst = kaldifst.compile(lines, acceptor=True)
        self.states = self._fst.num_states

    def best(self, table: Floats, settings: SearchSettings) -> float:
        """The best path's log-likelihood; -inf where none comes to an end. A place of ours is two
        states here, so that twice as many may be active."""
        options = kaldi_decoder.FasterDecoderOptions(
            beam=settings.beam, max_active=2 * settings.max_active
        )
        decoder = kaldi_decoder.FasterDecoder(self._fst, options)
        symbols = table[:, : self._graph.vocabulary_size]
        decoder.decode(kaldi_decoder.DecodableCtc(np.ascontiguousarray(symbols)))
        if not decoder.reached_final():
            return -np.inf
        _, path = decoder.get_best_path()
        _, _, _, weight = kaldifst.get_linear_symbol_sequence(path)
        return -float(weight.value1 + weight.value2)

    def _lines(self) -> Iterator[str]:
        """The automaton in OpenFst's text: for each place a state in its symbol and one, numbered
        one higher, in the blank behind it."""
        begin = self._graph.first_node[self._root] + BEGIN, OUTSIDE
        waiting, silent = [begin], self._blank + 1
        self._numbers[begin] = 0
        yield f"1 1 {silent}"  # the first line's state is where it starts
        while waiting:
            place = waiting.pop()
            state, label = 2 * self._numbers[place], self._label(place)
            if place != begin:
                yield f"{state} {state} {label}"
                yield f"{state} {state + 1} {silent}"
                yield f"{state + 1} {state + 1} {silent}"
                if self._closes(place):
                    yield f"{state}"
                    yield f"{state + 1}"
            for after in self._behind(place):
                if after not in self._numbers:
                    self._numbers[after] = len(self._numbers)
                    waiting.append(after)
                target, said = 2 * self._numbers[after], self._label(after)
                yield f"{state + 1} {target} {said}"
                if said != label and place != begin:
                    yield f"{state} {target} {said}"

    def _label(self, place: Place) -> int:
        """The symbol as kaldi-decoder numbers it: from 1 on."""
        return int(self._graph.columns[place[0]]) + 1

    def _closes(self, place: Place) -> bool:
        node, site = place
        graph = self._graph
        if site == OUTSIDE:
            return bool(graph.closes[node])
        return bool(graph.ends[node] and graph.site_final[site])

    def _behind(self, place: Place) -> Iterator[Place]:
        """The places that follow one."""
        node, site = place
        graph = self._graph
        for arc in range(graph.first_arc[node], graph.first_arc[node + 1]):
            yield int(graph.targets[arc]), site
        for number in range(graph.first_site[node], graph.first_site[node + 1]):
            entered = int(graph.entered[number])
            yield from self._behind((int(graph.site_enter[entered]), entered))
        if site != OUTSIDE and graph.ends[node]:
            yield from self._behind((int(graph.site_back[site]), OUTSIDE))
